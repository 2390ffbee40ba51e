// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidencemodel.h"

#include "tests/support/markedcorpus.h"
#include "tests/support/threadwork.h"
#include "ui/panels/evidencedelegate.h"
#include "ui/panels/evidencelist.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <fmt/format.h>

using namespace entente;

namespace
{

/// One person in many visits, in articles of 100 claims each.
void addHub(MarkedCorpus& files, int articles, int claims)
{
    for (int article = 0; article < articles; ++article) {
        std::string text;
        std::string lines = "*\tSameAs";
        std::string events;
        for (int claim = 0; claim < claims; ++claim) {
            const std::string person = "T" + std::to_string(2 * claim + 1);
            const std::string visit = "T" + std::to_string(2 * claim + 2);
            text += fmt::format("On the day after that one {{{} Person|Sergei Lavrov}} {{{} "
                                "Visit|visited}} somebody once more, as he had done before.\n",
                                person, visit);
            lines += ' ' + person;
            events += fmt::format("E{}\tVisit:{} Visitor:{}\n", claim + 1, visit, person);
        }
        files.add("a" + std::to_string(article), text, fmt::format("{}\n{}", lines, events));
    }
}

NodeId nodeIn(const Workspace& workspace, const std::string& name)
{
    for (const NodeId id : workspace.events()->nodes()) {
        if (workspace.events()->node(id)->name == name)
            return id;
    }
    return {};
}

} // namespace

class EvidenceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreHeadingsAndCards()
    {
        MarkedCorpus files;
        addHub(files, 2, 3);
        Workspace workspace;
        workspace.take(files.open());
        EvidenceModel model(workspace);
        const QAbstractItemModelTester tester(&model);
        model.show({nodeIn(workspace, "Sergei Lavrov")});
        QCOMPARE(model.rowCount(), 8);
        QVERIFY(model.index(0).data(EvidenceModel::HeadingRole).toBool());
        QVERIFY(!model.index(0).flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(!model.index(1).data(EvidenceModel::HeadingRole).toBool());
        QVERIFY(model.index(1).flags().testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model.heading().title, QStringLiteral("Sergei Lavrov"));
        model.show({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.heading().title.isEmpty());
    }

    void marksAreRangesOfTheShownQuote()
    {
        MarkedCorpus files;
        files.add("a",
                  "It rained. {T4 Topic|🤝🇰🇵} Then {T1 Quote|{T2 Person|최선희} {T3 Visit|visited} "
                  "Russia}.",
                  "E1\tVisit:T3 Visitor:T2 Evidence:T1\n");
        Workspace workspace;
        workspace.take(files.open());
        EvidenceModel model(workspace);
        model.show({nodeIn(workspace, "최선희")});
        const QModelIndex card = model.index(1);
        const QString quote = card.data(EvidenceModel::QuoteRole).toString();
        const auto marks = card.data(EvidenceModel::MarksRole).value<QList<Utf16Range>>();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(quote.mid(marks[0].begin, marks[0].length),
                 QStringLiteral("최선희 visited Russia"));
        QVERIFY(quote.startsWith(QStringLiteral("🤝")));
    }

    void aScreenReaderHearsTheWholeCard()
    {
        MarkedCorpus files;
        addHub(files, 1, 1);
        Workspace workspace;
        workspace.take(files.open());
        EvidenceModel model(workspace);
        model.show({nodeIn(workspace, "Sergei Lavrov")});
        const QString heard = model.index(1).data(Qt::AccessibleTextRole).toString();
        for (const char* words : {"visited somebody once more", "the article itself", "unstated",
                                  "no evidence was marked", "as Visitor"})
            QVERIFY2(heard.contains(QLatin1String(words)), qPrintable(heard));
    }

    void severalSubjectsAreOneListWithoutRepeats()
    {
        MarkedCorpus files;
        files.add("a", "{T1 Person|Lavrov} {T2 Meeting|met} {T3 Person|Choe}.",
                  "E1\tMeeting:T2 Participant:T1 Participant2:T3\n");
        Workspace workspace;
        workspace.take(files.open());
        EvidenceModel model(workspace);
        model.show({nodeIn(workspace, "Lavrov"), nodeIn(workspace, "Choe")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.heading().title, QStringLiteral("2 selected"));
    }

    void ofAHubWhatIsSeenIsThereAtOnce()
    {
        MarkedCorpus files;
        addHub(files, 30, 100);
        Workspace workspace;
        workspace.take(files.open());
        EvidenceModel model(workspace);
        EvidenceDelegate delegate;
        EvidenceList view(&delegate);
        view.setModel(&model);
        view.setFocusPolicy(Qt::NoFocus); // Its ring would come in between.
        view.resize(400, 800);
        view.show();
        const double begin = threadWork();
        model.show({nodeIn(workspace, "Sergei Lavrov")});
        view.measureAnew();
        const QImage atOnce = view.viewport()->grab().toImage();
        const double took = threadWork() - begin;
        QCOMPARE(model.rowCount(), 3030);
        qInfo("3,000 claims: %.0f ms to the first cards", took);
        QVERIFY(took < workAtMost);
        QVERIFY(!view.isMeasured());
        QTRY_VERIFY_WITH_TIMEOUT(view.isMeasured(), 30000);
        QCOMPARE(view.viewport()->grab().toImage(), atOnce);
    }

    void whatIsReadStaysInPlaceWhileCardsAboveItAreMeasured()
    {
        MarkedCorpus files;
        addHub(files, 30, 100);
        Workspace workspace;
        workspace.take(files.open());
        EvidenceModel model(workspace);
        EvidenceDelegate delegate;
        EvidenceList view(&delegate);
        view.setModel(&model);
        view.resize(400, 800);
        view.show();
        model.show({nodeIn(workspace, "Sergei Lavrov")});
        view.measureAnew();
        view.scrollTo(model.index(2500), QAbstractItemView::PositionAtCenter);
        const QImage atOnce = view.viewport()->grab().toImage();
        const QRect before = view.visualRect(model.index(2500));
        QVERIFY(view.viewport()->rect().contains(before));
        QTRY_VERIFY_WITH_TIMEOUT(view.isMeasured(), 30000);
        QCOMPARE(view.visualRect(model.index(2500)), before);
        QCOMPARE(view.viewport()->grab().toImage(), atOnce);
        view.resize(300, 800);
        QCOMPARE(view.indexAt({20, 400}).isValid(), true);
        QTRY_VERIFY_WITH_TIMEOUT(view.isMeasured(), 30000);
        for (int row = 2490; row < 2510; ++row)
            QCOMPARE(view.visualRect(model.index(row + 1)).top(),
                     view.visualRect(model.index(row)).bottom() + 1);
    }
};

QTEST_MAIN(EvidenceModelTest)
#include "evidencemodeltest.moc"
