// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/ahead.h"

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>

namespace entente
{

/// To start a thread takes as long as 100 small calls.
constexpr std::size_t worthThreads = 512;

/// Calls a function with each index below count, on all cores, in no order that anybody may rely
/// on; returns when all is done. Throws what one of the calls threw.
template <class Function>
void inParallel(std::size_t count, const Function& function)
{
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

/// Calls two functions, at the same time where it is worth it; returns when both are done. Throws
/// what one of them threw.
/// @param count about how many small calls each of them stands for.
template <class First, class Second>
void sideBySide(std::size_t count, const First& first, const Second& second)
{
    const auto how =
        count < worthThreads ? std::launch::deferred : std::launch::async | std::launch::deferred;
    std::future<void> other = std::async(how, first);
    second();
    other.get();
}

} // namespace entente
