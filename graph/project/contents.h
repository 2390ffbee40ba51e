// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace entente
{

/// The files of articles (texts and annotation), by their checksums: they are large, and each is
/// kept once. Never null.
using Contents = std::map<std::string, std::shared_ptr<const std::string>>;

/// In bytes.
std::size_t sizeOf(const Contents& contents);

/// Gives each article that an edit adds the checksums of its files.
/// @returns what is wrong, in words: a checksum that is not its file's, records that name what is
/// not in their article.
std::string sealContents(Edit& edit);
/// The files that an edit needs, to be kept apart.
Contents contentsOf(const Edit& edit);
/// The checksums of the files that an edit needs, by its JSON. An import is not read for that.
std::set<std::string> checksumsIn(std::string_view json);
/// Puts them back where there are none.
void putContents(Edit& edit,
                 const std::function<std::string(const std::string& sha256)>& contentOf);

} // namespace entente
