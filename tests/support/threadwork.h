// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>

namespace entente
{

// A window that does not answer for longer feels stuck. Without optimisation, and with sanitizers,
// the same work takes several times as long.
#ifdef NDEBUG
constexpr double workAtMost = 100;
#else
constexpr double workAtMost = 1000;
#endif

/// Milliseconds that this thread has worked, which does not depend on what else the machine has to
/// do.
inline double threadWork()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace entente
