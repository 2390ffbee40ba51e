// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente
{

/// For work that nobody waits for: this thread, and those that it starts, get the cores that others
/// leave. @pre what the thread does later is of that kind, too.
void stepBack();

} // namespace entente
