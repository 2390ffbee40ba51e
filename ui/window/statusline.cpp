// SPDX-License-Identifier: Apache-2.0
#include "ui/window/statusline.h"

#include "graph/model/analystsown.h"
#include "graph/model/boostgraph.h"
#include "graph/model/store.h"
#include "ui/project/journal.h"
#include "ui/text/paths.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace entente
{

namespace
{

struct Counts
{
    int actors = 0;
    int meetings = 0;
    int others = 0;
};

Counts countsOf(const KnowledgeGraph& graph)
{
    Counts counts;
    const auto& boost = graph.boost();
    for (const auto vertex : boost::make_iterator_range(boost::vertices(boost))) {
        const Node& node = boost[vertex];
        ++(node.kind == NodeKind::Event ? counts.meetings
           : node.isActor               ? counts.actors
                                        : counts.others);
    }
    return counts;
}

struct ArticleCounts
{
    int articles = 0;
    int judgements = 0; ///< Texts of analysts, which are no articles.
};

ArticleCounts articlesOf(const Store& store)
{
    ArticleCounts counts;
    for (const ArticleId id : store.articles())
        ++(isAnalystsOwn(*store.article(id)) ? counts.judgements : counts.articles);
    return counts;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_counts(new QLabel(this))
    , m_saving(new QLabel(this))
    , m_problems(new QToolButton(this))
{
    setSizeGripEnabled(false);
    m_counts->setTextFormat(Qt::PlainText);
    addWidget(m_counts, 1);
    m_saving->setTextFormat(Qt::PlainText);
    addPermanentWidget(m_saving);
    addPermanentWidget(m_problems);
    m_problems->setFocusPolicy(Qt::TabFocus);
    m_problems->hide();
}

QString StatusLine::counts() const { return m_counts->text(); }
QString StatusLine::saving() const { return m_saving->text(); }

void StatusLine::showSaving(const Journal& journal)
{
    const QString file = toQt(journal.path());
    switch (journal.state()) {
    case Journal::State::NoFile:
        m_saving->clear();
        m_saving->setToolTip({});
        break;
    case Journal::State::Saved:
        m_saving->setText(journal.isUntitled() ? tr("Saved, without a name yet") : tr("Saved"));
        m_saving->setToolTip(tr("Everything you did is in %1.").arg(file));
        break;
    case Journal::State::Saving:
        m_saving->setText(tr("Saving…"));
        m_saving->setToolTip({});
        break;
    case Journal::State::Failed:
        m_saving->setText(tr("Not saved"));
        m_saving->setToolTip(journal.trouble());
        break;
    }
    m_saving->setVisible(journal.state() != Journal::State::NoFile);
}

void StatusLine::show(const Workspace& workspace, const SceneKeeper& scene)
{
    const KnowledgeGraph& graph = *workspace.events();
    const Shown& shown = scene.shown();
    const auto [actors, meetings, others] = countsOf(graph);
    const auto [articles, judgements] = articlesOf(workspace.store());
    const int problems = static_cast<int>(workspace.diagnostics().size());
    m_problems->setVisible(articles + judgements > 0);
    m_problems->setText(tr("%Ln problem(s)", nullptr, problems));
    if (articles + judgements == 0)
        return m_counts->clear();
    QString shownOf = tr("shown %1 of %2")
                          .arg(QLocale().toString(static_cast<int>(shown.nodes.size())),
                               QLocale().toString(shown.nodesInAll));
    if (!scene.filter().isEmpty())
        shownOf += tr(", which the filters leave of %1")
                       .arg(QLocale().toString(scene.whole().nodeCount()));
    if (!shown.reason.empty())
        shownOf += QStringLiteral(": ") + QString::fromStdString(shown.reason);
    QStringList parts{tr("%Ln actor(s)", nullptr, actors), tr("%Ln meeting(s)", nullptr, meetings)};
    if (others > 0)
        parts += tr("%Ln place(s) or thing(s)", nullptr, others);
    parts += tr("%Ln edge(s)", nullptr, graph.edgeCount());
    parts += shownOf;
    parts += tr("%Ln article(s)", nullptr, articles);
    if (judgements > 0)
        parts += tr("%Ln judgement(s)", nullptr, judgements);
    m_counts->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace entente
