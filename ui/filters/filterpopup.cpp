// SPDX-License-Identifier: Apache-2.0
#include "ui/filters/filterpopup.h"

#include "graph/text/edtf.h"
#include "graph/text/fold.h"
#include "ui/panels/namefilter.h"
#include "ui/text/qtext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScreen>
#include <QStandardItemModel>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr int valueRole = Qt::UserRole;
constexpr int foldedRole = Qt::UserRole + 1;
constexpr int popupWidth = 320;
constexpr int rowsAtMost = 12;
constexpr int narrowFrom = 10; // Fewer are read at a glance.

bool isSpan(const std::string& value) { return value.find('/') != std::string::npos; }

/// The two ends of "2019/..", as they are typed; of a day itself there is only the first.
std::pair<QString, QString> endsOf(const Condition& condition)
{
    if (condition.facet == Facet::KnownOn)
        return {condition.values.empty() ? QString() : toQString(condition.values.front()), {}};
    const auto span = std::ranges::find_if(condition.values, isSpan);
    if (!isOfDates(condition.facet) || span == condition.values.end())
        return {};
    const QStringList ends = toQString(*span).split(QLatin1Char('/'));
    const auto typed = [](const QString& end) {
        return end == QLatin1String("..") ? QString() : end;
    };
    return {typed(ends.value(0)), typed(ends.value(1))};
}

} // namespace

