// SPDX-License-Identifier: Apache-2.0
#include "ui/window/rankcommands.h"

#include "graph/query/groups.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/filteredview.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr std::size_t namesTold = 3;

} // namespace

RankCommands::RankCommands(const ExploreParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.actions, &Actions::sizeChosen, this, &RankCommands::sizeBy);
    connect(&parts.actions, &Actions::colourChosen, this, &RankCommands::colourBy);
    connect(parts.actions.showGrades, &QAction::toggled, this, [this](bool withGrades) {
        Findings emphasis = m_parts.scene.emphasis();
        emphasis.withGrades = withGrades;
        m_parts.scene.emphasise(std::move(emphasis));
    });
    connect(&parts.scene, &SceneKeeper::filterChanged, this, [this] { findOut(false); });
    connect(&parts.workspace, &Workspace::opened, this, [this] { findOut(false); });
    connect(&parts.workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            findOut(false);
    });
    connect(&m_jobs, &Jobs::busyChanged, this, &RankCommands::busyChanged);
    connect(&m_jobs, &Jobs::progressed, this, &RankCommands::progressed);
    connect(&m_jobs, &Jobs::failed, this, [this](const QString& reason) {
        m_parts.message.showError(tr("The actors could not be ranked: %1").arg(reason));
    });
}

RankCommands::~RankCommands() = default;

void RankCommands::sizeBy(std::optional<RankBy> by)
{
    m_sizeBy = by;
    findOut(by.has_value());
}

void RankCommands::colourBy(ColourBy by)
{
    m_colourBy = by;
    findOut(by != ColourBy::Kind);
}

/// What is seen stays as it is.
void RankCommands::cancel()
{
    m_jobs.cancel();
    m_sizeBy = m_seen.sizeBy;
    m_colourBy = m_seen.colourBy;
    m_parts.actions.showRanking(m_sizeBy, m_colourBy);
    m_parts.message.showPassing(tr("The actors were not ranked anew."));
}

void RankCommands::findOut(bool tells)
{
    if (!m_sizeBy && m_colourBy == ColourBy::Kind) {
        m_jobs.cancel();
        return take({}, false);
    }
    m_jobs.run(
        [view = FilteredView(m_parts.workspace, View::Events, m_parts.scene.filter(), nullptr),
         ontology = m_parts.workspace.sharedOntology(), sizeBy = m_sizeBy,
         colourBy = m_colourBy](const Progress& progress) {
            const std::shared_ptr<const KnowledgeGraph> events = view.make().graph;
            const KnowledgeGraph actors = actorsProjection(*events, *ontology);
            Found found;
            if (sizeBy) {
                const std::vector<Ranked> all =
                    ranked(*events, actors, *ontology, *sizeBy, {Modality::Happened}, progress);
                for (const Ranked& one : all)
                    found.sizes.emplace(one.actor, one.score / all.front().score);
                found.ranked = all.size();
                found.first.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(
                                                                  std::min(all.size(), namesTold)));
            }
            ActorGroups groups;
            if (colourBy == ColourBy::Components) {
                groups = components(actors);
            } else if (colourBy == ColourBy::Communities) {
                Communities parts = communities(actors, {Modality::Happened}, progress);
                groups = std::move(parts.groups);
                found.modularity = parts.modularity;
            }
            found.groupCount = groups.size();
            for (std::size_t i = 0; i < groups.size(); ++i) {
                for (const NodeId actor : groups[i])
                    found.groups.emplace(actor, static_cast<int>(i));
            }
            return found;
        },
        this, [this, tells](const Found& found) { take(found, tells); });
}

void RankCommands::take(const Found& found, bool tells)
{
    m_seen = {m_sizeBy, m_colourBy};
    Findings emphasis = m_parts.scene.emphasis();
    if (emphasis.sizes != found.sizes || emphasis.groups != found.groups) {
        emphasis.sizes = found.sizes;
        emphasis.groups = found.groups;
        m_parts.scene.emphasise(std::move(emphasis));
    }
    if (tells)
        m_parts.message.showPassing(wordsOf(found));
}

/// "Connects others most: 1. Vladimir Putin, 2. …, of 12. Colours: 3 groups …"
QString RankCommands::wordsOf(const Found& found) const
{
    QStringList words;
    if (m_sizeBy) {
        const KnowledgeGraph& graph = *m_parts.workspace.events();
        QStringList names;
        for (const Ranked& one : found.first) {
            if (const Node* node = graph.node(one.actor))
                names << tr("%1. %2").arg(names.size() + 1).arg(visibleForm(toQString(node->name)));
        }
        const QString what = toQString(entente::wordsOf(*m_sizeBy));
        words << (names.isEmpty() ? tr("Nobody is to be ranked.")
                                  : tr("%1: %2.").arg(what.left(1).toUpper() + what.mid(1),
                                                      names.join(QStringLiteral(", "))));
    }
    if (m_colourBy == ColourBy::Components)
        words << tr("%Ln group(s), between which nothing leads.", nullptr,
                    static_cast<int>(found.groupCount));
    else if (m_colourBy == ColourBy::Communities)
        words << tr("%Ln group(s) by who met whom most (Louvain); modularity %1.", nullptr,
                    static_cast<int>(found.groupCount))
                     .arg(QLocale().toString(found.modularity, 'f', 2));
    words << (m_parts.scene.filter().isEmpty()
                  ? tr("Meetings that happened count.")
                  : tr("Meetings that happened and pass the filters count."));
    return words.join(QLatin1Char(' '));
}

} // namespace entente
