// SPDX-License-Identifier: Apache-2.0
#include "graph/project/reimport.h"

#include "graph/model/recordcheck.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"
#include "tests/support/projectreports.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cctype>
#include <set>

using namespace entente;

namespace
{

const std::string paragraph = "Kim was in the news before. Lavrov, too.\n";

/// Few words, so that each stands in many places.
std::string someText()
{
    const std::vector<std::string> words = {"Kim",     "met", "Lavrov", "in", "the",
                                            "capital", "and", "left",   "on", "Monday"};
    std::string text;
    const int count = *rc::gen::inRange(20, 60);
    for (int i = 0; i < count; ++i)
        text += *rc::gen::elementOf(words) + (i % 9 == 8 ? ".\n" : " ");
    return text;
}

/// Marks some words of a text, and makes claims of them, numbered from a number on.
ArticleRecords annotated(const std::string& text, const std::vector<TextSpan>& marks, int first)
{
    std::string annotation;
    const auto number = [&](std::size_t i) { return std::to_string(static_cast<int>(i) + first); };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto begin = static_cast<std::size_t>(marks[i].begin);
        const auto end = static_cast<std::size_t>(marks[i].end);
        annotation += "T" + number(i) + (i % 3 == 1 ? "\tVisit " : "\tPerson ") +
                      std::to_string(begin) + " " + std::to_string(end) + "\t" +
                      text.substr(begin, end - begin) + "\n";
    }
    for (std::size_t i = 0; i + 2 < marks.size(); i += 3)
        annotation += "E" + number(i) + "\tVisit:T" + number(i + 1) + " Visitor:T" + number(i) +
                      " Host:T" + number(i + 2) + "\n";
    Article article;
    article.id = ArticleId(Uuid{1, 1});
    article.name = article.title = "a";
    article.text = std::make_shared<const SourceText>(text);
    article.annotation = std::make_shared<const std::string>(annotation);
    return *importedAgain(article, testOntology());
}

TextSpan someWord(const SourceText& text)
{
    const auto isLetter = [&](std::size_t at) {
        return at < text.utf8().size() && std::isalpha(static_cast<unsigned char>(text.utf8()[at]));
    };
    auto begin = *rc::gen::inRange<std::size_t>(0, text.utf8().size() - 10);
    while (!isLetter(begin) || (begin > 0 && isLetter(begin - 1)))
        ++begin;
    std::size_t end = begin;
    while (isLetter(end))
        ++end;
    return {static_cast<int>(begin), static_cast<int>(end)};
}

template <class Record>
const Record& oneOf(const std::vector<Record>& records)
{
    return records[*rc::gen::inRange<std::size_t>(0, records.size())];
}

Edit someWork(const ArticleRecords& records)
{
    const SourceText& text = *records.article.text;
    const int what = *rc::gen::inRange(0, records.claims.empty() ? 3 : 6);
    if (what == 0) {
        Mention mention;
        mention.id = MentionId(randomUuid());
        mention.article = records.article.id;
        mention.type = "Person";
        mention.spans = {someWord(text)};
        mention.text = text.slice(mention.spans);
        mention.entity = records.entities.front().id;
        return AddMention{mention};
    }
    if (what == 1)
        return renamed(oneOf(records.entities).id, "somebody");
    if (what == 2) {
        ChangeMention noted{oneOf(records.mentions).id, {}};
        noted.fields.note = "noted";
        return noted;
    }
    Claim claim = oneOf(records.claims);
    if (what == 3) {
        ChangeClaim change{claim.id, {}};
        change.fields.rejected = true;
        Quote quote;
        quote.spans = {someWord(text)};
        quote.text = text.slice(quote.spans);
        change.fields.quotes = std::vector{quote};
        return change;
    }
    if (what == 4) {
        claim.id = ClaimId(randomUuid());
        claim.sourceId.clear();
        claim.origin = Origin::ByHand;
        claim.tags = {"mine"};
        return AddClaim{claim};
    }
    return RemoveClaim{claim.id};
}

/// An article with marks in it, and work on it.
struct Worked
{
    std::string text = someText();
    std::vector<TextSpan> marks;
    ArticleRecords base, mine;

    Worked()
    {
        const SourceText source(text);
        std::set<TextSpan> some;
        for (int i = *rc::gen::inRange(1, 10); i > 0; --i)
            some.insert(someWord(source));
        marks.assign(some.begin(), some.end());
        base = annotated(text, marks, 1);
        Store store;
        RC_ASSERT(store.apply(AddArticle{base}).has_value());
        for (int i = *rc::gen::inRange(0, 8); i > 0; --i)
            (void)store.apply(someWork(store.records(base.article.id)));
        mine = store.records(base.article.id);
    }

