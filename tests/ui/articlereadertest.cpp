// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/articlereader.h"

#include "graph/model/graph.h"
#include "graph/text/sourcetext.h"
#include "tests/support/markedcorpus.h"
#include "ui/panels/articlelist.h"
#include "ui/panels/articletext.h"
#include "ui/panels/namefilter.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace entente;

namespace
{

Corpus someCorpus()
{
    MarkedCorpus files;
    files.add(
        "a",
        "\ufeff🤝 It rained.\r\n{T1 Quote|{T2 Person|Choe} {T3 Visit|visits} {T4 State|Russia} "
        "<b>now</b>}. Nobody else.",
        "E1\tVisit:T3 Visitor:T2 Destination:T4 Evidence:T1\n",
        R"({"title": "First", "published": "2024-01-16"})");
    files.add("b", "{T1 Person|Lavrov} {T2 Statement|said\u202e so}.",
              "E1\tStatement:T2 Speaker:T1\n", R"({"title": "Second", "published": "2024-01-15"})");
    files.addPlain("c", "Nothing is marked.");
    return files.open();
}

/// So many that they have a box to be narrowed by.
MarkedCorpus& addMany(MarkedCorpus& files)
{
    for (const char* title : {"Wałęsa in Gdańsk", "Choe in Moscow", "Lavrov in Seoul", "Four",
                              "Five", "Six", "Seven", "Eight", "Nine"})
        files.add(title, "{T1 Person|Lavrov} spoke.", "",
                  R"({"title": ")" + std::string(title) + "\"}");
    return files;
}

MarkedCorpus& addLong(MarkedCorpus& files, const std::string& last)
{
    std::string text = "{T1 Person|Choe} spoke. ";
    for (int i = 0; i < 200; ++i)
        text += "It rained all day and nobody came.\n";
    files.add("long", text + "{T2 Person|Lavrov} " + last + "\n", "*\tSameAs T1 T1\n",
              R"({"title": "Long"})");
    return files;
}

} // namespace

class ArticleReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_selection = std::make_unique<Selection>();
        m_reader = std::make_unique<ArticleReader>(*m_workspace, *m_selection);
        m_workspace->take(someCorpus());
        m_reader->resize(400, 700);
        static_cast<QWidget*>(m_reader.get())->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_reader.get()));
    }

    void cleanup() { m_reader.reset(); }

    void theLatestArticleIsOpenAndPlain()
    {
        QCOMPARE(m_reader->article(), article("a"));
        const QString shown = m_reader->text().toPlainText();
        QVERIFY2(shown.startsWith(QStringLiteral("🤝 It rained. \nChoe visits Russia <b>now</b>")),
                 qPrintable(shown));
        QVERIFY(!shown.contains(QChar(QChar::ByteOrderMark)));
        QVERIFY(!notice()->isVisible());
    }

    void aClickOnMarkedWordsPicksWhatTheyStandFor()
    {
        QSignalSpy picked(m_reader.get(), &ArticleReader::picked);
        clickOn("Choe");
        clickOn("visits");
        clickOn("now");
        QCOMPARE(picked.size(), 3);
        QCOMPARE(picked[0][0].value<Target>(), Target(node("Choe")));
        QCOMPARE(picked[1][0].value<Target>(), Target(node("Visit")));
        QCOMPARE(picked[2][0].value<Target>(), Target(node("Visit")));
    }

    void theLastLetterOfAWordBelongsToIt()
    {
        QSignalSpy picked(m_reader.get(), &ArticleReader::picked);
        const int last = spanOf("Choe").end - 1;
        const QRect letter = m_reader->text().rectOf(last);
        QTest::mouseClick(m_reader->text().viewport(), Qt::LeftButton, {},
                          QPoint(letter.right() - 1, letter.center().y()));
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].value<Target>(), Target(node("Choe")));
    }

    void aClickOnOtherWordsPicksNothing()
    {
        QSignalSpy picked(m_reader.get(), &ArticleReader::picked);
        clickOn("rained");
        clickOn("else");
        QTest::mouseClick(m_reader->text().viewport(), Qt::LeftButton, {},
                          QPoint(200, m_reader->text().viewport()->height() - 4));
        QCOMPARE(picked.size(), 0);
    }

    void aDragSelectsTextAndPicksNothing()
    {
        QSignalSpy picked(m_reader.get(), &ArticleReader::picked);
        QWidget* viewport = m_reader->text().viewport();
        const QPoint from = m_reader->text().rectOf(spanOf("Choe").begin).center();
        const QPoint to = m_reader->text().rectOf(spanOf("Russia").end - 1).center();
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QTest::mouseMove(viewport, to);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
        QCOMPARE(picked.size(), 0);
    }

    void showOpensAnArticleWithTheWordsInAmber()
    {
        const SourceText& text = *m_workspace->store().article(article("b"))->text;
        m_reader->show(article("b"), text.find("Lavrov", 1));
        QCOMPARE(m_reader->article(), article("b"));
        QCOMPARE(amberText(), QStringLiteral("Lavrov"));
        QCOMPARE(m_reader->list()->currentIndex().data().toString(), QStringLiteral("Second"));
    }

    void whatSteersTheLineIsVisible()
    {
        m_reader->show(article("b"), {});
        QVERIFY(!m_reader->text().toPlainText().contains(QChar(0x202e)));
        QVERIFY(m_reader->text().toPlainText().contains(QChar(0x21e6)));
    }

    void anArticleWithoutAnnotationSaysSo()
    {
        m_reader->show(article("c"), {});
        QVERIFY(notice()->isVisible());
    }

    void theListOpensArticles()
    {
        QCOMPARE(m_reader->list()->model()->rowCount(), 3);
        clickRow(1);
        QCOMPARE(m_reader->article(), article("b"));
        QTest::keyClick(m_reader->list(), Qt::Key_Down);
        QCOMPARE(m_reader->article(), article("c"));
        QTest::keyClick(m_reader->list(), Qt::Key_Up);
        QCOMPARE(m_reader->article(), article("b"));
    }

    void theListHoldsTogether()
    {
        MarkedCorpus files;
        ArticleListModel model(m_workspace->store());
        NameFilter filter;
        filter.setFilterRole(ArticleListModel::FoldedRole);
        const QAbstractItemModelTester modelTester(&model);
        filter.setSourceModel(&model);
        const QAbstractItemModelTester filterTester(&filter);
        m_workspace->take(addMany(files).open());
        model.read();
        filter.setWords(QStringLiteral("se"));
        QVERIFY(filter.rowCount() > 1 && filter.rowCount() < model.rowCount());
        m_workspace->take(someCorpus());
        model.read();
        filter.setWords({});
        QCOMPARE(filter.rowCount(), 3);
    }

    void typingInTheBoxOpensNothing()
    {
        MarkedCorpus files;
        m_workspace->take(addMany(files).open());
        const ArticleId open = article("Four");
        m_reader->show(open, {});
        QVERIFY(box()->isVisible());
        QTest::keyClicks(box(), QStringLiteral("seoul"));
        QCOMPARE(m_reader->article(), open);
        QCOMPARE(m_reader->list()->model()->rowCount(), 1);
        QVERIFY(!m_reader->list()->currentIndex().isValid());
        clickRow(0); // The only one is not the one that is open.
        QCOMPARE(m_reader->article(), article("Lavrov in Seoul"));
        box()->clear();
        QCOMPARE(m_reader->list()->currentIndex().data().toString(),
                 QStringLiteral("Lavrov in Seoul"));
    }

    void aRowCanBeClickedAgainWhenAnotherArticleWasOpenedFromElsewhere()
    {
        MarkedCorpus files;
        m_workspace->take(addMany(files).open());
        QTest::keyClicks(box(), QStringLiteral("seoul"));
        clickRow(0);
        m_reader->show(article("Four"), {}); // It is not in the list now.
        QVERIFY(!m_reader->list()->currentIndex().isValid());
        clickRow(0);
        QCOMPARE(m_reader->article(), article("Lavrov in Seoul"));
    }

    void theBoxFoldsAccentsAndCase()
    {
        MarkedCorpus files;
        m_workspace->take(addMany(files).open());
        QTest::keyClicks(box(), QStringLiteral("walesa gdansk"));
        QCOMPARE(m_reader->list()->model()->rowCount(), 1);
    }

    void aBoxThatGoesTakesItsWordsWithIt()
    {
        MarkedCorpus files;
        m_workspace->take(addMany(files).open());
        QTest::keyClicks(box(), QStringLiteral("seoul"));
        m_workspace->take(someCorpus());
        QVERIFY(!box()->isVisible());
        QCOMPARE(m_reader->list()->model()->rowCount(), 3);
    }

    void readAgainTheTextStaysWhereItIs()
    {
        MarkedCorpus files;
        addLong(files, "left.");
        m_workspace->take(files.open());
        m_reader->show(article("long"), {spanOf("Lavrov")});
        const int scrolled = m_reader->text().scrolled();
        QVERIFY(scrolled > 0);
        m_workspace->take(files.open());
        QCOMPARE(m_reader->text().scrolled(), scrolled);
        QCOMPARE(amberText(), QStringLiteral("Lavrov"));
    }

    void aTextThatHasChangedIsReadOnFromTheSamePlace()
    {
        MarkedCorpus files;
        addLong(files, "left.");
        m_workspace->take(files.open());
        m_selection->set(node("Lavrov"));
        m_reader->show(article("long"), {spanOf("Lavrov")});
        const int scrolled = m_reader->text().scrolled();
        addLong(files, "came, and went again.");
        m_workspace->take(files.open());
        QVERIFY(m_reader->text().toPlainText().contains(QStringLiteral("went again")));
        QCOMPARE(m_reader->text().scrolled(), scrolled);
        QCOMPARE(amberText(), QStringLiteral("Lavrov"));
    }

    void anotherArticleWithTheSameTextBeginsAtItsTop()
    {
        MarkedCorpus files;
        addLong(files, "left.");
        std::string copy;
        for (int i = 0; i < 200; ++i)
            copy += "Copied all day.\n";
        files.add("one", copy + "{T1 Person|Choe}", "");
        files.add("two", copy + "{T1 Person|Choe}", "");
        m_workspace->take(files.open());
        m_reader->show(article("one"), {});
        m_reader->show(article("one"), {spanOf("Choe")});
        QVERIFY(m_reader->text().scrolled() > 0);
        m_reader->show(article("two"), {});
        QCOMPARE(m_reader->text().scrolled(), 0);
        QCOMPARE(amberText(), QString());
    }

    void whatIsSelectedShowsItsWords()
    {
        m_selection->set(node("Russia"));
        QCOMPARE(amberText(), QStringLiteral("Russia"));
        m_selection->set(node("Lavrov")); // It is in the other article.
        QCOMPARE(m_reader->article(), article("b"));
        QCOMPARE(amberText(), QStringLiteral("Lavrov"));
        m_selection->clear();
        QCOMPARE(amberText(), QString());
    }

    void quotesAreUnderlinedAndNamesHaveTheirColour()
    {
        const QTextBlock block = m_reader->text().document()->findBlockByNumber(1);
        const auto formats = block.layout()->formats();
        QVERIFY(formats.size() >= 5);
        QCOMPARE(block.text().mid(formats[0].start, formats[0].length), QStringLiteral("Choe"));
        QVERIFY(formats[0].format.hasProperty(QTextFormat::BackgroundBrush));
        QCOMPARE(formats[0].format.underlineStyle(), QTextCharFormat::SingleUnderline);
        QVERIFY(formats[0].format.background() != formats[2].format.background());
    }

