// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/pickdialog.h"

#include "graph/text/fold.h"
#include "ui/panels/namefilter.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/rowpaint.h"
#include "ui/text/qtext.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace entente
{

namespace
{

enum Role { FoldedRole = Qt::UserRole, BelowRole };

constexpr int filterFrom = 6; ///< Rows; fewer are seen at a glance.
constexpr int heightAtMost = 320;
constexpr int around = 5; ///< Above and below a row's words.

/// A name, below it smaller words; before both the box to tick, if there is one.
class PickRowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const QStyle* style = row.widget != nullptr ? row.widget->style() : QApplication::style();
        row.text.clear();
        style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        row.text = index.data().toString();
        const QRect words = style->subElementRect(QStyle::SE_ItemViewItemText, &row, row.widget)
                                .adjusted(4, around, -4, -around);
        const QString below = index.data(BelowRole).toString();
        QRect line = words;
        if (!below.isEmpty())
            line.setHeight(words.height() / 2);
        painter->save();
        paintLine(*painter, line, sized(option.font, bodyPixels),
                  option.palette.color(QPalette::Text), row.text);
        if (!below.isEmpty())
            paintLine(*painter, line.translated(0, line.height()), sized(option.font, smallPixels),
                      option.palette.color(QPalette::PlaceholderText), below);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int line = QFontMetrics(sized(option.font, bodyPixels)).height();
        const bool hasTwo = !index.data(BelowRole).toString().isEmpty();
        return {200, (hasTwo ? 2 : 1) * line + 2 * around};
    }
};

} // namespace

PickDialog::PickDialog(const QString& title, const QString& question,
                       const std::vector<PickRow>& rows, QWidget* parent)
    : PickDialog(title, question, rows, {}, parent)
{
}

PickDialog::PickDialog(const QString& title, const QString& question,
                       const std::vector<PickRow>& rows, const std::vector<Qt::CheckState>& ticks,
                       QWidget* parent)
    : ClaimDialog(title, question, parent)
    , m_box(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_shown(new NameFilter(this))
    , m_ticks(!ticks.empty())
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto* item = new QStandardItem(rows[i].name);
        item->setEditable(false);
        item->setData(rows[i].below, BelowRole);
        const QString words = rows[i].name + QLatin1Char(' ') + rows[i].words;
        item->setData(toQString(folded(toUtf8(words))), FoldedRole);
        item->setAccessibleText(rows[i].below.isEmpty()
                                    ? rows[i].name
                                    : rows[i].name + QStringLiteral(". ") + rows[i].below);
        if (m_ticks) {
            item->setCheckable(true);
            item->setCheckState(ticks[i]);
        }
        m_model->appendRow(item);
    }
    build(title);
}

void PickDialog::build(const QString& name)
{
    m_shown->setFilterRole(FoldedRole);
    m_shown->setSourceModel(m_model);
    m_list->setModel(m_shown);
    m_list->setItemDelegate(new PickRowDelegate(this));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(heightAtMost / 2);
    m_box->setPlaceholderText(tr("Type to narrow"));
    m_box->setClearButtonEnabled(true);
    m_box->installEventFilter(this);
    addField(m_box, tr("Narrow the list"));
    addField(m_list, name);
    resize(minimumWidth(), heightAtMost + 120);
    m_box->setVisible(m_model->rowCount() >= filterFrom);
    if (m_box->isHidden())
        m_list->setFocus();
    connect(m_box, &QLineEdit::textChanged, this, &PickDialog::narrow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { okButton().setEnabled(m_ticks || picked() >= 0); });
    // Not when it is activated: Enter presses the default button, too.
    if (!m_ticks)
        connect(m_list, &QListView::doubleClicked, this, &QDialog::accept);
    m_list->setCurrentIndex(m_shown->index(0, 0));
    okButton().setEnabled(m_ticks || picked() >= 0);
}

void PickDialog::narrow(const QString& words)
{
    m_shown->setWords(words);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_shown->index(0, 0));
    okButton().setEnabled(m_ticks || picked() >= 0);
}

int PickDialog::picked() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_shown->mapToSource(current).row() : -1;
}

Qt::CheckState PickDialog::tick(int row) const { return m_model->item(row)->checkState(); }

bool PickDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_box && event->type() == QEvent::KeyPress &&
        walk(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return ClaimDialog::eventFilter(watched, event);
}

bool PickDialog::walk(int key)
{
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return false;
    const int row = m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
    if (const QModelIndex next = m_shown->index(row, 0); next.isValid())
        m_list->setCurrentIndex(next);
    return true;
}

} // namespace entente
