// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/fileexcerpt.h"
#include "ui/panels/fileviewer.h"
#include "ui/panels/numberedtext.h"
#include "ui/panels/problemsmodel.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace entente;

namespace
{

Diagnostics someProblems()
{
    return {
        {Severity::Warning, "/corpus/b.ann", 7, "T3 ends at 912, past the end of the text (880)"},
        {Severity::Error, "/corpus/a.ann", 12, "not a line of brat"},
        {Severity::Note, "/corpus/a.txt", 0, "<b>counts UTF-16 units</b>"},
        {Severity::Warning, "/corpus/a.ann", 101, "E4 has no trigger"}};
}

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

QString writeFile(const QTemporaryDir& folder, const QByteArray& bytes)
{
    QFile file(folder.filePath(QStringLiteral("a.ann")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

} // namespace

class ProblemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProblemSaysHowBadWhereAndWhat()
    {
        ProblemsModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(someProblems());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(cell(model, 0, ProblemsModel::SeverityColumn), QStringLiteral("Warning"));
        QCOMPARE(cell(model, 0, ProblemsModel::FileColumn), QStringLiteral("b.ann"));
        QCOMPARE(cell(model, 0, ProblemsModel::LineColumn), QStringLiteral("7"));
        QCOMPARE(cell(model, 0, ProblemsModel::MessageColumn),
                 QStringLiteral("T3 ends at 912, past the end of the text (880)"));
        QCOMPARE(cell(model, 3, ProblemsModel::LineColumn), QString());
        QCOMPARE(model.count(Severity::Warning), 2);
    }

    void eachFileIsReadFromTopToBottom()
    {
        ProblemsModel model;
        model.show({{Severity::Note, "b", 9, "later"},
                    {Severity::Error, "a", 5, "another file"},
                    {Severity::Warning, "b", 2, "first"},
                    {Severity::Warning, "b", 9, "later, too"}});
        QStringList said;
        for (int row = 0; row < model.rowCount(); ++row)
            said << cell(model, row, ProblemsModel::MessageColumn);
        QCOMPARE(said.join(QLatin1String("; ")),
                 QStringLiteral("first; later; later, too; another file"));
    }

    void wordsOfAFileAreNeverMarkup()
    {
        ProblemsModel model;
        model.show(someProblems());
        const QString tip = model.index(3, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;")));
        QCOMPARE(cell(model, 3, ProblemsModel::MessageColumn),
                 QStringLiteral("<b>counts UTF-16 units</b>"));
    }

    void severitiesAndWordsNarrow()
    {
        ProblemsModel model;
        ProblemsFilter filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&filter);
        model.show(someProblems());
        filter.setWanted(Severity::Warning, false);
        QCOMPARE(filter.rowCount(), 2);
        filter.setFilterFixedString(QStringLiteral("UTF"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setWanted(Severity::Warning, true);
        filter.setFilterFixedString(QStringLiteral("a.ann"));
        QCOMPARE(filter.rowCount(), 2);
    }

    void linesSortAsNumbers()
    {
        ProblemsModel model;
        ProblemsFilter filter;
        filter.setSourceModel(&model);
        model.show(someProblems());
        filter.sort(ProblemsModel::LineColumn);
        QCOMPARE(cell(filter, 1, ProblemsModel::LineColumn), QStringLiteral("7"));
        QCOMPARE(cell(filter, 3, ProblemsModel::LineColumn), QStringLiteral("101"));
        filter.sort(-1);
        QCOMPARE(cell(filter, 0, ProblemsModel::FileColumn), QStringLiteral("b.ann"));
    }

    void aShortFileIsReadWhole()
    {
        const QTemporaryDir folder;
        const auto read = readAround(writeFile(folder, "one\ntwo\nthree\n"), 2);
        QVERIFY(read);
        QVERIFY(read->isWhole());
        QCOMPARE(read->linesInAll, 3);
        QCOMPARE(read->text, QStringLiteral("one\ntwo\nthree"));
    }

    void ofALongFileTheLinesAroundAreRead()
    {
        const QTemporaryDir folder;
        QByteArray bytes;
        for (int i = 1; i <= 100'000; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        const auto read = readAround(writeFile(folder, bytes), 50'000);
        QVERIFY(read);
        QVERIFY(!read->isWhole());
        QCOMPARE(read->linesInAll, 100'000);
        QCOMPARE(read->firstLine, 48'000);
        QVERIFY(read->text.startsWith(QStringLiteral("line 48000\n")));
        QVERIFY(read->text.endsWith(QStringLiteral("line 52000")));
    }

    void oneEndlessLineIsCut()
    {
        const QTemporaryDir folder;
        const auto read = readAround(writeFile(folder, QByteArray(3'000'000, 'x')), 1);
        QVERIFY(read);
        QVERIFY(!read->isWhole());
        QVERIFY(read->text.size() < 100'000);
    }

    void anEmptyFileAndAMissingOneAreAnswered()
    {
        const QTemporaryDir folder;
        const auto empty = readAround(writeFile(folder, {}), 5);
        QVERIFY(empty);
        QCOMPARE(empty->text, QString());
        QVERIFY(!readAround(folder.filePath(QStringLiteral("nothing.ann")), 1));
        QVERIFY(!readAround(folder.path(), 1));
    }

    void aLineBehindTheEndShowsTheEnd()
    {
        const QTemporaryDir folder;
        const auto read = readAround(writeFile(folder, "one\ntwo\n"), 90'000);
        QVERIFY(read);
        QCOMPARE(read->linesInAll, 2);
        QCOMPARE(read->text, QStringLiteral("one\ntwo"));
    }

    void theViewerMarksTheLine()
    {
        const QTemporaryDir folder;
        FileViewer viewer;
        viewer.open(writeFile(folder, "one\ntwo <b>\nthree\n"), 2);
        QVERIFY(viewer.isVisible());
        QTRY_COMPARE(viewer.text().markedLine(), 2);
        QCOMPARE(viewer.text().textCursor().blockNumber(), 1);
        QCOMPARE(viewer.text().textCursor().block().text(), QStringLiteral("two <b>"));
    }

    void whatCannotBeReadIsSaidInPlaceOfTheText()
    {
        const QTemporaryDir folder;
        FileViewer viewer;
        viewer.open(writeFile(folder, "one\n"), 1);
        QTRY_COMPARE(viewer.text().toPlainText(), QStringLiteral("one"));
        viewer.open(folder.filePath(QStringLiteral("nothing.ann")), 2);
        QTRY_VERIFY(viewer.header().contains(QStringLiteral("nothing.ann: ")));
        QCOMPARE(viewer.text().toPlainText(), QString());
        QCOMPARE(viewer.text().markedLine(), 0);
    }

    void theLastFileAskedForIsShown()
    {
        const QTemporaryDir folder;
        const QString large = folder.filePath(QStringLiteral("large"));
        QFile file(large);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("all work and no play\n").repeated(1'000'000));
        file.close();
        FileViewer viewer;
        viewer.open(large, 900'000);
        viewer.open(writeFile(folder, "one\n"), 1);
        QTRY_COMPARE(viewer.text().toPlainText(), QStringLiteral("one"));
    }

    void escapeClosesTheViewer()
    {
        const QTemporaryDir folder;
        FileViewer viewer;
        viewer.open(writeFile(folder, "one\n"), 1);
        QVERIFY(QTest::qWaitForWindowExposed(&viewer));
        QTest::keyClick(&viewer, Qt::Key_Escape);
        QVERIFY(!viewer.isVisible());
    }
};

QTEST_MAIN(ProblemsTest)
#include "problemstest.moc"
