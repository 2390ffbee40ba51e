// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/pathpanel.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/query/copies.h"
#include "graph/query/weakest.h"
#include "ui/paint/style.h"
#include "ui/panels/evidencewords.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace entente
{

namespace
{

constexpr int side = 16;
constexpr int aboutRole = Qt::UserRole; // The place among what rows are about.

/// Rows as high as their words need: a tree would give each one line.
class WrappingDelegate : public QStyledItemDelegate
{
public:
    explicit WrappingDelegate(QTreeView& tree)
        : QStyledItemDelegate(&tree)
        , m_tree(tree)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        int depth = 1;
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            ++depth;
        QStyleOptionViewItem wrapped = option;
        initStyleOption(&wrapped, index);
        wrapped.rect = QRect(0, 0, m_tree.viewport()->width() - depth * m_tree.indentation(), 1);
        return m_tree.style()->sizeFromContents(QStyle::CT_ItemViewItem, &wrapped, {}, &m_tree);
    }

private:
    QTreeView& m_tree;
};

QStandardItem* addRow(QStandardItem* parent, const QString& words)
{
    auto* row = new QStandardItem(words);
    row->setEditable(false);
    row->setToolTip(words);
    parent->appendRow(row);
    return row;
}

} // namespace

PathPanel::PathPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_list(new QTreeView(this))
    , m_model(new QStandardItemModel(this))
    , m_dossier(new QPushButton(tr("Export &Dossier…"), this))
{
    setObjectName(QStringLiteral("pathPanel"));
    setAutoFillBackground(true);
    for (QLabel* label : {m_title, m_summary}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHeaderHidden(true);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setItemDelegate(new WrappingDelegate(*m_list));
    connect(m_list->header(), &QHeaderView::sectionResized, m_model,
            [this] { Q_EMIT m_model->layoutChanged(); });
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Chains of meetings"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, side, 0, 0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(side, 0, side, 4);
    head->addWidget(m_title);
    head->addWidget(m_summary);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    m_dossier->setToolTip(tr("Writes the path with all its quotes and sources into a file"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(side, 8, side, 12);
    foot->addWidget(m_dossier);
    foot->addStretch();
    column->addLayout(foot);
    connect(m_dossier, &QPushButton::clicked, this, &PathPanel::dossierWanted);
    connect(m_list, &QTreeView::clicked, this, &PathPanel::pick);
    connect(m_list, &QTreeView::activated, this, &PathPanel::pick);
    connect(&workspace, &Workspace::opened, this, &PathPanel::clear);
    // What it names may be gone.
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            clear();
    });
    setStyle(Style::of(Theme::Light));
    clear();
}

void PathPanel::clear()
{
    m_model->clear();
    m_abouts.clear();
    m_path.reset();
    m_dossier->hide();
    m_title->clear();
    m_summary->setText(
        tr("Select two actors and press Ctrl+J to see by which meetings they are connected."));
}

void PathPanel::setStyle(const Style& style)
{
    QPalette palette = panelPalette(style);
    setPalette(palette);
    m_title->setFont(sized(font(), titlePixels, QFont::DemiBold));
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_summary->setPalette(palette);
    m_summary->setFont(sized(font(), smallPixels));
}

QString PathPanel::heading() const { return m_title->text(); }

QString PathPanel::nameOf(NodeId node) const
{
    const Node* known = m_events->node(node);
    return known ? Phrases::name(known->name) : QString();
}

void PathPanel::show(const PathRequest& request, const Paths& paths, const KnowledgeGraph& events)
{
    m_events = &events;
    m_model->clear();
    m_abouts.clear();
    m_path = DossierPath{request, paths};
    m_dossier->show();
    m_title->setText(nameOf(request.from) + QStringLiteral(" — ") + nameOf(request.to));
    const QString over = request.modalities.empty()
                             ? tr("all meetings, also those that did not happen")
                             : tr("meetings that happened");
    m_summary->setText(
        Phrases::dotted({tr("%Ln shortest chain(s)", nullptr, static_cast<int>(paths.inAll)),
                         tr("%Ln step(s)", nullptr, paths.hops), over}));
    for (std::size_t i = 0; i < paths.chains.size(); ++i)
        addChain(paths.chains[i], i + 1);
    if (const auto more = paths.inAll - static_cast<std::int64_t>(paths.chains.size()); more > 0)
        addRow(m_model->invisibleRootItem(),
               tr("and %1 more").arg(Phrases::number(static_cast<int>(more))));
    m_list->expandRecursively({}, paths.chains.size() == 1 ? -1 : 1);
    if (paths.chains.size() > 1)
        m_list->expandRecursively(m_model->index(0, 0));
    m_events = nullptr;
}

std::optional<std::size_t> PathPanel::pickedChain() const
{
    QModelIndex row = m_list->currentIndex();
    while (row.parent().isValid())
        row = row.parent();
    const bool isOne = m_path && row.isValid() &&
                       static_cast<std::size_t>(row.row()) < m_path->paths.chains.size();
    return isOne ? std::optional(static_cast<std::size_t>(row.row())) : std::nullopt;
}

void PathPanel::addChain(const Chain& chain, std::size_t number)
{
    QStringList names{nameOf(chain.front().from)};
    std::vector<NodeId> nodes{chain.front().from};
    for (const Hop& hop : chain) {
        names << nameOf(hop.to);
        nodes.push_back(hop.to);
        for (const HopMeeting& meeting : hop.meetings)
            nodes.push_back(meeting.event);
    }
    const std::shared_ptr<const Copies> copies = m_workspace.copies();
    const Weakest weakest =
        weakestOn(*m_events, m_workspace.store(), copies ? *copies : Copies(), chain);
    QStandardItem* row =
        addRow(m_model->invisibleRootItem(),
               tr("%1. %2").arg(static_cast<int>(number)).arg(names.join(QStringLiteral(" — "))));
    QFont bold = m_list->font();
    bold.setWeight(QFont::DemiBold);
    row->setFont(bold);
    const std::set<NodeId> all(nodes.begin(), nodes.end());
    setAbout(*row, {all, {}});
    setAbout(*addRow(row, tr("Weakest: %1").arg(toQString(wordsOf(weakest)))), {all, {}});
    for (const Hop& hop : chain)
        addHop(*row, hop);
}

void PathPanel::addHop(QStandardItem& chain, const Hop& hop)
{
    const KnowledgeGraph& events = *m_events;
    QStandardItem* row = addRow(&chain, nameOf(hop.from) + QStringLiteral(" — ") + nameOf(hop.to));
    setAbout(*row, {{hop.from, hop.to}, {}});
    for (const HopMeeting& meeting : hop.meetings) {
        QStandardItem* words =
            addRow(row, Phrases::dotted({nameOf(meeting.event),
                                         toQString(entente::wordsOf(meeting.modality))}));
        setAbout(*words, {{}, {meeting.roles.begin(), meeting.roles.end()}});
        addQuote(*words, meeting.roles, meeting.modality);
    }
    for (const EdgeId id : hop.relations) {
        const Edge* relation = events.edge(id);
        if (relation == nullptr)
            continue;
        QStandardItem* words =
            addRow(row, Phrases::joined({nameOf(events.source(id)), toQString(relation->label),
                                         nameOf(events.target(id))},
                                        QStringLiteral(" ")));
        setAbout(*words, {{}, {id}});
        addQuote(*words, {id}, {});
    }
}

void PathPanel::addQuote(QStandardItem& row, const std::vector<EdgeId>& edges,
                         std::optional<Modality> modality)
{
    const Claim* claim = quotedFor(*m_events, m_workspace.store(), edges, modality);
    if (claim == nullptr)
        return;
    const Article* article = m_workspace.store().article(claim->article);
    const QString quote = visibleForm(toQString(claim->quotes.front().text)).simplified();
    QStandardItem* words = addRow(&row, QStringLiteral("“%1” — %2").arg(quote, sourceOf(*article)));
    setAbout(*words, {{}, {edges.begin(), edges.end()}});
}

void PathPanel::setAbout(QStandardItem& row, About about)
{
    row.setData(static_cast<int>(m_abouts.size()), aboutRole);
    m_abouts.push_back(std::move(about));
}

void PathPanel::pick(const QModelIndex& row)
{
    const QVariant place = row.data(aboutRole);
    if (!place.isValid())
        return;
    const About& about = m_abouts.at(place.toUInt());
    Q_EMIT picked(about.nodes, about.edges);
}

} // namespace entente
