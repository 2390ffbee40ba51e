// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/model/edit.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente
{

class Store;

// entente.jsonl stands in the root of a folder of articles and says what their files cannot. It is
// read after them, each of its lines by itself and in their order: JSON objects, of which "kind"
// says what they are.
//
// "entente"     the first line: "version" is 1, "about" tells people what this is.
// "records"     what the records of one article are called. A record that comes from a file has an
//               id that is made from the article and the id of its line; one made by hand has
//               another, and keeps it by this. "file" is the article's name within the folder;
//               "article" its id, where it is not made from that;
//               "mentions", "entities", "events" and "claims" are lists of pairs of a line's id
//               ("T4"; of an entity or event, that of its first line) and the record's id; "byHand"
//               lists the lines of the claims that an analyst made.
// "order"       where records stand that do not come in the order of the files: "article" is the
//               id of theirs, and "mentions", "entities", "events", "claims" are lists of pairs of
//               an id and a position; or "articles" is such a list. They are taken out and put in
//               again, first to last.
// "addArticle"  all that is said of an article in place of what its files say, its text apart.
// others        an edit, as "entente-cli log --json" shows it. An article is never taken away.

inline constexpr std::string_view ententeLinesFile = "entente.jsonl";
/// It is as long as the work on a library; a file of this size is something else.
inline constexpr std::size_t ententeBytesAtMost = 1U << 30U;

/// The line "records".
struct ArticleNames
{
    std::string file;
    ArticleId article; ///< Nil: as made from the name of the file.
    std::map<std::string, Uuid> mentions, entities, events, claims;
    std::set<std::string> byHand;

    /// All are as made from the file.
    bool isPlain() const
    {
        return article.isNil() && mentions.empty() && entities.empty() && events.empty() &&
               claims.empty() && byHand.empty();
    }
};

/// The line "order".
struct RecordOrder
{
    struct Place
    {
        Uuid id;
        int position = 0;
    };

    ArticleId article; ///< Nil: it is the articles whose order this is.
    std::vector<Place> articles, mentions, entities, events, claims;

    bool isPlain() const
    {
        return articles.empty() && mentions.empty() && entities.empty() && events.empty() &&
               claims.empty();
    }
};

/// The places of those that have to be moved, at least one of any two that changed places.
std::vector<RecordOrder::Place> movesBetween(const std::vector<Uuid>& has,
                                             const std::vector<Uuid>& wanted);

/// Each with its line end.
std::string ententeHeader();
std::string ententeLine(const ArticleNames& names);
std::string ententeLine(const RecordOrder& order);
std::string ententeLine(const Edit& edit);

/// Does in a store what the bytes of an entente.jsonl say. A line that cannot be read, or does not
/// fit the articles, is in the diagnostics and changes nothing.
/// @param file as these shall name it.
Diagnostics takeEntenteLines(std::string_view bytes, const std::string& file, Store& store);

} // namespace entente
