// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/model/records.h"

#include <string>
#include <string_view>

namespace entente
{

/// Takes what NAME.json says of an article: title, outlet, chain, byline, published (EDTF),
/// address, language (BCP 47), reliability (A–F). What is not there, or is not of its kind, stays
/// unknown.
/// @param file as diagnostics shall name it.
void takeMetadata(Article& article, std::string_view json, const std::string& file,
                  Diagnostics& diagnostics);

/// An article with nothing but its name and what was written beside it.
Article asItCame(const Article& article);

/// The bytes of a NAME.json from which takeMetadata() takes what an article has: those it came with
/// where they still say so, else with all in them that we do not know of. Empty when there is
/// nothing to say that is not so anyway.
/// @param name the article's title when none is given.
std::string metadataOf(const Article& article, const std::string& name);

} // namespace entente
