// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/graphcommands.h"

#include "graph/byhand/analystsedge.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "ui/byhand/apartdialog.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/connectcommands.h"
#include "ui/byhand/idsdialog.h"
#include "ui/byhand/leavequestion.h"
#include "ui/byhand/mergedialog.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/dialogs/ctrlenter.h"
#include "ui/jobs/authorsettings.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QInputDialog>
#include <QLabel>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr int dialogWidth = 420;

/// Asks for some words.
class WordsDialog : public QInputDialog
{
public:
    WordsDialog(const QString& title, const QString& question, QWidget* parent)
        : QInputDialog(parent)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setWindowTitle(title);
        setLabelText(question);
        // A name may have what looks like a tag in it.
        for (QLabel* label : findChildren<QLabel*>())
            label->setTextFormat(Qt::PlainText);
    }

    void askForText(const QString& before)
    {
        setOption(QInputDialog::UsePlainTextEditForTextInput);
        setTextValue(before);
        m_before = before;
        acceptByCtrlEnter(this);
    }
    void reject() override
    {
        const bool isLong = testOption(QInputDialog::UsePlainTextEditForTextInput);
        if (mayLeave(this, isLong && textValue() != m_before))
            QInputDialog::reject();
    }

private:
    QString m_before;
};

/// What an analyst gives a node, without what is added to it for people.
const std::string& ownName(const Node& node)
{
    return node.kind == NodeKind::Event && !node.title.empty() ? node.title : node.name;
}

std::string noteOf(const Store& store, const Node& node)
{
    return node.kind == NodeKind::Entity ? store.entity(node.entities.front())->note
                                         : store.event(node.events.front())->note;
}

} // namespace

QRect placeOf(const GraphCanvas& canvas, NodeId node)
{
    const QRectF bounds = canvas.picture().boundsOf(node);
    const Viewport& viewport = canvas.viewport();
    const QRect seen =
        QRectF(viewport.toScreen(bounds.topLeft()), viewport.toScreen(bounds.bottomRight()))
            .toAlignedRect();
    const bool isSeen = !bounds.isNull() && seen.intersects(canvas.rect());
    const QRect place = isSeen ? seen : QRect(canvas.rect().center(), QSize(1, 1));
    return {canvas.mapToGlobal(place.topLeft()), place.size()};
}

