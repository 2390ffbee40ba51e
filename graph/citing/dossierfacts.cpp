// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossierfacts.h"

#include "graph/model/graph.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente
{

namespace
{

void add(std::vector<DossierFact>& facts, const std::string& label, DossierFact::Value value)
{
    const auto found = std::ranges::find(facts, label, &DossierFact::label);
    if (found == facts.end())
        facts.push_back({label, {std::move(value)}});
    else if (std::ranges::find(found->values, value.text, &DossierFact::Value::text) ==
             found->values.end())
        found->values.push_back(std::move(value));
}

/// Where an authority shows its entry; empty: it says nowhere.
std::string addressOf(const Ontology& ontology, const OutsideId& id)
{
    const auto found = ontology.authorities.find(id.authority);
    if (found == ontology.authorities.end())
        return {};
    std::string address = found->second.urlBase;
    const std::size_t place = address.find("%s");
    return place == std::string::npos ? std::string()
                                      : webAddress(address.replace(place, 2, id.entry));
}

void addEvent(std::vector<DossierFact>& facts, const KnowledgeGraph& shown, const Node& event)
{
    if (event.date)
        add(facts, "When", {wordsOf(*event.date), {}, false});
    std::string sureness = surenessWords(event);
    if (!event.modalityReason.empty())
        sureness += ": " + event.modalityReason;
    add(facts, "How sure", {std::move(sureness), {}, false});
    for (const EdgeId id : shown.edgesAt(event.id)) {
        const Edge& edge = *shown.edge(id);
        if (edge.kind == EdgeKind::Role && shown.source(id) == event.id)
            add(facts, edge.label, {shown.node(shown.target(id))->name, {}, true});
    }
}

} // namespace

std::string wordsOf(const HeldPosition& position)
{
    return position.of.empty() ? position.title
                               : fmt::format("{}, {}", position.title, position.of);
}

std::vector<DossierFact> factsOf(const CitingBase& base, const KnowledgeGraph& shown,
                                 const Node& node)
{
    std::vector<DossierFact> facts;
    if (node.kind == NodeKind::Event) {
        addEvent(facts, shown, node);
    } else {
        for (const Alias& alias : node.aliases) {
            if (alias.name != node.name)
                add(facts, "Also called", {alias.name, {}, true});
        }
        for (const HeldPosition& position : node.positions)
            add(facts, "Offices", {wordsOf(position), {}, true});
    }
    for (const OutsideId& id : node.ids)
        add(facts, id.authority, {id.entry, addressOf(base.ontology, id), false});
    return facts;
}

} // namespace entente
