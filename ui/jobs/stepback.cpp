// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/stepback.h"

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace entente
{

/// QThread's priorities do nothing to the usual threads of Linux; there each thread has a nice
/// value of its own: setpriority(2).
void stepBack()
{
    constexpr int niceness = 10; // Beside a thread that is awaited, a tenth of what that one gets.
    const auto thread = static_cast<id_t>(::gettid());
    // Who may could also go forward, where all of the program was sent farther back.
    ::setpriority(PRIO_PROCESS, thread, std::max(niceness, ::getpriority(PRIO_PROCESS, thread)));
}

} // namespace entente
