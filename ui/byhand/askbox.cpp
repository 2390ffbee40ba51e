// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/askbox.h"

#include "ui/panels/displaytext.h"
#include "ui/panels/nodelistmodel.h"
#include "ui/panels/noderowdelegate.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/picklist.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr int boxWidth = 360;
constexpr int rowsAtMost = 8;
constexpr int margin = 8;
constexpr int ValueRole = NodeListModel::StruckRole + 1;

QStandardItem* itemFor(const Choice& choice)
{
    auto* item = new QStandardItem(choice.words);
    item->setEditable(false);
    item->setData(choice.below, NodeListModel::BelowRole);
    item->setData(choice.detail, NodeListModel::DetailRole);
    if (choice.shape) {
        item->setData(static_cast<int>(*choice.shape), NodeListModel::ShapeRole);
        item->setData(choice.colour, NodeListModel::ColourRole);
    }
    item->setData(choice.value, ValueRole);
    item->setToolTip(choice.below.isEmpty() ? QString() : plainTip(choice.below)); // In full.
    item->setData(choice.below.isEmpty() ? choice.words
                                         : choice.words + QStringLiteral(", ") + choice.below,
                  Qt::AccessibleTextRole);
    return item;
}

} // namespace

AskBox::AskBox(QWidget* window)
    : QFrame(window)
    , m_title(new QLabel(this))
    , m_box(new QLineEdit(this))
    , m_model(new QStandardItemModel(this))
    , m_list(new PickList(this))
    , m_foot(new QLabel(this))
    , m_delegate(new NodeRowDelegate(this))
{
    build();
    connect(m_box, &QLineEdit::textChanged, this, &AskBox::narrow);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { choose(index.row()); });
    setStyle(Style::of(Theme::Light));
    hide();
}

void AskBox::build()
{
    setObjectName(QStringLiteral("card"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_foot->setTextFormat(Qt::PlainText);
    m_foot->setWordWrap(true);
    m_box->setAcceptDrops(false);
    m_box->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(false); // Some have a second line, and some have none.
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin / 2);
    column->addWidget(m_title);
    column->addWidget(m_box);
    column->addWidget(m_list, 1);
    column->addWidget(m_foot);
}

QListView* AskBox::list() const { return m_list; }

QString AskBox::title() const { return m_title->text(); }

QString AskBox::foot() const { return m_foot->text(); }

void AskBox::setStyle(const Style& style)
{
    QPalette palette = panelPalette(style);
    setPalette(palette);
    m_title->setFont(sized(font(), bodyPixels, QFont::DemiBold));
    m_foot->setFont(sized(font(), smallPixels));
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_foot->setPalette(palette);
    m_delegate->setStyle(style);
}

void AskBox::ask(Question question, const QRect& beside, QWidget* back)
{
    m_question = std::move(question);
    m_beside = beside;
    m_back = back;
    m_title->setText(m_question.title);
    setAccessibleName(m_question.title);
    m_box->setAccessibleName(m_question.title);
    m_list->setAccessibleName(m_question.title);
    m_box->setPlaceholderText(m_question.hint);
    m_box->setText(m_question.typed);
    m_box->selectAll();
    narrow();
    show();
    raise();
    m_box->setFocus(Qt::ShortcutFocusReason);
}

void AskBox::narrow()
{
    if (!m_question.choices)
        return;
    m_model->clear();
    for (const Choice& choice : m_question.choices(m_box->text().trimmed()))
        m_model->appendRow(itemFor(choice));
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    showFoot();
    describe();
    arrange();
}

void AskBox::listAgain()
{
    if (!isAsking())
        return;
    const QVariant chosen =
        m_list->currentIndex().row() > 0 ? m_list->currentIndex().data(ValueRole) : QVariant();
    narrow();
    for (int row = 0; chosen.isValid() && row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(ValueRole) == chosen)
            m_list->setCurrentIndex(m_model->index(row, 0));
    }
    describe();
}

void AskBox::showFoot()
{
    QString words = m_question.trouble ? m_question.trouble(m_box->text().trimmed()) : QString();
    if (words.isEmpty() && !m_question.otherWords.isEmpty())
        words = (m_model->rowCount() == 0 ? tr("Nothing that is known fits. Shift+Enter: %1")
                                          : tr("Shift+Enter: %1"))
                    .arg(m_question.otherWords);
    m_foot->setText(words);
    m_foot->setVisible(!words.isEmpty());
}

/// The keys stay with the box, so that it is the box that tells which row Enter takes.
void AskBox::describe()
{
    m_box->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

/// As large as what it lists, and within the window.
void AskBox::arrange()
{
    const QWidget* window = parentWidget();
    const int wide = std::min(boxWidth, window->width() - 2 * margin);
    int list = 0;
    for (int row = 0; row < std::min(m_model->rowCount(), rowsAtMost); ++row)
        list += m_list->sizeHintForRow(row);
    m_list->setVisible(list > 0);
    m_list->setFixedHeight(list + 2);
    const int inner = wide - 2 * margin - 2 * frameWidth();
    int high = m_title->heightForWidth(inner) + m_box->sizeHint().height() + 2 * margin +
               margin / 2 + 2 * frameWidth();
    if (list > 0)
        high += list + 2 + margin / 2;
    if (!m_foot->text().isEmpty())
        high += m_foot->heightForWidth(inner) + margin / 2;
    const QRect beside(window->mapFromGlobal(m_beside.topLeft()), m_beside.size());
    const int left =
        std::clamp(beside.left(), margin, std::max(margin, window->width() - wide - margin));
    const bool isBelow = beside.bottom() + margin + high < window->height();
    const int top =
        isBelow ? beside.bottom() + margin : std::max(margin, beside.top() - margin - high);
    setGeometry(left, top, wide, high);
}

Question AskBox::finish()
{
    Question question = std::exchange(m_question, {});
    hide();
    if (m_back != nullptr)
        m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
    return question;
}

void AskBox::leave()
{
    if (isAsking())
        finish();
}

void AskBox::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return; // A slip of the keys makes nobody new.
    const QVariant value = m_model->index(row, 0).data(ValueRole);
    const Question question = finish();
    question.answer(value);
}

void AskBox::chooseOther()
{
    if (!m_question.other)
        return;
    const QString typed = m_box->text().trimmed();
    const Question question = finish();
    question.other(typed);
}

bool AskBox::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const int row = m_list->currentIndex().row();
    const int count = m_model->rowCount();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (count > 0)
            m_list->setCurrentIndex(
                m_model->index((row + (key == Qt::Key_Down ? 1 : count - 1)) % count, 0));
        describe();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers.testFlag(Qt::ShiftModifier))
            chooseOther();
        else
            choose(row);
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return false;
    }
}

bool AskBox::isWritten() const { return m_question.isWriting && m_box->text() != m_question.typed; }

bool AskBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
    }
    // It is in the way of whatever one turns to; another window has come up and may go again.
    if (event->type() == QEvent::FocusOut && isVisible() && !isWritten() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        m_question = {};
        hide();
        Q_EMIT closed();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace entente
