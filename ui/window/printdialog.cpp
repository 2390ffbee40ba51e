// SPDX-License-Identifier: Apache-2.0
#include "ui/window/printdialog.h"

#include "ui/paint/page.h"
#include "ui/paint/pagesizes.h"
#include "ui/window/imagechoices.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPageSize>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace entente
{

namespace
{

const QString group = QStringLiteral("print");
constexpr QSize previewAtLeast{520, 340};
constexpr QSize usualSize{920, 640};
constexpr int typingPauseMs = 150;

/// What the printer has in its tray, else what the place writes letters on.
QString usualPage(bool isWide)
{
    const QPrinterInfo printer = QPrinterInfo::defaultPrinter();
    const bool isMetric = QLocale().measurementSystem() == QLocale::MetricSystem;
    const QPageSize size = printer.isNull()
                               ? QPageSize(isMetric ? QPageSize::A4 : QPageSize::Letter)
                               : printer.defaultPageSize();
    const QSizeF paper = size.size(QPageSize::Millimeter);
    for (const PageSize& page : pageSizes) {
        const bool isIt = std::abs(page.widthMm - paper.width()) < 1 &&
                          std::abs(page.heightMm - paper.height()) < 1;
        if (isIt)
            return QString::fromLatin1(page.name) %
                   (isWide ? QLatin1String("-landscape") : QLatin1String());
    }
    return isWide ? QStringLiteral("A4-landscape") : QStringLiteral("A4");
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

QToolButton* makeButton(const QString& words, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(words);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setProperty("quiet", true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

PrintDialog::PrintDialog(Orders orders, bool hasSelection, bool isWide, QWidget* parent)
    : QDialog(parent)
    , m_orders(std::move(orders))
    , m_shownOn(std::make_unique<QPrinter>(QPrinter::HighResolution))
    , m_preview(new QPrintPreviewWidget(m_shownOn.get(), this))
    , m_back(makeButton(tr("‹"), tr("The page before"), this))
    , m_forward(makeButton(tr("›"), tr("The next page"), this))
    , m_page(new QLabel(this))
    , m_said(new QLabel(this))
    , m_choices(new ImageChoices(ImageChoices::For::Paper, hasSelection, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Print"));
    auto* across = new QHBoxLayout;
    across->setSpacing(20);
    across->addWidget(buildPreview(), 1);
    across->addWidget(m_choices->inFrame());
    auto* column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addLayout(across, 1);
    column->addWidget(buildButtons());
    resize(usualSize);
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPauseMs);
    m_soon.callOnTimeout(this, &PrintDialog::preview);
    m_choices->setPage(usualPage(isWide));
    m_choices->setValues(lastValues());
    connect(m_choices, &ImageChoices::changed, this, &PrintDialog::onChanged);
    onChanged();
}

PrintDialog::~PrintDialog()
{
    delete m_preview; // It looks at the printer, which is gone before the children are.
}

QWidget* PrintDialog::buildPreview()
{
    m_preview->setMinimumSize(previewAtLeast);
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setViewMode(QPrintPreviewWidget::SinglePageView);
    m_preview->setZoomMode(QPrintPreviewWidget::FitInView);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this, [this](QPrinter* printer) {
        printPages(*printer, m_pages, paperOf(printer->pageLayout()), {});
    });
    connect(m_preview, &QPrintPreviewWidget::previewChanged, this, &PrintDialog::showPage);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setAlignment(Qt::AlignCenter);
    auto* area = new QWidget(this);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_preview, 1);
    column->addWidget(buildTurning());
    column->addWidget(m_said);
    return area;
}

QWidget* PrintDialog::buildTurning()
{
    auto* larger = makeButton(tr("+"), tr("Larger"), this);
    auto* smaller = makeButton(tr("−"), tr("Smaller"), this);
    auto* whole = makeButton(tr("Whole Page"), tr("The whole page"), this);
    connect(larger, &QToolButton::clicked, m_preview, [this] { m_preview->zoomIn(1.25); });
    connect(smaller, &QToolButton::clicked, m_preview, [this] { m_preview->zoomOut(1.25); });
    connect(whole, &QToolButton::clicked, m_preview, &QPrintPreviewWidget::fitInView);
    connect(m_back, &QToolButton::clicked, this,
            [this] { m_preview->setCurrentPage(m_preview->currentPage() - 1); });
    connect(m_forward, &QToolButton::clicked, this,
            [this] { m_preview->setCurrentPage(m_preview->currentPage() + 1); });
    auto* row = new QWidget(this);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // What is said below grows.
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->addStretch(1);
    for (QWidget* part : {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_page),
                          static_cast<QWidget*>(m_forward), static_cast<QWidget*>(smaller),
                          static_cast<QWidget*>(whole), static_cast<QWidget*>(larger)})
        across->addWidget(part);
    across->addStretch(1);
    return row;
}

QWidget* PrintDialog::buildButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_print = buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    auto* pdf = buttons->addButton(tr("Save as PD&F…"), QDialogButtonBox::ActionRole);
    m_print->setEnabled(hasPrinter());
    (hasPrinter() ? m_print : pdf)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_print, &QPushButton::clicked, this, &PrintDialog::askForPrinter);
    connect(pdf, &QPushButton::clicked, this, [this] {
        remember();
        Q_EMIT pdfWanted();
        accept();
    });
    return buttons;
}

