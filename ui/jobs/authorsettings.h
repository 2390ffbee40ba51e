// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/author.h"

namespace entente
{

/// Who works here, by this user's settings, which the window and the command line share: the name
/// that was given, or else that of the user of this machine; and this machine, which gets its id
/// when it is first asked for.
Author authorFromSettings();

} // namespace entente
