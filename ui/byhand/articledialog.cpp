// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/articledialog.h"

#include "graph/annotation/articlefiles.h"
#include "graph/model/grades.h"
#include "graph/text/edtf.h"
#include "graph/text/languageguess.h"
#include "graph/text/languagetag.h"
#include "ui/byhand/exacttextbox.h"
#include "ui/byhand/leavequestion.h"
#include "ui/byhand/likenesslist.h"
#include "ui/dialogs/ctrlenter.h"
#include "ui/dialogs/filedialog.h"
#include "ui/paint/style.h"
#include "ui/panels/choicebox.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/window/dropping.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace entente
{

namespace
{

constexpr int fieldsWidth = 340;
constexpr std::chrono::milliseconds pause(250); ///< In typing.

QLabel* makeNote(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(sized(label->font(), smallPixels));
    return label;
}

/// Below a field, and nearer to it than to the next.
void addNote(QFormLayout& form, QWidget* note)
{
    note->setContentsMargins(0, 0, 0, 4);
    form.addRow(QString(), note);
}

void addGrades(QComboBox& box)
{
    box.addItem(ArticleDialog::tr("Not graded"), QString());
    for (const char* grade : {"A", "B", "C", "D", "E", "F"}) {
        const QString letter = QLatin1String(grade);
        box.addItem(QStringLiteral("%1 – %2").arg(letter, toQString(wordsOfSourceGrade(grade))),
                    letter);
    }
}

} // namespace

ArticleDialog::ArticleDialog(const Store& store, const Style& style, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_quiet(style.secondaryText)
    , m_warning(warningColour(style))
    , m_text(new ExactTextBox(this))
    , m_textNote(makeNote(this))
    , m_fromFile(new QPushButton(tr("From a &File…"), this))
    , m_title(new QLineEdit(this))
    , m_outlet(new QLineEdit(this))
    , m_byline(new QLineEdit(this))
    , m_date(new QLineEdit(this))
    , m_dateNote(makeNote(this))
    , m_address(new QLineEdit(this))
    , m_language(new QLineEdit(this))
    , m_languageNote(makeNote(this))
    , m_useLanguage(new QPushButton(this))
    , m_grade(new ChoiceBox(this))
    , m_likeness(new LikenessList(this))
    , m_add(new QPushButton(tr("Add"), this))
{
    build();
    wire();
    m_indexing.run(
        [known = store](const Progress& progress) {
            return std::make_shared<const KnownTexts>(known, progress);
        },
        this,
        [this](std::shared_ptr<const KnownTexts> known) {
            m_known = std::move(known);
            compare();
        });
    readText();
    showDate();
}

ArticleDialog::~ArticleDialog() = default;

void ArticleDialog::build()
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add an Article"));
    resize(900, 600);
    auto* across = new QHBoxLayout;
    across->setSpacing(24);
    across->addWidget(buildText(), 1);
    across->addWidget(buildFields());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
    m_add->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ArticleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ArticleDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(across, 1);
    column->addWidget(m_likeness);
    column->addWidget(buttons);
    m_text->setFocus();
}

QWidget* ArticleDialog::buildText()
{
    auto* page = new QWidget(this);
    auto* label = new QLabel(tr("Te&xt:"), page);
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Text of the article"));
    m_text->setPlaceholderText(tr("Paste the text here, or drop it, or a file that has it. It is "
                                  "kept exactly as it is."));
    m_text->setProperty("framed", true);
    m_text->setFont(sized(font(), bodyPixels));
    auto* below = new QHBoxLayout;
    below->addWidget(m_fromFile);
    below->addSpacing(8);
    below->addWidget(m_textNote, 1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(label);
    column->addWidget(m_text, 1);
    column->addLayout(below);
    return page;
}

QWidget* ArticleDialog::buildFields()
{
    auto* page = new QWidget(this);
    page->setFixedWidth(fieldsWidth);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_outlet->setPlaceholderText(tr("Newspaper, agency, ministry"));
    m_byline->setPlaceholderText(tr("Who wrote it"));
    m_date->setPlaceholderText(tr("2024-01-15, 2024-01, 2024"));
    m_address->setPlaceholderText(tr("Where it can be found again"));
    m_language->setPlaceholderText(tr("en, ko, ru"));
    addGrades(*m_grade);
    m_useLanguage->setProperty("link", true);
    form->addRow(tr("&Title:"), m_title);
    form->addRow(tr("&Outlet:"), m_outlet);
    form->addRow(tr("&Byline:"), m_byline);
    form->addRow(tr("&Date:"), m_date);
    addNote(*form, m_dateNote);
    form->addRow(tr("Add&ress:"), m_address);
    form->addRow(tr("&Language:"), m_language);
    auto* language = new QWidget(page);
    auto* row = new QHBoxLayout(language);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_languageNote, 1);
    row->addWidget(m_useLanguage);
    addNote(*form, language);
    m_grade->setToolTip(tr("How reliable its source is"));
    form->addRow(tr("&Grade:"), m_grade);
    return page;
}

void ArticleDialog::wire()
{
    m_reading.setSingleShot(true);
    m_reading.setInterval(pause);
    m_reading.callOnTimeout(this, &ArticleDialog::readText);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_isCompared = false;
        m_isTextMissed = false;
        m_isAwaited = false;
        m_failure.clear();
        m_reading.start();
        showTextNote();
    });
    connect(m_text, &ExactTextBox::textPasted, this, [this](bool isAll) {
        if (isAll)
            clearFilled();
        readText();
    });
    // Once the box is done with what was dropped into it.
    connect(m_text, &ExactTextBox::filesDropped, this, &ArticleDialog::takeFiles,
            Qt::QueuedConnection);
    auto* dropping = new Dropping(*this);
    for (QLineEdit* box : findChildren<QLineEdit*>())
        dropping->watch(*box);
    connect(dropping, &Dropping::dropped, this, &ArticleDialog::takeFiles, Qt::QueuedConnection);
    connect(m_fromFile, &QPushButton::clicked, this, &ArticleDialog::chooseFile);
    connect(m_date, &QLineEdit::textChanged, this, &ArticleDialog::showDate);
    connect(m_language, &QLineEdit::textChanged, this, &ArticleDialog::showLanguage);
    connect(m_useLanguage, &QPushButton::clicked, this, [this] {
        m_language->setText(toQString(m_guess));
        m_language->setFocus();
    });
    // Without it, there is nothing to wait for.
    connect(&m_indexing, &Jobs::failed, this, [this] {
        m_known = std::make_shared<const KnownTexts>();
        compare();
    });
    connect(&m_comparing, &Jobs::failed, this, [this] { takeAlike({}); });
    connect(m_likeness, &LikenessList::articleWanted, this, &ArticleDialog::articleWanted);
    // Enter is a line end in the text.
    acceptByCtrlEnter(this);
}

