// SPDX-License-Identifier: Apache-2.0
#include "ui/window/imagechoices.h"

#include "graph/base/resourcefolder.h"
#include "graph/citing/wordings.h"
#include "ui/paint/page.h"
#include "ui/paint/pagesizes.h"
#include "ui/panels/choicebox.h"
#include "ui/text/qtext.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>

#include <utility>

namespace entente
{

namespace
{

const QString naturalSize = QStringLiteral("natural");
const QString pixelSize = QStringLiteral("pixels");
const QString millimetreSize = QStringLiteral("millimetres");
const QString png = QStringLiteral("png");

constexpr int pixelsAtMost = 20'000;
constexpr int pageSideAtLeastMm = 20; // On less, no name can be read.
constexpr int dotsAtLeast = 36;
constexpr int dotsAtMost = 1200;

QString wordsOf(const PageSize& page)
{
    const QString name = QString::fromLatin1(page.name);
    if (name == QLatin1String("slide"))
        return ImageChoices::tr("Slide, 16:9");
    return name.endsWith(QLatin1String("-landscape"))
               ? ImageChoices::tr("%1 on its side").arg(name.section(u'-', 0, 0))
               : name;
}

void setData(ChoiceBox* box, const QVariant& data)
{
    if (const int index = box->findData(data); index >= 0)
        box->setCurrentIndex(index);
}

QString wordsOf(Thousands thousands)
{
    switch (thousands) {
    case Thousands::OfLanguage:
        return ImageChoices::tr("As the language has them");
    case Thousands::Together:
        return QStringLiteral("12345");
    case Thousands::Comma:
        return QStringLiteral("12,345");
    case Thousands::Space:
        return QStringLiteral("12\u00A0345");
    case Thousands::Point:
        return QStringLiteral("12.345");
    }
    return {};
}

/// As large as what is in it, where there is room, and never less wide.
class Frame : public QScrollArea
{
public:
    explicit Frame(QWidget* content)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setWidget(content);
        content->setAutoFillBackground(false);
        viewport()->setAutoFillBackground(false);
    }

