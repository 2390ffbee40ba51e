// SPDX-License-Identifier: Apache-2.0
#include "graph/text/spelling.h"
#include "graph/text/foldedtext.h"
#include "graph/text/romanise.h"
#include "graph/text/sourcetext.h"

#include <QTest>

using namespace entente;

class SpellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scriptsAreWrittenInLatinLetters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("latin");
        QTest::newRow("Russian, by BGN") << "Сергей Шойгу"
                                         << "sergey shoygu";
        QTest::newRow("and with what others drop") << "Мария Захарова"
                                                   << "mariya zakharova";
        QTest::newRow("Ukrainian by its own") << "Сергій Кислиця"
                                              << "serhiy kyslytsya";
        QTest::newRow("Hangul by syllables") << "김정은"
                                             << "gim jeong eun";
        QTest::newRow("Han by syllables") << "习近平"
                                          << "xi jin ping";
        QTest::newRow("Greek") << "Νίκος"
                               << "nikos";
        QTest::newRow("Latin is only folded") << "Wałęsa"
                                              << "walesa";
        QTest::newRow("none") << ""
                              << "";
    }
    void scriptsAreWrittenInLatinLetters()
    {
        QFETCH(QString, name);
        QFETCH(QString, latin);
        QCOMPARE(QString::fromStdString(romanised(name.toStdString())), latin);
    }

    void spellingsOfOneNameMeet_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("Gim, Kim") << "Gim Jong Un"
                                  << "Kim Jong Un";
        QTest::newRow("of the South") << "kim jeong-eun"
                                      << "Kim Jong Un";
        QTest::newRow("written on") << "kim jongun"
                                    << "Kim Jong Un";
        QTest::newRow("Choi, Choe") << "choi son hui"
                                    << "Choe Son-hui";
        QTest::newRow("Sun-hee") << "Choi Sun-hee"
                                 << "Choe Son-hui";
        QTest::newRow("Lee, Ri") << "Lee Yong Ho"
                                 << "Ri Yong-ho";
        QTest::newRow("I, Ri") << "I Yongho"
                               << "Ri Yong-ho";
        QTest::newRow("Lee alone") << "Lee"
                                   << "Ri Yong-ho";
        QTest::newRow("Lee, Hangul") << "Lee"
                                     << "이용호";
        QTest::newRow("Choi as it is typed") << "choi so"
                                             << "최선희";
        QTest::newRow("Sun-hee written on") << "Choi Sun-hee"
                                            << "Choe Sonhui";
        QTest::newRow("Pak, Park") << "pak geun-hye"
                                   << "Park Geun-hye";
        QTest::newRow("Sergey, Sergei") << "Sergey Lavrov"
                                        << "Sergei Lavrov";
        QTest::newRow("Sergej") << "sergej"
                                << "Sergei Lavrov";
        QTest::newRow("only the last name") << "zaharova"
                                            << "Maria Zakharova";
        QTest::newRow("Zelenskyy, Zelensky") << "Zelenskyy"
                                             << "Volodymyr Zelensky";
        QTest::newRow("Alexander") << "Aleksandr"
                                   << "Alexandr Novak";
        QTest::newRow("Cyrillic typed") << "Лавров"
                                        << "Sergei Lavrov";
        QTest::newRow("Cyrillic found") << "Lavrov"
                                        << "Сергей Лавров";
        QTest::newRow("and the first name") << "Sergei"
                                            << "Сергей Лавров";
        QTest::newRow("Hangul typed") << "김정은"
                                      << "Kim Jong Un";
        QTest::newRow("Hangul found") << "kim jong un"
                                      << "김정은";
        QTest::newRow("given name alone") << "jong un"
                                          << "김정은";
        QTest::newRow("Hangul, Park") << "Park Geun-hye"
                                      << "박근혜";
        QTest::newRow("Hangul, Ri") << "ri yong ho"
                                    << "리용호";
        QTest::newRow("Hangul, Putin") << "푸틴"
                                       << "Vladimir Putin";
        QTest::newRow("Han found") << "xi jinping"
                                   << "习近平";
        QTest::newRow("Han typed") << "习近平"
                                   << "Xi Jinping";
        QTest::newRow("as it is typed") << "xi jinp"
                                        << "习近平";
    }
    void spellingsOfOneNameMeet()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        const Spelling wanted = spellingOf(typed.toStdString());
        const Spelling stored = spellingOf(name.toStdString());
        QVERIFY2(stored.contains(wanted),
                 (stored.letters + " does not contain " + wanted.letters).c_str());
    }

    void otherNamesStayApart_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("no Piten") << "Piten"
                                  << "Joe Biden";
        QTest::newRow("no Kates") << "Kates"
                                  << "Robert Gates";
        QTest::newRow("not within a word") << "avrov"
                                           << "Sergei Lavrov";
        QTest::newRow("no letters") << "…"
                                    << "Sergei Lavrov";
        QTest::newRow("Li, Rice") << "Li"
                                  << "Condoleezza Rice";
        QTest::newRow("Li, Riyadh") << "Li"
                                    << "Riyadh";
        QTest::newRow("Ro, Norway") << "Ro"
                                    << "Norway";
        QTest::newRow("Ri, the First") << "Ri"
                                       << "Queen Elizabeth I";
        QTest::newRow("Lee, the First") << "Lee"
                                        << "Queen Elizabeth I";
        QTest::newRow("Lee, a president") << "Lee"
                                          << "문 대통령";
        QTest::newRow("Ri, a president") << "Ri"
                                         << "문 대통령";
        QTest::newRow("Joe, Choe") << "Joe"
                                   << "Choe Son-hui";
        QTest::newRow("Sun, Song") << "Kim Sun"
                                   << "Kim Song";
        QTest::newRow("another") << "Lavrov"
                                 << "Maria Zakharova";
    }
    void otherNamesStayApart()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QVERIFY(!spellingOf(name.toStdString()).contains(spellingOf(typed.toStdString())));
    }

    static QString decomposed(const char* text)
    {
        return QString::fromUtf8(text).normalized(QString::NormalizationForm_D);
    }

    void whatIsFoundFoldedHasItsPlaceInTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::addColumn<QString>("stands");
        QTest::newRow("plain") << "He met Choe Son-hui."
                               << "choe son hui"
                               << "Choe Son-hui";
        QTest::newRow("accents") << "Then Wałęsa left"
                                 << "walesa"
                                 << "Wałęsa";
        QTest::newRow("part of a word") << "Then Wałęsa left"
                                        << "les"
                                        << "łęs";
        QTest::newRow("accents of their own") << QString::fromUtf8("Then Wale\u0328sa left")
                                              << "wale" << QString::fromUtf8("Wale\u0328");
        QTest::newRow("over a line") << "North\n\n  Korea's"
                                     << "north korea"
                                     << "North\n\n  Korea";
        QTest::newRow("letters that grow") << "die Straße und"
                                           << "strasse"
                                           << "Straße";
        QTest::newRow("half of one") << "die Straße und"
                                     << "stras"
                                     << "Straß";
        QTest::newRow("a dash after it") << "Kim—he said"
                                         << "kim"
                                         << "Kim";
        QTest::newRow("no blanks") << "国家主席习近平会见"
                                   << "习近平"
                                   << "习近平";
        QTest::newRow("emoji before") << "😀 김정은이"
                                      << "김정은"
                                      << "김정은";
        QTest::newRow("Hangul by letters")
            << decomposed("그는 한국에서") << "한국" << decomposed("한국");
        QTest::newRow("a syllable of them")
            << decomposed("그는 한국에서") << "한" << decomposed("한");
        QTest::newRow("kana by letters")
            << decomposed("彼はがぎと") << "がぎ" << decomposed("がぎ");
        QTest::newRow("the whole") << "Kim"
                                   << "kim"
                                   << "Kim";
    }
    void whatIsFoundFoldedHasItsPlaceInTheText()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QFETCH(QString, stands);
        // Once alone, and once where the text has blocks before it and behind.
        QString much;
        for (int i = 0; i < 90; ++i)
            much += QStringLiteral("Łódź, ein größeres Wort — ");
        for (const QString& whole : {text, much + text + QLatin1Char(' ') + much}) {
            const SourceText source(whole.toStdString());
            const FoldedText made(source);
            const std::string words = folded.toStdString();
            const std::size_t at = made.words().rfind(words);
            QVERIFY(at != std::string::npos);
            const TextSpan span = made.spanOf(source, at, at + words.size());
            QCOMPARE(QString::fromStdString(std::string(source.slice(span))), stands);
        }
    }
};

QTEST_GUILESS_MAIN(SpellingTest)
#include "spellingtest.moc"
