// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/tablespanel.h"

#include "ui/panels/panelstyle.h"
#include "ui/tables/tablemodel.h"
#include "ui/tables/tableselection.h"
#include "ui/tables/tableview.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>

namespace entente
{

TablesPanel::TablesPanel(const Workspace& workspace, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tabs(new QTabBar(this))
    , m_filterBox(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("tables"));
    setAutoFillBackground(true);
    buildViews();
    buildHead();
    for (const TableKind kind : allTables)
        m_selections[static_cast<std::size_t>(kind)] = new TableSelection(view(kind), selection);
    connect(&workspace, &Workspace::opened, this, [this] {
        empty(); // Else rows of what was open could be picked, and given away as this.
        forget();
    });
    connect(&m_jobs, &Jobs::failed, this, [this](const QString& reason) {
        m_isRead = false;
        empty();
        Q_EMIT failed(reason);
    });
    connect(&workspace, &Workspace::diagnosticsChanged, this, &TablesPanel::forget);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            forget();
    });
    connect(&workspace, &Workspace::copiesChanged, this, &TablesPanel::forget);
    setStyle(Style::of(Theme::Light));
    showCount();
}

void TablesPanel::buildViews()
{
    for (const TableKind kind : allTables) {
        auto* table = new TableView(new TableModel(kind, this), m_pages);
        m_views[static_cast<std::size_t>(kind)] = table;
        table->setAccessibleName(wordsOf(kind));
        m_pages->addWidget(table);
        const auto idAt = [table](int row) { return table->table().data().row(row).id; };
        connect(table, &TableView::picked, this,
                [this, idAt](int row) { Q_EMIT picked(idAt(row)); });
        connect(table, &TableView::opened, this,
                [this, idAt](int row) { Q_EMIT opened(idAt(row)); });
        connect(table, &TableView::copyWanted, this, &TablesPanel::copyWanted);
        connect(table, &TableView::menuWanted, this, [this, table, idAt](QPoint position) {
            if (const int row = table->currentRow(); row >= 0)
                Q_EMIT menuWanted(idAt(row), position);
        });
    }
}

void TablesPanel::buildHead()
{
    for (const TableKind kind : allTables)
        m_tabs->addTab(wordsOf(kind));
    m_tabs->setProperty("pages", true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Tables"));
    m_count->setTextFormat(Qt::PlainText);
    m_filterBox->setPlaceholderText(tr("Narrow by words"));
    m_filterBox->setAccessibleName(tr("Narrow the table by words"));
    m_filterBox->setClearButtonEnabled(true);
    m_filterBox->setMaximumWidth(260);
    m_filterBox->installEventFilter(this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 12, 0);
    head->addWidget(m_tabs);
    head->addStretch();
    head->addWidget(m_count);
    head->addSpacing(8);
    head->addWidget(m_filterBox, 1);
    auto* table = new QHBoxLayout;
    table->setContentsMargins(12, 0, 0, 0);
    table->addWidget(m_pages);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addLayout(head);
    column->addLayout(table, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        narrow(m_filterBox->text());
        Q_EMIT turned();
    });
    connect(m_filterBox, &QLineEdit::textChanged, this, &TablesPanel::narrow);
}

void TablesPanel::setStyle(const Style& style)
{
    QPalette palette = panelPalette(style);
    setPalette(palette);
    for (const TableView* view : m_views)
        view->table().setStyle(style);
    QPalette box = palette;
    box.setColor(QPalette::Base, style.canvas);
    m_filterBox->setPalette(box);
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_count->setPalette(palette);
    m_count->setFont(sized(font(), smallPixels));
}

TableKind TablesPanel::kind() const
{
    return allTables[static_cast<std::size_t>(m_pages->currentIndex())];
}

void TablesPanel::turnTo(TableKind kind) { m_tabs->setCurrentIndex(static_cast<int>(kind)); }

void TablesPanel::empty()
{
    std::vector<std::shared_ptr<const TableData>> tables;
    for (const TableKind kind : allTables) {
        Table table;
        table.kind = kind;
        table.columns = view(kind).table().data().table.columns;
        tables.push_back(std::make_shared<const TableData>(readied(std::move(table))));
    }
    take(std::move(tables));
    for (TableView* table : m_views)
        table->setNothing({});
}

void TablesPanel::forget()
{
    m_isRead = false;
    if (isVisible())
        read();
}

void TablesPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isRead)
        read();
}

void TablesPanel::read()
{
    m_isRead = true;
    m_jobs.run(
        [from = m_workspace.asItIs(), events = m_workspace.events(), actors = m_workspace.actors(),
         diagnostics = m_workspace.diagnostics(),
         copies = m_workspace.copies()](const Progress& progress) {
            std::vector<std::shared_ptr<const TableData>> tables;
            const TableBase base{from.store, *from.ontology, *events,
                                 *actors,    diagnostics,    copies.get()};
            for (const TableKind kind : allTables) {
                if (!progress.stopped())
                    tables.push_back(
                        std::make_shared<const TableData>(readied(tableOf(kind, base))));
            }
            return tables;
        },
        this,
        [this](std::vector<std::shared_ptr<const TableData>> tables) {
            take(std::move(tables));
            for (const TableKind kind : allTables)
                view(kind).setNothing(
                    kind == TableKind::Contested
                        ? tr("Nothing is contested: no two articles contradict each other.")
                        : tr("There is nothing here."));
        });
}

void TablesPanel::take(std::vector<std::shared_ptr<const TableData>> tables)
{
    for (std::shared_ptr<const TableData>& rows : tables) {
        const TableKind kind = rows->table.kind;
        TableView& table = view(kind);
        const bool hasOtherColumns = table.table().data().table.columns != rows->table.columns;
        m_selections[static_cast<std::size_t>(kind)]->keeping([&] {
            table.table().show(std::move(rows));
            if (hasOtherColumns)
                table.setWidths();
        });
    }
    showCount();
}

void TablesPanel::narrow(const QString& typed)
{
    // The others follow when they are turned to: each key costs one table.
    m_selections[static_cast<std::size_t>(kind())]->keeping(
        [&] { view().filter().setWords(typed); });
    showCount();
}

QString TablesPanel::counted() const
{
    const int all = view().table().rowCount();
    const int shown = view().filter().rowCount();
    const QLocale locale;
    return shown == all ? locale.toString(all)
                        : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all));
}

void TablesPanel::showCount() { m_count->setText(counted()); }

QByteArray TablesPanel::csv() const
{
    const std::vector<int> selected = rows(true);
    return csv(selected.empty() ? rows(false) : selected);
}

std::vector<int> TablesPanel::rows(bool onlySelected) const
{
    return onlySelected ? view().selectedRows() : view().shownRows();
}

QByteArray TablesPanel::csv(const std::vector<int>& rows) const
{
    return csvOf(view().table().data(), rows);
}

bool TablesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_filterBox || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool goesDown = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (goesDown && view().pickFirst())
        return true;
    if (key == Qt::Key_Escape && !m_filterBox->text().isEmpty()) {
        m_filterBox->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente
