// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

struct Dossier;

/// The same as the HTML but for the picture, which Markdown cannot hold. Ends in a line feed.
std::string dossierMarkdown(const Dossier& dossier);

} // namespace entente
