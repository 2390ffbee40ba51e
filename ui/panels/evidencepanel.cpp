// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidencepanel.h"

#include "ui/filters/flowlayout.h"
#include "ui/paint/style.h"
#include "ui/panels/evidencedelegate.h"
#include "ui/panels/evidencelist.h"
#include "ui/panels/evidencemodel.h"
#include "ui/panels/panelstyle.h"
#include "ui/workspace/scene.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int side = 16;

/// A label for text from outside: never rich text, and its words can be copied.
QLabel* makeLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

std::vector<Subject> subjectsOf(const Selection& selection)
{
    std::vector<Subject> subjects(selection.nodes().begin(), selection.nodes().end());
    subjects.insert(subjects.end(), selection.edges().begin(), selection.edges().end());
    return subjects;
}

} // namespace

EvidencePanel::EvidencePanel(const Workspace& workspace, const Selection& selection,
                             QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_selection(selection)
    , m_model(new EvidenceModel(workspace, this))
    , m_delegate(new EvidenceDelegate(this))
    , m_kind(makeLabel(this, "kind"))
    , m_title(makeLabel(this, "title"))
    , m_summary(makeLabel(this, "summary"))
    , m_facts(new QScrollArea(this))
    , m_pages(new QStackedLayout)
    , m_empty(makeLabel(this, "empty"))
    , m_list(new EvidenceList(m_delegate, this))
    , m_hairline(new QFrame(this))
    , m_actionsBar(new QWidget(this))
    , m_open(new QAction(tr("Open in Article"), this))
    , m_copy(new QAction(tr("Copy with Reference"), this))
    , m_edit(new QToolButton(this))
{
    setObjectName(QStringLiteral("evidencePanel"));
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeading(*column);
    buildPages(*column);
    buildActions(*column);

    connect(&selection, &Selection::changed, this, &EvidencePanel::showSelection);
    connect(&workspace, &Workspace::opened, this, &EvidencePanel::showSelection);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            showAgain();
    });
    connect(&workspace, &Workspace::copiesChanged, this, [this] {
        if (m_model->hasOtherSources())
            showSelection();
    });
    setStyle(Style::of(Theme::Light));
    showSelection();
}

void EvidencePanel::showAsKnown(const KnownGraphs& known)
{
    m_model->lookAt(known);
    showSelection();
}

void EvidencePanel::buildHeading(QBoxLayout& column)
{
    auto* heading = new QVBoxLayout;
    heading->setContentsMargins(side, side, side, 12);
    heading->setSpacing(4);
    for (QWidget* part : std::initializer_list<QWidget*>{m_kind, m_title, m_summary, m_facts})
        heading->addWidget(part);
    column.addLayout(heading);
    m_facts->setObjectName(QStringLiteral("facts"));
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setWidgetResizable(true);
    m_facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_facts->setFocusPolicy(Qt::NoFocus);
}

void EvidencePanel::buildPages(QBoxLayout& column)
{
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    // By a layout: a style sheet that comes later takes a label's own margins away.
    auto* empty = new QWidget;
    auto* margins = new QVBoxLayout(empty);
    margins->setContentsMargins(side, 48, side, side);
    margins->addWidget(m_empty);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_list);
    column.addLayout(m_pages, 1);
    buildList();
}

void EvidencePanel::buildList()
{
    m_list->setObjectName(QStringLiteral("claims"));
    m_list->setAccessibleName(tr("Claims and their quotes"));
    m_list->setModel(m_model);
    m_list->viewport()->setCursor(Qt::PointingHandCursor);
    // Also told for headings, which the keyboard steps over.
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        // With these keys a click chooses, too, and opens nothing.
        constexpr auto choosing = Qt::ControlModifier | Qt::ShiftModifier;
        if ((QGuiApplication::keyboardModifiers() & choosing) == 0)
            open(index.row());
    });
    connect(m_list, &EvidenceList::menuWanted, this, &EvidencePanel::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EvidencePanel::chosenChanged);
}

void EvidencePanel::buildActions(QBoxLayout& column)
{
    m_hairline->setObjectName(QStringLiteral("hairline"));
    m_hairline->setFixedHeight(1);
    m_hairline->setAutoFillBackground(true);
    column.addWidget(m_hairline);
    column.addWidget(m_actionsBar);
    m_open->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_copy->setShortcuts(QKeySequence::Copy);
    auto* margins = new QHBoxLayout(m_actionsBar);
    margins->setContentsMargins(side - 4, 8, 8, 8);
    // A narrow panel has no room for all of them beside each other; that of a new window has,
    // however many claims are chosen: else the list would shift at the second.
    auto* row = new FlowLayout(2);
    margins->addLayout(row, 1);
    for (QAction* action : {m_open, m_copy}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
        auto* button = new QPushButton(action->text(), m_actionsBar);
        button->setProperty("link", true);
        button->setFlat(true);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
        row->addWidget(button);
    }
    auto* menu = new QMenu(m_edit);
    m_edit->setObjectName(QStringLiteral("edit"));
    m_edit->setProperty("quiet", true);
    m_edit->setPopupMode(QToolButton::InstantPopup);
    m_edit->setFocusPolicy(Qt::StrongFocus);
    m_edit->setMenu(menu);
    m_edit->hide();
    row->addWidget(m_edit);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        qDeleteAll(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly)); // From the last time.
        Q_EMIT menuOpening(menu);
    });
    connect(m_open, &QAction::triggered, this, &EvidencePanel::openChosen);
    connect(m_copy, &QAction::triggered, this, &EvidencePanel::copyChosen);
}

