// SPDX-License-Identifier: Apache-2.0
#include "ui/window/statusline.h"

#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace entente
{

namespace
{

/// "1 actor", "12,000 actors": Qt's %n has no thousands, so the number is put in by hand.
QString counted(int count, const QString& words)
{
    QString result = words;
    return result.replace(QString::number(count), QLocale().toString(count));
}

int eventsIn(const KnowledgeGraph& graph)
{
    int events = 0;
    const auto& boost = graph.boost();
    for (const auto vertex : boost::make_iterator_range(boost::vertices(boost)))
        events += boost[vertex].kind == NodeKind::Event ? 1 : 0;
    return events;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_counts(new QLabel(this))
    , m_problems(new QToolButton(this))
{
    setSizeGripEnabled(false);
    m_counts->setTextFormat(Qt::PlainText);
    addWidget(m_counts, 1);
    addPermanentWidget(m_problems);
    m_problems->setFocusPolicy(Qt::TabFocus);
    m_problems->hide();
}

QString StatusLine::counts() const { return m_counts->text(); }

void StatusLine::show(const Workspace& workspace, const SceneKeeper& scene)
{
    const KnowledgeGraph& graph = *workspace.events();
    const Shown& shown = scene.shown();
    const int events = eventsIn(graph);
    const int others = graph.nodeCount() - events;
    const int articles = static_cast<int>(workspace.store().articles().size());
    const int problems = static_cast<int>(workspace.diagnostics().size());
    m_problems->setVisible(articles > 0);
    m_problems->setText(counted(problems, tr("%n problem(s)", nullptr, problems)));
    if (articles == 0)
        return m_counts->clear();
    QStringList parts{
        counted(others, tr("%n actor(s)", nullptr, others)),
        counted(events, tr("%n meeting(s)", nullptr, events)),
        counted(graph.edgeCount(), tr("%n edge(s)", nullptr, graph.edgeCount())),
        tr("shown %1 of %2")
            .arg(QLocale().toString(static_cast<int>(shown.nodes.size())),
                 QLocale().toString(shown.nodesInAll)),
        counted(articles, tr("%n article(s)", nullptr, articles)),
    };
    if (!shown.reason.empty())
        parts[3] += QStringLiteral(": ") + QString::fromStdString(shown.reason);
    m_counts->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace entente
