// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/exchange/freeids.h"
#include "graph/model/records.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class Ontology;

/// One word as brat reads it: a type, a role, a name.
bool isBratWord(std::string_view word);
/// What brat reads back as it was written: in one column of a line, with no blanks at its ends.
bool isBratValue(std::string_view value);

/// The lines of one kind that say something about others, found by whom.
template <class Line>
class LinesByTarget
{
public:
    explicit LinesByTarget(std::vector<Line>& lines)
        : m_lines(lines)
    {
        for (std::size_t i = 0; i < lines.size(); ++i)
            m_byTarget[lines[i].target].push_back(i);
    }

    /// In the order of the file. They stay where they are until one is added.
    std::vector<Line*> about(const std::string& target)
    {
        std::vector<Line*> lines;
        for (const std::size_t i : m_byTarget[target]) {
            if (!m_removed.contains(i))
                lines.push_back(&m_lines[i]);
        }
        return lines;
    }
    void add(Line line)
    {
        m_byTarget[line.target].push_back(m_lines.size());
        m_lines.push_back(std::move(line));
    }
    void remove(const Line* line)
    {
        m_removed.insert(static_cast<std::size_t>(line - m_lines.data()));
    }
    void finish()
    {
        std::size_t at = 0;
        std::erase_if(m_lines, [&](const Line&) { return m_removed.contains(at++); });
    }

private:
    std::vector<Line>& m_lines;
    std::map<std::string, std::vector<std::size_t>, std::less<>> m_byTarget;
    std::set<std::size_t> m_removed;
};

/// Makes the A, N and # lines of a file say something else of a line; those that say it already
/// stay as they are.
class LinesAbout
{
public:
    LinesAbout(Annotations& annotations, FreeIds& ids, const Ontology& ontology);

    /// Of several of one name the first counts. @param wanted none: not said.
    void setAttribute(const std::string& target, const std::string& name,
                      const std::optional<std::string>& wanted);
    bool hasAttribute(const std::string& target, const std::string& name);
    /// Without dates.
    void setOutsideIds(const std::string& target, const std::vector<OutsideId>& wanted);
    void setDate(const std::string& target, const std::optional<Edtf>& wanted);
    void setNotes(const std::string& target, const std::vector<std::string>& wanted);
    /// With what they are about.
    void removeAll(const std::string& target);
    /// Takes what was removed out of the annotations; nothing else can be done after it.
    void finish();

private:
    FreeIds& m_ids;
    const Ontology& m_ontology;
    LinesByTarget<AttributeLine> m_attributes;
    LinesByTarget<NormalizationLine> m_references;
    LinesByTarget<NoteLine> m_notes;
};

} // namespace entente
