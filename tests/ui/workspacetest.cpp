// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/workspace.h"

#include "tests/support/corpusfrom.h"
#include "ui/workspace/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;

namespace
{

constexpr auto visit = R"(
    article a 2024-01-15
    Visit Happened on 2024-01-15: Visitor Person "Choe Son-hui", Destination State "Russia"
)";

NodeId idOf(const KnowledgeGraph& graph, const std::string& name)
{
    for (const NodeId node : graph.nodes()) {
        if (graph.node(node)->name == name)
            return node;
    }
    return {};
}

const Step goingOn{.words = {}, .goesOn = true};

PlaceNodes placing(NodeId node, double x, double y) { return {{{node, Point{x, y}}}}; }

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_workspace->take(corpusFrom(visit));
        m_node = m_workspace->events()->nodes().front();
        m_other = m_workspace->events()->nodes().back();
    }

    void takingOverFoldsAndForgetsUndo()
    {
        m_workspace->perform(placing(m_node, 1, 2));
        QSignalSpy opened(m_workspace.get(), &Workspace::opened);
        m_workspace->take(corpusFrom("article b"));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(m_workspace->events()->nodeCount(), 0);
        QVERIFY(!m_workspace->undoStack().canUndo());
    }

    void placesStayWhenTheSameIsReadOnceMore()
    {
        m_workspace->perform(placing(m_node, 1, 2));
        m_workspace->take(corpusFrom(visit));
        QCOMPARE(m_workspace->store().placement(m_node).value(), (Point{1, 2}));
        Corpus other = corpusFrom(visit);
        other.paths = {"b"};
        m_workspace->take(std::move(other));
        QVERIFY(m_workspace->store().placements().empty());
    }

    void placesFollowWhatGoesByAnotherIdThanBefore()
    {
        // Choe goes by the id of her first record: that of a, or of b when a is not there.
        const char* const both = R"(
            article a
            Visit: Visitor Person "Choe Son-hui"
            article b
            Visit: Visitor Person "Choe Son-hui"
        )";
        const char* const second = R"(
            article b
            Visit: Visitor Person "Choe Son-hui"
        )";
        const auto choe = [this] { return idOf(*m_workspace->events(), "Choe Son-hui"); };
        m_workspace->take(corpusFrom(both));
        const NodeId first = choe();
        m_workspace->perform(placing(first, 1, 2));
        m_workspace->take(corpusFrom(second));
        QVERIFY(choe() != first);
        QCOMPARE(m_workspace->store().placement(choe()).value(), (Point{1, 2}));
        m_workspace->perform(placing(choe(), 3, 4));
        m_workspace->take(corpusFrom(both));
        QVERIFY(choe() == first);
        QCOMPARE(m_workspace->store().placement(first).value(), (Point{3, 4}));
    }

    void anEditIsAppliedOnce()
    {
        QSignalSpy changed(m_workspace.get(), &Workspace::changed);
        m_workspace->perform(placing(m_node, 1, 2));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_workspace->store().placement(m_node).value(), (Point{1, 2}));
        QCOMPARE(m_workspace->undoStack().undoText(), QStringLiteral("Move a node"));
    }

    void undoAndRedoGoBackAndForth()
    {
        const Store before = m_workspace->store();
        m_workspace->perform(placing(m_node, 1, 2));
        m_workspace->perform(placing(m_node, 3, 4));
        const Store after = m_workspace->store();
        for (int round = 0; round < 3; ++round) {
            m_workspace->undoStack().undo();
            m_workspace->undoStack().undo();
            QVERIFY(m_workspace->store() == before);
            m_workspace->undoStack().redo();
            m_workspace->undoStack().redo();
            QVERIFY(m_workspace->store() == after);
        }
    }

    void movementsOfTheSameNodeOneAfterTheOtherAreOneStep()
    {
        m_workspace->perform(placing(m_node, 1, 2), goingOn);
        m_workspace->perform(placing(m_node, 3, 4), goingOn);
        QCOMPARE(m_workspace->undoStack().count(), 1);
        m_workspace->undoStack().undo();
        QVERIFY(!m_workspace->store().placement(m_node));
        m_workspace->undoStack().redo();
        QCOMPARE(m_workspace->store().placement(m_node).value(), (Point{3, 4}));
    }

    void otherNodesAndOtherThingsStayApart()
    {
        m_workspace->perform(placing(m_node, 1, 2), goingOn);
        m_workspace->perform(placing(m_other, 3, 4), goingOn);
        m_workspace->perform(placing(m_node, 3, 4), goingOn);
        m_workspace->perform(placing(m_node, 5, 6));
        m_workspace->perform(placing(m_node, 7, 8));
        QCOMPARE(m_workspace->undoStack().count(), 5);
    }

    void typingInOneFieldIsOneStep()
    {
        const Store before = m_workspace->store();
        const EntityId entity = before.records(before.articles().front()).entities.front().id;
        ChangeEntity note{entity, {}};
        for (const char* typed : {"a", "as", "ask"}) {
            note.fields.note = typed;
            m_workspace->perform(note, goingOn);
        }
        QCOMPARE(m_workspace->undoStack().count(), 1);
        ChangeEntity name{entity, {}};
        name.fields.name = "Choe";
        m_workspace->perform(name, goingOn); // Another field is another step.
        QCOMPARE(m_workspace->undoStack().count(), 2);
        m_workspace->undoStack().undo();
        QCOMPARE(m_workspace->store().entity(entity)->note, std::string("ask"));
        m_workspace->undoStack().undo();
        QVERIFY(m_workspace->store() == before);
        m_workspace->undoStack().redo();
        QCOMPARE(m_workspace->store().entity(entity)->note, std::string("ask"));
    }

    void rejectingAndRestoringAreTwoSteps()
    {
        const Store& store = m_workspace->store();
        ChangeClaim change{store.records(store.articles().front()).claims.front().id, {}};
        for (const bool rejected : {true, false}) {
            change.fields.rejected = rejected;
            m_workspace->perform(change, goingOn);
        }
        QCOMPARE(m_workspace->undoStack().count(), 2);
    }

    void whatCannotBeDoneIsSaidAndLeavesNoStep()
    {
        const Store before = m_workspace->store();
        QSignalSpy failed(m_workspace.get(), &Workspace::failed);
        QSignalSpy changed(m_workspace.get(), &Workspace::changed);
        m_workspace->perform(RemoveArticle{ArticleId(uuidFromName({}, "nowhere"))});
        QCOMPARE(failed.size(), 1);
        QVERIFY(!failed[0][0].toString().isEmpty());
        QCOMPARE(changed.size(), 0);
        QCOMPARE(m_workspace->undoStack().count(), 0);
        QVERIFY(m_workspace->store() == before);
    }

    void graphsFollowTheContent()
    {
        const auto before = m_workspace->events();
        m_workspace->perform(placing(m_node, 1, 2));
        QCOMPARE(m_workspace->events(), before);
        m_workspace->perform(RemoveArticle{m_workspace->store().articles().front()});
        QCOMPARE(m_workspace->events()->nodeCount(), 0);
        m_workspace->undoStack().undo();
        QCOMPARE(textOf(*m_workspace->events()), textOf(*before));
    }

    void wordsOfAStepCanBeGiven()
    {
        m_workspace->perform(placing(m_node, 1, 2), {.words = QStringLiteral("Tidy")});
        QCOMPARE(m_workspace->undoStack().undoText(), QStringLiteral("Tidy"));
    }

    void theSelectionTellsEachChangeOnce()
    {
        Selection selection;
        QSignalSpy changed(&selection, &Selection::changed);
        selection.set(m_node);
        selection.set(m_node);
        QCOMPARE(changed.size(), 1);
        selection.add(m_other);
        QCOMPARE(selection.nodes().size(), 2U);
        QVERIFY(selection.current() == Target(m_other));
        selection.toggle(m_other);
        QVERIFY(selection.current() == Target(m_node));
        selection.add(Target());
        QCOMPARE(changed.size(), 3);
        selection.set(Target());
        QVERIFY(selection.isEmpty());
        QCOMPARE(changed.size(), 4);
    }

    void theSelectionLetsGoOfWhatIsGone()
    {
        Selection selection;
        const EdgeId edge = m_workspace->events()->edges().front();
        selection.set({m_node, NodeId(uuidFromName({}, "gone"))}, {edge});
        selection.keepOnly(*m_workspace->events(), *m_workspace->actors());
        QCOMPARE(selection.nodes(), std::set<NodeId>{m_node});
        QCOMPARE(selection.edges(), std::set<EdgeId>{edge});
        const KnowledgeGraph nothing;
        selection.keepOnly(nothing, nothing);
        QVERIFY(selection.isEmpty());
        QVERIFY(selection.current() == Target());
    }

private:
    std::unique_ptr<Workspace> m_workspace;
    NodeId m_node, m_other;
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "workspacetest.moc"
