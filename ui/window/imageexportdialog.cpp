// SPDX-License-Identifier: Apache-2.0
#include "ui/window/imageexportdialog.h"

#include "ui/paint/pagesizes.h"
#include "ui/panels/choicebox.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

namespace entente
{

namespace
{

const QString group = QStringLiteral("export/image");
const QString naturalSize = QStringLiteral("natural");
const QString pixelSize = QStringLiteral("pixels");

constexpr int pixelsAtMost = 20'000;
constexpr int dotsAtLeast = 36;
constexpr int dotsAtMost = 1200;
constexpr QSize previewSize{520, 460};
constexpr int typingPauseMs = 150;

QString wordsOf(const PageSize& page)
{
    const QString name = QString::fromLatin1(page.name);
    if (name == QLatin1String("slide"))
        return ImageExportDialog::tr("Slide, 16:9");
    return name.endsWith(QLatin1String("-landscape"))
               ? ImageExportDialog::tr("%1 on its side").arg(name.left(2))
               : name;
}

void setData(ChoiceBox* box, const QVariant& data)
{
    if (const int index = box->findData(data); index >= 0)
        box->setCurrentIndex(index);
}

/// Squares, where nothing will be.
QPixmap onSquares(const QImage& image)
{
    constexpr int side = 8;
    QPixmap result(image.size());
    result.fill(Qt::white);
    QPainter painter(&result);
    for (int y = 0; y < image.height(); y += side) {
        for (int x = (y / side % 2) * side; x < image.width(); x += 2 * side)
            painter.fillRect(x, y, side, side, QColor(0xe4, 0xe4, 0xe4));
    }
    painter.drawImage(0, 0, image);
    return result;
}

} // namespace

ImageExportDialog::ImageExportDialog(Orders orders, bool hasSelection, QWidget* parent)
    : QDialog(parent)
    , m_orders(std::move(orders))
    , m_preview(new QLabel(this))
    , m_measure(new QLabel(this))
    , m_format(new ChoiceBox(this))
    , m_part(new ChoiceBox(this))
    , m_size(new ChoiceBox(this))
    , m_width(new QSpinBox(this))
    , m_height(new QSpinBox(this))
    , m_dots(new QSpinBox(this))
    , m_backdrop(new ChoiceBox(this))
    , m_title(new QLineEdit(this))
    , m_legend(new QCheckBox(tr("&Legend"), this))
    , m_caption(new QCheckBox(tr("Ca&ption: what is left out, filters, data"), this))
    , m_citations(new QCheckBox(tr("&Numbered notes, with quotes and sources"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export Image"));
    auto* across = new QHBoxLayout;
    across->setSpacing(20);
    across->addWidget(buildPreview(), 1);
    across->addWidget(buildChoices(hasSelection));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* save = buttons->addButton(tr("Save &As…"), QDialogButtonBox::AcceptRole);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("Puts it on the clipboard, as an image and as SVG"));
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImageExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, &ImageExportDialog::copyWanted);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addLayout(across, 1);
    column->addWidget(buttons);
    restore();
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPauseMs);
    m_soon.callOnTimeout(this, &ImageExportDialog::preview);
    for (ChoiceBox* box : {m_format, m_part, m_size, m_backdrop})
        connect(box, &QComboBox::currentIndexChanged, this, &ImageExportDialog::onChanged);
    for (QSpinBox* box : {m_width, m_height, m_dots})
        connect(box, &QSpinBox::valueChanged, this, &ImageExportDialog::onChanged);
    for (QCheckBox* box : {m_legend, m_caption, m_citations})
        connect(box, &QCheckBox::toggled, this, &ImageExportDialog::onChanged);
    connect(m_title, &QLineEdit::textChanged, this, &ImageExportDialog::onChanged);
    onChanged();
    m_format->setFocus();
}

QWidget* ImageExportDialog::buildPreview()
{
    m_preview->setMinimumSize(previewSize);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_measure->setAlignment(Qt::AlignCenter);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_preview, 1);
    column->addWidget(m_measure);
    return side;
}

