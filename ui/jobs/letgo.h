// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QThreadPool>

#include <memory>
#include <tuple>
#include <utility>

namespace entente
{

/// Destroys values on another thread: to take thousands of records apart takes longer than a window
/// may keep one waiting. What others hold too is freed by the last of them.
template <class... Values>
void letGoElsewhere(Values... values)
{
    // Shared, because what a pool runs must be copyable and the values need not be.
    auto all = std::make_shared<std::tuple<Values...>>(std::move(values)...);
    QThreadPool::globalInstance()->start([all = std::move(all)]() mutable { all.reset(); });
}

} // namespace entente
