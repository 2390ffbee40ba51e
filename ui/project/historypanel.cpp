// SPDX-License-Identifier: Apache-2.0
#include "ui/project/historypanel.h"

#include "ui/dialogs/filedialog.h"
#include "ui/panels/choicebox.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/rowpaint.h"
#include "ui/project/historyfilter.h"
#include "ui/project/historymodel.h"
#include "ui/project/journal.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QUndoView>

#include <algorithm>
#include <utility>

namespace entente
{

/// Two lines a row: what was done; by whom, when and on what.
class HistoryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setStyle(const Style& style) { m_style = style; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintRowBack(*painter, option, m_style);
        const QRect row = option.rect.adjusted(left, 4, -left, -4);
        const QRect upper = row.adjusted(0, 0, 0, -row.height() / 2);
        paintLine(*painter, upper, sized(option.font, bodyPixels), m_style.text,
                  index.data().toString(), Qt::AlignLeft, Qt::ElideRight);
        paintLine(*painter, row.adjusted(0, row.height() / 2, 0, 0),
                  sized(option.font, smallPixels), m_style.secondaryText,
                  index.data(HistoryModel::BelowRole).toString(), Qt::AlignLeft, Qt::ElideRight);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {160, std::max(44, 2 * QFontMetrics(option.font).height() + 12)};
    }

private:
    static constexpr int left = 16;
    Style m_style = Style::of(Theme::Light);
};

