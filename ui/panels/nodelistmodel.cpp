// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/nodelistmodel.h"

#include "graph/model/graph.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"
#include "graph/text/fold.h"
#include "ui/panels/displaytext.h"
#include "ui/text/qtext.h"

#include <QLocale>

#include <algorithm>

namespace entente
{

namespace
{

bool isListed(const Node& node, Listed listed)
{
    return listed == Listed::Meetings ? node.kind == NodeKind::Event
                                      : node.kind == NodeKind::Entity && node.isActor;
}

bool comesBefore(const Node* a, const Node* b)
{
    return a->weight != b->weight ? a->weight > b->weight : a->name < b->name;
}

/// "Jan 2024", "2024": when, as short as a list needs it.
QString monthOf(const Edtf& date)
{
    const std::optional<Day> day = date.earliest ? date.earliest : date.latest;
    if (!day)
        return {};
    const bool isWholeYear =
        date.earliest && date.latest && date.earliest->month == 1 && date.latest->month == 12;
    if (isWholeYear && date.latest->year != date.earliest->year)
        return QStringLiteral("%1–%2").arg(date.earliest->year).arg(date.latest->year);
    if (isWholeYear || day->month < 1 || day->month > 12)
        return QString::number(day->year);
    const QString month = QLocale().standaloneMonthName(day->month, QLocale::ShortFormat) +
                          QLatin1Char(' ') + QString::number(day->year);
    if (!date.latest)
        return NodeListModel::tr("from %1").arg(month);
    return date.earliest ? month : NodeListModel::tr("until %1").arg(month);
}

} // namespace

NodeListModel::NodeListModel(Listed listed, QObject* parent)
    : QAbstractListModel(parent)
    , m_listed(listed)
{
}

void NodeListModel::show(std::shared_ptr<const KnowledgeGraph> graph, const Ontology& ontology)
{
    beginResetModel();
    m_graph = std::move(graph);
    m_rows.clear();
    m_rowOf.clear();
    std::vector<const Node*> nodes;
    for (const NodeId id : m_graph->nodes()) {
        if (const Node* node = m_graph->node(id); isListed(*node, m_listed))
            nodes.push_back(node);
    }
    std::ranges::stable_sort(nodes, comesBefore);
    for (const Node* node : nodes) {
        m_rowOf.emplace(node->id, static_cast<int>(m_rows.size()));
        if (node->kind == NodeKind::Event) {
            const EventType& type = ontology.event(node->type);
            m_rows.push_back({node,
                              colourOf(type.light.line),
                              colourOf(type.dark.line),
                              Shape::Card,
                              toQString(type.label),
                              {}});
        } else {
            const EntityType& type = ontology.entity(node->type);
            m_rows.push_back({node,
                              colourOf(type.light.line),
                              colourOf(type.dark.line),
                              type.shape,
                              toQString(type.label),
                              {}});
        }
    }
    endResetModel();
}

void NodeListModel::setStyle(const Style& style)
{
    m_theme = style.theme;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ColourRole});
}

int NodeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

NodeId NodeListModel::nodeAt(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].node->id;
}

int NodeListModel::rowOf(NodeId node) const
{
    const auto found = m_rowOf.find(node);
    return found == m_rowOf.end() ? -1 : found->second;
}

QString meetingLine(const Node& node, const QString& type)
{
    // The date first: the end may be cut.
    QStringList parts{node.date ? monthOf(*node.date) : QString(), type,
                      toQString(surenessWords(node))};
    if (node.contested && node.modality)
        parts.prepend(NodeListModel::tr("contested"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString NodeListModel::belowOf(const Row& row) const
{
    return row.node->kind == NodeKind::Event ? meetingLine(*row.node, row.type) : QString();
}

QString NodeListModel::tipOf(const Node& node) const
{
    QString tip = visibleForm(toQString(node.name));
    if (node.kind == NodeKind::Event && node.date)
        tip += QStringLiteral(" · ") + toQString(wordsOf(*node.date));
    return plainTip(tip);
}

const QString& NodeListModel::foldedNames(const Row& row) const
{
    if (row.folded.isEmpty()) {
        std::string names = folded(row.node->name);
        for (const Alias& alias : row.node->aliases)
            names += '\n' + folded(alias.name);
        row.folded = toQString(names);
    }
    return row.folded;
}

QVariant NodeListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Node& node = *row.node;
    switch (role) {
    case Qt::DisplayRole:
        return visibleForm(toQString(node.title.empty() ? node.name : node.title));
    case Qt::ToolTipRole:
        return tipOf(node);
    case Qt::AccessibleTextRole:
        return QString(visibleForm(toQString(node.name)) + QStringLiteral(", ") +
                       (node.kind == NodeKind::Event ? toQString(surenessWords(node))
                                                     : QLocale().toString(node.weight)));
    case DetailRole:
        return node.kind == NodeKind::Event ? QString() : QLocale().toString(node.weight);
    case BelowRole:
        return belowOf(row);
    case ColourRole:
        return m_theme == Theme::Light ? row.light : row.dark;
    case ShapeRole:
        return static_cast<int>(row.shape);
    case FoldedRole:
        return foldedNames(row);
    case StruckRole:
        return node.modality == Modality::DidNotHappen;
    default:
        return {};
    }
}

} // namespace entente
