// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/linesabout.h"

#include "graph/annotation/articlelines.h"
#include "graph/annotation/brat/lines.h"

#include <algorithm>
#include <set>
#include <utility>

namespace entente
{

bool isBratWord(std::string_view word)
{
    return !word.empty() && word.find_first_of(" \t\r\n:") == std::string_view::npos;
}

bool isBratValue(std::string_view value)
{
    return value.find_first_of("\t\n") == std::string_view::npos && trimmed(value) == value;
}

namespace
{

/// Whether some of the lines, as they are, say all of it in order: then the others go.
template <class Said>
std::vector<bool> whichSay(const std::vector<NoteLine*>& lines, const Said& wanted)
{
    std::vector<bool> says(lines.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines.size() && next < wanted.size(); ++i) {
        if (lines[i]->text == wanted[next]) {
            says[i] = true;
            ++next;
        }
    }
    return next == wanted.size() ? says : std::vector<bool>();
}

bool canBeSaid(const OutsideId& id)
{
    return isBratWord(id.authority) && id.authority != dateAuthority && !id.entry.empty() &&
           id.entry.find_first_of(" \t\r\n") == std::string::npos && isBratValue(id.text);
}

} // namespace

LinesAbout::LinesAbout(Annotations& annotations, FreeIds& ids, const Ontology& ontology)
    : m_ids(ids)
    , m_ontology(ontology)
    , m_attributes(annotations.attributes)
    , m_references(annotations.normalizations)
    , m_notes(annotations.notes)
{
}

void LinesAbout::setAttribute(const std::string& target, const std::string& name,
                              const std::optional<std::string>& wanted)
{
    std::vector<AttributeLine*> lines = m_attributes.about(target);
    std::erase_if(lines, [&](const AttributeLine* line) { return line->name != name; });
    if (!wanted) {
        for (const AttributeLine* line : lines)
            m_attributes.remove(line);
    } else if (!isBratWord(name) || !isBratValue(*wanted)) {
        return;
    } else if (!lines.empty()) {
        lines.front()->value = *wanted;
    } else {
        m_attributes.add({m_ids.take('A'), name, target, *wanted, 0});
    }
}

bool LinesAbout::hasAttribute(const std::string& target, const std::string& name)
{
    return std::ranges::any_of(m_attributes.about(target),
                               [&](const AttributeLine* line) { return line->name == name; });
}

void LinesAbout::setOutsideIds(const std::string& target, const std::vector<OutsideId>& wanted)
{
    std::vector<NormalizationLine*> lines = m_references.about(target);
    std::erase_if(lines, [](const auto* line) { return line->database == dateAuthority; });
    std::vector<NormalizationLine> added;
    // As they are read: “wikidata” is Wikidata, and one line says both.
    std::set<std::pair<std::string, std::string>> said;
    for (const NormalizationLine* line : lines)
        said.emplace(authorityFor(line->database, m_ontology), line->entry);
    for (const OutsideId& id : wanted) {
        const std::string authority = authorityFor(id.authority, m_ontology);
        const auto says = [&](const NormalizationLine* line) {
            return authorityFor(line->database, m_ontology) == authority && line->entry == id.entry;
        };
        if (const auto same = std::ranges::find_if(lines, says); same != lines.end()) {
            if (isBratValue(id.text))
                (*same)->text = id.text;
            lines.erase(same);
        } else if (canBeSaid(id) && said.emplace(authority, id.entry).second) {
            added.push_back({m_ids.take('N'), target, id.authority, id.entry, id.text, 0});
        }
    }
    for (const NormalizationLine* line : lines)
        m_references.remove(line);
    for (NormalizationLine& line : added)
        m_references.add(std::move(line));
}

void LinesAbout::setDate(const std::string& target, const std::optional<Edtf>& wanted)
{
    std::vector<NormalizationLine*> lines = m_references.about(target);
    std::erase_if(lines, [](const auto* line) { return line->database != dateAuthority; });
    if (wanted && !lines.empty()) {
        lines.front()->entry = wanted->text;
        lines.erase(lines.begin());
    } else if (wanted) {
        m_references.add(
            {m_ids.take('N'), target, std::string(dateAuthority), wanted->text, {}, 0});
        return;
    }
    for (const NormalizationLine* line : lines)
        m_references.remove(line);
}

void LinesAbout::setNotes(const std::string& target, const std::vector<std::string>& wanted)
{
    const std::vector<NoteLine*> lines = m_notes.about(target);
    const std::vector<bool> says = whichSay(lines, wanted);
    if (!says.empty() || wanted.empty()) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (wanted.empty() || !says[i])
                m_notes.remove(lines[i]);
        }
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i < wanted.size())
            lines[i]->text = wanted[i];
        else
            m_notes.remove(lines[i]);
    }
    for (std::size_t i = lines.size(); i < wanted.size(); ++i)
        m_notes.add({m_ids.take('#'), "AnnotatorNotes", target, wanted[i], 0});
}

void LinesAbout::removeAll(const std::string& target)
{
    for (const AttributeLine* line : m_attributes.about(target))
        m_attributes.remove(line);
    for (const NormalizationLine* line : m_references.about(target))
        m_references.remove(line);
    for (const NoteLine* line : m_notes.about(target))
        m_notes.remove(line);
}

void LinesAbout::finish()
{
    m_attributes.finish();
    m_references.finish();
    m_notes.finish();
}

} // namespace entente
