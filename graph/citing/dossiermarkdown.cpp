// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossiermarkdown.h"

#include "graph/citing/dossier.h"
#include "graph/citing/endnotes.h"
#include "graph/citing/markdowntext.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

namespace entente
{

namespace
{

/// The sentence, with what is quoted of it in bold type.
std::string quoteOf(const Excerpt& excerpt)
{
    const SourceText text(excerpt.text);
    std::string line;
    int at = 0;
    for (const TextSpan mark : excerpt.marks) {
        line += markdownText(text.slice(TextSpan{at, mark.begin}));
        // Bold type that begins or ends with a space is none in Markdown.
        std::string words = markdownText(text.slice(mark));
        const std::size_t first = words.find_first_not_of(' ');
        if (first != std::string::npos) {
            const std::size_t last = words.find_last_not_of(' ');
            words = fmt::format("{}**{}**{}", words.substr(0, first),
                                words.substr(first, last + 1 - first), words.substr(last + 1));
        }
        line += words;
        at = mark.end;
    }
    return line + markdownText(text.slice(TextSpan{at, text.size()}));
}

std::string listOf(const Dossier& dossier, const std::vector<CitedClaim>& claims)
{
    std::string text;
    for (const CitedClaim& claim : claims) {
        text += "- ";
        if (!claim.excerpt.text.empty())
            text += fmt::format("“{}” — ", quoteOf(claim.excerpt));
        text += markdownText(saidOf(claim));
        if (claim.article > 0) {
            const auto place = static_cast<std::size_t>(claim.article) - 1;
            text += fmt::format("; {} \\[S{}\\]",
                                markdownText(placeOf(dossier.citations.articles.at(place))),
                                claim.article);
        }
        text += '\n';
    }
    return text + '\n';
}

std::string factsOf(const Dossier& dossier)
{
    std::string text;
    for (const DossierFact& fact : dossier.facts) {
        text += fmt::format("- {}: ", markdownText(fact.label));
        bool isFirst = true;
        for (const DossierFact::Value& value : fact.values) {
            text += isFirst ? "" : " · ";
            isFirst = false;
            text += value.address.empty()
                        ? markdownText(value.text)
                        : fmt::format("[{}](<{}>)", markdownText(value.text), value.address);
        }
        text += '\n';
    }
    return text.empty() ? text : "## About\n\n" + text + '\n';
}

std::string claimsOf(const Dossier& dossier)
{
    if (dossier.groups.empty())
        return {};
    std::string text = "## What is claimed\n\n";
    for (const DossierGroup& group : dossier.groups) {
        text += fmt::format("### {}\n\n",
                            group.isOfNames ? markdownText(group.heading) : group.heading);
        if (!group.remark.empty())
            text += group.remark + "\n\n";
        for (const DossierEntry& entry : group.entries) {
            const Citation& citation =
                dossier.citations.notes.at(static_cast<std::size_t>(entry.citation) - 1);
            if (!entry.about.empty())
                text += fmt::format("#### {}\n\n", markdownText(entry.about));
            if (const std::string line = lineOf(entry, citation); !line.empty())
                text += markdownText(line) + "\n\n";
            text += listOf(dossier, citation.claims);
        }
    }
    return text;
}

std::string contestsOf(const Dossier& dossier)
{
    if (dossier.contests.empty())
        return {};
    std::string text =
        "## Contested\n\nThe earlier report comes first; neither side is preferred.\n\n";
    for (const DossierContest& contest : dossier.contests) {
        text += fmt::format("### {} – {}\n\n", markdownText(contest.event), contest.about);
        for (const DossierContest::Side& side : contest.sides)
            text +=
                fmt::format("#### {}\n\n{}", markdownText(side.says), listOf(dossier, side.claims));
    }
    return text;
}

/// Without it no word is lost: all that is on the picture stands below.
std::string pictureOf(const DossierPicture& picture, const std::string& file)
{
    if (file.empty())
        return {};
    std::string text =
        fmt::format("## Picture\n\n![{}{}\n\n", markdownText(picture.words), markdownPicture(file));
    if (!picture.caption.empty())
        text += fmt::format("*{}*\n\n", markdownText(picture.caption));
    return text;
}

} // namespace

std::string markdownPicture(const std::string& file)
{
    // What would end the address, begin another, or be taken for a scheme.
    constexpr std::string_view special = " <>()[]\\%#?:\"'&*_`";
    std::string address;
    for (const char c : file) {
        if (static_cast<unsigned char>(c) < 0x20 || special.find(c) != std::string_view::npos)
            address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            address += c;
    }
    return fmt::format("](<{}>)", address);
}

std::string dossierMarkdown(const Dossier& dossier, const std::string& picture)
{
    std::string text = fmt::format("# {}\n\n{}: {}\n\n", markdownText(dossier.title),
                                   markdownText(dossier.kind), dossier.summary);
    if (!dossier.filters.empty())
        text += fmt::format("Filters: {}\n\n", markdownText(dossier.filters));
    text += factsOf(dossier) + pictureOf(dossier.picture, picture) + claimsOf(dossier) +
            contestsOf(dossier) + "## Sources\n\n" + gradesInWords() + "\n\n";
    if (dossier.citations.articles.empty())
        text += "None: analysts’ judgements alone.\n";
    for (const CitedArticle& article : dossier.citations.articles)
        text += fmt::format("- {}\n", markdownOf(article));
    return text + '\n' + markdownText(dossier.data) + '\n';
}

} // namespace entente
