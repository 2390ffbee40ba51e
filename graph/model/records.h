// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/base/geometry.h"
#include "graph/base/id.h"
#include "graph/model/modality.h"
#include "graph/text/edtf.h"
#include "graph/text/textspan.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente
{

class SourceText;

/// A document as its publisher gave it out, with what is known of where it comes from.
struct Article
{
    ArticleId id;
    std::string name;               ///< Path within the folder, without suffix: "2024/choe-visits".
    std::string file;               ///< The text file it was read from, as diagnostics name it.
    std::string title;              ///< The name's last part when no metadata gives one.
    std::string outlet;             ///< Empty: unknown.
    std::vector<std::string> chain; ///< Who copied whom, outermost first.
    std::string byline;
    std::string address;
    std::optional<Edtf> published;
    std::string language;    ///< BCP 47; empty: unknown.
    std::string reliability; ///< Of the source, Admiralty code A–F; empty: not graded.
    std::vector<std::string> tags;
    std::string sha256;                     ///< Of the text's bytes, in hexadecimal.
    std::shared_ptr<const SourceText> text; ///< Never null in the store.
    bool annotated = true;                  ///< False: there was a text and no annotation file.
    std::string annotationSha256;           ///< Of the annotation file's bytes; empty: none.
    /// The annotation file that the records came from, to the byte, for whoever writes it again.
    std::shared_ptr<const std::string> annotation; ///< Null: none.
    /// What was written beside it (NAME.json), to the byte: it may say more than we know of.
    std::optional<std::string> metadata;

    bool operator==(const Article& other) const;
};

/// The name of something outside: {"Wikidata", "Q423"}.
struct OutsideId
{
    std::string authority;
    std::string entry;
    std::string text; ///< Its name there, as the annotation gives it.

    auto operator<=>(const OutsideId&) const = default;
};

/// Whether they name the same, whatever it is called there.
inline bool nameTheSame(const OutsideId& a, const OutsideId& b)
{
    return a.authority == b.authority && a.entry == b.entry;
}
/// Adds those that are new; one that is there without a text takes the other's.
void addIds(std::vector<OutsideId>& ids, const std::vector<OutsideId>& more);

/// Words of an article that name something, with how they were found again.
struct Mention
{
    MentionId id;
    ArticleId article;
    std::string sourceId; ///< The id in the annotation file: "T4".
    std::string type;
    TextSpans spans;
    std::string text; ///< As recorded.
    QuoteStatus status = QuoteStatus::Exact;
    std::string anchoredBy;
    EntityId entity; ///< Nil for dates, cues, quotes, positions and triggers.
    std::vector<OutsideId> ids;
    std::string form; ///< "Name", "Nominal", "Pronoun"; empty: not said.
    std::string note;

    bool operator==(const Mention&) const = default;
};

/// One actor, place or thing, as one article speaks of it. The graph joins those of many articles.
struct Entity
{
    EntityId id;
    ArticleId article;
    std::string type;
    std::vector<OutsideId> ids;
    std::string name; ///< Given by an analyst; empty: chosen from the mentions.
    std::string note;
    std::vector<std::string> tags;

    bool operator==(const Entity&) const = default;
};

/// One meeting (in the wide sense), as one article speaks of it. The graph joins those of many.
struct Event
{
    EventId id;
    ArticleId article;
    std::string type;
    std::vector<OutsideId> ids;
    std::string title; ///< Given by an analyst; empty: made from the roles.
    std::string note;
    std::vector<std::string> tags;

    bool operator==(const Event&) const = default;
};

/// Where the words of a quote come from.
enum class QuoteSource {
    Evidence, ///< The annotation marks them.
    Sentence, ///< The sentence round trigger and arguments: no evidence was marked.
};

/// As in files: "evidence", "sentence".
std::string_view nameOf(QuoteSource source);
/// As in files: "exact", "moved", "missing".
std::string_view nameOf(QuoteStatus status);

/// Words of an article that a claim rests on: what can be shown, found again and checked.
struct Quote
{
    TextSpans spans;
    std::string text; ///< As recorded; for a sentence, as cut from the article.
    QuoteStatus status = QuoteStatus::Exact;
    std::string anchoredBy;
    QuoteSource source = QuoteSource::Evidence;

    bool operator==(const Quote&) const = default;
};

/// What fills a role: words that name something, or another claim of the article (its event).
using Filler = std::variant<MentionId, ClaimId>;

struct RoleFiller
{
    std::string role; ///< Without its number: "Participant".
    Filler filler;

    bool operator==(const RoleFiller&) const = default;
};

enum class Origin { Annotated, ByHand };

/// What one passage says of one event, or of one relation between two things. Claims are never
/// blended: they come together in an event and stay apart within it.
struct Claim
{
    ClaimId id;
    ArticleId article;
    std::string sourceId; ///< "E1", "R4"
    std::string type;     ///< Of the event or of the relation.
    EventId event;        ///< Nil when it is the claim of a relation (then roles has exactly two).
    MentionId trigger;    ///< Nil for relations.
    std::vector<Quote> quotes;
    std::vector<RoleFiller>
        roles; ///< All of them: participants, Source, Place, Time, Cue, Evidence.
    std::optional<Modality> modality;     ///< None: unstated.
    std::optional<Factuality> factuality; ///< None: unstated.
    std::string polarity;                 ///< "Positive", "Negative"; empty: unstated.
    std::string aspect;
    std::vector<Edtf> dates; ///< Of its Time fillers.
    std::string confidence;  ///< Analyst's: High, Moderate, Low.
    std::string reliability; ///< Analyst's grade of the source for this claim, A–F.
    std::string credibility; ///< Analyst's grade of the information, 1–6.
    std::map<std::string, std::string> otherAttributes;
    std::vector<OutsideId> ids;
    std::vector<std::string> notes;
    std::vector<std::string> tags;
    Origin origin = Origin::Annotated;
    bool rejected = false; ///< By an analyst: kept, and no part of the graph.

    bool isRelation() const { return event.isNil(); }
    bool operator==(const Claim&) const = default;
};

/// A way of looking at the graph that an analyst keeps under a name.
struct SavedView
{
    ViewId id;
    std::string name;
    std::string state; ///< As the window writes it.

    bool operator==(const SavedView&) const = default;
};

/// An article and all that is said of it; each list in the order of its annotation file.
struct ArticleRecords
{
    Article article;
    std::vector<Mention> mentions;
    std::vector<Entity> entities;
    std::vector<Event> events;
    std::vector<Claim> claims;

    bool operator==(const ArticleRecords&) const = default;
};

} // namespace entente
