// SPDX-License-Identifier: Apache-2.0
#include "ui/find/findbar.h"

#include "ui/find/hitmodel.h"
#include "ui/find/search.h"
#include "ui/panels/noderowdelegate.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/picklist.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr int barWidth = 440;
constexpr int narrowBelow = 360;
constexpr int boxWidthAtLeast = 160; // For three words, however narrow the window.
/// More are scrolled to: the graph is to be seen beside them.
constexpr int rowsAtMost = 7;
constexpr int margin = 8;

QToolButton* quietButton(const QString& sign, const QString& words, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(sign);
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setProperty("quiet", true);
    return button;
}

} // namespace

FindBar::FindBar(Search& search, HitModel& hits, QWidget* parent)
    : QFrame(parent)
    , m_search(search)
    , m_hits(hits)
    , m_box(new QLineEdit)
    , m_count(new QLabel)
    , m_previous(quietButton(QStringLiteral("↑"), tr("Previous (Shift+F3)"), this))
    , m_next(quietButton(QStringLiteral("↓"), tr("Next (F3)"), this))
    , m_close(quietButton(QStringLiteral("✕"), tr("Close (Esc)"), this))
    , m_list(new PickList)
    , m_delegate(new NodeRowDelegate(this))
    , m_showIt(new QPushButton(tr("Show It")))
{
    build();
    connect(m_box, &QLineEdit::textChanged, &search, &Search::find);
    connect(&search, &Search::found, this, &FindBar::take);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previous);
    connect(m_next, &QToolButton::clicked, this, &FindBar::next);
    connect(m_close, &QToolButton::clicked, this, &FindBar::hide);
    connect(m_list, &PickList::picked, this, &FindBar::goTo);
    const auto wantShown = [this] {
        if (m_current >= 0 && m_current < m_hits.rowCount())
            Q_EMIT showWanted(m_hits.at(m_current));
    };
    connect(m_showIt, &QPushButton::clicked, this, wantShown);
    connect(m_list, &QListView::doubleClicked, this, wantShown);
    connect(&hits, &HitModel::dataChanged, this, &FindBar::showState);
    setStyle(Style::of(Theme::Light));
    hide();
}

void FindBar::build()
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Find"));
    m_box->setMinimumWidth(boxWidthAtLeast);
    m_box->setPlaceholderText(tr("Find names, notes, quotes and texts"));
    m_box->setAccessibleName(tr("Find"));
    m_box->setAcceptDrops(false);
    m_box->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_list->setModel(&m_hits);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("What was found"));
    m_list->installEventFilter(this);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight);
    m_row->setSpacing(margin / 2);
    m_row->addWidget(m_box, 1);
    auto* beside = new QHBoxLayout;
    beside->addWidget(m_count, 1);
    for (QToolButton* button : {m_previous, m_next, m_close})
        beside->addWidget(button);
    m_row->addLayout(beside);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addLayout(m_row);
    column->addWidget(m_list, 1);
    column->addWidget(m_showIt, 0, Qt::AlignRight);
    showState();
}

QListView* FindBar::list() const { return m_list; }

QString FindBar::count() const { return m_count->text(); }

void FindBar::setStyle(const Style& style)
{
    const QPalette palette = panelPalette(style);
    setPalette(palette);
    m_delegate->setStyle(style);
    m_hits.setTheme(style.theme);
    QPalette quiet = palette;
    quiet.setColor(QPalette::WindowText, style.secondaryText);
    m_count->setPalette(quiet);
    m_count->setFont(sized(font(), smallPixels));
}

QSize FindBar::sizeHint() const
{
    const int rows = std::min(m_hits.rowCount(), rowsAtMost);
    const int below = isNarrow() ? m_close->sizeHint().height() + margin / 2 : 0;
    const int fixed = m_box->sizeHint().height() + below + 2 * margin;
    const int list = rows == 0 ? 0 : rows * m_list->sizeHintForRow(0) + margin;
    const int button = m_showIt->isHidden() ? 0 : m_showIt->sizeHint().height() + margin;
    return {barWidth, fixed + list + button + 2 * frameWidth()};
}

bool FindBar::isNarrow() const { return m_row->direction() == QBoxLayout::TopToBottom; }

/// Where there is no room beside the box, the rest goes below it.
void FindBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    const bool isNarrow = width() < narrowBelow;
    if (isNarrow == this->isNarrow())
        return;
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    Q_EMIT resized();
}