ImageWishes PrintDialog::wishes() const { return m_choices->wishes(); }

bool PrintDialog::isPreviewed() const { return !m_soon.isActive() && !m_jobs.isBusy(); }

QString PrintDialog::said() const { return m_said->text(); }

void PrintDialog::onChanged() { m_soon.start(); }

/// Without margins: ours are within the page.
QPageLayout PrintDialog::layoutWanted() const
{
    const QSizeF page = wishes().options.page;
    const bool isWide = page.width() > page.height();
    return {QPageSize(isWide ? page.transposed() : page, QPageSize::Millimeter, {},
                      QPageSize::FuzzyMatch),
            isWide ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()};
}

void PrintDialog::preview()
{
    m_jobs.run(
        [order = m_orders(wishes())](const Progress&) {
            const ImageExport::Order::Made made = order.make();
            if (made.picture.isEmpty())
                return std::pair(DocumentPages(), QString());
            return std::pair(
                documentOf(made.picture, order.style, made.options),
                smallNamesWords(made.picture, order.style, made.options, Medium::Document));
        },
        this,
        [this](const std::pair<DocumentPages, QString>& made) { take(made.first, made.second); });
}

void PrintDialog::take(const DocumentPages& pages, const QString& smallNames)
{
    m_pages = pages;
    m_shownOn->setPageLayout(layoutWanted());
    m_shownOn->setFullPage(true);
    QStringList words;
    if (pages.count() == 0)
        words << tr("There is nothing to be seen of it.");
    else if (!smallNames.isEmpty())
        words << smallNames;
    if (!hasPrinter())
        words << tr("No printer is set up on this computer. Save it as a PDF, and print that "
                    "wherever there is one.");
    m_said->setText(words.join(u'\n'));
    m_said->setVisible(!words.isEmpty());
    m_print->setEnabled(hasPrinter() && pages.count() > 0);
    m_preview->updatePreview();
    showPage();
}

void PrintDialog::showPage()
{
    const int page = m_preview->currentPage();
    m_page->setText(tr("%1 of %2").arg(page).arg(std::max(1, m_pages.count())));
    m_back->setEnabled(page > 1);
    m_forward->setEnabled(page < m_pages.count());
}

/// The system's own dialog chooses printer, copies and sheets; its paper is what counts.
void PrintDialog::askForPrinter()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(layoutWanted());
    printer->setFullPage(true);
    printer->setDocName(windowTitle());
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, m_pages.count());
    dialog->setOption(QAbstractPrintDialog::PrintToFile);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        remember();
        Q_EMIT printWanted(printer);
        accept();
    });
    dialog->open();
}

void PrintDialog::remember() const
{
    QSettings settings;
    settings.beginGroup(group);
    const QVariantMap values = m_choices->values();
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        settings.setValue(it.key(), it.value());
}

} // namespace entente
