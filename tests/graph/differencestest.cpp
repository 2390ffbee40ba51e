// SPDX-License-Identifier: Apache-2.0
// The words in which two versions of a passage differ.
#include "graph/text/differences.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

/// "met -> was received; -> yesterday"
QString differing(const char* first, const char* second)
{
    QStringList all;
    for (const Difference& difference : differencesOf(first, second))
        all << QString::fromStdString(difference.first) + QStringLiteral(" -> ") +
                   QString::fromStdString(difference.second);
    return all.join(QStringLiteral("; "));
}

} // namespace

class DifferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameIsTheSame()
    {
        QCOMPARE(differing("The minister left.", "The minister left."), QString());
        QCOMPARE(differing("", ""), QString());
    }

    void linesCaseAndStopsMakeNoDifference()
    {
        QCOMPARE(differing("The minister,\nhe said, left", "the Minister he said left."),
                 QString());
    }

    void otherWordsStandBesideEachOther()
    {
        QCOMPARE(differing("Choe met Lavrov in Moscow", "Choe was received by Lavrov in Moscow"),
                 QString("met -> was received by"));
        QCOMPARE(differing("Choe met Lavrov in Moscow", "Choe met Putin in Sochi"),
                 QString("Lavrov -> Putin; Moscow -> Sochi"));
    }

    void whatOnlyOneHasStandsAlone()
    {
        QCOMPARE(differing("Choe met Lavrov", "Yesterday Choe met Lavrov"),
                 QString(" -> Yesterday"));
        QCOMPARE(differing("Choe met Lavrov briefly", "Choe met Lavrov"), QString("briefly -> "));
        QCOMPARE(differing("Choe", ""), QString("Choe -> "));
    }

    void otherScriptsHaveWordsToo()
    {
        QCOMPARE(
            differing("최선희 외무상이 모스크바를 방문했다", "최선희 외무상이 소치를 방문했다"),
            QString("모스크바를 -> 소치를"));
    }

    void whatIsTooLongToBeComparedDiffersAsAWhole()
    {
        std::string longText;
        for (int i = 0; i < 3000; ++i)
            longText += "word ";
        QCOMPARE(differencesOf(longText, longText).size(), 0U);
        QCOMPARE(differencesOf(longText, longText + "more").size(), 1U);
    }
};

QTEST_APPLESS_MAIN(DifferencesTest)

#include "differencestest.moc"
