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

} // namespace entente
