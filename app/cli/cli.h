// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

#include <string>
#include <vector>

namespace entente
{

/// All commands, in the order in which help lists them.
const std::vector<Command>& commands();

/// The whole program but its main(): finds the command, takes its arguments apart, runs it, and
/// sees to it that what it wrote has arrived.
/// @param arguments without the program's name.
Exit runCli(const std::vector<std::string>& arguments, const Streams& streams);

} // namespace entente