GraphCommands::GraphCommands(const ExploreParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_meetings(new QMenu(tr("Meeting"), parts.actions.newNodeMenu))
{
    m_connecting = new ConnectCommands(parts, *this);
    const Actions& act = parts.actions;
    connect(act.rename, &QAction::triggered, this, &GraphCommands::rename);
    connect(act.outsideIds, &QAction::triggered, this, &GraphCommands::askIds);
    connect(act.note, &QAction::triggered, this, &GraphCommands::askNote);
    connect(act.merge, &QAction::triggered, this, [this] {
        const std::set<NodeId>& nodes = m_parts.selection.nodes();
        askMerge({nodes.begin(), nodes.end()});
    });
    connect(&parts.canvas, &GraphCanvas::mergeWanted, this, &GraphCommands::askMerge);
    connect(act.undo, &QAction::triggered, &parts.message, &MessageBar::endNote);
    connect(act.takeApart, &QAction::triggered, this, [this] {
        if (const Node* node = one())
            askApart(node->id);
    });
    connect(&parts.selection, &Selection::changed, this, &GraphCommands::enable);
    const auto follow = [this] {
        enable();
        fillNew();
    };
    connect(&parts.workspace, &Workspace::opened, this, follow);
    connect(&parts.workspace, &Workspace::changed, this, [follow](const Change& change) {
        if (change.content())
            follow();
    });
    // From the menu bar, nobody has pointed anywhere.
    connect(act.annotateMenu, &QMenu::aboutToShow, this, [this] { m_place.reset(); });
    follow();
}

HandBase GraphCommands::base() const
{
    return {m_parts.workspace.store(), m_parts.workspace.ontology(), *m_parts.workspace.events()};
}

QWidget* GraphCommands::window() const { return m_parts.canvas.window(); }

AskBox& GraphCommands::box()
{
    if (m_box == nullptr)
        m_box = new AskBox(window());
    m_box->setStyle(m_parts.scene.style());
    return *m_box;
}

const Node* GraphCommands::one() const
{
    const std::set<NodeId>& nodes = m_parts.selection.nodes();
    return nodes.size() == 1 ? m_parts.workspace.events()->node(*nodes.begin()) : nullptr;
}

void GraphCommands::enable()
{
    const Actions& act = m_parts.actions;
    const Node* node = one();
    for (QAction* action : {act.rename, act.outsideIds, act.note, act.changeTypeMenu->menuAction()})
        action->setEnabled(node != nullptr);
    const auto hasParts = [](const Node& one) {
        return one.entities.size() + one.events.size() > 1 ||
               (one.kind == NodeKind::Entity && one.mentions.size() > 1);
    };
    act.takeApart->setEnabled(node != nullptr && hasParts(*node));
    act.merge->setEnabled(m_parts.selection.nodes().size() > 1);
    fillTypes();
}

bool GraphCommands::perform(const Expected<Together, std::string>& edit, const QString& words)
{
    if (!edit) {
        m_parts.message.showError(toQString(edit.error()));
        return false;
    }
    return !edit->edits.empty() && m_parts.workspace.perform(*edit, {.words = words});
}

// Names, types, ids, notes -----------------------------------------------------------------------

void GraphCommands::rename()
{
    const Node* node = one();
    if (node == nullptr)
        return;
    const NodeId id = node->id;
    Question question;
    question.title = tr("What is it called?");
    question.hint = tr("A name, or nothing: as the articles have it");
    question.typed = toQString(ownName(*node));
    QList<Choice> known;
    // Words that tell of a meeting are no name of it.
    const bool isNamed = node->kind == NodeKind::Entity;
    for (const Alias& alias : isNamed ? node->aliases : std::vector<Alias>()) {
        const auto count = static_cast<int>(alias.mentions.size());
        known.append({.words = Phrases::name(alias.name),
                      .below = tr("in the articles"),
                      .detail = Phrases::number(count),
                      .shape = {},
                      .colour = {},
                      .value = toQString(alias.name)});
    }
    question.choices = [known, before = question.typed](const QString& typed) {
        QList<Choice> choices;
        const auto isTyped = [&](const Choice& choice) {
            return choice.value.toString().compare(typed, Qt::CaseSensitive) == 0;
        };
        if (!typed.isEmpty() && std::ranges::none_of(known, isTyped))
            choices.append({.words = visibleForm(typed),
                            .below = typed == before ? tr("as it is called now") : tr("a new name"),
                            .detail = {},
                            .shape = {},
                            .colour = {},
                            .value = typed});
        for (const Choice& choice : known) {
            if (isTyped(choice))
                choices.prepend(choice);
            else if (typed == before || choice.words.contains(typed, Qt::CaseInsensitive))
                choices.append(choice);
        }
        if (typed.isEmpty())
            choices.prepend({.words = tr("As the articles have it"),
                             .below = {},
                             .detail = {},
                             .shape = {},
                             .colour = {},
                             .value = QString()});
        return choices;
    };
    question.answer = [this, id, before = question.typed](const QVariant& value) {
        if (value.toString() != before)
            perform(giveName(base(), id, toUtf8(value.toString())), tr("Rename"));
    };
    box().ask(std::move(question), placeOf(m_parts.canvas, id), &m_parts.canvas);
}

/// The types of its kind; the one that it has is ticked.
void GraphCommands::fillTypes()
{
    QMenu& menu = *m_parts.actions.changeTypeMenu;
    menu.clear();
    const Node* node = one();
    if (node == nullptr)
        return;
    const Ontology& ontology = m_parts.workspace.ontology();
    const bool isEvent = node->kind == NodeKind::Event;
    for (const std::string& type : isEvent ? ontology.eventOrder : ontology.entityOrder) {
        if (!isEvent && ontology.entity(type).use != EntityUse::Vertex)
            continue;
        const std::string& label =
            isEvent ? ontology.event(type).label : ontology.entity(type).label;
        QAction* action = menu.addAction(withoutMnemonic(toQString(label)));
        action->setCheckable(true);
        action->setChecked(type == node->type);
        // Later: what it does fills this menu anew.
        const auto change = [this, id = node->id, type] {
            const Node* now = m_parts.workspace.events()->node(id);
            if (now != nullptr && now->type != type)
                perform(giveType(base(), id, type), tr("Change Type"));
            else
                fillTypes(); // Ticked as it was.
        };
        connect(action, &QAction::triggered, this, change, Qt::QueuedConnection);
    }
}

void GraphCommands::askIds()
{
    const Node* node = one();
    if (node == nullptr)
        return;
    auto* dialog =
        new IdsDialog(Phrases::name(node->name), node->ids, m_parts.workspace.ontology(), window());
    connect(dialog, &IdsDialog::given, this,
            [this, id = node->id, before = node->ids](const std::vector<OutsideId>& ids) {
                if (ids != before)
                    perform(giveIds(base(), id, ids), tr("Outside Ids"));
            });
    dialog->open();
}

void GraphCommands::askNote()
{
    const Node* node = one();
    if (node == nullptr)
        return;
    auto* dialog = new WordsDialog(tr("Note"),
                                   tr("Your note on %1:").arg(Phrases::name(node->name)), window());
    const QString before = toQString(noteOf(m_parts.workspace.store(), *node));
    dialog->askForText(before);
    dialog->resize(dialogWidth, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id = node->id, before](const QString& words) {
                if (words != before)
                    perform(giveNote(base(), id, toUtf8(words.trimmed())), tr("Note"));
            });
    dialog->open();
}

// Who is one -------------------------------------------------------------------------------------

void GraphCommands::askMerge(const std::vector<NodeId>& nodes)
{
    if (const auto edit = merge(base(), nodes); !edit)
        return m_parts.message.showError(toQString(edit.error()));
    auto* dialog = new MergeDialog(m_parts.workspace, nodes, window());
    connect(dialog, &MergeDialog::wanted, this,
            [this](const std::vector<NodeId>& wanted, const QString& name) {
                if (!perform(merge(base(), wanted, toUtf8(name)), tr("Merge")))
                    return;
                m_parts.message.showNote(
                    tr("%Ln node(s) are one now. Take Apart undoes it at any later time.", nullptr,
                       static_cast<int>(wanted.size())));
            });
    dialog->open();
}

