// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/endnotes.h"

#include "graph/citing/citations.h"
#include "graph/citing/markdowntext.h"
#include "graph/model/grades.h"
#include "graph/text/languagetag.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente
{

namespace
{

std::string headOf(const Citation& note)
{
    std::string head = fmt::format("**{}**", markdownText(note.about));
    std::vector<std::string> parts;
    for (const std::string& part : {note.modality, note.sources}) {
        if (!part.empty())
            parts.push_back(part);
    }
    if (!note.strength.grade.isEmpty())
        parts.push_back(
            fmt::format("{} ({})", nameOf(note.strength.grade), wordsOf(note.strength.grade)));
    if (!parts.empty())
        head += " — " + markdownText(fmt::format("{}", fmt::join(parts, "; ")));
    return head;
}

std::string lineOf(const CitedClaim& claim)
{
    std::string line = claim.quote.empty() ? std::string() : markdownQuote(claim.quote) + " — ";
    line += markdownText(saidOf(claim));
    if (claim.article > 0)
        line += fmt::format(" \\[S{}\\]", claim.article);
    return line;
}

} // namespace

std::string saidOf(const CitedClaim& claim)
{
    std::vector<std::string> parts;
    for (const std::string& part :
         {claim.sureness, claim.dates, claim.speaker, claim.graded, claim.warning}) {
        if (!part.empty())
            parts.push_back(part);
    }
    for (const std::string& note : claim.notes)
        parts.push_back("note: " + note);
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string markdownOf(const CitedArticle& article)
{
    std::string line = fmt::format("**S{}** {}", article.number, markdownText(wordsOf(article)));
    if (const std::string address = webAddress(article.address); !address.empty())
        line += fmt::format(", <{}>", address);
    else if (!article.address.empty())
        line += ", " + markdownText(article.address);
    if (!article.language.empty() && article.language != "en")
        line += ", in " + markdownText(wordsOfLanguage(article.language));
    line += fmt::format(". Source {}{}.",
                        article.reliability.empty() ? std::string()
                                                    : markdownText(article.reliability) + ", ",
                        markdownText(wordsOfSourceGrade(article.reliability)));
    if (const std::string copies = copyWords(article, "S"); !copies.empty())
        line += " " + markdownText(copies) + ".";
    return line;
}

std::string endnotesMarkdown(const Citations& citations, const std::string& title,
                             const std::string& filters)
{
    std::string text = fmt::format("# {}\n\n", markdownText(title));
    if (!filters.empty())
        text += fmt::format("Filters: {}\n\n", markdownText(filters));
    text += "## Notes\n\n";
    for (const Citation& note : citations.notes) {
        text += fmt::format("{}. {}\n", note.number, headOf(note));
        // Indented as far as the number is wide, so that they are part of its item.
        const std::string indent(fmt::formatted_size("{}. ", note.number), ' ');
        for (const CitedClaim& claim : note.claims)
            text += fmt::format("{}- {}\n", indent, lineOf(claim));
    }
    text += "\n## Articles\n\n";
    for (const CitedArticle& article : citations.articles)
        text += fmt::format("- {}\n", markdownOf(article));
    return text;
}

} // namespace entente
