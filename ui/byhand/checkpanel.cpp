// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/checkpanel.h"

#include "graph/model/graph.h"
#include "graph/query/copies.h"
#include "ui/paint/style.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr int IndexRole = Qt::UserRole;
/// A kind with more rows than this is closed at first, so that the others are seen.
constexpr int openUpTo = 12;

QLabel* makeLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Words are looked for by two nodes, and of a meeting that an analyst alone tells of, articles
/// have none.
bool canFindWords(const ToCheck& item, const KnowledgeGraph& graph)
{
    return !item.edges.empty() && graph.edge(item.edges.front()) != nullptr &&
           !graph.node(graph.source(item.edges.front()))->judged;
}

/// What the button does that puts a thing right; empty: nothing that is done by one button.
QString mendingOf(const ToCheck& item, const KnowledgeGraph& graph)
{
    const int claims = static_cast<int>(item.claims.size());
    switch (item.kind) {
    case CheckKind::QuoteMissing:
    case CheckKind::Misfit:
        return item.claims.empty() ? QString()
                                   : CheckPanel::tr("Reject %Ln Claim(s)", nullptr, claims);
    case CheckKind::NoQuote:
        return canFindWords(item, graph) ? CheckPanel::tr("Find Words…") : QString();
    case CheckKind::Contested:
        return CheckPanel::tr("Show Both Sides");
    case CheckKind::LookAlike:
        return CheckPanel::tr("They Are One…");
    case CheckKind::ByName:
        return item.nodes.size() == 1 ? CheckPanel::tr("It Is One") : QString();
    case CheckKind::QuoteMoved:
        return CheckPanel::tr("This Is the Place");
    case CheckKind::NoDate:
        return CheckPanel::tr("Set the Date…");
    case CheckKind::AnonymousOnly:
    case CheckKind::OneSource:
        break;
    }
    return {};
}

/// What the button does that says that it is not one; empty: there is no such question.
QString partingOf(const ToCheck& item)
{
    if (item.kind == CheckKind::LookAlike)
        return item.nodes.size() == 2 ? CheckPanel::tr("They Are Two")
                                      : CheckPanel::tr("All Are Different");
    return item.kind == CheckKind::ByName && item.nodes.size() == 1 ? CheckPanel::tr("Take Apart…")
                                                                    : QString();
}

} // namespace

CheckPanel::CheckPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_count(new QLabel(this))
    , m_settledBox(new QCheckBox(tr("Also what is left as it is"), this))
    , m_list(new QTreeWidget(this))
    , m_about(makeLabel(this))
    , m_what(makeLabel(this))
    , m_fix(makeLabel(this))
    , m_buttons(new QWidget(this))
    , m_go(new QPushButton(tr("Go There"), this))
    , m_mend(new QPushButton(this))
    , m_part(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    setObjectName(QStringLiteral("toCheck"));
    setAutoFillBackground(true);
    build();
    const auto again = [this] {
        m_isStale = true;
        look();
    };
    connect(&workspace, &Workspace::opened, this, again);
    connect(&workspace, &Workspace::changed, this, again);
    connect(&workspace, &Workspace::copiesChanged, this, again);
    connect(m_settledBox, &QCheckBox::toggled, this, again);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &CheckPanel::showChosen);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] {
        if (chosen() != nullptr)
            Q_EMIT opened(*chosen());
    });
    connect(m_go, &QPushButton::clicked, this, [this] { Q_EMIT opened(*chosen()); });
    connect(m_leave, &QPushButton::clicked, this, [this] { Q_EMIT leaveWanted(*chosen()); });
    connect(m_mend, &QPushButton::clicked, this, [this] { Q_EMIT mendingWanted(*chosen()); });
    connect(m_part, &QPushButton::clicked, this, [this] { Q_EMIT partingWanted(*chosen()); });
    setStyle(Style::of(Theme::Light));
    show({});
}

void CheckPanel::build()
{
    auto* left = new QWidget(this);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(12, 8, 0, 0);
    auto* top = new QHBoxLayout;
    top->addWidget(m_count, 1);
    top->addWidget(m_settledBox);
    leftColumn->addLayout(top);
    leftColumn->addWidget(m_list, 1);
    m_list->setHeaderHidden(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("To check"));
    m_list->installEventFilter(this);

    auto* right = new QWidget(this);
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(16, 8, 16, 8);
    for (QWidget* part : {static_cast<QWidget*>(m_about), static_cast<QWidget*>(m_what),
                          static_cast<QWidget*>(m_fix), m_buttons})
        rightColumn->addWidget(part);
    rightColumn->addStretch(1);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 4, 0, 0);
    for (QPushButton* button : {m_go, m_mend, m_part, m_leave})
        row->addWidget(button);
    row->addStretch(1);

    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(right);
    split->setSizes({520, 480});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
}

