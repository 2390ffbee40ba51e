// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/ahead.h"

#include <algorithm>
#include <cstddef>
#include <thread>

namespace entente
{

/// Calls a function with each index below count, on all cores, in no order that anybody may rely
/// on; returns when all is done. Throws what one of the calls threw.
template <class Function>
void inParallel(std::size_t count, const Function& function)
{
    constexpr std::size_t worthThreads = 512; // To start them takes as long as 100 small calls.
    if (count < worthThreads) {
        for (std::size_t index = 0; index < count; ++index)
            function(index);
        return;
    }
    // Some parts take longer than others: who is done with one takes another.
    const std::size_t partCount = 8UL * std::max(1U, std::thread::hardware_concurrency());
    Ahead parts(partCount, [&](std::size_t part) {
        const std::size_t end = count * (part + 1) / partCount;
        for (std::size_t index = count * part / partCount; index < end; ++index)
            function(index);
    });
    for (std::size_t part = 0; part < partCount; ++part)
        parts.take(part);
}

} // namespace entente