QListView* EvidencePanel::list() const { return m_list; }

void EvidencePanel::setStyle(const Style& style)
{
    QPalette palette = panelPalette(style);
    setPalette(palette);
    m_delegate->setStyle(style);
    palette.setColor(QPalette::Window, style.hairline);
    m_hairline->setPalette(palette);
    palette.setColor(QPalette::Window, style.panel);
    palette.setColor(QPalette::WindowText, style.secondaryText);
    for (QLabel* label : {m_kind, m_summary, m_empty}) {
        label->setPalette(palette);
        label->setFont(sized(font(), label == m_empty ? bodyPixels : smallPixels));
    }
    m_title->setFont(sized(font(), titlePixels, QFont::DemiBold));
    showFacts(m_model->heading().facts);
    m_list->measureAnew();
}

void EvidencePanel::showSelection()
{
    m_model->show(subjectsOf(m_selection));
    showHeading();
    m_list->scrollToTop();
    m_list->measureAnew();
}

namespace
{

/// A row of the list, where it is seen.
struct SeenRow
{
    EvidenceRow row;
    bool isRejected = false;
    int y = 0;
};

std::vector<SeenRow> seenRows(const EvidenceModel& model, const QListView& list)
{
    std::vector<SeenRow> seen;
    const QModelIndex top = list.indexAt({0, 0});
    for (int row = top.isValid() ? top.row() : model.rowCount(); row < model.rowCount(); ++row) {
        const int y = list.visualRect(model.index(row)).top();
        if (y > list.viewport()->height())
            break;
        seen.push_back({model.row(row), model.item(row).isRejected, y});
    }
    return seen;
}

} // namespace

/// After an edit: what was chosen stays chosen, and what is read stays where it is; what is
/// rejected goes from where it was without taking one along.
void EvidencePanel::showAgain()
{
    const std::vector<ClaimId> chosen = selectedClaims();
    const std::vector<SeenRow> seen = seenRows(*m_model, *m_list);
    showSelection();
    select(chosen); // First, as it scrolls there.
    for (const SeenRow& one : seen) {
        const int row = one.row.claim.isNil() ? m_model->rowOfHeading(one.row.article)
                                              : m_model->rowOf(one.row.claim);
        if (row < 0 || m_model->item(row).isRejected != one.isRejected)
            continue;
        m_list->scrollSo(m_model->index(row), one.y);
        break;
    }
}

void EvidencePanel::showHeading()
{
    const Heading& heading = m_model->heading();
    const bool isEmpty = heading.title.isEmpty();
    const auto set = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    set(m_kind, heading.kind);
    set(m_title, heading.title);
    set(m_summary, heading.summary);
    showFacts(heading.facts);
    const bool hasClaims = !isEmpty && m_model->rowCount() > 0;
    m_empty->setText(
        isEmpty
            ? tr("Click a person, a meeting or a line between them to read the words it rests "
                 "on.")
            : tr("No words are kept for this yet. Mark in an article what happened and who took "
                 "part, or draw a line in the graph."));
    m_pages->setCurrentWidget(hasClaims ? m_list : m_empty->parentWidget());
    m_actionsBar->setVisible(hasClaims);
    m_open->setEnabled(chosenRow() >= 0);
    m_copy->setEnabled(chosenRow() >= 0);
    Q_EMIT chosenChanged();
}

void EvidencePanel::showFacts(const QList<Fact>& facts)
{
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const QFont small = sized(font(), smallPixels);
    for (const Fact& fact : facts) {
        QLabel* label = makeLabel(table, "factLabel");
        label->setWordWrap(false);
        QLabel* words = makeLabel(table, "fact");
        label->setText(fact.label);
        words->setText(fact.words);
        label->setFont(small);
        words->setFont(small);
        label->setPalette(m_kind->palette());
        if (fact.warns) {
            QPalette warning = palette();
            warning.setColor(QPalette::WindowText, warningColour(m_delegate->look()));
            words->setPalette(warning);
        }
        grid->addWidget(label, grid->rowCount(), 0, Qt::AlignTop);
        grid->addWidget(words, grid->rowCount() - 1, 1, Qt::AlignTop);
        if (!fact.sides.isEmpty())
            grid->addLayout(makeSides(*table, fact.sides), grid->rowCount(), 0, 1, 2);
    }
    m_facts->setWidget(table);
    m_facts->setVisible(!facts.isEmpty());
    fitFacts();
}

