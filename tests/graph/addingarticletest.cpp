// SPDX-License-Identifier: Apache-2.0
// An article that an analyst adds by hand: kept to the byte, named, and told from those that are
// here already.
#include "graph/byhand/addingarticle.h"
#include "graph/annotation/corpus.h"
#include "graph/base/sha256.h"
#include "graph/exchange/bratexport.h"
#include "graph/model/analystsown.h"
#include "graph/model/store.h"
#include "graph/query/knowntexts.h"
#include "graph/text/languageguess.h"
#include "graph/text/languagetag.h"
#include "graph/text/sourcetext.h"
#include "tests/support/textfolder.h"

#include <QTest>

#include <cmath>

using namespace entente;

namespace
{

const char* const dispatch =
    "The foreign minister flew to Moscow on Monday for three days of talks with her counterpart. "
    "Before that she had spent a night in Vladivostok. Officials in Pyongyang said a visit of the "
    "president would be prepared, but gave neither a day nor a place for it.\n";

const char* const snow =
    "Snow fell as the delegation from North Korea arrived. Our own reporter saw two black cars at "
    "the ministry, and nobody would say who sat in them.\n";

ArticleWish wishOf(const std::string& text, const std::string& title = {})
{
    ArticleWish wish;
    wish.text = text;
    wish.title = title;
    return wish;
}

/// Does it, and sees that it can be taken back.
ArticleId add(Store& store, const ArticleWish& wish)
{
    auto made = addArticle(store, wish);
    if (!made)
        qFatal("%s", made.error().c_str());
    const Store before = store;
    auto applied = store.apply(made->edit);
    if (!applied)
        qFatal("%s", applied.error().c_str());
    Store back = store;
    if (!back.apply(applied->inverse) || !(back == before))
        qFatal("It cannot be taken back.");
    return made->article;
}

std::string nameFor(const std::string& title)
{
    Store store;
    return store.article(add(store, wishOf("Text.", title)))->name;
}

QString troubles(const ArticleWish& wish)
{
    QStringList words;
    for (const WishTrouble& trouble : troublesWith(wish))
        words += QString::fromStdString(trouble.words);
    return words.join(QLatin1Char('\n'));
}

} // namespace

class AddingArticleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsKeptToTheByteWithAllThatIsSaidOfIt()
    {
        const std::string text = "\xEF\xBB\xBF Choe \xF0\x9F\x98\x80\r\nmet\xC2\xA0Lavrov.\n\r";
        ArticleWish wish = wishOf(text, "  Choe\nvisits  Russia ");
        wish.outlet = "Post ";
        wish.byline = "A. Reporter";
        wish.published = " 2024-01";
        wish.address = "https://example.org/1";
        wish.language = "en";
        wish.reliability = "B";
        Store store;
        const ArticleId id = add(store, wish);
        const Article& article = *store.article(id);
        QVERIFY(article.text->utf8() == text);
        QCOMPARE(article.sha256, sha256Of(text));
        QCOMPARE(article.title, std::string("Choe visits Russia"));
        QCOMPARE(article.name, std::string("choe-visits-russia"));
        QCOMPARE(article.outlet, std::string("Post"));
        QCOMPARE(article.byline, std::string("A. Reporter"));
        QCOMPARE(article.published, parseEdtf("2024-01"));
        QCOMPARE(article.address, std::string("https://example.org/1"));
        QCOMPARE(article.language, std::string("en"));
        QCOMPARE(article.reliability, std::string("B"));
        QVERIFY(!article.annotated && !article.annotation);
    }

    void aTitleGivesItsName_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* what, const char* title, const char* name) {
            QTest::newRow(what) << QString::fromUtf8(title) << QString::fromUtf8(name);
        };
        row("a slash", "Talks 24/7", "talks-24-7");
        row("a way out", "../../etc/passwd", "etc-passwd");
        row("Korean", "최선희, 러시아 방문", "최선희-러시아-방문");
        row("no letters", "…?!", "article");
        row("a part of the vocabulary", "Entente", "entente-article");
        row("dashes", "— Choe — ", "choe");
    }
    void aTitleGivesItsName()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, name);
        QCOMPARE(QString::fromStdString(nameFor(title.toStdString())), name);
    }

    void aLongTitleGivesAShortName()
    {
        const std::string name = nameFor(std::string(100, 'a') + " 최");
        QVERIFY(name.size() <= 80);
        std::string hangul;
        for (int i = 0; i < 40; ++i)
            hangul += "최";
        QVERIFY(SourceText(nameFor(hangul)).isValidUtf8());
    }

    void noTwoArticlesGoByOneName()
    {
        Store store;
        add(store, wishOf("One.", "Talks"));
        const ArticleId second = add(store, wishOf("Two.", "talks!"));
        const ArticleId third = add(store, wishOf("Three.", "Talks"));
        QCOMPARE(store.article(second)->name, std::string("talks-2"));
        QCOMPARE(store.article(third)->name, std::string("talks-3"));
    }

    void withoutATitleItGoesByItsFirstLine()
    {
        QCOMPARE(titleFrom("\xEF\xBB\xBF\r\n  \r\nChoe  visits\tRussia \r\nMoscow."),
                 std::string("Choe visits Russia"));
        QCOMPARE(titleFrom(" \n"), std::string());
        const std::string title = titleFrom(std::string(dispatch));
        QVERIFY(title.starts_with("The foreign minister flew to Moscow") && title.size() < 130);
        QVERIFY(title.ends_with("…"));
        Store store;
        QCOMPARE(store.article(add(store, wishOf(snow)))->title, titleFrom(snow));
    }

    void whatIsWrongIsSaidForEachField()
    {
        ArticleWish wish = wishOf(" \r\n\t");
        wish.published = "15.1.2024";
        wish.language = "Korean";
        wish.reliability = "G";
        const QString words = troubles(wish);
        QVERIFY2(words.startsWith(QStringLiteral("There is no text")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("“15.1.2024” is no date")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("Write “ko” for Korean.")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("“G” is no grade")), qPrintable(words));
        QVERIFY(!addArticle(Store(), wish));
        QCOMPARE(troubles(wishOf("Text.")), QString());
    }

    void bytesThatAreNotUtf8AreKeptAndSaid()
    {
        const std::string text = "Caf\xE9 in Moscow";
        QVERIFY(noticeOn(text).starts_with("Some bytes are not UTF-8"));
        QVERIFY(noticeOn("\xFF\xFE"
                         "C\0")
                    .starts_with("This is UTF-16"));
        QVERIFY(noticeOn("Café").empty());
        Store store;
        const ArticleId id = add(store, wishOf(text));
        QVERIFY(store.article(id)->text->utf8() == text);
    }

    void whatStandsBesideItsFileFillsWhatIsEmpty()
    {
        ArticleWish wish = wishOf("Text.", "My title");
        takeMetadata(wish, R"({"title": "Theirs", "outlet": "Post", "published": "2024-01-15",
                               "chain": ["Agency"], "desk": "east"})");
        QCOMPARE(wish.title, std::string("My title"));
        QCOMPARE(wish.outlet, std::string("Post"));
        QCOMPARE(wish.published, std::string("2024-01-15"));
        wish.outlet.clear();
        Store store;
        const Article& article = *store.article(add(store, wish));
        QCOMPARE(article.outlet, std::string());
        QCOMPARE(article.chain, std::vector<std::string>{"Agency"});
        QVERIFY(article.metadata.value_or("").find("desk") != std::string::npos);
    }

    void languagesAreTagsOfThoseThatThereAre_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<bool>("isOne");
        for (const char* tag : {"en", "ko-KP", "zh-Hant", "sr-Latn-RS", "pt-BR", "haw"})
            QTest::newRow(tag) << QString::fromLatin1(tag) << true;
        for (const char* tag : {"", "kp", "korean", "en_US", "en-", "e", "한국어"})
            QTest::newRow(*tag != 0 ? tag : "nothing") << QString::fromUtf8(tag) << false;
    }
    void languagesAreTagsOfThoseThatThereAre()
    {
        QFETCH(const QString, tag);
        QFETCH(const bool, isOne);
        QCOMPARE(isLanguageTag(tag.toStdString()), isOne);
    }

    void languagesHaveNames()
    {
        QCOMPARE(wordsOfLanguage("ko-KP"), std::string("Korean (North Korea)"));
        QCOMPARE(languageTagNamed("russian"), std::string("ru"));
        QCOMPARE(languageTagNamed("한국어"), std::string("ko"));
        QCOMPARE(languageTagNamed("Klingonese"), std::string());
    }

    void languagesAreGuessedWhereTheyAreSure_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char* language, const char* text, const char* what = nullptr) {
            QTest::newRow(what ? what : language)
                << QString::fromUtf8(text) << QString::fromLatin1(language);
        };
        row("en", dispatch);
        row("ko", "최선희 외무상은 세르게이 라브로프 러시아 외무장관의 초청으로 월요일 모스크바를 "
                  "방문했다고 조선중앙통신(KCNA)이 보도했다.");
        row("ru", "Министр иностранных дел прибыла в Москву по приглашению Сергея Лаврова. Как "
                  "сообщило агентство, это был её первый визит в Россию; о дате она не сказала.");
        row("uk", "Міністр закордонних справ прибула до Києва у понеділок. Як повідомило "
                  "агентство, це був її перший візит, і про дату вона не сказала, що було "
                  "несподівано.");
        row("de", "Die Außenministerin ist am Montag in Moskau eingetroffen. Der Besuch dauert "
                  "nach Angaben der Agentur drei Tage, und ein Treffen mit dem Präsidenten ist "
                  "nicht geplant.");
        row("fr", "La ministre des Affaires étrangères est arrivée lundi à Moscou pour une visite "
                  "de trois jours, selon l'agence. Une rencontre avec le président n'est pas "
                  "prévue dans le programme.");
        row("es", "La ministra de Exteriores llegó el lunes a Moscú para una visita de tres días, "
                  "según la agencia. No se prevé un encuentro con el presidente en los próximos "
                  "días.");
        row("ja",
            "外務大臣は月曜日、ロシアのラブロフ外相の招待でモスクワを訪問した。訪問は三日間の予"
            "定であると通信社は伝えた。");
        row("zh",
            "外交部长应俄罗斯外长拉夫罗夫的邀请于星期一抵达莫斯科进行为期三天的访问，通讯社报道"
            "说，双方将讨论总统访问事宜。");
        row("ru",
            "Лавров и Цой встретились в Москве и договорились не откладывать визит на весну, "
            "сообщили в посольстве.",
            "small words that its neighbours have, too");
        row("zh", "朝鲜外相星期一访问俄罗斯。", "a short text of few signs");
        row("", "Choe Son-hui, Lavrov, Moscow", "a headline");
        row("", "Ministr zahraničí přijel v pondělí do Moskvy na pozvání svého protějšku.",
            "one that is not known");
        row("", "", "nothing");
    }
    void languagesAreGuessedWhereTheyAreSure()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, language);
        QCOMPARE(QString::fromStdString(guessedLanguage(text.toStdString())), language);
    }

    void theSameTextIsFoundByItsBytes()
    {
        Store store;
        add(store, wishOf(snow, "Snow"));
        const ArticleId first = add(store, wishOf(dispatch, "North"));
        const std::vector<Alike> alike = alikeOf(store, dispatch);
        QCOMPARE(alike.size(), 1U);
        QVERIFY((alike.front() == Alike{first, true, 1}));
    }

    void otherLineEndsMakeNoOtherText()
    {
        Store store;
        const ArticleId brief = add(store, wishOf("Choe\r\nleft.", "Brief"));
        const std::vector<Alike> alike = alikeOf(store, "Choe left.\n");
        QCOMPARE(alike.size(), 1U);
        QVERIFY((alike.front() == Alike{brief, false, 1}));
    }

    void aReprintIsFoundWithHowMuchOfItIsTheSame()
    {
        Store store;
        add(store, wishOf(snow, "Snow"));
        const ArticleId north = add(store, wishOf(dispatch, "North"));
        std::string reprint = dispatch;
        reprint.replace(reprint.find("three days"), 10, "a few days");
        const std::vector<Alike> nearly = alikeOf(store, reprint);
        QCOMPARE(nearly.size(), 1U);
        QCOMPARE(nearly.front().article, north);
        QVERIFY(!nearly.front().isSame);
        QVERIFY2(nearly.front().share > 0.9 && nearly.front().share < 1,
                 qPrintable(QString::number(nearly.front().share)));
        const std::vector<Alike> longer = alikeOf(store, dispatch + std::string(snow));
        QCOMPARE(longer.size(), 1U); // The snow is a third of it.
        QVERIFY(std::abs(longer.front().share - 0.64) < 0.05);
    }

    void whatOnlySharesAPassageIsAnotherText()
    {
        Store store;
        add(store, wishOf(snow, "Snow"));
        QVERIFY(alikeOf(store, std::string(dispatch) + snow + dispatch).empty());
        QVERIFY(alikeOf(store, "").empty());
        QVERIFY(alikeOf(Store(), dispatch).empty());
    }

    void anAnalystsOwnWordsAreNoSource()
    {
        Store store;
        const ArticleId id = add(store, wishOf(dispatch, "Mine"));
        ArticleFields fields;
        fields.tags = std::vector<std::string>{std::string(judgementTag)};
        QVERIFY(store.apply(ChangeArticle{id, fields}));
        QVERIFY(alikeOf(store, dispatch).empty());
    }

    void itComesBackFromAFolderAsItIs()
    {
        Store store;
        ArticleWish wish = wishOf("Choe \xF0\x9F\x98\x80 left.\r\n", "Choe leaves");
        wish.outlet = "Post";
        wish.published = "2024-01-15";
        const ArticleId id = add(store, wish);
        const std::filesystem::path resources = ENTENTE_SOURCE_DIR "/resources";
        const BratExport exported = exportBrat(store, resources);
        QVERIFY(exported.lost.empty());
        const TextFolder folder;
        for (const auto& [name, bytes] : exported.files)
            folder.write(name, bytes);
        QVERIFY(exported.files.at("choe-leaves.txt") == wish.text);
        const auto read = openCorpus({folder.path()}, resources, {});
        QVERIFY(read);
        QCOMPARE(read->store.articles().size(), 1U);
        QCOMPARE(read->store.articles().front(), id);
        QVERIFY(saySame(read->store.records(id), store.records(id)));
    }
};

QTEST_APPLESS_MAIN(AddingArticleTest)

#include "addingarticletest.moc"
