// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/model/edit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class Store;

/// An article that shall be added, as an analyst gives it. White space round its fields is no part
/// of them; that of the text is.
struct ArticleWish
{
    std::string text;  ///< Its bytes, which are kept as they are.
    std::string title; ///< Empty: as titleFrom() has it.
    std::string outlet;
    std::string byline;
    std::string published; ///< EDTF: "2024-01-15"; empty: not known.
    std::string address;
    std::string language;    ///< BCP 47: "ko-KP"; empty: not known.
    std::string reliability; ///< Of the source, A–F; empty: not graded.
    /// What stood beside its file (NAME.json): it may say more than the fields above.
    std::optional<std::string> metadata;

    bool operator==(const ArticleWish&) const = default;
};

/// What of a wish can be wrong.
enum class WishField {
    Text,
    Published,
    Language,
    Reliability,
};

/// What is wrong with one field of a wish.
struct WishTrouble
{
    WishField field;
    std::string words; ///< With what would be right.
};

/// What stands in the way, a sentence for each field; empty: nothing.
std::vector<WishTrouble> troublesWith(const ArticleWish& wish);

/// What there is to know of a text that is kept all the same: that it is no UTF-8, and what became
/// of that. Empty: nothing.
std::string noticeOn(std::string_view text);

/// The title that a text is given when it has no other: its first line, or the beginning of it.
std::string titleFrom(std::string_view text);

/// Fills the fields that are empty by what is written beside an article's file, and keeps that.
void takeMetadata(ArticleWish& wish, std::string json);

/// An article in the making.
struct MadeArticle
{
    AddArticle edit; ///< To be performed; then the article is there.
    ArticleId article;
};

/// Adds it as an article in which nothing is annotated. Its name comes from its title, is that of
/// no other article here, and could be a file's.
/// @returns why it cannot be, in words: the first of troublesWith().
Expected<MadeArticle, std::string> addArticle(const Store& store, const ArticleWish& wish);

} // namespace entente