/// Two beside each other, as many as there are: none stands above the one that it contradicts.
QGridLayout* EvidencePanel::makeSides(QWidget& table, const QList<FactSide>& sides) const
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 2, 0, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    for (int i = 0; i < sides.size(); ++i) {
        auto* box = new QFrame(&table);
        box->setObjectName(QStringLiteral("side"));
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(8, 6, 8, 6);
        column->setSpacing(2);
        QLabel* says = makeLabel(box, "sideSays");
        says->setText(sides[i].says);
        says->setFont(sized(font(), smallPixels, QFont::DemiBold));
        QLabel* reports = makeLabel(box, "sideReports");
        // One below the other, and each begins where one sees it.
        const QString point = QStringLiteral("• ");
        reports->setText(sides[i].reports.size() < 2
                             ? sides[i].reports.join(QString())
                             : point + sides[i].reports.join(QLatin1Char('\n') + point));
        reports->setFont(sized(font(), smallPixels));
        reports->setPalette(m_kind->palette());
        column->addWidget(says);
        column->addWidget(reports);
        column->addStretch();
        grid->addWidget(box, i / 2, i % 2);
        grid->setColumnStretch(i % 2, 1);
    }
    return grid;
}

/// The facts take what they need, but leave most of the panel to the quotes.
void EvidencePanel::fitFacts()
{
    const QWidget* table = m_facts->widget();
    if (!table)
        return;
    // Before they are shown, labels do not know the font of the style sheet.
    for (const QLabel* label : table->findChildren<QLabel*>())
        label->ensurePolished();
    table->layout()->invalidate();
    // As if there were a scroll bar: if one came, words would wrap that just fitted.
    const int bar = m_facts->verticalScrollBar()->sizeHint().width();
    const int whole = std::max(0, table->layout()->heightForWidth(width() - 2 * side - bar));
    const int atMost = std::max(72, height() * 2 / 5);
    m_facts->setFixedHeight(std::min(whole, atMost));
}

void EvidencePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitFacts();
}

std::vector<int> EvidencePanel::chosenRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

/// The one that the keys are at goes before the others.
int EvidencePanel::chosenRow() const
{
    const std::vector<int> rows = chosenRows();
    if (std::ranges::find(rows, m_list->currentIndex().row()) != rows.end())
        return m_list->currentIndex().row();
    if (!rows.empty())
        return rows.front();
    return m_model->rowCount() > 1 ? 1 : -1; // Below the first article's heading.
}

std::vector<ClaimId> EvidencePanel::selectedClaims() const
{
    std::vector<ClaimId> claims;
    for (const int row : chosenRows())
        claims.push_back(m_model->row(row).claim);
    return claims;
}

std::vector<ClaimId> EvidencePanel::chosenClaims() const
{
    const bool isOnlyOne = m_model->rowCount() == 2; // And its article's heading.
    std::vector<ClaimId> claims = selectedClaims();
    if (claims.empty() && isOnlyOne)
        claims.push_back(m_model->row(1).claim);
    return claims;
}

/// @returns the last of them that is shown; invalid: none is.
QModelIndex EvidencePanel::select(const std::vector<ClaimId>& claims)
{
    QItemSelection chosen;
    QModelIndex last;
    for (const ClaimId claim : claims) {
        const int row = m_model->rowOf(claim);
        if (row < 0)
            continue;
        last = m_model->index(row);
        chosen.select(last, last);
    }
    if (!last.isValid())
        return last;
    m_list->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
    m_list->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    return last;
}

void EvidencePanel::choose(const std::vector<ClaimId>& claims)
{
    if (const QModelIndex last = select(claims); last.isValid())
        m_list->scrollTo(last);
}

ClaimId EvidencePanel::nextToChosen() const
{
    const std::vector<int> rows = chosenRows();
    if (rows.empty())
        return {};
    const auto counts = [this](int row) {
        return !m_model->row(row).claim.isNil() && !m_model->item(row).isRejected;
    };
    for (int row = rows.back() + 1; row < m_model->rowCount(); ++row) {
        if (counts(row))
            return m_model->row(row).claim;
    }
    for (int row = rows.front() - 1; row >= 0; --row) {
        if (counts(row))
            return m_model->row(row).claim;
    }
    return {};
}

void EvidencePanel::showMenu(QPoint place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_open, m_copy});
    Q_EMIT menuOpening(menu);
    menu->popup(place);
}

void EvidencePanel::open(int row)
{
    const EvidenceItem& item = m_model->item(row);
    Q_EMIT openArticle(item.article, item.spans);
}

void EvidencePanel::openChosen()
{
    if (const int row = chosenRow(); row >= 0)
        open(row);
}

void EvidencePanel::enter() const
{
    list()->setFocus(Qt::OtherFocusReason);
    if (!list()->currentIndex().isValid())
        list()->setCurrentIndex(list()->model()->index(0, 0));
}

void EvidencePanel::copyChosen()
{
    std::vector<int> rows = chosenRows();
    if (rows.empty() && chosenRow() >= 0)
        rows.push_back(chosenRow());
    QStringList citations;
    for (const int row : rows)
        citations << m_model->citation(row);
    if (!citations.isEmpty())
        QApplication::clipboard()->setText(citations.join(QStringLiteral("\n\n")));
}

} // namespace entente
