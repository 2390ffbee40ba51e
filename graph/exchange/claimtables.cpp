// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/claimtables.h"

#include "graph/exchange/csv.h"
#include "graph/exchange/flatgraph.h"
#include "graph/exchange/nodelink.h"
#include "graph/model/attribution.h"
#include "graph/model/fillers.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace entente
{

namespace
{

using Line = std::vector<std::string>;

Line headerOf(const std::vector<FlatColumn>& columns, Line before)
{
    for (const FlatColumn& column : columns)
        before.push_back(column.name);
    return before;
}

std::string lineOf(const std::vector<FlatValue>& values, Line before)
{
    for (const FlatValue& value : values)
        before.push_back(textOf(value));
    return csvLine(before);
}

class ClaimRows
{
public:
    explicit ClaimRows(const NodeLink& content)
        : m_content(content)
        , m_store(content.store)
    {
    }

    std::string claims() const
    {
        std::string text =
            csvLine({"id",         "article", "outlet",      "published",   "type",
                     "about",      "roles",   "modality",    "factuality",  "polarity",
                     "aspect",     "date",    "attribution", "reliability", "credibility",
                     "confidence", "origin",  "quotes",      "notes",       "tags"});
        forEach([&](const Claim& claim, const Article& article) {
            std::vector<std::string> quotes;
            quotes.reserve(claim.quotes.size());
            for (const Quote& quote : claim.quotes)
                quotes.push_back(fmt::format("“{}”", quote.text));
            std::vector<std::string> dates;
            dates.reserve(claim.dates.size());
            for (const Edtf& date : claim.dates)
                dates.push_back(date.text);
            text += csvLine({claim.id.text(),
                             article.name,
                             article.outlet,
                             publishedOf(article),
                             claim.type,
                             aboutOf(claim),
                             joined(rolesOf(claim)),
                             modalityOf(claim),
                             factualityOf(claim),
                             claim.polarity,
                             claim.aspect,
                             joined(dates),
                             wordsOf(attributionOf(m_store, m_content.events, claim)),
                             claim.reliability,
                             claim.credibility,
                             claim.confidence,
                             claim.origin == Origin::ByHand ? "by hand" : "annotated",
                             joined(quotes),
                             joined(claim.notes),
                             joined(claim.tags)});
        });
        return text;
    }

    std::string quotes() const
    {
        std::string text = csvLine({"claim", "article", "outlet", "published", "address", "start",
                                    "end", "status", "marked", "quote", "about", "modality"});
        forEach([&](const Claim& claim, const Article& article) {
            for (const Quote& quote : claim.quotes) {
                const bool isFound = quote.status != QuoteStatus::Missing && !quote.spans.empty();
                const TextSpan hull = hullOf(quote.spans);
                text += csvLine(
                    {claim.id.text(), article.name, article.outlet, publishedOf(article),
                     article.address, isFound ? fmt::format("{}", hull.begin) : std::string(),
                     isFound ? fmt::format("{}", hull.end) : std::string(),
                     std::string(nameOf(quote.status)), std::string(nameOf(quote.source)),
                     quote.text, aboutOf(claim), modalityOf(claim)});
            }
        });
        return text;
    }

private:
    void forEach(const auto& take) const
    {
        const std::set<ClaimId> wanted = claimsBehind(m_content.shown);
        for (const ArticleId article : m_store.articles()) {
            for (const Claim& claim : m_store.records(article).claims) {
                if (wanted.contains(claim.id))
                    take(claim, *m_store.article(article));
            }
        }
    }

    static std::string joined(const std::vector<std::string>& texts)
    {
        return fmt::format("{}", fmt::join(texts, "; "));
    }
    static std::string publishedOf(const Article& article)
    {
        return article.published ? article.published->text : std::string();
    }
    static std::string modalityOf(const Claim& claim)
    {
        return claim.modality ? std::string(nameOf(*claim.modality)) : std::string();
    }
    static std::string factualityOf(const Claim& claim)
    {
        return claim.factuality ? std::string(nameOf(*claim.factuality)) : std::string();
    }

    /// Without the evidence, which is among the quotes.
    std::vector<std::string> rolesOf(const Claim& claim) const
    {
        std::vector<std::string> roles;
        for (const RoleFiller& role : claim.roles) {
            const auto* id = std::get_if<MentionId>(&role.filler);
            const Mention* words = id != nullptr ? m_store.mention(*id) : nullptr;
            if (words == nullptr || m_content.ontology.entity(words->type).use != EntityUse::Quote)
                roles.push_back(fmt::format("{}: {}", role.role, nameOf(fillers(), role.filler)));
        }
        return roles;
    }

    std::string aboutOf(const Claim& claim) const
    {
        return subjectOf(fillers(), m_content.ontology, claim);
    }

    FillerBase fillers() const { return {m_store, m_content.events}; }

    const NodeLink& m_content;
    const Store& m_store;
};

} // namespace

std::string nodesCsv(const FlatGraph& graph)
{
    std::string text = csvLine(headerOf(graph.nodeColumns, {"id", "label"}));
    for (const FlatNode& node : graph.nodes)
        text += lineOf(node.values, {node.id, node.label});
    return text;
}

std::string edgesCsv(const FlatGraph& graph)
{
    std::map<std::string_view, std::string_view> labels;
    for (const FlatNode& node : graph.nodes)
        labels.emplace(node.id, node.label);
    std::string text =
        csvLine(headerOf(graph.edgeColumns, {"id", "source", "target", "source_label",
                                             "target_label", "label", "weight"}));
    for (const FlatEdge& edge : graph.edges)
        text += lineOf(edge.values,
                       {edge.id, edge.source, edge.target, std::string(labels.at(edge.source)),
                        std::string(labels.at(edge.target)), edge.label,
                        fmt::format("{}", edge.weight)});
    return text;
}

std::string claimsCsv(const NodeLink& content) { return ClaimRows(content).claims(); }

std::string quotesCsv(const NodeLink& content) { return ClaimRows(content).quotes(); }

} // namespace entente
