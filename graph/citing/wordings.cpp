// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/wordings.h"

#include "graph/annotation/articlefiles.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <system_error>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t bytesAtMost = 1U << 20U; // A language's file is some kilobytes.

/// "picture.ko.json" → "ko"; empty: it is no such file.
std::string codeOf(const fs::path& file)
{
    constexpr std::string_view beginning = "picture.";
    const std::string name = file.filename().string();
    if (!name.starts_with(beginning) || file.extension() != ".json")
        return {};
    return fs::path(name.substr(beginning.size())).stem().string();
}

/// Where a file does not say it, the code.
std::string nameIn(const fs::path& file, const std::string& code)
{
    const auto bytes = readFile(file, bytesAtMost);
    const Json json = bytes ? Json::parse(*bytes, nullptr, false) : Json();
    const bool isThere = json.is_object() && json.contains("name") && json["name"].is_string();
    return isThere ? json["name"].get<std::string>() : code;
}

} // namespace

std::vector<WordingLanguage> wordingLanguages(const fs::path& resources)
{
    std::vector<WordingLanguage> languages{{"en", "English"}};
    std::error_code error;
    for (fs::directory_iterator at(resources / "language", error), end; !error && at != end;
         at.increment(error)) {
        if (const std::string code = codeOf(at->path()); !code.empty() && code != "en")
            languages.push_back({code, nameIn(at->path(), code)});
    }
    std::ranges::sort(languages.begin() + 1, languages.end(), {}, &WordingLanguage::code);
    return languages;
}

Expected<Wording, std::string> wordingOf(const std::string& code, Thousands thousands,
                                         const fs::path& resources)
{
    if (code.empty() || code == "en")
        return Wording(thousands);
    const std::vector<WordingLanguage> languages = wordingLanguages(resources);
    if (std::ranges::find(languages, code, &WordingLanguage::code) == languages.end()) {
        std::string known;
        for (const WordingLanguage& language : languages)
            known += (known.empty() ? "" : ", ") + language.code;
        return Unexpected{
            fmt::format("there are no words for pictures in “{}”; there are in {}", code, known)};
    }
    const fs::path file = resources / "language" / fmt::format("picture.{}.json", code);
    const auto bytes = readFile(file, bytesAtMost);
    if (!bytes)
        return Unexpected{bytes.error()};
    Expected<Wording, std::string> wording = Wording::from(*bytes, thousands);
    if (!wording)
        return Unexpected{fmt::format("{}: {}", file.string(), wording.error())};
    return wording;
}

} // namespace entente