void GraphCommands::askWords(EdgeId id)
{
    const KnowledgeGraph& graph = *m_parts.workspace.events();
    const Edge& edge = *graph.edge(id);
    m_connecting->askWords(
        {.kind = edge.kind == EdgeKind::Role ? Connection::Kind::Role : Connection::Kind::Relation,
         .from = graph.source(id),
         .to = graph.target(id),
         .type = edge.type,
         .fromRole = {},
         .toRole = {}});
}

void GraphCommands::askApart(NodeId node)
{
    auto* dialog = new ApartDialog(m_parts.workspace, node, window());
    connect(dialog, &ApartDialog::wanted, this, [this](NodeId id, const std::vector<Part>& parts) {
        if (!perform(split(base(), id, parts), tr("Take Apart")))
            return;
        // What has gone is seen, too, beside what stayed.
        const KnowledgeGraph& graph = *m_parts.workspace.events();
        const Part& first = parts.front();
        const Mention* word =
            first.mentions.empty() ? nullptr : m_parts.workspace.store().mention(first.mentions[0]);
        const NodeId gone = first.entity.isNil() ? graph.nodeOf(first.event)
                                                 : graph.nodeOf(word ? word->entity : first.entity);
        if (gone.isNil())
            return;
        m_parts.scene.show(gone);
        m_parts.message.showNote(tr("“%1” stands apart now. Merge puts them together again.")
                                     .arg(Phrases::name(graph.node(gone)->name)));
    });
    dialog->open();
}

// Something new ----------------------------------------------------------------------------------

void GraphCommands::fillNew()
{
    QMenu& menu = *m_parts.actions.newNodeMenu;
    const Ontology& ontology = m_parts.workspace.ontology();
    menu.clear();
    menu.setEnabled(!m_parts.workspace.store().articles().empty());
    const auto add = [this](QMenu& to, const std::string& label, const std::string& type) {
        QAction* action = to.addAction(tr("%1…").arg(withoutMnemonic(toQString(label))));
        connect(action, &QAction::triggered, this, [this, type] { askNew(type); });
    };
    for (const std::string& type : ontology.entityOrder) {
        if (ontology.entity(type).use == EntityUse::Vertex)
            add(menu, ontology.entity(type).label, type);
    }
    menu.addSeparator();
    m_meetings->clear();
    menu.addMenu(m_meetings);
    for (const std::string& type : ontology.eventOrder)
        add(*m_meetings, ontology.event(type).label, type);
}

std::optional<QPointF> GraphCommands::placeAsked() const
{
    if (!m_place)
        return {};
    const QPointF at = m_parts.canvas.mapFromGlobal(QPointF(*m_place));
    return m_parts.canvas.viewport().toScene(at);
}

void GraphCommands::askNew(const std::string& type)
{
    const Ontology& ontology = m_parts.workspace.ontology();
    const bool isEvent = ontology.knowsEvent(type);
    auto* dialog =
        new WordsDialog(tr("New: %1").arg(toQString(isEvent ? ontology.event(type).label
                                                            : ontology.entity(type).label)),
                        isEvent ? tr("What it is called; nothing: as those who take part are:")
                                : tr("What it is called:"),
                        window());
    dialog->resize(dialogWidth, dialog->sizeHint().height());
    connect(
        dialog, &QInputDialog::textValueSelected, this,
        [this, type, place = placeAsked()](const QString& name) { makeNew(type, name, place); });
    dialog->open();
}

void GraphCommands::makeNew(const std::string& type, const QString& name,
                            std::optional<QPointF> place)
{
    const auto made = addAnalystsNode(base(), {.type = type,
                                               .name = toUtf8(name.trimmed()),
                                               .roles = {},
                                               .modality = {},
                                               .because = {},
                                               .author = authorFromSettings().analyst,
                                               .day = today()});
    if (!made)
        return m_parts.message.showError(toQString(made.error()));
    Together edit = made->edit;
    const View view = m_parts.scene.view();
    if (place)
        edit.edits.emplace_back(
            PlaceNodes{{{placeIn(view, made->node), Point{place->x(), place->y()}}}});
    if (!m_parts.workspace.perform(edit, {.words = tr("New Node")}))
        return;
    const KnowledgeGraph& graph = *m_parts.workspace.events();
    NodeId node = made->node;
    if (graph.node(node) == nullptr) { // It is one with somebody of this name.
        node = graph.nodeOf(EntityId(made->node.uuid()));
        if (node.isNil())
            return;
        m_parts.message.showNote(
            tr("“%1” is one with “%2” now, whom articles name. Take Apart "
               "undoes it at any later time.")
                .arg(visibleForm(name.trimmed()), Phrases::name(graph.node(node)->name)));
    }
    m_parts.scene.show(node);
    m_parts.selection.set(node);
}

} // namespace entente