void FindBar::begin()
{
    show();
    raise();
    m_search.rest(false);
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
    if (m_search.words() != m_box->text().trimmed())
        m_search.find(m_box->text());
    tellFound();
    Q_EMIT resized();
}

void FindBar::take(const std::vector<Hit>& hits)
{
    const std::optional<Hit> before = m_words == m_search.words() && m_current >= 0
                                          ? std::optional(m_hits.at(m_current))
                                          : std::nullopt;
    m_words = m_search.words();
    m_hits.show(hits);
    // After a change the same is found again, and one goes on from where one was.
    const auto same = std::ranges::find_if(hits, [&](const Hit& hit) {
        return before && hit.id == before->id && hit.by == before->by;
    });
    m_current = same == hits.end() ? -1 : static_cast<int>(same - hits.begin());
    if (m_current >= 0)
        m_list->setCurrentIndex(m_hits.index(m_current));
    showState();
    tellFound();
    if (const int step = std::exchange(m_awaitedStep, 0); step != 0)
        go(step);
}

void FindBar::tellFound()
{
    std::set<NodeId> nodes;
    std::set<EdgeId> edges;
    for (const Hit& hit : isHidden() ? std::vector<Hit>() : m_hits.hits()) {
        if (const auto* node = std::get_if<NodeId>(&hit.id))
            nodes.insert(*node);
        else if (const auto* edge = std::get_if<EdgeId>(&hit.id))
            edges.insert(*edge);
    }
    Q_EMIT foundChanged(nodes, edges);
}

void FindBar::go(int step)
{
    if (isHidden())
        begin();
    // What is listed is of other words, as long as these are looked up.
    m_awaitedStep = m_search.isBusy() && m_words != m_search.words() ? step : 0;
    if (m_awaitedStep != 0)
        return;
    const int count = m_hits.rowCount();
    if (count == 0)
        return;
    const int from = m_current < 0 && step < 0 ? 0 : m_current;
    pick((from + step + count) % count);
}

void FindBar::goTo(const QModelIndex& row) { pick(row.row()); }

void FindBar::pick(int row)
{
    m_current = row;
    m_list->setCurrentIndex(m_hits.index(row));
    m_list->scrollTo(m_hits.index(row));
    showState();
    const Hit hit = m_hits.at(row); // A copy: who hears of it may change what is found.
    Q_EMIT picked(hit);
}

void FindBar::showState()
{
    const QLocale locale;
    const int count = m_hits.rowCount();
    const bool isAsked = !m_box->text().trimmed().isEmpty();
    m_current = std::min(m_current, count - 1);
    m_count->setText(
        !isAsked     ? QString()
        : count == 0 ? tr("nothing found")
        : m_current < 0
            ? tr("%1 found").arg(locale.toString(count))
            : tr("%1 of %2").arg(locale.toString(m_current + 1), locale.toString(count)));
    for (QToolButton* button : {m_previous, m_next})
        button->setEnabled(count > 0);
    m_list->setVisible(count > 0);
    m_showIt->setVisible(m_current >= 0 && m_hits.isUnseen(m_hits.at(m_current)));
    if (m_showIt->isVisible())
        m_showIt->setText(m_hits.standingOf(m_hits.at(m_current)) == Standing::LeftOut
                              ? tr("Show It Without Filters")
                              : tr("Show It"));
    Q_EMIT resized();
}

/// @returns whether the key meant something here.
bool FindBar::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers.testFlag(Qt::ControlModifier) && m_showIt->isVisible())
            m_showIt->click();
        else
            go(modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Down:
        go(1);
        return true;
    case Qt::Key_Up:
        go(-1);
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        m_awaitedStep = 0;
        return false;
    }
}

/// From one of the buttons.
void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* typed = static_cast<QKeyEvent*>(event);
        const bool isStep = typed->key() == Qt::Key_Down || typed->key() == Qt::Key_Up;
        const bool isOfList = watched == m_list && isStep; // It steps by itself.
        if (!isOfList && handleKey(typed->key(), typed->modifiers()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

void FindBar::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    if (event->spontaneous()) // The whole window was.
        return;
    m_search.rest(true);
    tellFound();
    Q_EMIT closed();
}

} // namespace entente