void ArticleDialog::chooseFile()
{
    takeFile(
        FileDialog::file(this, tr("Take the Text of a File"), tr("Texts (*.txt);;All files (*)")));
}

/// One article at a time.
void ArticleDialog::takeFiles(const QStringList& files)
{
    takeFile(files.value(0));
    if (files.size() < 2 || !m_failure.isEmpty())
        return;
    m_failure = tr("One article at a time: %Ln more file(s) that were dropped were not taken.",
                   nullptr, static_cast<int>(files.size()) - 1);
    showTextNote();
}

void ArticleDialog::takeFile(const QString& file)
{
    const QString question = tr("Take the text of the file in the place of what you have typed?");
    if (file.isEmpty() || !mayLeave(this, isTextTyped(), question))
        return;
    const std::filesystem::path path = toPath(file);
    auto bytes = readFile(path);
    if (!bytes) {
        m_failure =
            tr("%1 cannot be read: %2.").arg(QFileInfo(file).fileName(), toQString(bytes.error()));
        showTextNote();
        return;
    }
    m_text->setBytes(*std::move(bytes), QFileInfo(file).fileName());
    clearFilled();
    const std::filesystem::path beside = std::filesystem::path(path).replace_extension(".json");
    std::error_code error;
    if (beside != path && std::filesystem::exists(beside, error)) {
        if (auto json = readFile(beside)) {
            ArticleWish known = wish();
            takeMetadata(known, *std::move(json));
            fillFrom(known);
        }
    }
    readText();
    m_title->setFocus();
}

