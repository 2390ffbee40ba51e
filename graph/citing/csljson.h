// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

struct Citations;

/// The cited articles as CSL-JSON, which Zotero and other keepers of references import:
/// https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html. UTF-8, ending in a line feed.
/// Of dates only what is known is said, and nothing of when somebody looked an address up.
std::string cslJson(const Citations& citations);

} // namespace entente
