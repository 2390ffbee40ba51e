// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/mergedialog.h"

#include "graph/byhand/joining.h"
#include "graph/model/analystsown.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "ui/panels/choicebox.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace entente
{

namespace
{

constexpr std::size_t aliasesShown = 4;

HandBase baseOf(const Workspace& workspace)
{
    return {workspace.store(), workspace.ontology(), *workspace.events()};
}

QString idWords(const std::vector<OutsideId>& ids)
{
    QStringList words;
    for (const OutsideId& id : ids)
        words << Phrases::name(id.authority + ":" + id.entry);
    return words.join(QStringLiteral(", "));
}

QString otherNames(const Node& node)
{
    QStringList names;
    for (const Alias& alias : node.aliases) {
        if (alias.name != node.name && names.size() < static_cast<qsizetype>(aliasesShown))
            names << Phrases::name(alias.name);
    }
    return names.join(QStringLiteral(", "));
}

/// An analyst's own text is none.
int articleCount(const HandBase& base, const Node& node)
{
    std::set<ArticleId> articles;
    for (const EntityId id : node.entities)
        articles.insert(base.store.entity(id)->article);
    for (const EventId id : node.events)
        articles.insert(base.store.event(id)->article);
    return static_cast<int>(std::ranges::count_if(
        articles, [&](ArticleId id) { return !isAnalystsOwn(*base.store.article(id)); }));
}

/// What an analyst would have to give it to be called so.
const std::string& ownName(const Node& node)
{
    return node.kind == NodeKind::Event && !node.title.empty() ? node.title : node.name;
}

/// What it would be called if nobody named it.
std::string nameOfMerged(const HandBase& base, const std::vector<NodeId>& nodes)
{
    const auto edit = merge(base, nodes);
    Store store = base.store;
    if (!edit || !store.apply(*edit))
        return {};
    const KnowledgeGraph graph = fold(store, base.ontology);
    const Node& first = *base.events.node(nodes.front());
    const NodeId merged = first.kind == NodeKind::Entity ? graph.nodeOf(first.entities.front())
                                                         : graph.nodeOf(first.events.front());
    const Node* node = graph.node(merged);
    return node != nullptr ? ownName(*node) : std::string();
}

} // namespace

MergeDialog::MergeDialog(const Workspace& workspace, std::vector<NodeId> nodes, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_nodes(std::move(nodes))
    , m_list(new QTreeWidget(this))
    , m_name(new ChoiceBox(this))
    , m_warning(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Merge"));
    resize(760, 340);
    build();
    fillList();
    fillNames();
    warn();
}

void MergeDialog::build()
{
    auto* what = new QLabel(tr("These will be one. Each keeps its quotes, and they can be taken "
                               "apart again at any later time."),
                            this);
    what->setWordWrap(true);
    const bool isEvent = m_workspace.events()->node(m_nodes.front())->kind == NodeKind::Event;
    m_list->setHeaderLabels({tr("Name"), isEvent ? tr("Told of as") : tr("Also called"), tr("Ids"),
                             tr("Articles"), isEvent ? tr("Claims") : tr("Places in the text")});
    for (const int ofNumbers : {3, 4})
        m_list->headerItem()->setTextAlignment(ofNumbers, Qt::AlignRight | Qt::AlignVCenter);
    m_list->header()->setStretchLastSection(false);
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->setAccessibleName(tr("What will be one"));
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    m_warning->hide();
    auto* name = new QFormLayout;
    name->addRow(tr("It will be called:"), m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Merge"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &MergeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addWidget(m_list, 1);
    column->addWidget(m_warning);
    column->addLayout(name);
    column->addWidget(buttons);
}

void MergeDialog::fillList()
{
    const HandBase base = baseOf(m_workspace);
    for (const NodeId id : m_nodes) {
        const Node& node = *base.events.node(id);
        const auto quotes =
            node.kind == NodeKind::Entity ? node.mentions.size() : node.claims.size();
        auto* item = new QTreeWidgetItem(m_list, {Phrases::name(node.name), otherNames(node),
                                                  idWords(node.ids),
                                                  Phrases::number(articleCount(base, node)),
                                                  Phrases::number(static_cast<int>(quotes))});
        item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(4, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void MergeDialog::fillNames()
{
    const HandBase base = baseOf(m_workspace);
    const std::string first = nameOfMerged(base, m_nodes);
    m_name->addItem(Phrases::name(first), QString());
    for (const NodeId id : m_nodes) {
        const std::string& name = ownName(*base.events.node(id));
        if (name != first && m_name->findData(toQString(name)) < 0)
            m_name->addItem(Phrases::name(name), toQString(name));
    }
}

void MergeDialog::warn()
{
    QStringList words;
    for (const std::vector<OutsideId>& ids : differingIds(baseOf(m_workspace), m_nodes))
        words << tr("%1 knows them as several: %2.")
                     .arg(Phrases::name(ids.front().authority), idWords(ids));
    if (words.isEmpty())
        return;
    words << tr("That speaks against it.");
    m_warning->setText(words.join(QLatin1Char(' ')));
    QFont bold = m_warning->font();
    bold.setWeight(QFont::DemiBold);
    m_warning->setFont(bold);
    m_warning->show();
}

QString MergeDialog::warning() const { return m_warning->text(); }

void MergeDialog::accept()
{
    const QString name = m_name->currentData().toString();
    QDialog::accept();
    Q_EMIT wanted(m_nodes, name);
}

} // namespace entente