    QSize sizeHint() const override
    {
        return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 0);
    }
    QSize minimumSizeHint() const override { return {sizeHint().width(), 0}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry(); // A row has come or gone.
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

ImageChoices::ImageChoices(For what, bool hasSelection, QWidget* parent)
    : QWidget(parent)
    , m_for(what)
    , m_format(new ChoiceBox(this))
    , m_part(new ChoiceBox(this))
    , m_size(new ChoiceBox(this))
    , m_width(new QSpinBox(this))
    , m_height(new QSpinBox(this))
    , m_pixels(sidesRow(m_width, m_height, tr(" px")))
    , m_widthMm(new QSpinBox(this))
    , m_heightMm(new QSpinBox(this))
    , m_millimetres(sidesRow(m_widthMm, m_heightMm, tr(" mm")))
    , m_dots(new QSpinBox(this))
    , m_fit(new ChoiceBox(this))
    , m_names(new ChoiceBox(this))
    , m_backdrop(new ChoiceBox(this))
    , m_title(new QLineEdit(this))
    , m_language(new ChoiceBox(this))
    , m_onLanguage(new QLabel(this))
    , m_numbers(new ChoiceBox(this))
    , m_dayRow(new QWidget(this))
    , m_hasDay(new QCheckBox(tr("As &of"), m_dayRow))
    , m_day(new QDateEdit(QDate::currentDate(), m_dayRow))
    , m_legend(new QCheckBox(tr("&Legend"), this))
    , m_caption(new QCheckBox(tr("Ca&ption: what is left out, filters, data"), this))
    , m_citations(new QCheckBox(tr("&Numbered notes, with quotes and sources"), this))
    , m_notesBeside(new QCheckBox(tr("In files beside it: Markdown, and for &Zotero"), this))
    , m_form(new QFormLayout(this))
{
    fillBoxes(hasSelection);
    fillSizes();
    fillLanguages();
    addRows();
    m_legend->setChecked(true);
    m_caption->setChecked(true);
    connectAll();
    onChanged();
}

void ImageChoices::fillBoxes(bool hasSelection)
{
    m_format->addItem(tr("PNG image"), png);
    m_format->addItem(tr("SVG drawing"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF document"), QStringLiteral("pdf"));
    m_part->addItem(tr("All that is shown"), static_cast<int>(ImageWishes::Part::All));
    m_part->addItem(tr("What is in view"), static_cast<int>(ImageWishes::Part::Visible));
    if (hasSelection)
        m_part->addItem(tr("What is selected"), static_cast<int>(ImageWishes::Part::Selected));
    m_fit->addItem(tr("Whole, as it stands"), false);
    m_fit->addItem(tr("Filled, nodes moved"), true);
    m_fit->setToolTip(tr("Nodes move apart or together until the picture fills the page: in the "
                         "file only, and without changing who stands left of whom or above. "
                         "Nothing is cut off."));
    m_names->addItem(tr("All, however small"), 0.0);
    m_names->addItem(tr("%1 points and more").arg(QLocale().toString(readablePoints)),
                     readablePoints);
    m_names->setToolTip(tr("Names that would be smaller are made larger where there is room, and "
                           "left out where there is none; the caption says how many."));
    m_backdrop->addItem(tr("As on the screen"), static_cast<int>(Backdrop::AsDrawn));
    m_backdrop->addItem(tr("White, for paper"), static_cast<int>(Backdrop::White));
    m_backdrop->addItem(tr("None"), static_cast<int>(Backdrop::Transparent));
    m_title->setPlaceholderText(tr("None"));
    if (m_for == For::Paper) {
        setData(m_format, QStringLiteral("pdf"));
        setData(m_names, readablePoints);
        setData(m_backdrop, static_cast<int>(Backdrop::White));
    }
}

void ImageChoices::fillSizes()
{
    if (m_for == For::File) {
        m_size->addItem(tr("As large as it is"), naturalSize);
        m_size->addItem(tr("In pixels"), pixelSize);
    }
    for (const PageSize& page : pageSizes) {
        if (m_for == For::File || QLatin1String(page.name) != QLatin1String("slide"))
            m_size->addItem(wordsOf(page), QString::fromLatin1(page.name));
    }
    if (m_for == For::File)
        m_size->addItem(tr("In millimetres"), millimetreSize);
    m_size->setMaxVisibleItems(m_size->count());
    for (QSpinBox* side : {m_width, m_height})
        side->setRange(1, pixelsAtMost);
    m_width->setValue(1600);
    m_height->setValue(1000);
    for (QSpinBox* side : {m_widthMm, m_heightMm})
        side->setRange(pageSideAtLeastMm, static_cast<int>(pageSideAtMostMm));
    m_widthMm->setValue(180); // Across the text of an A4 page.
    m_heightMm->setValue(120);
    m_dots->setRange(dotsAtLeast, dotsAtMost);
    m_dots->setSuffix(tr(" dpi"));
    m_dots->setValue(usualDotsAnInch);
}

void ImageChoices::fillLanguages()
{
    for (const WordingLanguage& language : wordingLanguages(resourceFolder()))
        m_language->addItem(toQString(language.name), toQString(language.code));
    for (const Thousands thousands : allThousands)
        m_numbers->addItem(wordsOf(thousands), toQString(nameOf(thousands)));
    m_onLanguage->setTextFormat(Qt::PlainText);
    m_onLanguage->setWordWrap(true);
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setCalendarPopup(true);
    m_day->setAccessibleName(tr("The day as of which the data is said to be"));
    m_hasDay->setToolTip(tr("The day that stands beside the hash of the data; else that of its "
                            "latest article"));
    auto* across = new QHBoxLayout(m_dayRow);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_hasDay);
    across->addWidget(m_day, 1);
}

void ImageChoices::addRows()
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(8); // All of it fits on a screen that is 768 pixels high.
    m_form->addRow(tr("&Format:"), m_format);
    m_form->addRow(tr("&What:"), m_part);
    m_form->addRow(m_for == For::Paper ? tr("Pape&r:") : tr("&Size:"), m_size);
    for (const auto& [row, first] : {std::pair(m_pixels, m_width), {m_millimetres, m_widthMm}}) {
        auto* label = new QLabel(tr("Wi&dth, height:"), this);
        label->setBuddy(first);
        m_form->addRow(label, row);
    }
    m_form->addRow(tr("&Resolution:"), m_dots);
    m_form->addRow(tr("F&it:"), m_fit);
    m_form->addRow(tr("Na&mes:"), m_names);
    m_form->addRow(tr("&Background:"), m_backdrop);
    m_form->addRow(tr("&Title:"), m_title);
    m_form->addRow(tr("Lan&guage:"), m_language);
    m_form->addRow(QString(), m_onLanguage);
    m_form->addRow(tr("N&umbers:"), m_numbers);
    m_form->addRow(tr("Data:"), m_dayRow);
    m_form->addRow(QString(), m_legend);
    m_form->addRow(QString(), m_caption);
    m_form->addRow(QString(), m_citations);
    m_form->addRow(QString(), m_notesBeside);
    m_form->setRowVisible(m_format, m_for == For::File);
    m_form->setRowVisible(m_backdrop, m_for == For::File);
    m_form->setRowVisible(m_notesBeside, m_for == For::File);
}

QWidget* ImageChoices::sidesRow(QSpinBox* width, QSpinBox* height, const QString& unit)
{
    auto* row = new QWidget(this);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(width, 1);
    across->addWidget(new QLabel(QStringLiteral("×"), row));
    across->addWidget(height, 1);
    width->setAccessibleName(tr("Width"));
    height->setAccessibleName(tr("Height"));
    for (QSpinBox* side : {width, height})
        side->setSuffix(unit);
    return row;
}

QWidget* ImageChoices::inFrame() { return new Frame(this); }

void ImageChoices::addOnTop(const QString& label, QWidget* row, QWidget* buddy)
{
    auto* words = new QLabel(label, this);
    words->setBuddy(buddy);
    m_form->insertRow(0, words, row);
}

void ImageChoices::connectAll()
{
    for (ChoiceBox* box :
         {m_format, m_part, m_size, m_fit, m_names, m_backdrop, m_language, m_numbers})
        connect(box, &QComboBox::currentIndexChanged, this, &ImageChoices::onChanged);
    for (QSpinBox* box : {m_width, m_height, m_widthMm, m_heightMm, m_dots})
        connect(box, &QSpinBox::valueChanged, this, &ImageChoices::onChanged);
    for (QCheckBox* box : {m_hasDay, m_legend, m_caption, m_citations, m_notesBeside})
        connect(box, &QCheckBox::toggled, this, &ImageChoices::onChanged);
    connect(m_day, &QDateEdit::dateChanged, this, &ImageChoices::onChanged);
    connect(m_title, &QLineEdit::textChanged, this, &ImageChoices::onChanged);
}

QVariantMap ImageChoices::values() const
{
    return {{QStringLiteral("format"), suffix()},
            {QStringLiteral("size"), m_size->currentData()},
            {QStringLiteral("width"), m_width->value()},
            {QStringLiteral("height"), m_height->value()},
            {QStringLiteral("widthMm"), m_widthMm->value()},
            {QStringLiteral("heightMm"), m_heightMm->value()},
            {QStringLiteral("dots"), m_dots->value()},
            {QStringLiteral("fill"), m_fit->currentData()},
            {QStringLiteral("names"), m_names->currentData()},
            {QStringLiteral("backdrop"), m_backdrop->currentData()},
            {QStringLiteral("language"), m_language->currentData()},
            {QStringLiteral("numbers"), m_numbers->currentData()},
            {QStringLiteral("legend"), m_legend->isChecked()},
            {QStringLiteral("caption"), m_caption->isChecked()},
            {QStringLiteral("citations"), m_citations->isChecked()},
            {QStringLiteral("notesBeside"), m_notesBeside->isChecked()}};
}

void ImageChoices::setValues(const QVariantMap& values)
{
    const auto value = [&](const char* key) { return values.value(QString::fromLatin1(key)); };
    if (m_for == For::File && values.contains(QStringLiteral("format"))) {
        setData(m_format, value("format").toString());
        setData(m_backdrop, value("backdrop").toInt());
    }
    setData(m_size, value("size").toString());
    if (values.contains(QStringLiteral("width"))) {
        m_width->setValue(value("width").toInt());
        m_height->setValue(value("height").toInt());
        m_dots->setValue(value("dots").toInt());
    }
    if (values.contains(QStringLiteral("widthMm"))) {
        m_widthMm->setValue(value("widthMm").toInt());
        m_heightMm->setValue(value("heightMm").toInt());
    }
    if (values.contains(QStringLiteral("fill"))) {
        setData(m_fit, value("fill").toBool());
        setData(m_names, value("names").toDouble());
        setData(m_language, value("language").toString());
        setData(m_numbers, value("numbers").toString());
    }
    if (values.contains(QStringLiteral("legend"))) {
        m_legend->setChecked(value("legend").toBool());
        m_caption->setChecked(value("caption").toBool());
        m_citations->setChecked(value("citations").toBool());
        m_notesBeside->setChecked(value("notesBeside").toBool());
    }
}

void ImageChoices::setPage(const QString& name) { setData(m_size, name); }

QString ImageChoices::suffix() const { return m_format->currentData().toString(); }

bool ImageChoices::isOnPage() const
{
    const QString size = m_size->currentData().toString();
    return size != naturalSize && size != pixelSize;
}

/// English where the language's file cannot be read, which is said.
Wording ImageChoices::wording() const
{
    const Thousands thousands =
        parseThousands(toUtf8(m_numbers->currentData().toString())).value_or(Thousands::OfLanguage);
    const auto wording =
        wordingOf(toUtf8(m_language->currentData().toString()), thousands, resourceFolder());
    return wording ? *wording : Wording(thousands);
}

ImageWishes ImageChoices::wishes() const
{
    ImageWishes wishes;
    wishes.part = static_cast<ImageWishes::Part>(m_part->currentData().toInt());
    ExportOptions& options = wishes.options;
    options.backdrop = static_cast<Backdrop>(m_backdrop->currentData().toInt());
    wishes.asOnScreen = options.backdrop == Backdrop::AsDrawn;
    wishes.caption = m_caption->isChecked();
    wishes.citations = m_citations->isChecked();
    wishes.notesBeside = m_for == For::File && wishes.citations && m_notesBeside->isChecked();
    wishes.wording = wording();
    if (m_hasDay->isChecked())
        wishes.day = parseEdtf(toUtf8(m_day->date().toString(Qt::ISODate)));
    options.legend = m_legend->isChecked();
    options.title = m_title->text().trimmed();
    options.dotsAnInch = m_dots->value();
    const QString size = m_size->currentData().toString();
    if (size == pixelSize)
        options.size = QSize(m_width->value(), m_height->value());
    else if (size == millimetreSize)
        options.page = QSizeF(m_widthMm->value(), m_heightMm->value());
    else if (size != naturalSize)
        options.page = parsePage(size).value_or(QSizeF());
    options.fill = size != naturalSize && m_fit->currentData().toBool();
    options.leastPoints = isOnPage() ? m_names->currentData().toDouble() : 0;
    return wishes;
}

/// A drawing has no pixels.
void ImageChoices::offerPixels(bool isPng)
{
    const int inPixels = m_size->findData(pixelSize);
    if (isPng && inPixels < 0)
        m_size->insertItem(1, tr("In pixels"), pixelSize);
    else if (!isPng && inPixels >= 0)
        m_size->removeItem(inPixels);
}

void ImageChoices::onChanged()
{
    const bool isPng = suffix() == png;
    if (m_for == For::File)
        offerPixels(isPng);
    const QString size = m_size->currentData().toString();
    m_form->setRowVisible(m_pixels, size == pixelSize);
    m_form->setRowVisible(m_millimetres, size == millimetreSize);
    m_form->setRowVisible(m_dots, isPng && isOnPage());
    m_form->setRowVisible(m_fit, size != naturalSize);
    m_form->setRowVisible(m_names, isOnPage() && suffix() != QLatin1String("svg"));
    m_day->setEnabled(m_hasDay->isChecked());
    m_notesBeside->setEnabled(m_citations->isChecked());
    const std::string language = toUtf8(m_language->currentData().toString());
    QString onLanguage;
    if (const auto wording = wordingOf(language, Thousands::OfLanguage, resourceFolder()); !wording)
        onLanguage = toQString(wording.error());
    else if (language != "en")
        onLanguage = tr("Names, titles of meetings and notes stay as they are.");
    m_onLanguage->setText(onLanguage);
    m_form->setRowVisible(m_onLanguage, !onLanguage.isEmpty());
    Q_EMIT changed();
}

} // namespace entente