private:
    ArticleId article(const std::string& name) const
    {
        for (const ArticleId id : m_workspace->store().articles()) {
            if (m_workspace->store().article(id)->name == name)
                return id;
        }
        return {};
    }

    NodeId node(const std::string& nameOrType) const
    {
        for (const NodeId id : m_workspace->events()->nodes()) {
            const Node& found = *m_workspace->events()->node(id);
            if (found.name == nameOrType || found.type == nameOrType)
                return id;
        }
        return {};
    }

    QLineEdit* box() const { return m_reader->findChild<QLineEdit*>(); }

    void clickRow(int row)
    {
        QListView* list = m_reader->list();
        const QModelIndex index = list->model()->index(row, 0);
        list->scrollTo(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    }

    QLabel* notice() const { return m_reader->findChild<QLabel*>(QStringLiteral("notice")); }

    TextSpan spanOf(const std::string& words) const
    {
        return m_workspace->store().article(m_reader->article())->text->find(words, 1).at(0);
    }

    void clickOn(const std::string& words)
    {
        const QRect letter = m_reader->text().rectOf(spanOf(words).begin + 1);
        QTest::mouseClick(m_reader->text().viewport(), Qt::LeftButton, {}, letter.center());
    }

    QString amberText() const
    {
        const QColor amber = Style::of(Theme::Light).mark;
        QString text;
        const QTextDocument* document = m_reader->text().document();
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
                if (range.format.background().color() == amber)
                    text += block.text().mid(range.start, range.length);
            }
        }
        return text;
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<ArticleReader> m_reader;
};

QTEST_MAIN(ArticleReaderTest)
#include "articlereadertest.moc"
