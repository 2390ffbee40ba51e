// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

struct Uuid;

/// Puts its text() behind what is there: for texts that hold many.
void appendText(std::string& text, const Uuid& uuid);

} // namespace entente