void CheckPanel::setStyle(const Style& style)
{
    QPalette palette = panelPalette(style);
    setPalette(palette);
    m_about->setFont(sized(font(), headPixels, QFont::DemiBold));
    m_count->setFont(sized(font(), smallPixels));
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_fix->setPalette(palette);
    m_count->setPalette(palette);
}

QString CheckPanel::words() const { return m_what->text(); }

void CheckPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    look();
}

/// Nobody looks: then nothing is looked for.
void CheckPanel::look()
{
    if (!m_isStale || !isVisible())
        return;
    m_isStale = false;
    const std::shared_ptr<const Copies> copies = m_workspace.copies();
    m_jobs.run(
        [store = m_workspace.store(), events = m_workspace.events(),
         ontology = m_workspace.sharedOntology(),
         copies = copies ? copies : std::make_shared<const Copies>(),
         settled = m_settledBox->isChecked() ? Settled::Marked
                                             : Settled::LeftOut](const Progress& progress) {
            return toCheck({store, *ontology, *events, *copies}, settled, progress);
        },
        this, [this](std::vector<ToCheck> items) { show(std::move(items)); });
}

/// Who was at one that is gone goes on with the next of its kind.
void CheckPanel::show(std::vector<ToCheck> items)
{
    const ToCheck* before = chosen();
    const std::string matter = before == nullptr ? std::string() : before->matter;
    const int place = before == nullptr ? -1 : indexOf(m_list->currentItem());
    m_items = std::move(items);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    QTreeWidgetItem* current = nullptr;
    QTreeWidgetItem* heading = nullptr;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const ToCheck& item = m_items[i];
        if (heading == nullptr || m_items[i - 1].kind != item.kind) {
            const auto count = std::ranges::count(m_items, item.kind, &ToCheck::kind);
            heading = new QTreeWidgetItem(
                m_list, {tr("%1 (%2)").arg(toQString(wordsOf(item.kind)),
                                           QLocale().toString(qlonglong(count)))});
            heading->setData(0, IndexRole, -1);
            heading->setExpanded(count <= openUpTo);
        }
        const QString about = visibleForm(toQString(item.about));
        auto* row = new QTreeWidgetItem(
            heading, {item.settled ? tr("%1 — left as it is").arg(about) : about});
        row->setData(0, IndexRole, static_cast<int>(i));
        if (item.matter == matter ||
            (current == nullptr && place >= 0 && static_cast<int>(i) == place))
            current = row;
    }
    if (current != nullptr)
        m_list->setCurrentItem(current);
    const auto open =
        std::ranges::count_if(m_items, [](const auto& each) { return !each.settled; });
    m_count->setText(open == 0 ? tr("Nothing to check.")
                               : tr("%Ln to check", nullptr, static_cast<int>(open)));
    showChosen();
}

int CheckPanel::indexOf(const QTreeWidgetItem* row) const
{
    return row == nullptr ? -1 : row->data(0, IndexRole).toInt();
}

const ToCheck* CheckPanel::chosen() const
{
    const int index = indexOf(m_list->currentItem());
    return index < 0 || static_cast<std::size_t>(index) >= m_items.size()
               ? nullptr
               : &m_items[static_cast<std::size_t>(index)];
}

void CheckPanel::showChosen()
{
    const ToCheck* item = chosen();
    m_buttons->setVisible(item != nullptr);
    m_about->setText(item == nullptr ? QString() : visibleForm(toQString(item->about)));
    m_what->setText(item == nullptr ? tr("Choose one of the list to see what is wrong with it, and "
                                         "what can be done.")
                                    : toQString(item->what));
    m_fix->setText(item == nullptr ? QString()
                   : item->settled ? tr("Left as it is: %1").arg(toQString(*item->settled))
                                   : toQString(item->fix));
    if (item == nullptr)
        return;
    const auto offer = [&](QPushButton* button, const QString& words) {
        button->setText(words);
        button->setVisible(!words.isEmpty() && !item->settled);
    };
    offer(m_mend, mendingOf(*item, *m_workspace.events()));
    offer(m_part, partingOf(*item));
    m_leave->setText(item->settled ? tr("Open It Again") : tr("Leave It, Because…"));
}

bool CheckPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && chosen() != nullptr &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        Q_EMIT leaveWanted(*chosen());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente
