// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/problemspanel.h"

#include "ui/panels/panelstyle.h"
#include "ui/panels/problemsmodel.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QTreeView>

namespace entente
{

namespace
{

constexpr std::array<Severity, 3> severities{Severity::Error, Severity::Warning, Severity::Note};

QString counted(Severity severity, int n)
{
    const QString number = QLocale().toString(n);
    switch (severity) {
    case Severity::Error:
        return n == 1 ? ProblemsPanel::tr("1 error") : ProblemsPanel::tr("%1 errors").arg(number);
    case Severity::Warning:
        return n == 1 ? ProblemsPanel::tr("1 warning")
                      : ProblemsPanel::tr("%1 warnings").arg(number);
    case Severity::Note:
        return n == 1 ? ProblemsPanel::tr("1 note") : ProblemsPanel::tr("%1 notes").arg(number);
    }
    return {};
}

} // namespace

ProblemsPanel::ProblemsPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new ProblemsModel(this))
    , m_shown(new ProblemsFilter(this))
    , m_filters(new QWidget(this))
    , m_none(new QLabel(this))
    , m_table(new QTreeView(this))
{
    setObjectName(QStringLiteral("problems"));
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    auto* row = new QHBoxLayout(m_filters);
    row->setContentsMargins(12, 0, 12, 0);
    for (const Severity severity : severities)
        addButton(severity, row);
    row->addStretch();
    auto* words = new QLineEdit(this);
    words->setPlaceholderText(tr("Narrow by file or words"));
    words->setAccessibleName(words->placeholderText());
    words->setClearButtonEnabled(true);
    words->setMaximumWidth(260);
    row->addWidget(words, 1);
    column->addWidget(m_filters);
    m_none->setMargin(8);
    m_none->setIndent(16);
    column->addWidget(m_none);
    auto* table = new QHBoxLayout;
    table->setContentsMargins(12, 0, 0, 0);
    table->addWidget(m_table);
    column->addLayout(table, 1);
    column->addStretch(0);
    buildTable();

    connect(words, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    for (const auto signal : {&Workspace::opened, &Workspace::diagnosticsChanged})
        connect(&workspace, signal, this, [this, &workspace] { show(workspace.diagnostics()); });
    setStyle(Style::of(Theme::Light));
    show(workspace.diagnostics());
}

void ProblemsPanel::addButton(Severity severity, QBoxLayout* row)
{
    auto* toggle = new QToolButton(this);
    toggle->setCheckable(true);
    toggle->setChecked(true);
    toggle->setProperty("quiet", true);
    m_buttons[static_cast<std::size_t>(severity)] = toggle;
    connect(toggle, &QToolButton::toggled, this,
            [this, severity](bool wanted) { m_shown->setWanted(severity, wanted); });
    row->addWidget(toggle);
}

void ProblemsPanel::buildTable()
{
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // As they were found.
    m_table->header()->setStretchLastSection(true);
    m_table->header()->resizeSection(ProblemsModel::SeverityColumn, 96);
    m_table->header()->resizeSection(ProblemsModel::FileColumn, 160);
    m_table->header()->resizeSection(ProblemsModel::LineColumn, 64);
    m_table->installEventFilter(this);
    connect(m_table, &QTreeView::clicked, this, &ProblemsPanel::open);
}

QToolButton* ProblemsPanel::button(Severity severity) const
{
    return m_buttons[static_cast<std::size_t>(severity)];
}

void ProblemsPanel::setStyle(const Style& style)
{
    setPalette(panelPalette(style));
    m_model->setStyle(style);
}

void ProblemsPanel::show(const Diagnostics& diagnostics)
{
    m_model->show(diagnostics);
    m_none->setText(m_workspace.paths().empty()
                        ? tr("Nothing is open.")
                        : tr("No problems: every line of every file was understood."));
    m_none->setVisible(diagnostics.empty());
    m_filters->setVisible(!diagnostics.empty());
    m_table->setVisible(!diagnostics.empty());
    for (const Severity severity : severities)
        button(severity)->setText(counted(severity, m_model->count(severity)));
}

void ProblemsPanel::open(const QModelIndex& shown)
{
    if (!shown.isValid())
        return;
    const Diagnostic& problem = m_model->at(m_shown->mapToSource(shown).row());
    Q_EMIT openFile(toQString(problem.file), problem.line);
}

bool ProblemsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open(m_table->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente
