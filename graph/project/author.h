// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/uuid.h"

#include <string>

namespace entente
{

/// Who works on a project, for its log.
struct Author
{
    std::string analyst;
    Uuid device; ///< Of this program on this machine.
};

/// The user of this machine: who works here until somebody says otherwise.
std::string userName();

} // namespace entente
