// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/cues.h"

#include "graph/annotation/brat/reader.h"
#include "graph/proposals/languagedata.h"
#include "graph/text/sourcetext.h"
#include "tests/support/brat.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace entente;

namespace
{

const QString languageFolder = QStringLiteral(ENTENTE_SOURCE_DIR "/resources/language");

const Languages& languages()
{
    static const Languages read(languageFolder.toStdString());
    return read;
}

QString textOf(const SourceText& text, const Cue& cue)
{
    QString words = QStringLiteral("%1 → %2 %3")
                        .arg(asQString(std::string(text.slice(cue.span))),
                             asQString(std::string(nameOf(cue.modality))),
                             asQString(std::string(nameOf(cue.factuality))));
    if (!cue.polarity.empty())
        words += u' ' + asQString(cue.polarity);
    return words;
}

/// A sentence whose trigger stands in brackets.
struct Marked
{
    explicit Marked(const QString& marked)
        : text(QString(marked).remove(u'[').remove(u']').toStdString())
        , trigger{codePoints(marked.left(marked.indexOf(u'['))),
                  codePoints(marked.left(marked.indexOf(u']'))) - 1}
    {
    }

    static int codePoints(const QString& before)
    {
        return static_cast<int>(before.toUcs4().size());
    }

    SourceText text;
    TextSpan trigger;
};

std::vector<Cue> cuesOf(const Marked& marked, const LanguageData& language)
{
    const TextSpan sentence = marked.text.sentenceRound(marked.trigger, language.parts().language);
    return cuesIn(marked.text, sentence, marked.trigger, language);
}

/// The cue that decides, as the window says it; "none" where no cue governs the trigger.
QString decided(const SourceText& text, const std::vector<Cue>& cues)
{
    return cues.empty() || !cues.front().governs ? QStringLiteral("none")
                                                 : textOf(text, cues.front());
}

ReadLanguageData readText(const char* json) { return readLanguageData(json, "xx.json"); }

} // namespace

class CuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordsAroundSayHowRealItIs_data();
    void theWordsAroundSayHowRealItIs();
    void theOthersFollow();
    void aCueOfAnotherClauseIsShownAndDoesNotGovern();
    void anAstralCharacterBeforeItMovesNothing();
    void aLanguageIsFoundByItsTag_data();
    void aLanguageIsFoundByItsTag();
    void theLanguagesThatComeWithItAreSound();
    void aBrokenFileProposesNothingAndSaysWhy_data();
    void aBrokenFileProposesNothingAndSaysWhy();
    void aFolderThatIsNotThereProposesNothing();
    void allThreadsReadTheSame();
    void pronounsAreKnown_data();
    void pronounsAreKnown();
    void theRealArticle();
};

