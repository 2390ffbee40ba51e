// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/languagedata.h"

#include "graph/annotation/articlefiles.h"
#include "graph/base/resourcefolder.h"
#include "graph/text/ascii.h"
#include "graph/text/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// A language's file is some kilobytes.
constexpr std::size_t languageBytesAtMost = 4U << 20U;

/// The language files of a folder, by name. What has another dot in its name ("states.en.json") is
/// somebody else's.
std::vector<fs::path> filesIn(const fs::path& folder, Diagnostics& diagnostics)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const fs::path& file = at->path();
        if (file.extension() == ".json" && !file.stem().has_extension())
            files.push_back(file);
    }
    if (error)
        diagnostics.push_back({Severity::Error, folder.string(), 0,
                               fmt::format("the languages cannot be read, so there are no "
                                           "proposals of modality and dates: {}",
                                           error.message())});
    std::ranges::sort(files);
    return files;
}

} // namespace

LanguageData::LanguageData(LanguageParts parts)
    : m_parts(std::make_shared<const LanguageParts>(std::move(parts)))
{
}

const LanguageParts& LanguageData::parts() const
{
    static const LanguageParts nothing;
    return m_parts ? *m_parts : nothing;
}

bool LanguageData::isPronoun(std::string_view words) const
{
    const std::string plain = folded(words);
    if (parts().pronouns.contains(plain))
        return true;
    return std::ranges::any_of(parts().particles, [&](const std::string& particle) {
        return plain.ends_with(particle) &&
               parts().pronouns.contains(plain.substr(0, plain.size() - particle.size()));
    });
}

Languages::Languages(const fs::path& folder)
{
    for (const fs::path& file : filesIn(folder, m_diagnostics)) {
        const auto bytes = readFile(file, languageBytesAtMost);
        if (!bytes) {
            m_diagnostics.push_back({Severity::Error, file.string(), 0, bytes.error()});
            continue;
        }
        ReadLanguageData read = readLanguageData(*bytes, file.string());
        m_diagnostics.insert(m_diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
        if (!read.data.isEmpty())
            m_languages.insert_or_assign(asciiLower(file.stem().string()), std::move(read.data));
    }
}

LanguageData Languages::of(std::string_view bcp47) const
{
    std::string language = asciiLower(std::string(bcp47));
    std::ranges::replace(language, '_', '-'); // As the system writes it: "ko_KR".
    while (true) {
        if (const auto found = m_languages.find(language); found != m_languages.end())
            return found->second;
        const std::size_t subtag = language.rfind('-');
        if (subtag == std::string::npos)
            return {};
        language.resize(subtag);
    }
}

const Languages& ourLanguages()
{
    static const Languages languages(resourceFolder() / "language");
    return languages;
}

} // namespace entente
