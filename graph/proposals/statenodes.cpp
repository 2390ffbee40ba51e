// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/statenodes.h"

#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/proposals/namesof.h"
#include "graph/proposals/statenames.h"
#include "graph/text/fold.h"

#include <unicode/locid.h>

#include <algorithm>
#include <map>

namespace entente
{

namespace
{

std::string inCapitals(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

/// The alpha-3 code of a code of ISO 3166-1; empty for others.
std::string alpha3Of(const std::string& code)
{
    const std::string wanted = inCapitals(code);
    if (wanted.size() == 2)
        return icu::Locale("", wanted.c_str()).getISO3Country();
    static const std::vector<std::string> codes = stateCodes();
    return std::ranges::find(codes, wanted) == codes.end() ? std::string() : wanted;
}

/// By its folded name in the languages that most of our articles are in.
const std::string& stateByName(const std::string& name)
{
    static const std::map<std::string, std::string> states = [] {
        std::map<std::string, std::string> all;
        for (const char* language : {"en", "ko", "ru"}) {
            const StateNames names = readStateNames({}, language).names;
            for (const std::string& code : stateCodes())
                all.emplace(folded(names.nameOf(code)), code);
        }
        return all;
    }();
    static const std::string none;
    const auto found = states.find(folded(name));
    return found == states.end() ? none : found->second;
}

std::string stateById(const Node& node)
{
    const auto id = std::ranges::find_if(
        node.ids, [](const OutsideId& one) { return isIso3166(one.authority); });
    return id == node.ids.end() ? std::string() : alpha3Of(id->entry);
}

} // namespace

std::string stateTypeOf(const Ontology& ontology)
{
    if (ontology.knowsEntity("State"))
        return "State";
    const auto type = std::ranges::find_if(ontology.entityOrder, [&](const std::string& name) {
        return ontology.entity(name).shape == Shape::RoundedSquare;
    });
    return type == ontology.entityOrder.end() ? std::string() : *type;
}

StateNodes::StateNodes(const Store& store, const KnowledgeGraph& events, const Ontology& ontology)
    : m_type(stateTypeOf(ontology))
{
    if (m_type.empty())
        return;
    for (const NodeId id : events.nodes()) {
        const Node& node = *events.node(id);
        if (node.kind != NodeKind::Entity || node.type != m_type)
            continue;
        Known known{stateById(node), id, node.weight, namesOf(node, store)};
        for (const std::string& name : known.names) {
            if (known.state.empty())
                known.state = stateByName(name);
        }
        m_known.push_back(std::move(known));
    }
    std::ranges::stable_sort(m_known, std::ranges::greater{}, &Known::weight);
}

std::unordered_map<std::string, NodeId> StateNodes::nodes(const StateNames& names) const
{
    std::unordered_map<std::string, NodeId> result;
    for (const Known& known : m_known) {
        if (!known.state.empty())
            result.try_emplace(known.state, known.node);
    }
    for (const Known& known : m_known) {
        if (!known.state.empty())
            continue;
        for (const std::string& name : known.names) {
            const std::vector<std::string> states = names.statesCalled(name);
            if (states.size() == 1) // "Korea" tells neither.
                result.try_emplace(states.front(), known.node);
        }
    }
    return result;
}

} // namespace entente
