// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

struct Dossier;

/// The same as the HTML but for the picture, which Markdown cannot hold. Ends in a line feed.
/// @param picture the file beside it that has its picture, by name; empty: there is none.
std::string dossierMarkdown(const Dossier& dossier, const std::string& picture = {});

/// What makes a Markdown text show a file beside it, by its name: "](<choe%20son-hui.svg>)".
std::string markdownPicture(const std::string& file);

} // namespace entente
