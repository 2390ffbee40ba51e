// SPDX-License-Identifier: Apache-2.0
#include "graph/query/lookalikes.h"

#include "graph/base/inparallel.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/fold.h"
#include "graph/text/spelling.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace entente
{

namespace
{

/// "a senior official" names nobody. Scripts without case are taken as they are.
bool isName(const std::string& text)
{
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
    return !utf16.isEmpty() && !u_islower(utf16.char32At(0));
}

using Checker = std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>;

/// What all names that look alike have in common.
std::string skeletonOf(const Checker& checker, const std::string& name)
{
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString skeleton;
    uspoof_getSkeletonUnicodeString(checker.get(), 0, icu::UnicodeString::fromUTF8(name), skeleton,
                                    &error);
    std::string utf8;
    return U_SUCCESS(error) ? skeleton.toUTF8String(utf8) : utf8;
}

/// A name that a node goes by, as it is compared.
struct Called
{
    std::size_t node; ///< Its place in the graph.
    std::string name;
    std::string folded;
    std::string skeleton;
    Spelling spelling;
};

class Search
{
public:
    Search(const KnowledgeGraph& graph, const Store& store, const Ontology& ontology)
        : m_graph(graph)
        , m_ontology(ontology)
    {
        for (const NodeId id : graph.nodes()) {
            if (const Node* node = graph.node(id); node->kind == NodeKind::Entity)
                m_nodes.push_back(node);
        }
        takeNames();
        takeVerdicts(store);
    }

    std::vector<LookAlikes> run()
    {
        addByLetters();
        addBySpelling();
        std::ranges::stable_sort(m_found, {}, [](const Found& found) {
            return std::pair(found.alike.likeness, found.members);
        });
        std::vector<LookAlikes> all;
        all.reserve(m_found.size());
        for (Found& found : m_found)
            all.push_back(std::move(found.alike));
        return all;
    }

private:
    /// The preferred name, and of a person all full names: families share the rest.
    void takeNames()
    {
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const Node& node = *m_nodes[i];
            if (node.aliases.empty() || !isName(node.name))
                continue;
            m_called.push_back(
                {.node = i, .name = node.name, .folded = {}, .skeleton = {}, .spelling = {}});
            if (!m_ontology.entity(node.type).isPerson)
                continue;
            for (const Alias& alias : node.aliases) {
                if (alias.name != node.name && isName(alias.name) &&
                    alias.name.find(' ') != std::string::npos)
                    m_called.push_back({.node = i,
                                        .name = alias.name,
                                        .folded = {},
                                        .skeleton = {},
                                        .spelling = {}});
            }
        }
        UErrorCode error = U_ZERO_ERROR;
        const Checker checker(uspoof_open(&error), &uspoof_close);
        inParallel(m_called.size(), [&](std::size_t i) {
            Called& called = m_called[i];
            called.folded = folded(called.name);
            if (U_SUCCESS(error))
                called.skeleton = skeletonOf(checker, called.name);
            called.spelling = spellingOf(called.name);
        });
    }

    void takeVerdicts(const Store& store)
    {
        std::unordered_map<NodeId, std::size_t> places;
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            places.emplace(m_nodes[i]->id, i);
        for (const auto& [pair, verdict] : store.entityVerdicts()) {
            const auto a = places.find(m_graph.nodeOf(pair.first));
            const auto b = places.find(m_graph.nodeOf(pair.second));
            if (verdict == Sameness::Apart && a != places.end() && b != places.end())
                m_apart.insert(std::minmax(a->second, b->second));
        }
    }

    /// By an analyst, or by ids of one authority none of which is the same.
    bool areApart(std::size_t a, std::size_t b) const
    {
        if (m_apart.contains(std::minmax(a, b)))
            return true;
        return std::ranges::any_of(m_nodes[a]->ids, [&](const OutsideId& id) {
            const auto ofAuthority = [&](const OutsideId& other) {
                return other.authority == id.authority;
            };
            const auto same = [&](const OutsideId& other) { return nameTheSame(id, other); };
            const std::vector<OutsideId>& others = m_nodes[b]->ids;
            return std::ranges::any_of(others, ofAuthority) && std::ranges::none_of(others, same);
        });
    }

    using Bucket = std::vector<const Called*>;

    /// Those of a bucket that are like another one of it and may be one with it.
    void add(Likeness likeness, const Bucket& bucket, auto areAlike)
    {
        std::map<std::size_t, const Called*> members;
        for (const Called* one : bucket) {
            const auto isLike = [&](const Called* other) {
                return one->node != other->node && areAlike(*one, *other) &&
                       !areApart(one->node, other->node);
            };
            if (!members.contains(one->node) && std::ranges::any_of(bucket, isLike))
                members.emplace(one->node, one);
        }
        if (members.empty())
            return;
        Found found{{likeness, {}, {}}, {}};
        for (const auto& [node, called] : members) {
            found.members.push_back(node);
            found.alike.nodes.push_back(m_nodes[node]->id);
            found.alike.names.push_back(called->name);
        }
        if (m_reported.insert(found.members).second)
            m_found.push_back(std::move(found));
    }

    void addByLetters()
    {
        std::unordered_map<std::string_view, Bucket> buckets;
        for (const Called& called : m_called) {
            if (!called.skeleton.empty())
                buckets[called.skeleton].push_back(&called);
        }
        for (const auto& [skeleton, bucket] : buckets)
            add(Likeness::Letters, bucket,
                [](const Called& a, const Called& b) { return a.folded != b.folded; });
    }

    /// A word of a person's name alone is the same for many, in all its spellings.
    bool isFullName(const Called& called) const
    {
        return !m_ontology.entity(m_nodes[called.node]->type).isPerson ||
               called.spelling.wordStarts.size() > 1;
    }

    void addBySpelling()
    {
        using Key = std::pair<std::string_view, std::string_view>;
        std::map<Key, Bucket> bySpelling;
        std::map<Key, Bucket> byUnvoiced;
        std::map<Key, Bucket> byName;
        for (const Called& called : m_called) {
            const std::string_view type = m_nodes[called.node]->type;
            byName[{type, called.folded}].push_back(&called);
            if (called.spelling.letters.empty() || !isFullName(called))
                continue;
            bySpelling[{type, called.spelling.letters}].push_back(&called);
            byUnvoiced[{type, called.spelling.unvoiced}].push_back(&called);
        }
        const auto differ = [](const Called& a, const Called& b) { return a.folded != b.folded; };
        for (const auto& [key, bucket] : bySpelling)
            add(Likeness::Spelling, bucket, differ);
        for (const auto& [key, bucket] : byUnvoiced)
            add(Likeness::Spelling, bucket, [&](const Called& a, const Called& b) {
                return differ(a, b) && (a.spelling.isKorean || b.spelling.isKorean);
            });
        for (const auto& [key, bucket] : byName)
            add(Likeness::Same, bucket, [](const Called&, const Called&) { return true; });
    }

    struct Found
    {
        LookAlikes alike;
        std::vector<std::size_t> members; ///< Their places in the graph.
    };

    const KnowledgeGraph& m_graph;
    const Ontology& m_ontology;
    std::vector<const Node*> m_nodes;
    std::vector<Called> m_called;
    std::set<std::pair<std::size_t, std::size_t>> m_apart;
    std::set<std::vector<std::size_t>> m_reported; ///< Once, as what is gravest.
    std::vector<Found> m_found;
};

} // namespace

std::vector<LookAlikes> lookAlikes(const KnowledgeGraph& graph, const Store& store,
                                   const Ontology& ontology)
{
    return Search(graph, store, ontology).run();
}

} // namespace entente
