// SPDX-License-Identifier: Apache-2.0
#include "ui/window/imageexportdialog.h"

#include "ui/paint/page.h"
#include "ui/window/imagechoices.h"
#include "ui/window/presetbar.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

namespace entente
{

namespace
{

const QString group = QStringLiteral("export/image");

constexpr QSize previewSize{520, 460};
constexpr QSize usualSize{940, 740};
constexpr int typingPauseMs = 150;

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

QVariantMap lastValues()
{
    QSettings settings;
    settings.beginGroup(group);
    QVariantMap values;
    for (const QString& key : settings.childKeys())
        values.insert(key, settings.value(key));
    return values;
}

} // namespace

ImageExportDialog::ImageExportDialog(Orders orders, bool hasSelection, QWidget* parent)
    : QDialog(parent)
    , m_orders(std::move(orders))
    , m_preview(new QLabel(this))
    , m_measure(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_choices(new ImageChoices(ImageChoices::For::File, hasSelection, this))
    , m_presets(new PresetBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export Image"));
    auto* across = new QHBoxLayout;
    across->setSpacing(20);
    across->addWidget(buildPreview(), 1);
    across->addWidget(buildChoices());
    auto* column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addLayout(across, 1);
    column->addWidget(buildButtons());
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPauseMs);
    m_soon.callOnTimeout(this, &ImageExportDialog::preview);
    m_choices->setValues(lastValues());
    connect(m_choices, &ImageChoices::changed, this, &ImageExportDialog::onChanged);
    connect(m_presets, &PresetBar::chosen, m_choices, &ImageChoices::setValues);
    onChanged();
    resize(usualSize.boundedTo(screen()->availableSize() - QSize(20, 60))); // With its title bar.
}

QWidget* ImageExportDialog::buildPreview()
{
    m_preview->setMinimumSize(previewSize);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_measure->setAlignment(Qt::AlignCenter);
    m_warning->setAlignment(Qt::AlignCenter);
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    m_warning->hide();
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_preview, 1);
    column->addWidget(m_measure);
    column->addWidget(m_warning);
    return side;
}

QWidget* ImageExportDialog::buildChoices()
{
    m_choices->addOnTop(tr("Pr&eset:"), m_presets, m_presets->box());
    return m_choices->inFrame();
}

QWidget* ImageExportDialog::buildButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* save = buttons->addButton(tr("Save &As…"), QDialogButtonBox::AcceptRole);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("Puts it on the clipboard, as an image and as SVG"));
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImageExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, &ImageExportDialog::copyWanted);
    return buttons;
}

void ImageExportDialog::accept()
{
    QSettings settings;
    settings.beginGroup(group);
    const QVariantMap values = m_choices->values();
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        settings.setValue(it.key(), it.value());
    QDialog::accept();
}

ImageWishes ImageExportDialog::wishes() const { return m_choices->wishes(); }

QString ImageExportDialog::suffix() const { return m_choices->suffix(); }

QString ImageExportDialog::measure() const { return m_measure->text(); }

QString ImageExportDialog::warning() const { return m_warning->text(); }

bool ImageExportDialog::isPreviewed() const { return !m_soon.isActive() && !m_jobs.isBusy(); }

void ImageExportDialog::onChanged()
{
    m_presets->setValues(m_choices->values());
    m_soon.start();
}

void ImageExportDialog::preview()
{
    const double sharpness = devicePixelRatioF();
    const QSize room = m_preview->size() * sharpness;
    const Medium medium = mediumOf(u'.' + suffix());
    m_jobs.run(
        [order = m_orders(wishes()), room, medium](const Progress&) {
            const ImageExport::Order::Made made = order.make();
            if (made.picture.isEmpty())
                return Previewed{};
            return Previewed{previewOf(made.picture, order.style, made.options, medium, room),
                             made.options.page};
        },
        this, [this, sharpness](const Previewed& previewed) { take(previewed, sharpness); });
}

QString ImageExportDialog::measureOf(const Previewed& previewed) const
{
    const QLocale locale;
    if (previewed.made.image.isNull())
        return tr("There is nothing to be seen of it.");
    if (suffix() == QLatin1String("png"))
        return tr("%1 × %2 pixels")
            .arg(locale.toString(previewed.made.pixels.width()),
                 locale.toString(previewed.made.pixels.height()));
    if (!previewed.millimetres.isEmpty())
        return tr("%1 × %2 mm")
            .arg(locale.toString(previewed.millimetres.width()),
                 locale.toString(previewed.millimetres.height()));
    return tr("Sharp at any size");
}

void ImageExportDialog::take(const Previewed& previewed, double sharpness)
{
    const QImage& image = previewed.made.image;
    m_measure->setText(measureOf(previewed));
    m_warning->setText(previewed.made.smallNames);
    m_warning->setVisible(!previewed.made.smallNames.isEmpty());
    QPixmap shown = image.isNull() ? QPixmap() : onSquares(image);
    shown.setDevicePixelRatio(sharpness);
    m_preview->setPixmap(shown);
}

void ImageExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    m_soon.start();
}

} // namespace entente
