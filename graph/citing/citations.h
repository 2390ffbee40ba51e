// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/citing/excerpt.h"
#include "graph/model/records.h"
#include "graph/query/strength.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente
{

class Copies;
class KnowledgeGraph;
class Ontology;
class Store;

/// Where citations are read from; borrowed for as long as a call lasts.
struct CitingBase
{
    const Store& store;
    const Ontology& ontology;
    const KnowledgeGraph& events;
    const Copies& copies;
};

/// Something that is said and what it rests on.
struct Citable
{
    std::string about; ///< In words: "Visit: Choe Son-hui to Russia (15 January 2024)".
    std::vector<ClaimId> claims;
    std::optional<Modality> modality; ///< What the claims add up to.
    bool isEvent = true;              ///< Else a relation, of which modality is rarely said.
    /// Those by which it is graded, where these are more: who denies it, too. Empty: the claims.
    std::vector<ClaimId> gradedBy = {};
    bool isContested = false; ///< Some are certain of it, others of the contrary.
};

/// An event, or an entity with all that is said of it. @pre it is in the graph of events.
Citable citableOf(const CitingBase& base, NodeId id);
/// An edge of the events, or a tie of theirs. @pre it is in the graph.
Citable citableOf(const CitingBase& base, const KnowledgeGraph& graph, EdgeId id);

/// An article that something rests on, as a list of sources gives it.
struct CitedArticle
{
    ArticleId id;
    int number = 0;   ///< From 1, in the order in which they are first cited.
    std::string name; ///< Its path in the corpus, which tells it from all others.
    std::string title, outlet, byline;
    std::vector<std::string> chain; ///< Who published it, after whom.
    std::optional<Edtf> published;
    std::string address; ///< As recorded; see webAddress().
    std::string language;
    std::string reliability;
    /// The numbers of the others that are one source with it, and whose words it is.
    std::vector<int> sameAs;
    std::string origin;
    bool isCopied = false; ///< It carries the same passage as one of them.
};

/// What one claim says, and who says it.
struct CitedClaim
{
    ClaimId claim;
    int article = 0;     ///< Its number; 0: an analyst's judgement, which is no source's.
    std::string quote;   ///< Verbatim; of a judgement its reason.
    Excerpt excerpt;     ///< The same within its sentence.
    std::string warning; ///< When the quote is not where it was recorded, or nobody marked it.
    std::string language;
    std::string sureness; ///< "happened, certain"; empty: a relation of which nothing is said.
    std::string dates;    ///< "15–17 January 2024"
    std::string speaker;  ///< "according to …"
    std::string graded;   ///< "source B, usually reliable; information 2, probably true"
    std::vector<std::string> notes; ///< Of whoever annotated it.
};

struct Citation
{
    int number = 0; ///< From 1.
    std::string about;
    std::string modality; ///< In words; empty where none is said of a relation.
    Strength strength;
    std::string sources; ///< "4 articles, 2 independent sources"; empty: judgements alone.
    std::vector<CitedClaim> claims; ///< The earliest report first, those without a date last.
};

/// Endnotes: one number for each thing that is cited, and each article once.
struct Citations
{
    std::vector<Citation> notes;
    std::vector<CitedArticle> articles;
};

/// Cites things one after the other. What an analyst has rejected is never cited.
class Citing
{
public:
    explicit Citing(const CitingBase& base)
        : m_base(base)
    {
    }

    /// @returns its number.
    int cite(const Citable& thing);
    /// The same claims once more, without a number: beside each other, as when they disagree.
    std::vector<CitedClaim> claimsOf(std::span<const ClaimId> claims);
    /// All of it, when nothing more is cited.
    Citations take() &&;

private:
    CitedClaim cited(const Claim& claim);
    int numberOf(const Article& article);
    void joinCopies();

    const CitingBase& m_base;
    Citations m_citations;
    std::map<ArticleId, int> m_numbers;
    std::vector<ClaimId> m_claims;
};

/// The things in the order in which they are shown; the same input gives the same value.
Citations citationsOf(const CitingBase& base, std::span<const Citable> things);

/// An address that a reader may be led to: of the web, or a DOI as the web has it; empty: it is
/// none, and stays words.
std::string webAddress(const std::string& address);

/// Where it stands, in short: "The Lantern, 15 January 2024".
std::string placeOf(const CitedArticle& article);
/// “She went”, The Lantern, 15 January 2024 … as lists of sources have it; the address apart.
std::string wordsOf(const CitedArticle& article);
/// "One source with 2 and 5, all after Reuters"; empty: it is nobody's copy.
/// @param sign before each number: "S".
std::string copyWords(const CitedArticle& article, const std::string& sign);

} // namespace entente
