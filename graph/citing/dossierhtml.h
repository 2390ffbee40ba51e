// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

struct Dossier;

/// One file of HTML that is well-formed XML, too: no script, nothing that is fetched. UTF-8, ending
/// in a line feed.
std::string dossierHtml(const Dossier& dossier);

} // namespace entente
