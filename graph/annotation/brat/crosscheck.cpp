// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/crosscheck.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace entente
{

const KnownId* IdIndex::find(std::string_view id) const
{
    const auto at = m_known.find(id);
    return at == m_known.end() ? nullptr : &at->second;
}

KnownId* IdIndex::find(std::string_view id)
{
    const auto at = m_known.find(id);
    return at == m_known.end() ? nullptr : &at->second;
}

void IdIndex::add(std::string_view id, int line, std::size_t index)
{
    m_known.try_emplace(id, KnownId{line, index});
}

std::string IdIndex::addRenamed(std::string_view id, int line, std::size_t index,
                                const std::function<bool(std::string_view)>& isTaken)
{
    std::string renamed;
    for (int n = ++m_renamedOf[id] + 1;
         renamed.empty() || m_known.contains(renamed) || isTaken(renamed); ++n)
        renamed = fmt::format("{}-{}", id, n);
    m_known.try_emplace(m_renamed.emplace_back(renamed), KnownId{line, index});
    return renamed;
}

int IdIndex::unreadLine(std::string_view id) const
{
    const auto at = m_unread.find(id);
    return at == m_unread.end() ? 0 : at->second;
}

namespace
{

class CrossCheck
{
public:
    CrossCheck(Annotations& annotations, IdIndex& ids, const std::string& fileName,
               Diagnostics& diagnostics)
        : m_annotations(annotations)
        , m_ids(ids)
        , m_fileName(fileName)
        , m_diagnostics(diagnostics)
    {
    }

    void run()
    {
        std::erase_if(m_annotations.events,
                      [this](const EventLine& event) { return !checkTrigger(event); });
        std::erase_if(m_annotations.attributes, [this](const AttributeLine& attribute) {
            return !checkAttribute(attribute);
        });
        checkReferences();
    }

private:
    bool checkTrigger(const EventLine& event)
    {
        KnownId* const trigger = m_ids.find(event.trigger);
        const bool isWords = trigger && event.trigger.starts_with('T');
        const bool fits = isWords && m_annotations.textBounds[trigger->index].type == event.type;
        if (fits) {
            trigger->isTrigger = true;
            return true;
        }
        m_ids.find(event.id)->isRead = false;
        const std::string why =
            !isWords ? whyNot(event.trigger)
                     : fmt::format("is a {} and no {}",
                                   m_annotations.textBounds[trigger->index].type, event.type);
        report(event.line, fmt::format("{} rests on {}, which {}; the line is kept and not read",
                                       event.id, event.trigger, why));
        return false;
    }

    bool checkAttribute(const AttributeLine& attribute)
    {
        const KnownId* const target = m_ids.find(attribute.target);
        if (!target || !target->isTrigger)
            return true;
        m_ids.find(attribute.id)->isRead = false;
        report(
            attribute.line,
            fmt::format("{} says {} of {}, the words of an event, instead of the event; the line "
                        "is kept and not read",
                        attribute.id, attribute.name, attribute.target));
        return false;
    }

    void checkReferences()
    {
        for (const EventLine& event : m_annotations.events) {
            for (const Argument& argument : event.arguments)
                check(event.line, event.id, argument.target);
        }
        for (const RelationLine& relation : m_annotations.relations) {
            check(relation.line, relation.id, relation.target1);
            check(relation.line, relation.id, relation.target2);
        }
        for (const EquivLine& equiv : m_annotations.equivs) {
            for (const std::string& member : equiv.members)
                check(equiv.line, equiv.type, member);
        }
        for (const AttributeLine& attribute : m_annotations.attributes)
            check(attribute.line, attribute.id, attribute.target);
        for (const NormalizationLine& normalization : m_annotations.normalizations)
            check(normalization.line, normalization.id, normalization.target);
        for (const NoteLine& note : m_annotations.notes)
            check(note.line, note.id, note.target);
    }

    void check(int line, const std::string& from, const std::string& to)
    {
        const KnownId* const known = m_ids.find(to);
        if (known && known->isRead)
            return;
        report(line, fmt::format("{} names {}, which {}; the rest of the line is read", from, to,
                                 whyNot(to)));
    }

    /// Why an id is not there, to follow "which".
    std::string whyNot(std::string_view id) const
    {
        const KnownId* const known = m_ids.find(id);
        if (known && known->isRead)
            return "is no text-bound annotation (T)";
        if (const int line = known ? known->line : m_ids.unreadLine(id))
            return fmt::format("stands on line {} and could not be read", line);
        return "no line defines";
    }

    void report(int line, std::string message)
    {
        m_diagnostics.push_back({Severity::Error, m_fileName, line, std::move(message)});
    }

    Annotations& m_annotations;
    IdIndex& m_ids;
    const std::string& m_fileName;
    Diagnostics& m_diagnostics;
};

/// For each line, the first line of the group that it comes into by shared members.
std::vector<std::size_t> groupsOf(const std::vector<EquivLine>& equivs)
{
    std::vector<std::size_t> first(equivs.size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    const auto root = [&first](std::size_t i) {
        while (first[i] != i)
            i = first[i] = first[first[i]];
        return i;
    };
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> byMember;
    for (std::size_t i = 0; i < equivs.size(); ++i) {
        for (const std::string& member : equivs[i].members) {
            const auto at = byMember.try_emplace({equivs[i].type, member}, i).first;
            const auto [low, high] = std::minmax({root(at->second), root(i)});
            first[high] = low;
        }
    }
    for (std::size_t i = 0; i < first.size(); ++i)
        first[i] = root(i);
    return first;
}

void dropRepeated(std::vector<std::string>& members)
{
    std::unordered_set<std::string> seen;
    std::erase_if(members,
                  [&seen](const std::string& member) { return !seen.insert(member).second; });
}

} // namespace

void crossCheck(Annotations& annotations, IdIndex& ids, const std::string& fileName,
                Diagnostics& diagnostics)
{
    CrossCheck(annotations, ids, fileName, diagnostics).run();
}

void mergeEquivs(std::vector<EquivLine>& equivs)
{
    if (equivs.empty())
        return;
    const std::vector<std::size_t> groups = groupsOf(equivs);
    for (std::size_t i = 0; i < equivs.size(); ++i) {
        if (groups[i] == i)
            continue;
        EquivLine& group = equivs[groups[i]];
        std::ranges::move(equivs[i].members, std::back_inserter(group.members));
        group.mergedLines.push_back(equivs[i].line);
        equivs[i].members.clear();
    }
    std::erase_if(equivs, [](const EquivLine& equiv) { return equiv.members.empty(); });
    for (EquivLine& equiv : equivs)
        dropRepeated(equiv.members);
}

} // namespace entente
