// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class Store;

/// What an entity is called, its preferred name first: names that an analyst or a reference gives,
/// and words of articles that name it. "The newspaper", "he" and "tourists" name nobody, whether or
/// not the annotation says so.
std::vector<std::string> namesOf(const Node& node, const Store& store);

/// Whether words of an article name something, as far as they and their mention tell.
bool isName(const Mention& mention);

/// Whether an authority is ISO 3166, however it is written: "ISO3166", "ISO 3166-1".
bool isIso3166(std::string_view authority);

} // namespace entente
