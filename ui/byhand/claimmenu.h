// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenu;

namespace entente
{

class ClaimCommands;

/// Adds what can be done to the chosen claims, below their number. A value has a mark where all of
/// them have it. What is only for claims of events says how many of them these are.
void fillClaimMenu(QMenu& menu, ClaimCommands& commands);

} // namespace entente
