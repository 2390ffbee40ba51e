// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/addingarticle.h"

#include "graph/annotation/metadata.h"
#include "graph/base/sha256.h"
#include "graph/exchange/filenames.h"
#include "graph/model/grades.h"
#include "graph/model/store.h"
#include "graph/text/edtf.h"
#include "graph/text/languagetag.h"
#include "graph/text/sourcetext.h"
#include "graph/text/utf8.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <utility>

namespace entente
{

namespace
{

constexpr UChar32 byteOrderMark = 0xFEFF;

icu::UnicodeString unicodeOf(std::string_view utf8)
{
    return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

std::string utf8Of(const icu::UnicodeString& text)
{
    std::string utf8;
    return text.toUTF8String(utf8);
}

bool isBlank(UChar32 letter)
{
    return u_isUWhiteSpace(letter) != 0 || u_iscntrl(letter) != 0 || letter == byteOrderMark;
}

/// One line: what is blank, or breaks lines, is one space, and none at the ends.
icu::UnicodeString onOneLine(const icu::UnicodeString& text)
{
    icu::UnicodeString line;
    bool isApart = false;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 letter = text.char32At(at);
        if (isBlank(letter)) {
            isApart = !line.isEmpty();
            continue;
        }
        if (std::exchange(isApart, false))
            line.append(UChar32(' '));
        line.append(letter);
    }
    return line;
}

std::string cleaned(std::string_view field) { return utf8Of(onOneLine(unicodeOf(field))); }

bool hasWords(std::string_view text) { return !onOneLine(unicodeOf(text)).isEmpty(); }

/// A title as files are named: "Choe visits Russia!" is "choe-visits-russia".
std::string nameFrom(const std::string& title)
{
    constexpr std::size_t bytesAtMost = 80; // It is read in lists, and has to fit in a path.
    icu::UnicodeString words = unicodeOf(title);
    words.toLower(icu::Locale::getRoot());
    icu::UnicodeString name;
    for (std::int32_t at = 0; at < words.length(); at = words.moveIndex32(at, 1)) {
        const UChar32 letter = words.char32At(at);
        const bool isMark = (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0;
        if (u_isalnum(letter) != 0 || (isMark && !name.isEmpty()))
            name.append(letter);
        else if (!name.isEmpty() && !name.endsWith(u"-", 1))
            name.append(UChar32('-'));
    }
    std::string usable(beginningOf(utf8Of(name), bytesAtMost));
    while (usable.ends_with('-'))
        usable.pop_back();
    return usable;
}

std::string freeName(const Store& store, const std::string& title)
{
    FileNames names;
    for (const ArticleId id : store.articles())
        names.nameFor(store.article(id)->name);
    return names.nameFor(nameFrom(title));
}

std::string dateTrouble(const std::string& published)
{
    if (published.empty() || parseEdtf(published))
        return {};
    return fmt::format("“{}” is no date that is understood. Write 2024-01-15, 2024-01 or 2024; "
                       "2024-01-15/2024-01-17 for days in a row, 2024? when it is not sure.",
                       published);
}

std::string languageTrouble(const std::string& language)
{
    if (language.empty() || isLanguageTag(language))
        return {};
    if (const std::string tag = languageTagNamed(language); !tag.empty())
        return fmt::format("Write “{}” for {}.", tag, wordsOfLanguage(tag));
    return fmt::format("“{}” is no language. Write its tag: en, ko, ru, zh-Hant.", language);
}

} // namespace

std::vector<WishTrouble> troublesWith(const ArticleWish& wish)
{
    std::vector<WishTrouble> troubles;
    const auto add = [&](WishField field, std::string words) {
        if (!words.empty())
            troubles.push_back({field, std::move(words)});
    };
    add(WishField::Text,
        hasWords(wish.text) ? "" : "There is no text: paste it, drop it, or take it from a file.");
    add(WishField::Published, dateTrouble(cleaned(wish.published)));
    add(WishField::Language, languageTrouble(cleaned(wish.language)));
    if (!isSourceGrade(wish.reliability))
        add(WishField::Reliability, fmt::format("“{}” is no grade from A to F.", wish.reliability));
    return troubles;
}

std::string noticeOn(std::string_view text)
{
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return "This is UTF-16, as some editors call “Unicode”: hardly a word of it can be read. "
               "Save it as UTF-8 and take it again.";
    if (!isUtf8(text))
        return "Some bytes are not UTF-8; each counts as one character, and the text is kept as it "
               "is.";
    return {};
}

std::string titleFrom(std::string_view text)
{
    constexpr std::size_t bytesAtMost = 2000; // Of one line.
    constexpr std::int32_t lettersAtMost = 120;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        icu::UnicodeString title = onOneLine(unicodeOf(beginningOf(line, bytesAtMost)));
        if (title.isEmpty())
            continue;
        if (title.countChar32() > lettersAtMost) {
            title.truncate(title.moveIndex32(0, lettersAtMost));
            if (const std::int32_t word = title.lastIndexOf(UChar32(' ')); word > 0)
                title.truncate(word); // Scripts without spaces are cut where they are.
            title.append(UChar32(0x2026));
        }
        return utf8Of(title);
    }
    return {};
}

void takeMetadata(ArticleWish& wish, std::string json)
{
    Article article;
    Diagnostics told; // What is wrong with it stays in it, and is of no use here.
    takeMetadata(article, json, {}, told);
    const auto fill = [](std::string& field, const std::string& value) {
        if (field.empty())
            field = value;
    };
    fill(wish.title, article.title);
    fill(wish.outlet, article.outlet);
    fill(wish.byline, article.byline);
    fill(wish.published, article.published ? article.published->text : std::string());
    fill(wish.address, article.address);
    fill(wish.language, article.language);
    fill(wish.reliability, article.reliability);
    wish.metadata = std::move(json);
}

Expected<MadeArticle, std::string> addArticle(const Store& store, const ArticleWish& wish)
{
    if (std::vector<WishTrouble> troubles = troublesWith(wish); !troubles.empty())
        return Unexpected{std::move(troubles.front().words)};
    ArticleRecords records;
    Article& article = records.article;
    Diagnostics told;
    if (wish.metadata) // Who copied whom is not asked for, but may be known.
        takeMetadata(article, *wish.metadata, {}, told);
    article.id = ArticleId(randomUuid());
    article.title = hasWords(wish.title) ? cleaned(wish.title) : titleFrom(wish.text);
    article.name = freeName(store, article.title);
    article.file = article.name + ".txt";
    article.outlet = cleaned(wish.outlet);
    article.byline = cleaned(wish.byline);
    article.published = parseEdtf(cleaned(wish.published));
    article.address = cleaned(wish.address);
    article.language = cleaned(wish.language);
    article.reliability = wish.reliability;
    article.sha256 = sha256Of(wish.text);
    article.text = std::make_shared<const SourceText>(wish.text);
    article.annotated = false;
    article.metadata = wish.metadata;
    const ArticleId id = article.id;
    return MadeArticle{.edit = {.records = Shared<ArticleRecords>(std::move(records))},
                       .article = id};
}

} // namespace entente