void CuesTest::theWordsAroundSayHowRealItIs_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* language, const char* sentence, const char* expected) {
        QTest::newRow(sentence) << QString::fromUtf8(language) << QString::fromUtf8(sentence)
                                << QString::fromUtf8(expected);
    };
    row("en", "The minister is expected to [visit] Hanoi.", "is expected to → Expected PR+");
    row("en", "Both ministers ARE EXPECTED TO [meet] again.", "ARE EXPECTED TO → Expected PR+");
    row("en", "He plans to [travel] to Seoul.", "plans to → Planned PR+");
    row("en", "She planned to [meet] the envoy.", "planned to → Planned PR+");
    row("en", "The envoy will [meet] the president.", "will → Planned PR+");
    row("en", "It is expected that he will [visit] Seoul.", "It is expected that → Expected PR+");
    row("en", "The [talks] took place in Geneva.", "took place → Happened CT+");
    row("en", "The [talks] did not take place.", "did not take place → DidNotHappen CT- Negative");
    row("en", "The [summit] held in Hanoi ended early.", "held → Happened CT+");
    row("en", "Seoul announced that the envoy [met] the king.", "announced that → Announced CT+");
    row("en", "She accepted the invitation to [visit] Beijing.", "invitation to → Proposed Uu");
    row("en", "They may [meet] in the autumn.", "may → Speculated PS+");
    row("en", "They may not [meet] at all.", "may not → Speculated PS- Negative");
    row("en", "Nobody knows whether the two will [meet].", "whether → Speculated Uu");
    row("en", "He has never [visited] the North.", "has never → DidNotHappen CT- Negative");
    row("en", "He doesn’t [meet] journalists.", "doesn’t → DidNotHappen CT- Negative");
    row("en", "The minister will not [travel] to Minsk.", "will not → DidNotHappen PR- Negative");
    row("en", "The planned [visit] is a first.", "planned → Planned PR+");
    row("en", "The planned [visit] was called off.", "was called off → DidNotHappen CT- Negative");
    row("en", "The [visit], which was planned for May, did not take place.",
        "did not take place → DidNotHappen CT- Negative");
    row("en", "The [visit], which took place in May, was short.", "took place → Happened CT+");
    row("en", "The [trip] was short, but the talks did not take place.", "none");
    row("en", "The two sides appear to have [agreed].", "appear to have → Speculated PR+");
    row("en", "The two are known to have [met] twice.", "are known to have → Happened PR+");
    // The tense alone says nothing that the trigger does not say itself.
    row("en", "The president [visited] Hanoi.", "none");
    row("en", "The envoy [announced] that he was tired.", "none");
    // False friends.
    row("en", "The planning ministry [hosted] the guests.", "none");
    row("en", "Theresa May [met] the chancellor.", "none");
    row("en", "On May 3 the envoys [met] at dawn.", "none");
    row("en", "Not only the envoys [met] there.", "none");
    row("en", "The unplanned [visit] was short.", "none");
    row("en", "As expected, the envoys [met] there.", "none");

    row("ko", "장관은 하노이를 [방문]할 예정이다.", "할 예정이다 → Planned PR+");
    row("ko", "두 정상은 다음 달 [회담]할 것으로 예상된다.", "할 것으로 예상된다 → Expected PR+");
    row("ko", "특사는 서울을 [방문]하지 않았다.", "하지 않았다 → DidNotHappen CT- Negative");
    row("ko", "[회담]이 열릴 가능성이 있다.", "가능성이 → Speculated PS+");
    row("ko", "[회담]이 열릴 가능성이 높다.", "가능성이 높다 → Expected PR+");
    row("ko", "[회담]은 어제 하노이에서 열렸다.", "열렸다 → Happened CT+");
    row("ko", "[회담]은 끝내 무산됐다.", "무산됐다 → DidNotHappen CT- Negative");
    row("ko", "외무성은 특사가 왕을 [접견]했다고 발표했다.", "고 발표했다 → Announced CT+");
    row("ko", "장관이 [방문]을 제안했다.", "을 제안했다 → Proposed Uu");
    row("ko", "장관은 [방문]하지 않을 것이라고 말했다.",
        "하지 않을 것이라고 → DidNotHappen PR- Negative");
    row("ko", "예정된 [방문]은 짧았다.", "예정된 → Planned PR+");
    row("ko", "장관은 하노이를 [방문]했다.", "none");
    row("ko", "국가계획위원회 대표단이 왕을 [접견]했다.", "none");

    row("ru", "Министр планирует [посетить] Ханой.", "планирует → Planned PR+");
    row("ru", "Ожидается, что министр [посетит] Ханой.", "Ожидается, что → Expected PR+");
    row("ru", "[Визит], как ожидается, будет коротким.", "как ожидается → Expected PR+");
    row("ru", "[Визит] так и не состоялся.", "так и не состоялся → DidNotHappen CT- Negative");
    row("ru", "[Переговоры] состоялись в Ханое.", "состоялись → Happened CT+");
    row("ru", "Министр не [посетил] Ханой.", "не → DidNotHappen CT- Negative");
    row("ru", "Министр не планирует [посетить] Ханой.", "не планирует → DidNotHappen PR- Negative");
    row("ru", "Агентство сообщило, что король [принял] посла.", "сообщило, что → Announced CT+");
    row("ru", "Король пригласил посла [посетить] дворец.", "пригласил → Proposed Uu");
    row("ru", "Послы могут [встретиться] осенью.", "могут → Speculated PS+");
    row("ru", "Предстоящий [визит] обещает быть трудным.", "Предстоящий → Planned PR+");
    row("ru", "Неясно, состоится ли [визит].", "состоится ли → Speculated Uu");
    row("ru", "Министр [посетил] Ханой.", "none");
    row("ru", "Не только послы [встретились] там.", "none");
    row("ru", "Прошел год, и послы [встретились] снова.", "none");

    row("fr", "Le ministre ne prévoit pas de [visite].", "none");
}

