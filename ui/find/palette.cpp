// SPDX-License-Identifier: Apache-2.0
#include "ui/find/palette.h"

#include "ui/panels/noderowdelegate.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/picklist.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QVBoxLayout>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int paletteWidth = 560;
constexpr int rowsAtMost = 9;
constexpr int margin = 8;
/// Below the menus, where the eye is.
constexpr int fromTop = 72;

/// It goes to things; where words stand is for the find bar.
bool isByName(const Hit& hit) { return hit.by < FoundBy::Note; }

} // namespace

Palette::Palette(FinderKeeper& finders, const Workspace& workspace, const SceneKeeper& scene,
                 const QMenuBar& menus, QWidget* window)
    : QFrame(window)
    , m_menus(menus)
    , m_search(finders)
    , m_hits(workspace, scene, m_search)
    , m_model(m_hits)
    , m_box(new QLineEdit)
    , m_list(new PickList)
    , m_delegate(new NodeRowDelegate(this))
{
    build();
    connect(m_box, &QLineEdit::textChanged, this, &Palette::narrow);
    connect(&m_search, &Search::found, this, &Palette::take);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { choose(index.row()); });
    // Once all others have heard of it: menus of what is recent, and of views, are others now.
    connect(
        &workspace, &Workspace::opened, this,
        [this] {
            m_commands = commandsOf(m_menus);
            if (isVisible())
                narrow(m_box->text());
        },
        Qt::QueuedConnection);
    setStyle(Style::of(Theme::Light));
    hide();
}

void Palette::build()
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Commands and things"));
    m_box->setPlaceholderText(tr("Type a command, a name, a meeting or an article"));
    m_box->setAccessibleName(tr("Command or thing"));
    m_box->setAcceptDrops(false);
    m_box->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("What can be done or gone to"));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addWidget(m_box);
    column->addWidget(m_list, 1);
}

QListView* Palette::list() const { return m_list; }

void Palette::setStyle(const Style& style)
{
    setPalette(panelPalette(style));
    m_delegate->setStyle(style);
    m_hits.setTheme(style.theme);
}

void Palette::begin()
{
    m_commands = commandsOf(m_menus);
    m_box->clear();
    narrow({});
    show();
    raise();
    m_box->setFocus(Qt::ShortcutFocusReason);
}

void Palette::narrow(const QString& words)
{
    m_isEntered = false;
    m_model.narrow(m_commands, words);
    m_search.find(words);
    arrange();
    goToRow(0);
}

void Palette::take(const std::vector<Hit>& hits)
{
    std::vector<Hit> named;
    std::ranges::copy_if(hits, std::back_inserter(named), isByName);
    // Commands stand first, and what one stepped to stays: Enter is to do what was seen.
    const int row = m_list->currentIndex().row();
    m_hits.show(std::move(named));
    arrange();
    goToRow(m_model.isCommand(row) ? row : 0);
    if (m_isEntered)
        choose(m_list->currentIndex().row());
}

void Palette::goToRow(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        m_list->setCurrentIndex(m_model.index(row));
}

/// As large as what it lists.
void Palette::arrange()
{
    const int rows = std::min(m_model.rowCount(), rowsAtMost);
    const QWidget* window = parentWidget();
    const int list = rows == 0 ? 0 : rows * m_list->sizeHintForRow(0) + margin;
    const int wide = std::min(paletteWidth, window->width() - 2 * margin);
    setGeometry((window->width() - wide) / 2, fromTop, wide,
                m_box->sizeHint().height() + 2 * margin + list + 2 * frameWidth());
    m_list->setVisible(rows > 0);
}

void Palette::choose(int row)
{
    if (m_model.isCommand(row)) {
        QAction* command = m_model.commandAt(row);
        leave();
        if (command != nullptr)
            command->trigger();
        return;
    }
    // What is listed is of other words, as long as these are looked up.
    m_isEntered = m_search.isBusy();
    if (m_isEntered || row < 0 || row >= m_model.rowCount())
        return;
    const Hit hit = m_model.hitAt(row); // A copy: to leave forgets what was found.
    leave();
    Q_EMIT chosen(hit);
}

void Palette::leave()
{
    m_isEntered = false;
    hide();
    m_search.find({});
    Q_EMIT closed();
}

bool Palette::handleKey(int key)
{
    const int row = m_list->currentIndex().row();
    const int count = m_model.rowCount();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (count > 0)
            m_list->setCurrentIndex(
                m_model.index((row + (key == Qt::Key_Down ? 1 : count - 1)) % count));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(row);
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return false;
    }
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    // It is in the way of whatever one turns to; another window has come up and may go again.
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        hide();
        m_search.find({});
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace entente
