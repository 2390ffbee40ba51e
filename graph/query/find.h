// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/foldedtext.h"
#include "graph/text/spelling.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

namespace entente
{

/// How a thing was found, the surest first.
enum class FoundBy {
    Exact,      ///< It is its name.
    Beginning,  ///< Its name begins so.
    Word,       ///< A word of its name does.
    Inside,     ///< It stands within its name.
    OtherName,  ///< In any of these ways, in another name of it.
    Spelling,   ///< A name of it is so spelt, in another system or another script.
    Resembling, ///< A name of it differs by a letter or two; only where nothing else is found,
                ///< neither in names nor in texts.
    Title,      ///< In the title of an article.
    Note,       ///< In a note on it.
    Quote,      ///< In the words that it rests on.
    Text,       ///< In an article.
};

/// As in files: "exact", "beginning", ….
std::string_view nameOf(FoundBy how);

/// A thing that a search found.
struct Hit
{
    std::variant<NodeId, EdgeId, ArticleId> id; ///< An edge of the events view: a relation.
    FoundBy by = FoundBy::Exact;
    std::string name; ///< As lists show it: "Choe Son-hui", "A — Foreign Minister — B".
    std::string type; ///< "Person", "Visit", "HoldsPosition"; of an article: its outlet.
    std::string
        words; ///< What was found, when it is not the name: another name, a note; else empty.
    int weight = 0;
    // Of quotes and texts.
    ClaimId claim; ///< Whose quote it is.
    ArticleId article;
    int places = 0;                 ///< How often it stands there, each place once.
    std::size_t begin = 0, end = 0; ///< The first of them, in the folded text: see placeOf().

    std::string idText() const;
};

/// Finds words in names, in what analysts noted, in quotes and in articles. Case, accents and kinds
/// of hyphens make no difference; a name is also found by how it sounds. It holds all it needs: to
/// make one takes 0.1 to 0.4 s for 10,000 meetings (the more where names are in many scripts) and
/// can be done by any thread, and so can to search.
class Finder
{
public:
    Finder() = default;
    /// @param before what it was made from another time: texts that are the same are not folded
    /// again. May be null.
    Finder(Store store, std::shared_ptr<const KnowledgeGraph> events, const Finder* before,
           const Progress& progress = {});

    /// Each thing once, by the surest way it is found; of one way entities first, then the
    /// weightiest. Rejected claims are not searched. Nothing for words without letters.
    /// @param passing the claims whose notes and quotes are searched, and no others'; null: all.
    /// @returns what it has when it is asked to stop.
    std::vector<Hit> find(std::string_view words, const Progress& progress = {},
                          const std::unordered_set<ClaimId>* passing = nullptr) const;

    /// Where the words of a hit in a quote or a text stand in its article; empty for others. Worked
    /// out when it is looked at, for a search may find thousands.
    TextSpan placeOf(const Hit& hit) const;

private:
    /// Something that is said of a thing.
    struct Said
    {
        std::variant<NodeId, EdgeId, ArticleId> of;
        FoundBy by = FoundBy::Exact; ///< Its name; or OtherName, Title or Note.
        bool isCode = false;         ///< "RUS" and "Q159" are given whole.
        std::string words;           ///< As they stand.
        std::string folded;
        Spelling spelling; ///< Of entities' names; empty for others.
        ClaimId claim;     ///< Whose note it is; nil for others.
    };
    struct QuotePlace
    {
        std::size_t begin = 0, end = 0;                ///< In the folded text.
        std::variant<NodeId, EdgeId, ArticleId> thing; ///< What rests on it.
        ClaimId claim;
    };
    struct Text
    {
        ArticleId article;
        std::shared_ptr<const SourceText> source;
        std::shared_ptr<const FoldedText> folded;
        std::vector<QuotePlace> quotes; ///< Those of one thing together, in the order they begin.
    };
    static void putTogether(std::vector<QuotePlace>& quotes);
    class Search;

    void takeNode(const Node& node);
    void takeArticle(const Article& article);
    void takeNotes(const Claim& claim);
    void takeTexts(const Finder* before, const Progress& progress);
    void say(Said said);
    std::variant<NodeId, EdgeId, ArticleId> whatRestsOn(const Claim& claim) const;

    Store m_store;
    std::shared_ptr<const KnowledgeGraph> m_events;
    std::vector<Said> m_said;
    std::vector<Text> m_texts; ///< In the order of the articles.
    std::unordered_map<ClaimId, EdgeId> m_relations;
};

} // namespace entente
