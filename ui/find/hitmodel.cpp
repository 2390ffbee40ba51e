// SPDX-License-Identifier: Apache-2.0
#include "ui/find/hitmodel.h"

#include "graph/base/overloaded.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"
#include "ui/find/search.h"
#include "ui/panels/nodelistmodel.h"
#include "ui/text/qtext.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// Characters of an article on either side of the words found in it: a row of the list shows about
/// 60 in all.
constexpr int before = 18;
constexpr int after = 60;

QString wordsOf(Standing standing)
{
    switch (standing) {
    case Standing::Shown:
        return {};
    case Standing::Hidden:
        return HitModel::tr("not shown");
    case Standing::LeftOut:
        return HitModel::tr("filtered out");
    case Standing::InArticle:
        return HitModel::tr("article");
    }
    return {};
}

} // namespace

HitModel::HitModel(const Workspace& workspace, const SceneKeeper& scene, const Search& search,
                   QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_scene(scene)
    , m_search(search)
{
    const auto repaint = [this] {
        if (!m_hits.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    };
    connect(&scene, &SceneKeeper::shownChanged, this, repaint);
    connect(&scene, &SceneKeeper::filterApplied, this, repaint);
    // What was found in it is gone before the next search has an answer.
    connect(&workspace, &Workspace::opened, this, [this] { show({}); });
}

void HitModel::show(std::vector<Hit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

void HitModel::setTheme(Theme theme)
{
    m_theme = theme;
    if (!m_hits.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int HitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

Standing HitModel::standingOf(const Hit& hit) const
{
    const auto standing = [](bool isShown, bool isLeft) {
        return isShown ? Standing::Shown : isLeft ? Standing::Hidden : Standing::LeftOut;
    };
    // What another view has is not left out of this one by the filter.
    const KnowledgeGraph& left = m_scene.graph();
    const KnowledgeGraph& whole = m_scene.whole();
    return std::visit(
        Overloaded{[&](NodeId id) {
                       return standing(m_scene.isShown(id),
                                       left.node(id) != nullptr || whole.node(id) == nullptr);
                   },
                   [&](EdgeId id) {
                       return standing(m_scene.picture().edge(id) != nullptr,
                                       left.edge(id) != nullptr || whole.edge(id) == nullptr);
                   },
                   [](ArticleId) { return Standing::InArticle; }},
        hit.id);
}

bool HitModel::isUnseen(const Hit& hit) const
{
    const Standing standing = standingOf(hit);
    return standing == Standing::Hidden || standing == Standing::LeftOut;
}

/// Null: it is none.
const Node* HitModel::eventOf(const Hit& hit) const
{
    const auto* id = std::get_if<NodeId>(&hit.id);
    const Node* node = id == nullptr ? nullptr : m_workspace.events()->node(*id);
    return node != nullptr && node->kind == NodeKind::Event ? node : nullptr;
}

QString HitModel::typeOf(const Hit& hit) const
{
    const Ontology& ontology = m_workspace.ontology();
    return std::visit(
        Overloaded{[&](NodeId) {
                       return toQString(eventOf(hit) ? ontology.event(hit.type).label
                                                     : ontology.entity(hit.type).label);
                   },
                   [&](EdgeId) { return toQString(ontology.relation(hit.type).label); },
                   [&](ArticleId) { return toQString(hit.type); }},
        hit.id);
}

/// "… said that Sergei Lavrov would fly to …"
QString HitModel::passageOf(const Hit& hit) const
{
    const Article* article = m_workspace.store().article(hit.article);
    const TextSpan place = m_search.placeOf(hit);
    if (article == nullptr || place.isEmpty())
        return {};
    const SourceText& text = *article->text;
    const TextSpan round{std::max(0, place.begin - before),
                         std::min(text.size(), place.end + after)};
    const QString words = toQString(text.slice(round)).simplified();
    return (round.begin > 0 ? QStringLiteral("…") : QString()) + visibleForm(words) +
           (round.end < text.size() ? QStringLiteral("…") : QString());
}

QString HitModel::belowOf(const Hit& hit) const
{
    const QString words = visibleForm(toQString(hit.words));
    switch (hit.by) {
    case FoundBy::Quote:
    case FoundBy::Text:
        return passageOf(hit);
    case FoundBy::Note:
        return tr("Note: %1").arg(words);
    case FoundBy::Resembling:
        return words.isEmpty() ? tr("%1 · similar").arg(typeOf(hit))
                               : tr("%1 · similar: %2").arg(typeOf(hit), words);
    default:
        if (const Node* event = eventOf(hit))
            return meetingLine(*event, typeOf(hit));
        return words.isEmpty() ? typeOf(hit) : tr("%1 · also %2").arg(typeOf(hit), words);
    }
}

QVariant HitModel::signOf(const Hit& hit, int role) const
{
    const auto* id = std::get_if<NodeId>(&hit.id);
    const Node* node = id != nullptr ? m_workspace.events()->node(*id) : nullptr;
    if (node == nullptr)
        return {};
    const Ontology& ontology = m_workspace.ontology();
    const bool isEvent = node->kind == NodeKind::Event;
    if (role == NodeListModel::ShapeRole)
        return static_cast<int>(isEvent ? Shape::Card : ontology.entity(node->type).shape);
    const bool isLight = m_theme == Theme::Light;
    const auto lineOf = [&](const auto& type) {
        return isLight ? type.light.line : type.dark.line;
    };
    return colourOf(isEvent ? lineOf(ontology.event(node->type))
                            : lineOf(ontology.entity(node->type)));
}

QVariant HitModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Hit& hit = at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const Node* event = eventOf(hit); // Its kind and its date stand below.
        const bool isTitled = event != nullptr && !event->title.empty();
        return visibleForm(toQString(isTitled ? event->title : hit.name));
    }
    case NodeListModel::BelowRole:
        return belowOf(hit);
    case NodeListModel::DetailRole:
        return wordsOf(standingOf(hit));
    case NodeListModel::ColourRole:
    case NodeListModel::ShapeRole:
        return signOf(hit, role);
    case Qt::AccessibleTextRole:
        return QStringList{data(index, Qt::DisplayRole).toString(), belowOf(hit),
                           data(index, NodeListModel::DetailRole).toString()}
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace entente
