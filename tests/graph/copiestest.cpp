// SPDX-License-Identifier: Apache-2.0
// Which articles carry the words of which others.
#include "graph/query/copies.h"

#include "graph/model/store.h"
#include "graph/text/fingerprints.h"
#include "graph/text/sourcetext.h"

#include <QTest>

#include <random>
#include <set>
#include <stop_token>

using namespace entente;

namespace
{

const char* const dispatch =
    "The foreign minister flew to Moscow on Monday for three days of talks with her counterpart. "
    "Before that she had spent a night in Vladivostok. Officials in Pyongyang said a visit of the "
    "president would be prepared, but gave neither a day nor a place for it.";

/// The same but for a headline, a word here and there, case and commas.
const char* const reprint =
    "TOP DIPLOMAT IN MOSCOW. The foreign minister flew to Moscow Monday for three days of talks "
    "with her counterpart, before that she had spent one night in Vladivostok. Officials in "
    "Pyongyang said that a visit of the president would be prepared but gave neither a day nor a "
    "place for it. Our reporter adds that it snowed.";

const char* const own =
    "Snow fell as the delegation from North Korea arrived. Our own reporter saw two black cars at "
    "the ministry, and nobody would say who sat in them.";

const char* const korean =
    "최선희 외무상은 세르게이 라브로프 러시아 외무장관의 초청으로 월요일 모스크바를 방문했다고 "
    "조선중앙통신이 보도했다. 방문은 사흘 동안 이어질 예정이다.";

ArticleId article(Store& store, const std::string& name, const std::string& text)
{
    AddArticle edit;
    edit.records = ArticleRecords{};
    Article& made = edit.records.own().article;
    made.id = ArticleId(uuidFromName(Uuid{1, 2}, name));
    made.name = name;
    made.text = std::make_shared<const SourceText>(text);
    const ArticleId id = made.id;
    const auto applied = store.apply(Edit(std::move(edit)));
    if (!applied)
        qFatal("%s", applied.error().c_str());
    return id;
}

Quote quoteAt(const Store& store, ArticleId id, const std::string& words)
{
    const SourceText& text = *store.article(id)->text;
    const std::vector<TextSpan> found = text.find(words, 1);
    if (found.empty())
        qFatal("no such words");
    Quote quote;
    quote.spans = {found.front()};
    quote.text = words;
    return quote;
}

std::string wordsAt(const Store& store, ArticleId id, TextSpan span)
{
    return std::string(store.article(id)->text->slice(span));
}

} // namespace

class CopiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReprintIsFoundInSpiteOfSmallChanges()
    {
        Store store;
        const ArticleId wire = article(store, "wire", dispatch);
        const ArticleId paper = article(store, "paper", reprint);
        const ArticleId other = article(store, "other", own);
        const Copies copies = Copies::among(store);
        QCOMPARE(copies.all().size(), 1U);
        QVERIFY(copies.between(wire, other).empty());
        const std::vector<SharedPassage>& shared = copies.between(paper, wire);
        QVERIFY(!shared.empty());
        const bool isInOrder = wire < paper;
        const TextSpan inWire = isInOrder ? shared.front().first : shared.front().second;
        const std::string words = wordsAt(store, wire, inWire);
        QVERIFY2(words.find("talks with her counterpart") != std::string::npos, words.c_str());
    }

    void onlyQuotesInWhatIsSharedAreTheSame()
    {
        Store store;
        const ArticleId wire = article(store, "wire", dispatch);
        const ArticleId paper = article(store, "paper", reprint);
        const Copies copies = Copies::among(store);
        const Quote visit = quoteAt(store, wire, "a visit of the president");
        QVERIFY(
            copies.isSame(wire, visit, paper, quoteAt(store, paper, "a visit of the president")));
        QVERIFY(
            copies.isSame(paper, quoteAt(store, paper, "a visit of the president"), wire, visit));
        QVERIFY(!copies.isSame(wire, visit, paper, quoteAt(store, paper, "it snowed")));
        Quote missing = visit;
        missing.status = QuoteStatus::Missing;
        QVERIFY(!copies.isSame(wire, missing, paper,
                               quoteAt(store, paper, "a visit of the president")));
    }

    void shortPhrasesAreNobodysCopy()
    {
        Store store;
        const ArticleId a =
            article(store, "a",
                    "He met the Minister of Foreign Affairs of the Russian Federation on Monday.");
        const ArticleId b = article(
            store, "b",
            "Nobody has seen the Minister of Foreign Affairs of the Russian Federation since.");
        QVERIFY(Copies::among(store).between(a, b).empty());
    }

    void anyScriptIsCompared()
    {
        Store store;
        const ArticleId a = article(store, "a", korean);
        const ArticleId b = article(store, "b", std::string("(서울) ") + korean + " 끝.");
        QCOMPARE(Copies::among(store).between(a, b).size(), 1U);
    }

    void theSameTextSharesFingerprintsWhereverItStands()
    {
        std::mt19937 random(7); // NOLINT: the same each time
        const std::string shared = dispatch;
        for (int i = 0; i < 50; ++i) {
            std::string before;
            for (auto n = random() % 90; n > 0; --n)
                before += static_cast<char>('a' + random() % 26);
            const Fingerprints plain{SourceText(shared)};
            const Fingerprints moved{SourceText(before + shared)};
            std::set<std::uint64_t> hashes;
            for (const Fingerprints::Print& print : plain.prints())
                hashes.insert(print.hash);
            const auto known = std::ranges::count_if(
                moved.prints(), [&](const auto& print) { return hashes.contains(print.hash); });
            QVERIFY(known > 3);
        }
    }

    void emptyAndShortTextsHaveNone()
    {
        QVERIFY(Fingerprints(SourceText("")).prints().empty());
        QVERIFY(Fingerprints(SourceText("Too short.")).prints().empty());
        Store store;
        article(store, "a", "");
        article(store, "b", "");
        QVERIFY(Copies::among(store).all().empty());
    }

    void whoIsStoppedFindsNothing()
    {
        Store store;
        article(store, "a", dispatch);
        article(store, "b", reprint);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(Copies::among(store, Progress(stop.get_token(), {})).all().empty());
    }
};

QTEST_APPLESS_MAIN(CopiesTest)

#include "copiestest.moc"