QWidget* ImageExportDialog::buildChoices(bool hasSelection)
{
    m_format->addItem(tr("PNG image"), QStringLiteral("png"));
    m_format->addItem(tr("SVG drawing"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF document"), QStringLiteral("pdf"));
    m_part->addItem(tr("All that is shown"), static_cast<int>(ImageWishes::Part::All));
    m_part->addItem(tr("What is in view"), static_cast<int>(ImageWishes::Part::Visible));
    if (hasSelection)
        m_part->addItem(tr("What is selected"), static_cast<int>(ImageWishes::Part::Selected));
    m_size->addItem(tr("As large as it is"), naturalSize);
    m_size->addItem(tr("In pixels"), pixelSize);
    for (const PageSize& page : pageSizes)
        m_size->addItem(wordsOf(page), QString::fromLatin1(page.name));
    for (QSpinBox* side : {m_width, m_height}) {
        side->setRange(1, pixelsAtMost);
        side->setSuffix(tr(" px"));
    }
    m_dots->setRange(dotsAtLeast, dotsAtMost);
    m_dots->setSuffix(tr(" dpi"));
    m_backdrop->addItem(tr("As on the screen"), static_cast<int>(Backdrop::AsDrawn));
    m_backdrop->addItem(tr("White, for paper"), static_cast<int>(Backdrop::White));
    m_backdrop->addItem(tr("None"), static_cast<int>(Backdrop::Transparent));
    m_title->setPlaceholderText(tr("None"));
    auto* choices = new QWidget(this);
    m_form = new QFormLayout(choices);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(12);
    m_form->addRow(tr("&Format:"), m_format);
    m_form->addRow(tr("&What:"), m_part);
    m_form->addRow(tr("&Size:"), m_size);
    m_form->addRow(tr("Wi&dth:"), m_width);
    m_form->addRow(tr("&Height:"), m_height);
    m_form->addRow(tr("&Resolution:"), m_dots);
    m_form->addRow(tr("&Background:"), m_backdrop);
    m_form->addRow(tr("&Title:"), m_title);
    m_form->addRow(QString(), m_legend);
    m_form->addRow(QString(), m_caption);
    m_form->addRow(QString(), m_citations);
    return choices;
}

void ImageExportDialog::restore()
{
    const QSettings settings;
    const auto last = [&](const char* key, const QVariant& usual) {
        return settings.value(group + u'/' + QString::fromLatin1(key), usual);
    };
    setData(m_format, last("format", QStringLiteral("png")));
    setData(m_size, last("size", naturalSize));
    m_width->setValue(last("width", 1600).toInt());
    m_height->setValue(last("height", 1000).toInt());
    m_dots->setValue(last("dots", usualDotsAnInch).toInt());
    setData(m_backdrop, last("backdrop", static_cast<int>(Backdrop::AsDrawn)).toInt());
    m_legend->setChecked(last("legend", true).toBool());
    m_caption->setChecked(last("caption", true).toBool());
    m_citations->setChecked(last("citations", false).toBool());
}

void ImageExportDialog::accept()
{
    QSettings settings;
    settings.beginGroup(group);
    settings.setValue(QStringLiteral("format"), suffix());
    settings.setValue(QStringLiteral("size"), m_size->currentData());
    settings.setValue(QStringLiteral("width"), m_width->value());
    settings.setValue(QStringLiteral("height"), m_height->value());
    settings.setValue(QStringLiteral("dots"), m_dots->value());
    settings.setValue(QStringLiteral("backdrop"), m_backdrop->currentData());
    settings.setValue(QStringLiteral("legend"), m_legend->isChecked());
    settings.setValue(QStringLiteral("caption"), m_caption->isChecked());
    settings.setValue(QStringLiteral("citations"), m_citations->isChecked());
    QDialog::accept();
}

QString ImageExportDialog::suffix() const { return m_format->currentData().toString(); }

QString ImageExportDialog::measure() const { return m_measure->text(); }

ImageWishes ImageExportDialog::wishes() const
{
    ImageWishes wishes;
    wishes.part = static_cast<ImageWishes::Part>(m_part->currentData().toInt());
    ExportOptions& options = wishes.options;
    options.backdrop = static_cast<Backdrop>(m_backdrop->currentData().toInt());
    wishes.asOnScreen = options.backdrop == Backdrop::AsDrawn;
    wishes.caption = m_caption->isChecked();
    wishes.citations = m_citations->isChecked();
    options.legend = m_legend->isChecked();
    options.title = m_title->text().trimmed();
    options.dotsAnInch = m_dots->value();
    const QString size = m_size->currentData().toString();
    if (size == pixelSize)
        options.size = QSize(m_width->value(), m_height->value());
    else if (size != naturalSize)
        options.page = parsePage(size).value_or(QSizeF());
    return wishes;
}

bool ImageExportDialog::isPreviewed() const { return !m_soon.isActive() && !m_jobs.isBusy(); }

void ImageExportDialog::onChanged()
{
    const bool isPng = suffix() == QLatin1String("png");
    // A drawing has no pixels.
    const int inPixels = m_size->findData(pixelSize);
    if (isPng && inPixels < 0)
        m_size->insertItem(1, tr("In pixels"), pixelSize);
    else if (!isPng && inPixels >= 0)
        m_size->removeItem(inPixels);
    const QString size = m_size->currentData().toString();
    for (QWidget* side : {m_width, m_height})
        m_form->setRowVisible(side, size == pixelSize);
    m_form->setRowVisible(m_dots, isPng && size != pixelSize && size != naturalSize);
    m_soon.start();
}

void ImageExportDialog::preview()
{
    struct Previewed
    {
        ExportPreview made;
        QSizeF millimetres;
    };
    const double sharpness = devicePixelRatioF();
    const QSize room = m_preview->size() * sharpness;
    m_jobs.run(
        [order = m_orders(wishes()), room](const Progress&) {
            const ImageExport::Order::Made made = order.make();
            if (made.picture.isEmpty())
                return Previewed{};
            return Previewed{previewOf(made.picture, order.style, made.options, room),
                             made.options.page};
        },
        this,
        [this, sharpness](const Previewed& previewed) {
            const QImage& image = previewed.made.image;
            const QLocale locale;
            if (image.isNull())
                m_measure->setText(tr("There is nothing to be seen of it."));
            else if (suffix() == QLatin1String("png"))
                m_measure->setText(tr("%1 × %2 pixels")
                                       .arg(locale.toString(previewed.made.pixels.width()),
                                            locale.toString(previewed.made.pixels.height())));
            else if (!previewed.millimetres.isEmpty())
                m_measure->setText(tr("%1 × %2 mm")
                                       .arg(locale.toString(previewed.millimetres.width()),
                                            locale.toString(previewed.millimetres.height())));
            else
                m_measure->setText(tr("Sharp at any size"));
            QPixmap shown = image.isNull() ? QPixmap() : onSquares(image);
            shown.setDevicePixelRatio(sharpness);
            m_preview->setPixmap(shown);
        });
}

void ImageExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    m_soon.start();
}

} // namespace entente
