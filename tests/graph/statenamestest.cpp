// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/statenames.h"

#include "graph/model/records.h"
#include "graph/text/sourcetext.h"

#include <QDir>
#include <QFile>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

namespace
{

const std::filesystem::path resources = std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources";

/// All members of the United Nations.
const char* const members =
    "AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA "
    "BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE "
    "DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM "
    "GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT "
    "KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO "
    "MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL "
    "POL PRT QAT ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF "
    "SSD ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA "
    "USA URY UZB VUT VEN VNM YEM ZMB ZWE";

const StateNames& namesIn(const char* language)
{
    static std::map<std::string, StateNames> read;
    const auto [place, isNew] = read.try_emplace(language);
    if (isNew)
        place->second = readStateNames(resources, language).names;
    return place->second;
}

/// "North Korea PRK, Russian RUS": all that stands in a text, the longest of what overlaps.
QString found(const char* language, const QString& words)
{
    const SourceText text(words.toStdString());
    std::vector<StateNames::Place> places = namesIn(language).find(nameWords(text));
    std::ranges::stable_sort(places, {}, [](const StateNames::Place& place) {
        return std::pair(place.span.begin, -place.span.end);
    });
    QStringList result;
    int end = 0;
    for (const StateNames::Place& place : places) {
        if (place.span.begin < end)
            continue;
        end = place.span.end;
        QString all = QString::fromStdString(std::string(text.slice(place.span)));
        for (const std::string& state : place.states)
            all += QLatin1Char(' ') + QString::fromStdString(state);
        result << all;
    }
    return result.join(QStringLiteral(", "));
}

} // namespace

class StateNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatATextCallsStates_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* language, const char* text,
                            const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(language) << QString::fromUtf8(text)
                                << QString::fromUtf8(expected);
        };
        row("names", "en", "Russia met North Korea.", "Russia RUS, North Korea PRK");
        row("adjectives", "en", "the Russian and North Korean ministers",
            "Russian RUS, North Korean PRK");
        row("possessive", "en", "Russia’s note, Japan's reply", "Russia RUS, Japan JPN");
        row("hyphen between", "en", "the North Korea-Russia summit", "North Korea PRK, Russia RUS");
        row("abbreviations", "en", "the U.S. and the UK told us that who", "U.S. USA, UK GBR");
        row("last word", "en", "It left the U.S.", "U.S. USA");
        row("no capital", "en", "polish the china, turkey", "");
        row("headline", "en", "RUSSIA REPLIES", "RUSSIA RUS");
        row("two states", "en", "Congolese troops", "Congolese COD COG");
        row("accents", "en", "Cote d'Ivoire and Côte d’Ivoire, Turkiye",
            "Cote d'Ivoire CIV, Côte d’Ivoire CIV, Turkiye TUR");
        row("capitals are places", "en", "Seoul, Pyongyang and Moscow", "");
        row("a city of that name", "en", "New Jersey", "");
        row("not over a full stop", "en", "They went north. Korea", "Korea KOR PRK");
        row("not over a comma", "en", "in the South, Africa", "");
        row("in another word", "en", "the Iranians, Omanisation", "");

        row("particles", "ko", "러시아의 장관이 북한에서는 일본과 중국으로부터",
            "러시아 RUS, 북한 PRK, 일본 JPN, 중국 CHN");
        row("short names", "ko", "한국은 미국을, 조선은 호주를",
            "한국 KOR, 미국 USA, 조선 PRK, 호주 AUS");
        row("longer words", "ko", "북한군과 러시아인, 한국어", "");
        row("particle of the other ending", "ko", "러시아은 북한는", "");
        row("means", "ko", "모든 수단을 다해", "");
        row("blank left away", "ko", "도미니카공화국의 도미니카 공화국",
            "도미니카공화국 DOM, 도미니카 공화국 DOM");
        row("headline of Han", "ko", "美 국무장관, 北 비난… 15日 美國", "美 USA, 北 PRK");
        row("two in one word", "ko", "북러 정상회담, 한미일의 대응",
            "북 PRK, 러 RUS, 한 KOR, 미 USA, 일 JPN");
        row("dots between", "ko", "북·러와 한·미·일", "북 PRK, 러 RUS, 한 KOR, 미 USA, 일 JPN");
        row("alone it is none", "ko", "일 때문에 한 번", "");

        row("cases", "ru", "в России, Россию с Россией; Корею, Кореей",
            "России RUS, Россию RUS, Россией RUS, Корею KOR PRK, Кореей KOR PRK");
        row("adjective", "ru", "Российский и российскому, российско-китайские",
            "Российский RUS, российскому RUS, российско RUS, китайские CHN");
        row("of several words", "ru", "Саудовской Аравией, Южной Кореи и Республикой Корея",
            "Саудовской Аравией SAU, Южной Кореи KOR, Республикой Корея KOR");
        row("abbreviations", "ru", "КНДР и США, РФ", "КНДР PRK, США USA, РФ RUS");
        row("vowel that goes", "ru", "в Египте и с Египтом", "Египте EGY, Египтом EGY");
        row("soft sign", "ru", "в Беларуси, Израиля", "Беларуси BLR, Израиля ISR");
        row("indeclinable", "ru", "в Чили и Мали", "Чили CHL, Мали MLI");
        row("plural", "ru", "на Филиппинах, Нидерландов", "Филиппинах PHL, Нидерландов NLD");
        row("both declined", "ru", "Северокорейское агентство", "Северокорейское PRK");
        row("no state", "ru", "Пхеньян, Москва, того", "");

        row("Chinese", "zh", "俄罗斯外长访问朝鲜", "俄罗斯 RUS, 朝鲜 PRK");
        row("Japanese", "ja", "ロシアの外相が中国へ", "ロシア RUS, 中国 CHN");
        row("a language without a file", "fr", "l’Iran et la Corée du Nord, l’Allemagne",
            "Iran IRN, Corée du Nord PRK, Allemagne DEU");
    }

    void whatATextCallsStates()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(found(language.toLatin1().constData(), text), expected);
    }

    void everyMemberHasANameInEachLanguage_data() { languages(); }
    void everyMemberHasANameInEachLanguage()
    {
        QFETCH(QString, language);
        const StateNames& names = namesIn(language.toLatin1().constData());
        for (const QString& code : membersList()) {
            const std::string state = code.toStdString();
            const std::vector<std::string> called = names.statesCalled(names.nameOf(state));
            QVERIFY2(std::ranges::find(called, state) != called.end(), qPrintable(code));
        }
    }

    void everyMemberHasAnAdjectiveInEnglish()
    {
        QFile file(QString::fromStdString((resources / "language/states.en.json").string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const QByteArray adjectives = text.mid(text.indexOf("\"adjectives\""));
        for (const QString& code : membersList())
            QVERIFY2(adjectives.contains(QByteArray('"' + code.toLatin1() + '"')),
                     qPrintable(code));
    }

    void ourFilesAreInOrder_data() { languages(); }
    void ourFilesAreInOrder()
    {
        QFETCH(QString, language);
        const Diagnostics diagnostics =
            readStateNames(resources, language.toStdString()).diagnostics;
        QVERIFY2(diagnostics.empty(),
                 diagnostics.empty() ? "" : diagnostics.front().text().c_str());
    }

    void badFilesAreSaidAndHarmNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* json, const char* message) {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(message);
        };
        row("no JSON", "{\"names\": ", "it is no JSON from its byte");
        row("no object", "[1, 2]", "it is no JSON object");
        row("empty", "", "it is no JSON");
        row("names are no object", "{\"names\": 3}", "“names” is no object");
        row("no list", R"({"names": {"RUS": 3}})", "“names” of RUS is no list of words");
        row("no word", R"({"adjectives": {"RUS": [3]}})", "has something that is no word");
        row("no code", R"({"names": {"XYZ": ["Xyz"]}})", "“XYZ”, which is no ISO 3166-1");
        row("stems", R"({"stems": {"A": 1}})", "“stems” of A is no word");
        row("pair letters", R"({"pairLetters": {"ab": "RUS"}})", "which is no syllable");
        row("pairs", R"({"pairLetters": {}, "pairs": ["북러"]})", "not made of “pairLetters”");
        row("not UTF-8", "{\"names\": {\"RUS\": [\"\xff\"]}}", "it is no JSON");
    }

    void badFilesAreSaidAndHarmNothing()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("language")));
        QFile file(folder.filePath(QStringLiteral("language/states.en.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const ReadStateNames read = readStateNames(folder.path().toStdString(), "en");
        QCOMPARE(read.diagnostics.size(), 1U);
        const QString said = QString::fromStdString(read.diagnostics.front().text());
        QVERIFY2(said.contains(message), qPrintable(said));
        QVERIFY(said.contains(QStringLiteral("states.en.json")));
        QCOMPARE(read.names.statesCalled("Russia"), std::vector<std::string>{"RUS"});
    }

    void aLanguageTagIsNoPath()
    {
        QCOMPARE(readStateNames(resources, "en-GB").names.language(), std::string("en"));
        QCOMPARE(readStateNames(resources, "../../x").names.language(), std::string());
        QCOMPARE(readStateNames(resources, "").names.nameOf("PRK"), std::string("North Korea"));
        QVERIFY(StateNames().statesCalled("Russia").empty());
    }

    void theLanguageOfAnArticleThatSaysNone()
    {
        QCOMPARE(written("Choe met Lavrov."), std::string("en"));
        QCOMPARE(
            written("Der Minister ist mit der Delegation in die Stadt gereist, und das Treffen mit "
                    "dem Präsidenten ist nicht von Dauer gewesen."),
            std::string("de"));
        QCOMPARE(written("문재인 대통령이 Donald Trump 만났다"), std::string("ko"));
        QCOMPARE(written("Путин встретил Ким Чен Ына (Kim Jong-un)"), std::string("ru"));
        Article article;
        article.language = "fr-CA";
        article.text = std::make_shared<const SourceText>("Путин");
        QCOMPARE(languageOf(article), std::string("fr"));
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "ko", "ru"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }

    static QStringList membersList()
    {
        const QStringList list = QString::fromLatin1(members).split(QLatin1Char(' '));
        return list.size() == 193 ? list : QStringList{QStringLiteral("not 193 members")};
    }

    static std::string written(const char* text)
    {
        Article article;
        article.text = std::make_shared<const SourceText>(text);
        return languageOf(article);
    }
};

QTEST_GUILESS_MAIN(StateNamesTest)
#include "statenamestest.moc"
