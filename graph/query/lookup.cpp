// SPDX-License-Identifier: Apache-2.0
#include "graph/query/lookup.h"

#include "graph/text/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace entente
{

namespace
{

/// How well a name fits, the best first. An event is named after those who take part: who says
/// "choe" means her, not all her visits.
enum class Fit { Id, Name, Alias, Title, Words, WordsOfEvent };

bool beginsWords(const std::string& text, const std::string& words)
{
    return (" " + text).find(" " + words) != std::string::npos;
}

class Lookup
{
public:
    Lookup(const std::string& name, const KnowledgeGraph& events, const KnowledgeGraph& actors)
        : m_name(name)
        , m_folded(folded(name))
    {
        if (m_folded.empty())
            return;
        for (const NodeId id : events.nodes())
            m_names.emplace(id, namesOf(*events.node(id)));
        for (const NodeId id : events.nodes())
            takeNode(*events.node(id));
        for (const EdgeId id : events.edges())
            takeEdge(events, *events.edge(id));
        for (const EdgeId id : actors.edges())
            takeEdge(actors, *actors.edge(id));
    }

    /// Those of the best fit.
    std::vector<Candidate> best()
    {
        for (std::vector<Candidate>& found : m_found) {
            if (found.empty())
                continue;
            std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::weight);
            return std::move(found);
        }
        return {};
    }

private:
    void add(Fit fit, Candidate candidate)
    {
        m_found.at(static_cast<std::size_t>(fit)).push_back(std::move(candidate));
    }

    void takeNode(const Node& node)
    {
        Candidate candidate{node.id, false, node.name, node.type, {}, node.weight};
        if (node.id.text() == m_name)
            return add(Fit::Id, std::move(candidate));
        const bool hasOutsideId =
            std::ranges::any_of(node.ids, [&](const OutsideId& id) { return id.entry == m_name; });
        if (hasOutsideId)
            return add(Fit::Id, std::move(candidate));
        const std::string& name = m_names[node.id].front();
        if (name == m_folded)
            return add(Fit::Name, std::move(candidate));
        if (!node.title.empty() && folded(node.title) == m_folded)
            return add(Fit::Title, std::move(candidate));
        // The words that stand for an event ("visit") are no names of it.
        const bool isEntity = node.kind == NodeKind::Entity;
        for (const Alias& alias : node.aliases) {
            if (isEntity && folded(alias.name) == m_folded) {
                candidate.because = alias.name;
                return add(Fit::Alias, std::move(candidate));
            }
        }
        if (beginsWords(name, m_folded))
            return add(isEntity ? Fit::Words : Fit::WordsOfEvent, std::move(candidate));
        for (const Alias& alias : node.aliases) {
            if (isEntity && beginsWords(folded(alias.name), m_folded)) {
                candidate.because = alias.name;
                return add(Fit::Words, std::move(candidate));
            }
        }
    }

    void takeEdge(const KnowledgeGraph& graph, const Edge& edge)
    {
        const bool isTie = edge.kind == EdgeKind::Tie;
        const NodeId source = graph.source(edge.id);
        const NodeId target = graph.target(edge.id);
        const bool isId = edge.id.text() == m_name;
        if (!isId && !fits(m_names.at(source), m_names.at(target), edge))
            return;
        const std::string name =
            fmt::format("{} — {} — {}", graph.node(source)->name,
                        isTie ? std::string("tie") : edge.label, graph.node(target)->name);
        add(isId ? Fit::Id : Fit::Name,
            {edge.id, isTie, name, edge.type, {}, static_cast<int>(edge.claims.size())});
    }

    /// Folded: a name, and for an event also its title alone, and with its type before it. Lists,
    /// the panel and the canvas each have room for one of these.
    static std::vector<std::string> namesOf(const Node& node)
    {
        std::vector<std::string> names{folded(node.name)};
        if (node.title.empty())
            return names;
        names.push_back(folded(node.title));
        const std::size_t typeEnds = node.name.find(": ");
        if (typeEnds != std::string::npos)
            names.push_back(folded(node.name.substr(0, typeEnds) + ": " + node.title));
        return names;
    }

    /// Dashes fold to spaces, so that "A — Visitor — B" is "a visitor b" here. Either end may come
    /// first.
    bool fits(const std::vector<std::string>& sources, const std::vector<std::string>& targets,
              const Edge& edge) const
    {
        const auto between = [&](const std::string& first, const std::string& last) {
            if (!m_folded.starts_with(first) || !m_folded.ends_with(last) ||
                m_folded.size() <= first.size() + last.size())
                return false; // Spares most edges the rest.
            const std::string middle =
                m_folded.substr(first.size(), m_folded.size() - first.size() - last.size());
            return middle == " " || middle == fmt::format(" {} ", folded(edge.label)) ||
                   middle == fmt::format(" {} ", folded(edge.type));
        };
        for (const std::string& source : sources) {
            for (const std::string& target : targets) {
                if (between(source, target) || between(target, source))
                    return true;
            }
        }
        return false;
    }

    const std::string& m_name;
    std::string m_folded;
    std::unordered_map<NodeId, std::vector<std::string>> m_names; ///< Folded.
    std::array<std::vector<Candidate>, 6> m_found;                ///< By fit.
};

} // namespace

std::string Candidate::idText() const
{
    return std::visit([](const auto& one) { return one.text(); }, id);
}

std::vector<Candidate> lookUp(const std::string& name, const KnowledgeGraph& events,
                              const KnowledgeGraph& actors)
{
    return Lookup(name, events, actors).best();
}

} // namespace entente
