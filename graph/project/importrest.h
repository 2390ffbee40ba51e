// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

namespace entente
{

class Store;

/// Adds to an import what the folder says across articles and of the picture: verdicts and places
/// of what comes with it, and views and reasons to leave something as it is that the project does
/// not have. What analysts say in the project stands.
/// @param edit what adds the articles; when it adds none, nothing comes with it.
void addRest(const Store& project, const Store& read, Together& edit);

} // namespace entente