void CuesTest::theWordsAroundSayHowRealItIs()
{
    QFETCH(const QString, language);
    QFETCH(const QString, sentence);
    QFETCH(const QString, expected);
    const Marked marked(sentence);
    const LanguageData data = languages().of(language.toStdString());
    QCOMPARE(decided(marked.text, cuesOf(marked, data)), expected);
}

void CuesTest::theOthersFollow()
{
    const Marked marked(QStringLiteral("It is expected that the [talks] will take place."));
    QStringList found;
    for (const Cue& cue : cuesOf(marked, languages().of("en")))
        found << textOf(marked.text, cue);
    QCOMPARE(found, QStringList({QStringLiteral("It is expected that → Expected PR+"),
                                 QStringLiteral("will take place → Planned PR+")}));
}

void CuesTest::aCueOfAnotherClauseIsShownAndDoesNotGovern()
{
    const Marked marked(QStringLiteral("The [trip] was short, but the talks did not take place."));
    const std::vector<Cue> cues = cuesOf(marked, languages().of("en"));
    QCOMPARE(cues.size(), 1U);
    QVERIFY(!cues.front().governs);
}

void CuesTest::anAstralCharacterBeforeItMovesNothing()
{
    const Marked marked(QStringLiteral("🕊🕊 Ça va: the envoys plan to [meet]."));
    QCOMPARE(decided(marked.text, cuesOf(marked, languages().of("en"))),
             QStringLiteral("plan to → Planned PR+"));
}

void CuesTest::aLanguageIsFoundByItsTag_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("language");
    QTest::newRow("itself") << QStringLiteral("ko") << QStringLiteral("ko");
    QTest::newRow("region") << QStringLiteral("ko-KR") << QStringLiteral("ko");
    QTest::newRow("as the system has it") << QStringLiteral("en_GB") << QStringLiteral("en");
    QTest::newRow("script and region") << QStringLiteral("ru-Cyrl-RU") << QStringLiteral("ru");
    QTest::newRow("capitals") << QStringLiteral("EN") << QStringLiteral("en");
    QTest::newRow("one we do not have") << QStringLiteral("eo") << QString();
    QTest::newRow("unknown") << QString() << QString();
    QTest::newRow("begins like another") << QStringLiteral("enm") << QString();
}

void CuesTest::aLanguageIsFoundByItsTag()
{
    QFETCH(const QString, tag);
    QFETCH(const QString, language);
    const LanguageData data = languages().of(tag.toStdString());
    QCOMPARE(asQString(data.parts().language), language);
    QCOMPARE(data.isEmpty(), language.isEmpty());
}

void CuesTest::theLanguagesThatComeWithItAreSound()
{
    QCOMPARE(messagesOf(languages().diagnostics()), QStringList());
}

void CuesTest::aBrokenFileProposesNothingAndSaysWhy_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* json, const char* message) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(message);
    };
    row("empty", "", "no JSON");
    row("torn", R"({"cues": [)", "no JSON");
    row("a list", "[]", "no JSON object");
    row("no list", R"({"cues": "will"})", "cues: this should be a list");
    row("no group", R"({"cues": ["will"]})", "cues[0]: this is no group");
    row("a modality that is none", R"({"cues": [{"modality": "Expectd", "words": ["will"]}]})",
        "cues[0]: “Expectd” is no modality");
    row("a misspelt name", R"({"cues": [{"modality": "Planned", "word": ["will"]}]})",
        "cues[0].word: this is nothing that is known");
    row("a factuality that is none",
        R"({"cues": [{"modality": "Planned", "factuality": "XX", "words": []}]})",
        "cues[0].factuality: “XX” is not known");
    row("a phrase without its end", R"({"noCues": ["not [only"]})", "“]” is missing");
    row("a phrase of nothing", R"({"noCues": ["[not] [only]"]})", "nothing of it has to be there");
    row("an unknown blank", R"({"noDates": ["{dai} days"]})", "“{dai}” is no blank");
    row("eleven months", R"({"months": [[],[],[],[],[],[],[],[],[],[],[]]})",
        "months: this should be 12 lists");
    row("a number too large", R"({"dates": [{"days": 100000, "words": ["soon"]}]})",
        "dates[0].days: this should be a number from -1000 to 1000");
    row("a number that is none", R"({"numbers": {"two": "2"}})", "numbers.two: this should be");
}

