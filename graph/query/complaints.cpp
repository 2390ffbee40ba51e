// SPDX-License-Identifier: Apache-2.0
#include "graph/query/complaints.h"

#include "graph/annotation/brat/lines.h"
#include "graph/model/store.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <system_error>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// The numbers of the lines that are complained of, by annotation file.
std::map<fs::path, std::set<int>> linesByFile(const Diagnostics& diagnostics)
{
    std::map<fs::path, std::set<int>> lines;
    for (const Diagnostic& one : diagnostics) {
        if (isProblem(one) && one.line > 0 && one.file.ends_with(".ann"))
            lines[stemOf(one.file)].insert(one.line);
    }
    return lines;
}

/// Of such a line: its own id, and what an attribute, a reference or a note is about.
std::set<std::string_view> idsOn(std::string_view line)
{
    const Columns columns = splitColumns(line);
    std::set<std::string_view> ids{trimmed(columns.id)};
    if (!columns.id.empty() && std::string_view("AMN#").find(columns.id[0]) != std::string::npos) {
        std::string_view rest = columns.data;
        nextWord(rest);
        ids.insert(nextWord(rest));
    }
    return ids;
}

bool isAbout(const Claim& claim, const std::set<std::string_view>& ids, const Store& store)
{
    const auto has = [&](MentionId id) {
        const Mention* mention = store.mention(id);
        return mention != nullptr && ids.contains(mention->sourceId);
    };
    return ids.contains(claim.sourceId) || has(claim.trigger) ||
           std::ranges::any_of(claim.roles, [&](const RoleFiller& role) {
               const auto* filler = std::get_if<MentionId>(&role.filler);
               return filler != nullptr && has(*filler);
           });
}

} // namespace

bool isProblem(const Diagnostic& diagnostic) { return diagnostic.severity != Severity::Note; }

fs::path stemOf(const std::string& file)
{
    std::error_code error;
    fs::path whole = fs::absolute(file, error).lexically_normal();
    return error ? fs::path(file).replace_extension() : whole.replace_extension();
}

std::unordered_set<ClaimId> complainedOf(const Store& store, const Diagnostics& diagnostics)
{
    std::unordered_set<ClaimId> claims;
    const std::map<fs::path, std::set<int>> files = linesByFile(diagnostics);
    if (files.empty())
        return claims;
    for (const ArticleId id : store.articles()) {
        const ArticleRecords& records = store.records(id);
        const auto lines = files.find(stemOf(records.article.file));
        if (lines == files.end() || records.article.annotation == nullptr)
            continue;
        std::set<std::string_view> ids;
        for (const Line& line : splitLines(*records.article.annotation).lines) {
            if (lines->second.contains(line.number))
                ids.merge(idsOn(line.content));
        }
        ids.erase(std::string_view());
        for (const Claim& claim : records.claims) {
            if (isAbout(claim, ids, store))
                claims.insert(claim.id);
        }
    }
    return claims;
}

} // namespace entente
