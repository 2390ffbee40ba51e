// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"
#include "graph/model/store.h"

namespace entente
{

/// An edit to try.
struct Attempt
{
    Edit edit;
    bool isWrong = false; ///< It must be refused. Others may be.
};

/// Of every kind that there is, for a project that holds this. Drawn by rapidcheck: to be called
/// within a property only.
Attempt anyAttempt(const Store& store);

} // namespace entente