void CuesTest::aBrokenFileProposesNothingAndSaysWhy()
{
    QFETCH(const QString, json);
    QFETCH(const QString, message);
    const ReadLanguageData read = readText(json.toUtf8().constData());
    QCOMPARE(read.diagnostics.size(), 1U);
    const QString said = messagesOf(read.diagnostics).first();
    QVERIFY2(said.startsWith(QStringLiteral("xx.json: ")) && said.contains(message),
             qPrintable(said));
    const Marked marked(QStringLiteral("They will [meet]."));
    QVERIFY(cuesOf(marked, read.data).empty());
}

void CuesTest::aFolderThatIsNotThereProposesNothing()
{
    const QTemporaryDir folder;
    const Languages none(folder.filePath(QStringLiteral("language")).toStdString());
    QVERIFY(none.of("en").isEmpty());
    QCOMPARE(none.diagnostics().size(), 1U);
    const Marked marked(QStringLiteral("They will [meet]."));
    QVERIFY(cuesOf(marked, none.of("en")).empty());
}

void CuesTest::allThreadsReadTheSame()
{
    std::vector<QString> found(8);
    std::vector<std::jthread> threads;
    threads.reserve(found.size());
    for (QString& mine : found)
        threads.emplace_back([&mine] {
            const Marked marked(QStringLiteral("They plan to [meet]."));
            mine = decided(marked.text, cuesOf(marked, ourLanguages().of("en-US")));
        });
    threads.clear();
    for (const QString& one : found)
        QCOMPARE(one, QStringLiteral("plan to → Planned PR+"));
}

void CuesTest::pronounsAreKnown_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isPronoun");
    const auto row = [](const char* language, const char* words, bool isPronoun) {
        QTest::newRow(words) << QString::fromUtf8(language) << QString::fromUtf8(words)
                             << isPronoun;
    };
    row("en", "She", true);
    row("en", "he", true);
    row("en", "Shea", false);
    row("ko", "그", true);
    row("ko", "그는", true);
    row("ko", "그리스", false);
    row("ru", "Он", true);
    row("ru", "её", true);
    row("ru", "Онищенко", false);
    row("eo", "li", false);
}

void CuesTest::pronounsAreKnown()
{
    QFETCH(const QString, language);
    QFETCH(const QString, words);
    QFETCH(const bool, isPronoun);
    QCOMPARE(languages().of(language.toStdString()).isPronoun(words.toStdString()), isPronoun);
}

/// How often the proposal is what was annotated, where the annotation marks a cue.
void CuesTest::theRealArticle()
{
    const QString name = sharedFolder() + QStringLiteral("/articles/choe-visits-russia");
    if (!QFile::exists(name + QStringLiteral(".ann")))
        QSKIP("the real article is not here: set ENTENTE_SHARED to its folder");
    const SourceText text(bytesOf(name + QStringLiteral(".txt")));
    const Annotations annotations =
        read(bytesOf(name + QStringLiteral(".ann")), text.utf8()).annotations;
    int events = 0;
    int same = 0;
    for (const EventLine& event : annotations.events) {
        const auto hasCue = [](const Argument& argument) { return argument.role == "Cue"; };
        const auto ofEvent = [&](const AttributeLine& one) {
            return one.target == event.id && one.name == "Modality";
        };
        const auto isTrigger = [&](const TextBound& one) { return one.id == event.trigger; };
        const auto modality = std::ranges::find_if(annotations.attributes, ofEvent);
        const auto trigger = std::ranges::find_if(annotations.textBounds, isTrigger);
        if (std::ranges::none_of(event.arguments, hasCue) ||
            modality == annotations.attributes.end() || trigger == annotations.textBounds.end())
            continue;
        const TextSpan span = hullOf(trigger->spans);
        const std::vector<Cue> cues =
            cuesIn(text, text.sentenceRound(span, "en"), span, languages().of("en"));
        const bool isSame = !cues.empty() && cues.front().governs &&
                            nameOf(cues.front().modality) == modality->value;
        ++events;
        same += isSame ? 1 : 0;
        if (!isSame)
            qInfo("%s “%s”: annotated %s, proposed %s", event.id.c_str(),
                  std::string(text.slice(span)).c_str(), modality->value.c_str(),
                  qPrintable(decided(text, cues)));
    }
    qInfo("%d of %d events with a cue", same, events);
    QVERIFY(10 * same >= 9 * events);
}

QTEST_GUILESS_MAIN(CuesTest)
#include "cuestest.moc"
