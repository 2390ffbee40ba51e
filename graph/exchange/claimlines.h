// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotationindex.h"
#include "graph/exchange/recordlines.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

/// The E and R lines that say the claims of an article.
class ClaimLines
{
public:
    ClaimLines(const AnnotationBase& base, const ArticleRecords& mine, const RecordLines& lines);

    std::vector<EventLine> events() const;
    std::vector<RelationLine> relations() const;
    /// The type that a T line must have because an event begins from it, by its id.
    const std::map<std::string, std::string>& triggerTypes() const { return m_triggerTypes; }

    /// What the A lines of a claim say.
    static std::map<std::string, std::string> attributesOf(const Claim& claim);

private:
    void findTriggerTypes();
    EventLine eventFor(const Claim& claim) const;
    std::vector<Argument> argumentsFor(const Claim& claim, const EventLine* read) const;
    RelationLine relationFor(const Claim& claim) const;

    const AnnotationBase& m_base;
    const ArticleRecords& m_mine;
    const RecordLines& m_lines;
    AnnotationIndex m_index;                          ///< Of the file.
    std::map<std::string, const EventLine*> m_events; ///< Of the file, by id.
    std::map<std::string, const RelationLine*> m_relations;
    std::map<std::string, std::string> m_triggerTypes;
};

/// Lines of the file that stay, in their order, with new ones behind the line of the record that
/// stands before theirs.
/// @param stays what becomes of a line of the file; nothing: it goes.
/// @param recordLine for each record in order: the id of its line, and the line when it is new.
template <class Line, class Stays>
std::vector<Line>
placed(const std::vector<Line>& file, Stays stays,
       const std::vector<std::pair<std::string, std::optional<Line>>>& recordLines)
{
    std::map<std::string, std::vector<const Line*>> after; // by the id of the line before
    std::string before;
    for (const auto& [id, added] : recordLines) {
        if (added)
            after[before].push_back(&*added);
        else
            before = id;
    }
    std::vector<Line> lines;
    const auto addAfter = [&](const std::string& id) {
        for (const Line* line : after[id])
            lines.push_back(*line);
    };
    addAfter({});
    for (const Line& line : file) {
        if (auto kept = stays(line)) {
            lines.push_back(*std::move(kept));
            addAfter(line.id);
        }
    }
    return lines;
}

} // namespace entente