std::vector<ArticleDialog::Field> ArticleDialog::fields() const
{
    return {{m_title, &ArticleWish::title},     {m_outlet, &ArticleWish::outlet},
            {m_byline, &ArticleWish::byline},   {m_date, &ArticleWish::published},
            {m_address, &ArticleWish::address}, {m_language, &ArticleWish::language}};
}

void ArticleDialog::fillFrom(const ArticleWish& wish)
{
    m_metadata = wish.metadata;
    for (const auto& [box, value] : fields()) {
        if (box->text().isEmpty())
            m_filled.*value = wish.*value;
        box->setText(toQString(wish.*value));
    }
    if (m_grade->currentIndex() == 0)
        m_filled.reliability = wish.reliability;
    m_grade->setCurrentIndex(std::max(0, m_grade->findData(toQString(wish.reliability))));
}

void ArticleDialog::clearFilled()
{
    m_metadata.reset();
    for (const auto& [box, value] : fields()) {
        if (box->text() == toQString(m_filled.*value))
            box->clear();
    }
    if (m_grade->currentData().toString() == toQString(m_filled.reliability))
        m_grade->setCurrentIndex(0);
    m_filled = {};
}

bool ArticleDialog::isTextTyped() const { return !m_text->isEmpty() && !m_text->isAsGiven(); }

bool ArticleDialog::isFieldTyped() const
{
    return m_grade->currentData().toString() != toQString(m_filled.reliability) ||
           std::ranges::any_of(fields(), [this](const Field& field) {
               return field.box->text() != toQString(m_filled.*(field.value));
           });
}

ArticleWish ArticleDialog::wish() const
{
    return {.text = m_text->bytes(),
            .title = toUtf8(m_title->text()),
            .outlet = toUtf8(m_outlet->text()),
            .byline = toUtf8(m_byline->text()),
            .published = toUtf8(m_date->text()),
            .address = toUtf8(m_address->text()),
            .language = toUtf8(m_language->text()),
            .reliability = toUtf8(m_grade->currentData().toString()),
            .metadata = m_metadata};
}

void ArticleDialog::readText()
{
    m_reading.stop();
    m_bytes = m_text->bytes();
    const QString title = toQString(titleFrom(m_bytes));
    m_title->setPlaceholderText(title.isEmpty() ? tr("The first line of the text") : title);
    m_guess = guessedLanguage(m_bytes);
    showTextNote();
    showLanguage();
    compare();
}

void ArticleDialog::compare()
{
    m_isCompared = false;
    if (!m_known || m_reading.isActive())
        return; // It comes here again.
    m_comparing.run([known = m_known, text = m_bytes](
                        const Progress& progress) { return known->alike(text, progress); },
                    this, [this](const std::vector<Alike>& alike) { takeAlike(alike); });
}

void ArticleDialog::takeAlike(const std::vector<Alike>& alike)
{
    m_isCompared = true;
    m_likeness->show(alike, m_store);
    const bool isHere = !m_likeness->lines().isEmpty();
    m_add->setText(isHere ? tr("Add Anyway") : tr("Add"));
    if (std::exchange(m_isAwaited, false) && !isHere)
        accept();
}

bool ArticleDialog::isComparing() const { return m_reading.isActive() || !m_isCompared; }

