// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/claimdialogs.h"

#include "graph/model/confidence.h"
#include "ui/byhand/leavequestion.h"
#include "ui/dialogs/ctrlenter.h"
#include "ui/paint/style.h"
#include "ui/panels/choicebox.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/qtext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int dialogWidth = 440; // A date range, and what it means, on one line.

QLabel* makeLabel(const QString& words)
{
    auto* label = new QLabel(words);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// What stands between separators, without white space round it and without what is empty or comes
/// twice.
std::vector<std::string> partsOf(const QString& text, const QRegularExpression& separator)
{
    std::vector<std::string> parts;
    for (const QString& part : text.split(separator, Qt::SkipEmptyParts)) {
        const std::string words = toUtf8(part.trimmed());
        if (!words.empty() && std::ranges::find(parts, words) == parts.end())
            parts.push_back(words);
    }
    return parts;
}

QString joined(const std::vector<std::string>& parts, const QString& separator)
{
    QStringList words;
    for (const std::string& part : parts)
        words << toQString(part);
    return words.join(separator);
}

} // namespace

ClaimDialog::ClaimDialog(const QString& title, const QString& question, QWidget* parent)
    : QDialog(parent)
    , m_fields(new QVBoxLayout)
    , m_echo(makeLabel({}))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_echo->setObjectName(QStringLiteral("echo"));
    m_echo->setMinimumHeight(2 * fontMetrics().lineSpacing()); // Nothing jumps while one types.
    m_echo->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_echo->hide();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(makeLabel(question));
    column->addLayout(m_fields);
    column->addWidget(m_echo);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(dialogWidth);
}

void ClaimDialog::addField(QWidget* field, const QString& name)
{
    field->setAccessibleName(name);
    m_fields->addWidget(field);
    if (m_fields->count() == 1)
        field->setFocus();
}

void ClaimDialog::reject()
{
    if (mayLeave(this, isTyped()))
        QDialog::reject();
}

QString ClaimDialog::echo() const { return m_echo->text(); }

void ClaimDialog::say(const QString& words, bool isTrouble)
{
    QPalette colours = palette();
    const bool isDark = colours.color(QPalette::Window).lightness() < 128;
    colours.setColor(QPalette::WindowText,
                     isTrouble ? warningColour(Style::of(isDark ? Theme::Dark : Theme::Light))
                               : colours.color(QPalette::PlaceholderText));
    m_echo->setPalette(colours);
    m_echo->setText(words);
    m_echo->setAccessibleName(words);
    m_echo->show();
    // Of more lines than it was made for none is cut.
    if (isVisible())
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

DateDialog::DateDialog(const QString& question, const std::vector<Edtf>& dates, QWidget* parent)
    : ClaimDialog(tr("Date"), question, parent)
    , m_box(new QLineEdit(this))
{
    std::vector<std::string> texts;
    std::ranges::transform(dates, std::back_inserter(texts), &Edtf::text);
    m_box->setText(joined(texts, QStringLiteral("; ")));
    m_box->setPlaceholderText(tr("2024-01-15"));
    m_box->selectAll();
    addField(m_box, tr("Date"));
    connect(m_box, &QLineEdit::textChanged, this, &DateDialog::read);
    read();
}

void DateDialog::read()
{
    static const QRegularExpression separator(QStringLiteral(";"));
    m_dates.clear();
    QStringList words;
    for (const std::string& text : partsOf(m_box->text(), separator)) {
        const std::optional<Edtf> date = parseEdtf(text);
        if (!date) {
            okButton().setEnabled(false);
            return say(tr("“%1” is no date. A day is written 2024-01-15, a month 2024-01, from and "
                          "to 2024-01-15/2024-01-17; 2024-01? is uncertain, 2024-01~ approximate.")
                           .arg(visibleForm(toQString(text))),
                       true);
        }
        m_dates.push_back(*date);
        words << toQString(wordsOf(*date));
    }
    okButton().setEnabled(true);
    say(words.isEmpty() ? tr("Undated. A day is written 2024-01-15, a month 2024-01, from and to "
                             "2024-01-15/2024-01-17.")
                        : words.join(QStringLiteral("; ")));
}

ConfidenceDialog::ConfidenceDialog(const QString& question, const std::string& confidence,
                                   const QString& reason, QWidget* parent)
    : ClaimDialog(tr("Confidence"), question, parent)
    , m_levels(new ChoiceBox(this))
    , m_reason(new QLineEdit(reason, this))
{
    for (const std::string_view level : confidences)
        m_levels->addItem(toQString(level), toQString(level));
    m_levels->setCurrentIndex(m_levels->findData(toQString(confidence)));
    m_reason->setPlaceholderText(tr("Why? It is kept as a note."));
    m_reason->selectAll();
    addField(m_levels, tr("Confidence"));
    addField(m_reason, tr("Reason"));
    m_reason->setFocus(); // The menu has asked for the other.
}

std::string ConfidenceDialog::confidence() const
{
    return toUtf8(m_levels->currentData().toString());
}

bool ConfidenceDialog::isTyped() const { return m_reason->isModified(); }

std::string ConfidenceDialog::reason() const { return toUtf8(m_reason->text().simplified()); }

NoteDialog::NoteDialog(const QString& question, const std::vector<std::string>& notes,
                       QWidget* parent)
    : ClaimDialog(tr("Note"), question, parent)
    , m_box(new QPlainTextEdit(joined(notes, QStringLiteral("\n\n")), this))
    , m_before(notes)
    , m_textBefore(m_box->toPlainText())
{
    m_box->setTabChangesFocus(true);
    m_box->moveCursor(QTextCursor::End);
    m_box->setMinimumHeight(6 * fontMetrics().lineSpacing());
    addField(m_box, tr("Note"));
    say(tr("An empty line parts two notes. Ctrl+Enter is OK."));
    acceptByCtrlEnter(this);
}

std::vector<std::string> NoteDialog::notes() const
{
    static const QRegularExpression emptyLine(QStringLiteral("\\n[ \\t]*\\n"));
    // What nobody touched stays to the letter.
    return m_box->toPlainText() == m_textBefore ? m_before
                                                : partsOf(m_box->toPlainText(), emptyLine);
}

bool NoteDialog::isTyped() const { return m_box->toPlainText() != m_textBefore; }

TagsDialog::TagsDialog(const QString& question, const std::vector<std::string>& tags,
                       const std::vector<std::string>& known, QWidget* parent)
    : ClaimDialog(tr("Tags"), question, parent)
    , m_box(new QLineEdit(joined(tags, QStringLiteral(", ")), this))
    , m_before(tags)
    , m_textBefore(m_box->text())
{
    constexpr std::size_t namedAtMost = 12;
    m_box->setPlaceholderText(tr("to check, Moscow"));
    addField(m_box, tr("Tags"));
    const std::vector<std::string> first(
        known.begin(), known.begin() + std::ptrdiff_t(std::min(known.size(), namedAtMost)));
    say(first.empty() ? tr("With commas between them.")
                      : tr("With commas between them. In use: %1")
                            .arg(visibleForm(joined(first, QStringLiteral(", ")))));
}

bool TagsDialog::isTyped() const { return m_box->text() != m_textBefore; }

std::vector<std::string> TagsDialog::tags() const
{
    static const QRegularExpression comma(QStringLiteral(","));
    return m_box->text() == m_textBefore ? m_before : partsOf(m_box->text(), comma);
}

} // namespace entente
