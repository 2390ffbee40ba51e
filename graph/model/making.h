// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

namespace entente
{

class Store;

/// The one step that makes an empty store hold what this one holds.
Together editThatMakes(const Store& store);

} // namespace entente
