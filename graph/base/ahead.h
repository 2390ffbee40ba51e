// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <system_error>
#include <thread>
#include <type_traits>
#include <vector>

namespace entente
{

/// Makes values by their index on all cores, ahead of the one who takes them in their order. What
/// nobody waits for any more is not begun once this is gone.
template <class Make>
class Ahead
{
public:
    using Value = std::invoke_result_t<const Make&, std::size_t>;

    /// @param make is called once for each index below count, for several at the same time.
    Ahead(std::size_t count, Make make)
        : m_make(std::move(make))
    {
        m_tasks.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            m_tasks.emplace_back(std::cref(m_make));
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        try {
            for (std::size_t i = 0; i < std::min(cores, count); ++i)
                m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
        } catch (const std::system_error&) {
            return; // No more threads may be had; those that there are do it, or whoever takes.
        }
    }

    /// Waits for it, if need be; throws what making it threw.
    /// @pre each is taken once.
    Value take(std::size_t index)
    {
        if (m_threads.empty())
            m_tasks[index](index);
        return m_tasks[index].get_future().get();
    }

private:
    void work(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            const std::size_t index = m_next++;
            if (index >= m_tasks.size())
                return;
            m_tasks[index](index);
        }
    }

    Make m_make;
    std::vector<std::packaged_task<Value(std::size_t)>> m_tasks;
    std::atomic<std::size_t> m_next = 0;
    std::vector<std::jthread> m_threads; ///< Last: they end before what they use goes.
};

} // namespace entente
