// SPDX-License-Identifier: Apache-2.0
#include "ui/window/tablecommands.h"

#include "graph/base/overloaded.h"
#include "graph/base/writefile.h"
#include "graph/exchange/csv.h"
#include "graph/model/graph.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/dialogs/filedialog.h"
#include "ui/tables/tablespanel.h"
#include "ui/tables/tableview.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/explorecommands.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/scenekeeper.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>

namespace entente
{

namespace
{

constexpr auto shownKey = "window/showTables";
constexpr auto tabKey = "window/table";

/// Monostate for an article, which is no part of the graph.
Target targetOf(const RowId& row)
{
    return std::visit(Overloaded{[](NodeId id) { return Target(id); },
                                 [](EdgeId id) { return Target(id); },
                                 [](ArticleId) { return Target(); }},
                      row);
}

} // namespace

TableCommands::TableCommands(ExploreCommands& explore, QSplitter& below, QObject* parent)
    : QObject(parent)
    , m_explore(explore)
    , m_parts(explore.parts())
    , m_panel(new TablesPanel(m_parts.workspace, m_parts.selection))
{
    below.insertWidget(1, m_panel);
    below.setStretchFactor(1, 0);
    const QSettings settings;
    m_panel->turnTo(static_cast<TableKind>(settings.value(QLatin1StringView(tabKey), 0).toUInt() %
                                           allTables.size()));
    const bool isShown = settings.value(QLatin1StringView(shownKey), false).toBool();
    m_panel->setVisible(isShown);
    m_parts.actions.showTables->setChecked(isShown);
    wire(); // From here on it is remembered, and takes the focus.
}

void TableCommands::wire()
{
    connect(m_parts.actions.showTables, &QAction::toggled, this, [this](bool shown) {
        m_panel->setVisible(shown);
        if (shown)
            m_panel->view().setFocus();
        else
            m_parts.canvas.setFocus();
        remember();
    });
    connect(m_panel, &TablesPanel::turned, this, &TableCommands::remember);
    connect(m_panel, &TablesPanel::picked, this, &TableCommands::pick);
    connect(m_panel, &TablesPanel::opened, this, &TableCommands::open);
    connect(m_panel, &TablesPanel::menuWanted, this, &TableCommands::showMenu);
    connect(m_panel, &TablesPanel::copyWanted, this, &TableCommands::copy);
    connect(m_panel, &TablesPanel::failed, this, [this](const QString& reason) {
        m_parts.message.showError(tr("The tables could not be made: %1").arg(reason));
    });
}

void TableCommands::remember()
{
    QSettings settings;
    settings.setValue(QLatin1StringView(shownKey), m_parts.actions.showTables->isChecked());
    settings.setValue(QLatin1StringView(tabKey), static_cast<int>(m_panel->kind()));
}

void TableCommands::pick(const RowId& row)
{
    const Target target = targetOf(row);
    if (const auto* article = std::get_if<ArticleId>(&row))
        Q_EMIT articleWanted(*article);
    else if (!m_parts.canvas.picture().boundsOf(target).isNull())
        m_parts.canvas.reveal(target);
}

/// As on the canvas, once it is there.
void TableCommands::open(const RowId& row)
{
    const Target target = targetOf(row);
    if (std::holds_alternative<std::monostate>(target))
        return pick(row);
    if (m_parts.canvas.picture().boundsOf(target).isNull()) {
        m_explore.explorer().goTo(target);
        m_parts.canvas.reveal(target);
    }
    Q_EMIT m_parts.canvas.activated(target);
}

void TableCommands::showMenu(const RowId& row, QPoint position)
{
    const Target target = targetOf(row);
    QMenu* menu = std::holds_alternative<std::monostate>(target) ? new QMenu(m_panel)
                                                                 : m_explore.menuFor(target);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* before = menu->actions().isEmpty() ? nullptr : menu->actions().constFirst();
    auto* go = new QAction(std::holds_alternative<std::monostate>(target) ? tr("Read It")
                                                                          : tr("Show in the Graph"),
                           menu);
    connect(go, &QAction::triggered, this, [this, row, target] {
        if (std::holds_alternative<std::monostate>(target))
            return pick(row);
        m_explore.explorer().goTo(target);
        m_parts.canvas.reveal(target);
    });
    menu->insertAction(before, go);
    menu->addSeparator();
    menu->addAction(tr("Copy as CSV"), QKeySequence::Copy, this, &TableCommands::copy);
    if (const auto selected = static_cast<int>(m_panel->rows(true).size()); selected > 0)
        menu->addAction(tr("Save %Ln Selected Row(s) as CSV…", nullptr, selected), this,
                        [this] { save(true); });
    menu->addAction(tr("Save the Table as CSV…"), this, [this] { save(false); });
    menu->popup(position);
}

void TableCommands::copy()
{
    const QByteArray csv = m_panel->csv();
    auto* data = new QMimeData;
    data->setText(QString::fromUtf8(csv));
    data->setData(QStringLiteral("text/csv"), csv);
    QGuiApplication::clipboard()->setMimeData(data);
}

void TableCommands::save(bool onlySelected)
{
    const std::vector<int> rows = m_panel->rows(onlySelected);
    const QString suggested = toQString(nameOf(m_panel->kind())) + QStringLiteral(".csv");
    const QString file =
        FileDialog::saveName(m_panel, tr("Save as CSV"), suggested,
                             {tr("Comma-separated values (*.csv)")}, {QStringLiteral("csv")});
    if (file.isEmpty())
        return;
    const std::string bytes = std::string(csvMark) + m_panel->csv(rows).toStdString();
    if (const std::error_code error = writeFile(toPath(file), bytes)) {
        m_parts.message.showError(tr("%1 could not be written: %2.")
                                      .arg(file, QString::fromLocal8Bit(error.message().c_str())));
        return;
    }
    FileDialog::wasSaved(file);
    m_parts.message.showNote(
        tr("%Ln row(s) were written to %1.", nullptr, static_cast<int>(rows.size())).arg(file));
}

} // namespace entente