void ArticleDialog::say(QLabel* note, const QString& words, bool isTrouble) const
{
    QPalette palette = note->palette();
    palette.setColor(QPalette::WindowText, isTrouble ? m_warning : m_quiet);
    note->setPalette(palette);
    note->setText(words);
}

QString ArticleDialog::troubleWith(WishField field) const
{
    ArticleWish wish = this->wish();
    wish.text = m_bytes;
    for (const WishTrouble& trouble : troublesWith(wish)) {
        if (trouble.field == field)
            return toQString(trouble.words);
    }
    return {};
}

void ArticleDialog::showTextNote()
{
    if (!m_failure.isEmpty())
        return say(m_textNote, m_failure, true);
    if (m_isTextMissed)
        return say(m_textNote, troubleWith(WishField::Text), true);
    if (const std::string notice = noticeOn(m_bytes); !notice.empty())
        return say(m_textNote, toQString(notice), true);
    QString words;
    const QString origin = m_text->origin();
    if (m_text->isAsGiven())
        words = origin.isEmpty() ? tr("As it was pasted, to the byte")
                                 : tr("As in %1, to the byte").arg(origin);
    else if (m_text->wasGiven() && !m_text->isEmpty())
        words = origin.isEmpty() ? tr("Changed here since it was pasted")
                                 : tr("Changed here; not as in %1").arg(origin);
    say(m_textNote, words, false);
}

void ArticleDialog::showDate()
{
    const QString trouble = troubleWith(WishField::Published);
    const std::optional<Edtf> date = parseEdtf(toUtf8(m_date->text().trimmed()));
    say(m_dateNote, date ? toQString(wordsOf(*date)) : trouble, !date);
    m_dateNote->setVisible(!m_dateNote->text().isEmpty());
}

void ArticleDialog::showLanguage()
{
    const std::string typed = toUtf8(m_language->text().trimmed());
    const QString trouble = troubleWith(WishField::Language);
    const bool isProposed = typed.empty() && !m_guess.empty();
    const QString guess = toQString(wordsOfLanguage(m_guess));
    say(m_languageNote,
        isProposed          ? tr("It looks like %1.").arg(guess)
        : trouble.isEmpty() ? toQString(wordsOfLanguage(typed))
                            : trouble,
        !trouble.isEmpty());
    m_useLanguage->setText(tr("Use “%1”").arg(toQString(m_guess)));
    m_useLanguage->setVisible(isProposed);
    m_languageNote->parentWidget()->setVisible(!m_languageNote->text().isEmpty());
}

/// Puts who asks for it to the first of them. @returns whether there are any.
bool ArticleDialog::showTroubles()
{
    const std::vector<WishTrouble> troubles = troublesWith(wish());
    if (troubles.empty())
        return false;
    switch (troubles.front().field) {
    case WishField::Text:
        m_isTextMissed = true;
        showTextNote();
        m_text->setFocus();
        break;
    case WishField::Published:
        m_date->setFocus();
        m_date->selectAll();
        break;
    case WishField::Language:
        m_language->setFocus();
        m_language->selectAll();
        break;
    case WishField::Reliability:
        m_grade->setFocus();
        break;
    }
    return true;
}

void ArticleDialog::accept()
{
    m_isAwaited = false;
    if (showTroubles())
        return;
    if (m_reading.isActive())
        readText();
    if (!m_isCompared) {
        m_isAwaited = true;
        m_add->setText(tr("Comparing…"));
        return;
    }
    Q_EMIT wanted(wish());
}

/// What was typed is nowhere else.
void ArticleDialog::reject()
{
    if (mayLeave(this, isTextTyped() || isFieldTyped()))
        QDialog::reject();
}

QString ArticleDialog::textNote() const { return m_textNote->text(); }

QString ArticleDialog::dateNote() const { return m_dateNote->text(); }

QString ArticleDialog::languageNote() const { return m_languageNote->text(); }

} // namespace entente