FilterPopup::FilterPopup(Condition condition, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_condition(std::move(condition))
    , m_title(new QLabel(toQString(wordsOf(m_condition.facet)), this))
    , m_not(new QCheckBox(tr("&Leave these out"), this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_dateTrouble(new QLabel(this))
    , m_none(new QLabel(tr("No meeting has any: there is nothing to choose from."), this))
    , m_narrow(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_model(new QStandardItemModel(0, 2, this))
    , m_shown(new NameFilter(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("choices"));
    setAccessibleName(m_title->text());
    setFixedWidth(popupWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    head->addWidget(m_title, 1);
    head->addWidget(m_not);
    column->addLayout(head);
    buildDates();
    buildList();
    column->addWidget(m_narrow);
    column->addWidget(m_none);
    column->addWidget(m_list);
    m_none->setWordWrap(true);
    m_none->hide(); // Until the choices are counted.
    // Fusion draws the frames of boxes in a darker shade of this, which on dark is none.
    QPalette boxes = palette();
    boxes.setColor(QPalette::Window, boxes.color(QPalette::Text));
    m_list->setPalette(boxes);
    m_not->setPalette(boxes);
    m_not->setChecked(m_condition.isNegated);
    m_not->setVisible(m_condition.facet != Facet::KnownOn);
    connect(m_not, &QCheckBox::toggled, this, [this](bool isNegated) {
        m_condition.isNegated = isNegated;
        Q_EMIT turned(isNegated);
        tell();
    });
}

void FilterPopup::buildDates()
{
    auto* row = new QHBoxLayout;
    const auto [from, to] = endsOf(m_condition);
    const bool isOfDay = m_condition.facet == Facet::KnownOn;
    for (QLineEdit* box : {m_from, m_to}) {
        const bool isFrom = box == m_from;
        box->setText(isFrom ? from : to);
        box->setPlaceholderText(isOfDay  ? tr("day, as in 2024-01-15")
                                : isFrom ? tr("from")
                                         : tr("to"));
        box->setAccessibleName(isOfDay ? tr("Day") : isFrom ? tr("From") : tr("To"));
        box->setToolTip(isOfDay ? tr("What was published later is left out, and all is as sure as "
                                     "it was by then")
                                : tr("A day, a month or a year: 2019-04-25, 2019-04, 2019"));
        box->setVisible(isOfDates(m_condition.facet) || (isOfDay && isFrom));
        box->installEventFilter(this);
        row->addWidget(box);
        connect(box, &QLineEdit::textEdited, this, &FilterPopup::takeDates);
    }
    m_dateTrouble->setWordWrap(true);
    m_dateTrouble->hide();
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(row);
    column->addWidget(m_dateTrouble);
}

void FilterPopup::buildList()
{
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(foldedRole);
    m_list->setModel(m_shown);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setAccessibleName(m_title->text());
    m_list->installEventFilter(this);
    m_narrow->setPlaceholderText(tr("Narrow by name"));
    m_narrow->setAccessibleName(tr("Narrow by name"));
    m_narrow->setClearButtonEnabled(true);
    m_narrow->hide();
    m_narrow->installEventFilter(this);
    connect(m_list, &QTreeView::clicked, this, &FilterPopup::toggle);
    connect(m_narrow, &QLineEdit::textChanged, m_shown, &NameFilter::setWords);
}

void FilterPopup::setChoices(const std::vector<FilterChoice>& choices)
{
    const QVariant current = m_list->currentIndex().siblingAtColumn(0).data(valueRole);
    m_model->removeRows(0, m_model->rowCount());
    for (const FilterChoice& choice : withTicked(choices)) {
        auto* words = new QStandardItem(visibleForm(choice.words));
        auto* count = new QStandardItem(QLocale().toString(choice.events));
        for (QStandardItem* item : {words, count}) {
            item->setData(QByteArray::fromStdString(choice.value), valueRole);
            item->setEditable(false);
        }
        // Ticked by a click anywhere in its row, which Qt would not do.
        words->setCheckState(has(choice.value) ? Qt::Checked : Qt::Unchecked);
        words->setData(toQString(folded(toUtf8(choice.words))), foldedRole);
        words->setToolTip(tr("%1: %Ln meeting(s) would be left", nullptr, choice.events)
                              .arg(visibleForm(choice.words)));
        words->setData(words->toolTip(), Qt::AccessibleDescriptionRole);
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_model->appendRow({words, count});
    }
    m_narrow->setVisible(choices.size() > narrowFrom);
    const bool isOfChoices = m_condition.facet != Facet::KnownOn;
    m_none->setVisible(isOfChoices && m_model->rowCount() == 0);
    m_list->setVisible(isOfChoices && m_model->rowCount() > 0);
    const int rows = std::clamp(m_model->rowCount(), 1, rowsAtMost);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), 1));
    place();
    const QModelIndexList same =
        m_shown->match(m_shown->index(0, 0), valueRole, current, 1, Qt::MatchExactly);
    m_list->setCurrentIndex(same.isEmpty() ? m_shown->index(0, 0) : same.constFirst());
    if (std::exchange(m_isCounted, true))
        return; // A person is at work in it.
    if (isOfDates(m_condition.facet) || m_condition.facet == Facet::KnownOn)
        m_from->setFocus();
    else if (m_narrow->isVisibleTo(this))
        m_narrow->setFocus();
    else if (m_model->rowCount() > 0)
        m_list->setFocus();
    else
        m_not->setFocus();
}

/// What was asked for elsewhere, and is not here, can be taken back all the same.
std::vector<FilterChoice> FilterPopup::withTicked(std::vector<FilterChoice> choices) const
{
    if (m_condition.facet == Facet::KnownOn)
        return choices;
    for (const std::string& value : m_condition.values) {
        const bool isSpanOfDates = isOfDates(m_condition.facet) && isSpan(value);
        if (!isSpanOfDates &&
            std::ranges::find(choices, value, &FilterChoice::value) == choices.end())
            choices.push_back({value, toQString(value), 0});
    }
    return choices;
}

void FilterPopup::openAt(const QWidget& anchor)
{
    m_screen = anchor.screen()->availableGeometry();
    m_below = anchor.mapToGlobal(QPoint(0, anchor.height() + 2));
    place();
    show();
}

/// It is as high as its choices, which come later.
void FilterPopup::place()
{
    adjustSize();
    const int left = std::max(m_screen.left(), m_screen.right() - width());
    const int top = std::max(m_screen.top(), m_screen.bottom() - height());
    move(std::clamp(m_below.x(), m_screen.left(), left),
         std::clamp(m_below.y(), m_screen.top(), top));
}

bool FilterPopup::has(const std::string& value) const
{
    return std::ranges::find(m_condition.values, value) != m_condition.values.end();
}

void FilterPopup::toggle(const QModelIndex& shown)
{
    QStandardItem* item = m_model->item(m_shown->mapToSource(shown).row(), 0);
    if (item == nullptr)
        return;
    const std::string value = item->data(valueRole).toByteArray().toStdString();
    const bool wasThere = has(value);
    if (wasThere)
        std::erase(m_condition.values, value);
    else
        m_condition.values.push_back(value);
    item->setCheckState(wasThere ? Qt::Unchecked : Qt::Checked);
    tell();
}

void FilterPopup::takeDay()
{
    const std::string typed = toUtf8(m_from->text().trimmed());
    const Condition wanted{Facet::KnownOn,
                           typed.empty() ? std::vector<std::string>() : std::vector{typed}};
    const bool isDay = typed.empty() || Filter{{wanted}}.knownOn().has_value();
    m_dateTrouble->setText(tr("There is no such day; one looks like 2024-01-15."));
    m_dateTrouble->setVisible(!isDay);
    if (!isDay)
        return;
    m_condition = wanted;
    tell();
}

void FilterPopup::takeDates()
{
    if (m_condition.facet == Facet::KnownOn)
        return takeDay();
    const auto end = [](const QLineEdit& box) {
        const QString typed = box.text().trimmed();
        return typed.isEmpty() ? std::string("..") : toUtf8(typed);
    };
    const std::string span = end(*m_from) + '/' + end(*m_to);
    const bool isEmpty = span == "../..";
    const bool isDate = isEmpty || parseEdtf(span).has_value();
    m_dateTrouble->setText(tr("Dates look like 2019, 2019-04 or 2019-04-25, the earlier first."));
    m_dateTrouble->setVisible(!isDate);
    if (!isDate)
        return;
    std::erase_if(m_condition.values, isSpan);
    if (!isEmpty)
        m_condition.values.insert(m_condition.values.begin(), span);
    tell();
}

void FilterPopup::tell() { Q_EMIT changed(m_condition); }

bool FilterPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_dateTrouble->isHidden()) // Else what was typed would be gone, and nothing done.
            close();
        return true;
    }
    if (watched == m_list && key == Qt::Key_Space) {
        toggle(m_list->currentIndex());
        return true;
    }
    if (watched != m_list && key == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace entente
