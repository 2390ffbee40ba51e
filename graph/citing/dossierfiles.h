// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace entente
{

struct Dossier;

/// Whether a file of this name holds Markdown, of which the picture is a file of its own.
bool isMarkdownFile(const std::filesystem::path& file);

/// Where the picture of a dossier in Markdown is: beside it, NAME.svg.
std::filesystem::path pictureBeside(const std::filesystem::path& file);

/// What a dossier is written as under this name: one file of HTML; or one of Markdown, and beside
/// it its picture, if it has one.
std::map<std::filesystem::path, std::string> dossierFiles(const Dossier& dossier,
                                                          const std::filesystem::path& file);

/// Why the picture's name is not free, for people: a file has it that is no picture of the dossier
/// that was there before, and nobody was asked whether it may be replaced. Nothing: it is.
std::optional<std::string> pictureInTheWay(const std::filesystem::path& file);

} // namespace entente
