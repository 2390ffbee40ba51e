// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/lineparser.h"
#include "tests/support/brat.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace entente;

namespace
{

/// One case of the file with what brat's own parser made of it, as our lines.
QStringList expectedOf(const QJsonObject& bratCase)
{
    const auto text = [](const QJsonValue& value) {
        return value.isBool() ? QString() : value.toString();
    };
    QStringList lines;
    for (const QJsonValue t : bratCase[QStringLiteral("T")].toArray()) {
        QString line = t[0].toString() + u' ' + t[1].toString();
        for (const QJsonValue span : t[2].toArray())
            line += QStringLiteral(" %1-%2").arg(span[0].toInt()).arg(span[1].toInt());
        lines << line + QStringLiteral(" \"%1\" exact").arg(t[3].toString());
    }
    for (const QJsonValue e : bratCase[QStringLiteral("E")].toArray()) {
        QString line =
            QStringLiteral("%1 %2 by %3").arg(e[0].toString(), e[1].toString(), e[2].toString());
        for (const QJsonValue argument : e[3].toArray()) {
            const Argument parts = argumentOf(argument[0].toString().toStdString(), {});
            line += u' ' + asQString(parts.role);
            if (parts.ordinal != 1)
                line += u'#' + QString::number(parts.ordinal);
            line += u'=' + argument[1].toString();
        }
        lines << line;
    }
    for (const QJsonValue r : bratCase[QStringLiteral("R")].toArray())
        lines << QStringLiteral("%1 %2 %3=%4 %5=%6")
                     .arg(r[0].toString(), r[1].toString(), r[2].toString(), r[3].toString(),
                          r[4].toString(), r[5].toString());
    for (const QJsonValue equiv : bratCase[QStringLiteral("equiv")].toArray()) {
        QString line = QStringLiteral("* ") + equiv[0].toString();
        for (const QJsonValue member : equiv[1].toArray())
            line += u' ' + member.toString();
        lines << line;
    }
    for (const QJsonValue a : bratCase[QStringLiteral("A")].toArray())
        lines << QStringLiteral("%1 %2 of %3 = \"%4\"")
                     .arg(a[0].toString(), a[1].toString(), a[2].toString(), text(a[3]));
    for (const QJsonValue n : bratCase[QStringLiteral("N")].toArray())
        lines << QStringLiteral("%1 of %2 = %3 %4 \"%5\"")
                     .arg(n[0].toString(), n[1].toString(), n[2].toString(), n[3].toString(),
                          n[4].toString());
    for (const QJsonValue note : bratCase[QStringLiteral("notes")].toArray())
        lines << QStringLiteral("%1 AnnotatorNotes on %2 \"%3\"")
                     .arg(note[0].toString(), note[1].toString(), note[2].toString());
    return lines;
}

/// Where we read what brat does not.
const QHash<QString, QStringList>& betterThanBrat()
{
    static const QHash<QString, QStringList> better{
        {QStringLiteral("emoji utf16 units"), {QStringLiteral("T1 Person 2-7 \"Putin\" exact")}},
        {QStringLiteral("U+2028 in ref text"),
         {QStringLiteral("T1 Person 0-14 \"Vladimir\u2028Putin\" exact")}},
        {QStringLiteral("trigger type mismatch"),
         {QStringLiteral("T1 Person 0-5 \"Putin\" exact"),
          QStringLiteral("T2 Meeting 6-9 \"met\" exact")}},
        {QStringLiteral("attr value then CRLF no val"),
         {QStringLiteral("T1 X 6-9 \"met\" exact"), QStringLiteral("E1 X by T1"),
          QStringLiteral("A1 Neg of E1 = \"\"")}},
        {QStringLiteral("T trailing ws in offsets"), {QStringLiteral("T2 X 6-9 \"met\" exact")}},
    };
    return better;
}

} // namespace

/// On what others have annotated; it is not part of the project.
class BratRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asBratReadsIt_data();
    void asBratReadsIt();
    void theRealArticleIsExact();
    void theRealCorpusIsExact();
};

void BratRealTest::asBratReadsIt_data()
{
    QTest::addColumn<QJsonObject>("bratCase");
    QFile file(sharedFolder() + QStringLiteral("/cases/brat-cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("brat's cases are not here: set ENTENTE_SHARED to their folder");
    for (const QJsonValue value : QJsonDocument::fromJson(file.readAll()).array())
        QTest::newRow(qPrintable(value[u"name"].toString())) << value.toObject();
}

void BratRealTest::asBratReadsIt()
{
    QFETCH(QJsonObject, bratCase);
    const QString name = bratCase[QStringLiteral("name")].toString();
    const ReadAnnotations result = read(bratCase[QStringLiteral("ann")].toString().toStdString(),
                                        bratCase[QStringLiteral("txt")].toString().toStdString());
    const QStringList expected = betterThanBrat().value(name, expectedOf(bratCase));
    QCOMPARE(asQStrings(linesOf(result.annotations)), expected);
    if (!bratCase[QStringLiteral("errors")].toArray().isEmpty() ||
        !bratCase[QStringLiteral("failed_lines")].toArray().isEmpty() ||
        bratCase[QStringLiteral("exception")].isString()) {
        if (name != QStringLiteral("U+2028 in ref text"))
            QVERIFY(!result.diagnostics.empty());
    }
}

void BratRealTest::theRealArticleIsExact()
{
    const QString name = sharedFolder() + QStringLiteral("/articles/choe-visits-russia");
    if (!QFile::exists(name + QStringLiteral(".ann")))
        QSKIP("the real article is not here: set ENTENTE_SHARED to its folder");
    const ReadAnnotations result =
        read(bytesOf(name + QStringLiteral(".ann")), bytesOf(name + QStringLiteral(".txt")));
    QCOMPARE(messagesOf(result.diagnostics), QStringList{});
    const Annotations& annotations = result.annotations;
    QCOMPARE(annotations.textBounds.size(), 280U);
    QCOMPARE(annotations.events.size(), 59U);
    QCOMPARE(annotations.relations.size(), 21U);
    QCOMPARE(annotations.attributes.size(), 174U);
    QCOMPARE(annotations.normalizations.size(), 98U);
    QCOMPARE(annotations.equivs.size(), 22U);
    QCOMPARE(annotations.notes.size(), 4U);
    for (const TextBound& bound : annotations.textBounds)
        QCOMPARE(bound.status, QuoteStatus::Exact);
}

void BratRealTest::theRealCorpusIsExact()
{
    const QDir folder(sharedFolder() + QStringLiteral("/data/diplomatic-travel"));
    if (!folder.exists())
        QSKIP("the corpus of travels is not here: set ENTENTE_SHARED to its folder");
    std::size_t events = 0;
    for (const QString& ann : folder.entryList({QStringLiteral("*.ann")})) {
        const QString txt = ann.chopped(4) + QStringLiteral(".txt");
        const ReadAnnotations result =
            read(bytesOf(folder.filePath(ann)), bytesOf(folder.filePath(txt)));
        QCOMPARE(messagesOf(result.diagnostics), QStringList{});
        events += result.annotations.events.size();
    }
    QCOMPARE(events, 9'634U);
}

QTEST_GUILESS_MAIN(BratRealTest)
#include "bratrealtest.moc"
