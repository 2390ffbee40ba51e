// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/phrase.h"

#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace entente
{

namespace
{

// Each optional part doubles the ways to look for a phrase, and each gap makes them four times as
// many.
constexpr std::size_t partsAtMost = 16;
constexpr int gapsAtMost = 2;

constexpr std::string_view dash = "–";
constexpr std::string_view gap = "...";

std::optional<Blank> parseBlank(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, Blank>, 10> names{{
        {"day", Blank::Day},
        {"nth", Blank::NthDay},
        {"dayWord", Blank::DayWord},
        {"month", Blank::Month},
        {"sureMonth", Blank::SureMonth},
        {"monthNumber", Blank::MonthNumber},
        {"season", Blank::Season},
        {"year", Blank::Year},
        {"weekday", Blank::Weekday},
        {"number", Blank::Number},
    }};
    for (const auto& [known, blank] : names) {
        if (known == name)
            return blank;
    }
    return std::nullopt;
}

/// Reads a phrase from left to right; stops at the first thing that is wrong.
class Parser
{
public:
    explicit Parser(std::string_view written)
        : m_rest(written)
    {
    }

    Expected<std::vector<Phrase::Part>, std::string> parse()
    {
        while (m_problem.empty() && skipBlanks()) {
            const char first = m_rest.front();
            if (first == '[')
                addGroup(']');
            else if (first == '(')
                addGroup(')');
            else
                addPart(takeUntil(" [("), false, false);
        }
        const auto isNeeded = [](const Phrase::Part& part) {
            return !part.isOptional && !part.isContext;
        };
        if (m_problem.empty() && !std::ranges::any_of(m_parts, isNeeded))
            m_problem = "nothing of it has to be there";
        if (m_problem.empty() && (m_parts.size() > partsAtMost || m_gaps > gapsAtMost))
            m_problem = fmt::format("it has more than {} parts, or more than {} gaps", partsAtMost,
                                    gapsAtMost);
        if (!m_problem.empty())
            return Unexpected{m_problem};
        return std::move(m_parts);
    }

private:
    /// @returns whether there is more.
    bool skipBlanks()
    {
        m_isGlued = !m_rest.empty() && m_rest.front() != ' ' && !m_parts.empty();
        while (m_rest.starts_with(' '))
            m_rest.remove_prefix(1);
        return !m_rest.empty();
    }

    std::string_view takeUntil(std::string_view ends)
    {
        const std::size_t end = std::min(m_rest.find_first_of(ends), m_rest.size());
        const std::string_view taken = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
        return taken;
    }

    void addGroup(char closing)
    {
        m_rest.remove_prefix(1);
        const std::string_view within = takeUntil(std::string(1, closing));
        if (m_rest.empty()) {
            m_problem = fmt::format("“{}” is missing", closing);
            return;
        }
        m_rest.remove_prefix(1);
        addPart(within, closing == ']', closing == ')');
    }

    void addPart(std::string_view written, bool isOptional, bool isContext)
    {
        Phrase::Part part;
        part.isOptional = isOptional;
        part.isContext = isContext;
        for (std::size_t begin = 0; begin <= written.size();) {
            const std::size_t end = std::min(written.find('|', begin), written.size());
            part.alternatives.push_back(atomsOf(written.substr(begin, end - begin)));
            if (part.alternatives.back().empty() && m_problem.empty())
                m_problem = "there is nothing between two marks";
            begin = end + 1;
        }
        m_parts.push_back(std::move(part));
    }

    std::vector<Phrase::Atom> atomsOf(std::string_view written)
    {
        std::vector<Phrase::Atom> atoms;
        bool isGlued = m_isGlued;
        while (!written.empty() && m_problem.empty()) {
            if (written.front() == ' ') {
                written.remove_prefix(1);
                isGlued = false;
                continue;
            }
            Phrase::Atom special;
            special.isGlued = isGlued;
            if (written.front() == '{') {
                const std::size_t end = std::min(written.find('}'), written.size());
                const std::string_view name = written.substr(1, end - 1);
                special.blank = parseBlank(name);
                if (!special.blank)
                    m_problem = fmt::format("“{{{}}}” is no blank", name);
                written.remove_prefix(std::min(end + 1, written.size()));
                atoms.push_back(std::move(special));
            } else if (written.starts_with(gap)) {
                special.isGap = true;
                ++m_gaps;
                written.remove_prefix(gap.size());
                atoms.push_back(std::move(special));
            } else if (written.starts_with(dash)) {
                special.text = "-";
                special.isGlued = false; // "15–17" and "15 – 17" are the same.
                written.remove_prefix(dash.size());
                atoms.push_back(std::move(special));
                isGlued = false;
                continue;
            } else {
                const std::size_t end =
                    std::min({written.find(' '), written.find('{'), written.find(dash),
                              written.find(gap), written.size()});
                addWords(atoms, written.substr(0, end), isGlued);
                written.remove_prefix(end);
            }
            isGlued = true;
        }
        return atoms;
    }

    /// The words of a stretch without blanks: "year-end", "{day}" is cut off, "г.", "планиру*".
    static void addWords(std::vector<Phrase::Atom>& atoms, std::string_view written, bool isGlued)
    {
        const SourceText text{std::string(written)};
        bool anyBeginning = false;
        bool isAfterHyphen = false;
        for (const TextWord& word : textWordsIn(text, {0, text.size()})) {
            if (word.kind == TextWord::Kind::Dash) {
                isAfterHyphen = true;
                continue;
            }
            if (word.text == "*") {
                const bool isEnding = !anyBeginning && !word.afterGap && !atoms.empty();
                if (isEnding)
                    atoms.back().anyEnding = true;
                anyBeginning = !isEnding;
                continue;
            }
            Phrase::Atom atom;
            atom.text = word.text;
            atom.anyBeginning = anyBeginning;
            atom.isGlued = !isAfterHyphen && (isGlued || !word.afterGap) && !anyBeginning;
            atoms.push_back(std::move(atom));
            anyBeginning = false;
            isAfterHyphen = false;
            isGlued = true;
        }
    }

    std::string_view m_rest;
    bool m_isGlued = false; ///< What follows stands close to what was read last.
    std::vector<Phrase::Part> m_parts;
    int m_gaps = 0;
    std::string m_problem;
};

} // namespace

Expected<Phrase, std::string> Phrase::parse(std::string_view written)
{
    auto parts = Parser(written).parse();
    if (!parts)
        return Unexpected{parts.error()};
    Phrase phrase;
    phrase.m_parts = *std::move(parts);
    return phrase;
}

} // namespace entente