    /// Into a text with a piece of another in the place of some of it.
    Reimported into(int at, int cut, const std::string& put, int first) const
    {
        std::string now = text;
        now.replace(static_cast<std::size_t>(at), static_cast<std::size_t>(cut), put);
        std::vector<TextSpan> left;
        for (const TextSpan mark : marks) {
            if (const auto span = moved(mark, at, cut, put))
                left.push_back(*span);
        }
        return reimport({base, mine, annotated(now, left, first)}, {});
    }

    static std::optional<TextSpan> moved(TextSpan span, int at, int cut, const std::string& put)
    {
        const int by = static_cast<int>(put.size()) - cut;
        if (span.end <= at)
            return span;
        if (span.begin >= at + cut)
            return TextSpan{span.begin + by, span.end + by};
        return std::nullopt;
    }
};

template <class Record, class IdType>
const Record* find(const std::vector<Record>& records, IdType id)
{
    const auto found = std::ranges::find(records, id, &Record::id);
    return found == records.end() ? nullptr : &*found;
}

/// With all places moved by so much.
template <class Quoted>
Quoted shifted(Quoted quoted, int by)
{
    for (TextSpan& span : quoted.spans)
        span = {span.begin + by, span.end + by};
    return quoted;
}

bool isSound(const Mention& mention, const Article& article)
{
    return mention.status == QuoteStatus::Missing
               ? mention.spans.empty()
               : article.text->slice(mention.spans) == mention.text;
}

} // namespace

class ReimportPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A paragraph is put in before: all is as it was, only farther down.
    void aTextThatGrewHasAllTheWork()
    {
        const bool holds = rc::check("any work, and then a longer text", [] {
            const Worked worked;
            const std::string front =
                *rc::gen::element(paragraph, std::string("Kim met Lavrov.\n"), std::string("x\n"));
            const Reimported result = worked.into(0, 0, front, 1);
            if (!result.unfit.empty())
                RC_FAIL(result.unfit.front());
            const int by = static_cast<int>(front.size());
            const ArticleRecords& after = result.records;
            RC_ASSERT(after.mentions.size() == worked.mine.mentions.size());
            for (const Mention& mention : worked.mine.mentions)
                RC_ASSERT(*find(after.mentions, mention.id) == shifted(mention, by));
            RC_ASSERT(after.entities == worked.mine.entities);
            RC_ASSERT(after.events == worked.mine.events);
            RC_ASSERT(after.claims.size() == worked.mine.claims.size());
            for (Claim claim : worked.mine.claims) {
                for (Quote& quote : claim.quotes)
                    quote = shifted(std::move(quote), by);
                RC_ASSERT(*find(after.claims, claim.id) == claim);
            }
        });
        QVERIFY(holds);
    }

    /// Whatever becomes of the text and of the numbers: the work is there, what it says stands
    /// where it says, and what has no place any more is told.
    void nothingOfAnyWorkIsLost()
    {
        const bool holds = rc::check("any work, and then another text", [] {
            const Worked worked;
            const int size = static_cast<int>(worked.text.size());
            const int at = *rc::gen::inRange(0, size);
            const int cut = *rc::gen::inRange(0, std::min(60, size - at));
            const std::string put =
                *rc::gen::element(std::string(), paragraph, std::string("Kim "));
            const Reimported result = worked.into(at, cut, put, *rc::gen::inRange(1, 6));
            const ArticleRecords& after = result.records;
            RC_ASSERT(brokenReference(after).empty());
            for (const Mention& mention : after.mentions)
                RC_ASSERT(isSound(mention, after.article));
            for (const Mention& mention : worked.mine.mentions) {
                const Mention* known = find(worked.base.mentions, mention.id);
                if (known != nullptr && *known == mention)
                    continue;
                const Mention* now = find(after.mentions, mention.id);
                RC_ASSERT(now != nullptr);
                RC_ASSERT(now->text == mention.text);
                RC_ASSERT(now->note == mention.note);
                const auto place = Worked::moved(mention.spans.front(), at, cut, put);
                RC_ASSERT(now->status != QuoteStatus::Missing || !result.unfit.empty());
                if (place && known == nullptr && now->status != QuoteStatus::Missing)
                    RC_ASSERT(now->spans == TextSpans{*place});
            }
            for (const Entity& entity : worked.mine.entities) {
                if (!entity.name.empty())
                    RC_ASSERT(find(after.entities, entity.id)->name == entity.name);
            }
            for (const Claim& claim : worked.mine.claims) {
                if (!claim.rejected && claim.tags.empty())
                    continue;
                const Claim* now = find(after.claims, claim.id);
                RC_ASSERT(now != nullptr && now->rejected == claim.rejected);
                RC_ASSERT(now->quotes.front().text == claim.quotes.front().text);
            }
            for (const Claim& claim : worked.base.claims) {
                if (find(worked.mine.claims, claim.id) == nullptr)
                    RC_ASSERT(find(after.claims, claim.id) == nullptr || !result.unfit.empty());
            }
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(ReimportPropertyTest)
#include "reimportpropertytest.moc"