namespace
{

/// Longer ones are in the article; here they would push all else out of sight.
constexpr qsizetype wordsAtMost = 400;

QString cut(const std::string& words)
{
    QString text = visibleForm(toQString(words));
    return text.size() > wordsAtMost ? QString(text.left(wordsAtMost) + QChar(0x2026)) : text;
}

QString detailsOf(const HistoryEntry& entry)
{
    QStringList lines;
    for (const ChangedWords& change : entry.changes) {
        const QString what = toQString(change.what);
        if (change.before.empty())
            lines += HistoryPanel::tr("%1: now “%2”").arg(what, cut(change.after));
        else if (change.after.empty())
            lines += HistoryPanel::tr("%1: was “%2”, now nothing").arg(what, cut(change.before));
        else
            lines += HistoryPanel::tr("%1: was “%2”, now “%3”")
                         .arg(what, cut(change.before), cut(change.after));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

HistoryPanel::HistoryPanel(Journal& journal, Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_journal(journal)
    , m_workspace(workspace)
    , m_model(new HistoryModel(this))
    , m_shown(new HistoryFilter(this))
    , m_delegate(new HistoryDelegate(this))
    , m_pages(new QTabBar(this))
    , m_steps(new QUndoView(&workspace.undoStack(), this))
    , m_none(new QLabel(this))
    , m_filters(new QWidget(this))
    , m_filterBox(new QLineEdit(this))
    , m_analystBox(new ChoiceBox(this))
    , m_dayBox(new ChoiceBox(this))
    , m_actorBox(new ChoiceBox(this))
    , m_meetingBox(new ChoiceBox(this))
    , m_list(new QListView(this))
    , m_details(new QLabel(this))
    , m_takeBack(new QPushButton(tr("Take Back"), this))
    , m_export(new QPushButton(tr("Export…"), this))
{
    setObjectName(QStringLiteral("history"));
    setAutoFillBackground(true);
    m_pages->addTab(tr("All That Was Done"));
    m_pages->addTab(tr("Steps of This Window"));
    m_pages->setProperty("pages", true); // Within a tab already: not to be taken for one.
    m_pages->setDrawBase(false);
    m_pages->setExpanding(false);
    m_steps->setEmptyLabel(tr("As it was opened"));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setProperty("steps", true);
    m_steps->setAccessibleName(tr("Steps of This Window"));
    auto* pages = new QStackedWidget(this);
    pages->addWidget(buildProject());
    pages->addWidget(m_steps);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 12);
    column->setSpacing(8);
    column->addWidget(m_pages);
    column->addWidget(pages, 1);
    connect(m_pages, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    wire();
    setStyle(Style::of(Theme::Light));
    startAnew();
}

/// The page of the project's log.
QWidget* HistoryPanel::buildProject()
{
    m_filterBox->setPlaceholderText(tr("Narrow by words"));
    m_filterBox->setAccessibleName(m_filterBox->placeholderText());
    m_filterBox->setClearButtonEnabled(true);
    m_analystBox->setAccessibleName(tr("Analyst"));
    m_dayBox->setAccessibleName(tr("Day"));
    m_actorBox->setAccessibleName(tr("Person, state or thing"));
    m_meetingBox->setAccessibleName(tr("Meeting"));
    m_export->setToolTip(tr("Writes all of the history into a file, as JSON lines"));
    m_shown->setSourceModel(m_model);
    m_list->setModel(m_shown);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("History"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_none->setMargin(16); // Of its own: a row would keep its place when hidden.
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* filters = new QVBoxLayout(m_filters);
    filters->setContentsMargins(16, 0, 16, 0);
    filters->addWidget(m_filterBox);
    auto* boxes = new QGridLayout;
    boxes->addWidget(m_analystBox, 0, 0);
    boxes->addWidget(m_dayBox, 0, 1);
    boxes->addWidget(m_actorBox, 1, 0);
    boxes->addWidget(m_meetingBox, 1, 1);
    boxes->setColumnStretch(0, 1);
    boxes->setColumnStretch(1, 1);
    for (QComboBox* box : {m_analystBox, m_dayBox, m_actorBox, m_meetingBox}) {
        // Names of any length are listed whole, and the box takes what room there is.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    filters->addLayout(boxes);
    // A label whose text can be selected pays no heed to margins of its own.
    auto* details = new QHBoxLayout;
    details->setContentsMargins(16, 0, 16, 0);
    details->addWidget(m_details);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 0, 16, 0);
    foot->addWidget(m_takeBack);
    foot->addStretch();
    foot->addWidget(m_export);

    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_filters);
    column->addWidget(m_none, 1);
    column->addWidget(m_list, 1);
    column->addLayout(details);
    column->addLayout(foot);
    return page;
}

void HistoryPanel::wire()
{
    connect(m_filterBox, &QLineEdit::textChanged, m_shown, &HistoryFilter::setWords);
    connect(m_analystBox, &QComboBox::currentIndexChanged, this,
            [this] { m_shown->setAnalyst(m_analystBox->currentData().toString()); });
    connect(m_dayBox, &QComboBox::currentIndexChanged, this,
            [this] { m_shown->setDay(m_dayBox->currentData().toDate()); });
    connect(m_actorBox, &QComboBox::currentIndexChanged, this,
            [this] { m_shown->setActor(m_actorBox->currentData().toString()); });
    connect(m_meetingBox, &QComboBox::currentIndexChanged, this,
            [this] { m_shown->setMeeting(m_meetingBox->currentData().toString()); });
    connect(m_export, &QPushButton::clicked, this, &HistoryPanel::exportHistory);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HistoryPanel::showChosen);
    connect(m_takeBack, &QPushButton::clicked, this, [this] {
        if (const int row = chosenRow(); row >= 0)
            m_journal.takeBack(m_model->at(row).number);
    });
    connect(&m_journal, &Journal::followed, this, &HistoryPanel::startAnew);
    connect(&m_journal, &Journal::stateChanged, this, [this] {
        if (m_journal.state() == Journal::State::Saved)
            read();
    });
}

namespace
{

/// Adds what the first rows of the history have in a column to a box, below "any"; what is chosen
/// stays chosen.
void listIn(QComboBox* box, const QString& any, const HistoryModel& model, int rows, int role)
{
    if (box->count() == 0)
        box->addItem(any, QVariant());
    QVariantList values;
    for (int row = rows - 1; row >= 0; --row) {
        const QVariant value = model.index(row).data(role);
        if (value.typeId() == QMetaType::QStringList)
            values += value.toList();
        else
            values += value;
    }
    for (const QVariant& value : std::as_const(values)) {
        if (box->findData(value) >= 0)
            continue;
        const QString words = value.typeId() == QMetaType::QDate
                                  ? QLocale().toString(value.toDate(), QLocale::ShortFormat)
                                  : visibleForm(value.toString());
        box->insertItem(1, words, value); // The newest first.
    }
}

} // namespace

/// @param rows that are new, which are the first.
void HistoryPanel::listFilters(int rows)
{
    listIn(m_analystBox, tr("Any analyst"), *m_model, rows, HistoryModel::AnalystRole);
    listIn(m_dayBox, tr("Any day"), *m_model, rows, HistoryModel::DayRole);
    listIn(m_actorBox, tr("Anyone or anything"), *m_model, rows, HistoryModel::ActorsRole);
    listIn(m_meetingBox, tr("Any meeting"), *m_model, rows, HistoryModel::MeetingsRole);
}

void HistoryPanel::setStyle(const Style& style)
{
    setPalette(panelPalette(style));
    m_delegate->setStyle(style);
    m_list->viewport()->update();
}

QString HistoryPanel::details() const { return m_details->text(); }

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void HistoryPanel::startAnew()
{
    ++m_reading;
    m_isReading = false;
    m_model->clear();
    m_analystBox->clear();
    m_dayBox->clear();
    m_actorBox->clear();
    m_meetingBox->clear();
    showState();
    read();
}

void HistoryPanel::read()
{
    if (!isVisible() || m_isReading || m_journal.version() <= m_model->last())
        return;
    m_isReading = true;
    m_journal.readHistory(m_model->last(),
                          [this, of = m_reading](std::vector<HistoryEntry> entries) {
                              if (of != m_reading)
                                  return;
                              m_isReading = false;
                              const auto rows = static_cast<int>(entries.size());
                              m_model->add(std::move(entries), *m_workspace.events());
                              listFilters(rows);
                              showState();
                              read(); // More may have come meanwhile.
                          });
}

void HistoryPanel::showState()
{
    const bool hasEntries = m_model->rowCount() > 0;
    m_none->setText(m_journal.state() == Journal::State::NoFile
                        ? tr("This is only being looked at. What you do is kept from the first "
                             "change on, and listed here.")
                        : tr("Nothing has been done yet."));
    m_none->setVisible(!hasEntries);
    m_list->setVisible(hasEntries);
    m_filters->setVisible(hasEntries);
    showChosen();
}

int HistoryPanel::chosenRow() const
{
    const QModelIndex chosen = m_shown->mapToSource(m_list->currentIndex());
    return chosen.isValid() ? chosen.row() : -1;
}

void HistoryPanel::showChosen()
{
    const int row = chosenRow();
    m_details->setText(row < 0 ? QString() : detailsOf(m_model->at(row)));
    m_details->setVisible(!m_details->text().isEmpty());
    m_takeBack->setVisible(m_model->rowCount() > 0);
    m_takeBack->setEnabled(row >= 0);
    m_export->setVisible(m_takeBack->isVisibleTo(this));
}

void HistoryPanel::exportHistory()
{
    const QString file = FileDialog::saveName(
        this, tr("Export the History"), tr("history") + QStringLiteral(".jsonl"),
        {tr("JSON lines (*.jsonl)")}, {QStringLiteral("jsonl")});
    if (file.isEmpty())
        return;
    m_journal.exportHistory(toPath(file), [this, file](const QString& failure) {
        if (!failure.isEmpty())
            return Q_EMIT failed(failure);
        FileDialog::wasSaved(file);
        Q_EMIT told(tr("The history is in %1.").arg(file));
    });
}

} // namespace entente
