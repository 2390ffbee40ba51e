// SPDX-License-Identifier: Apache-2.0
#include "ui/window/printing.h"

#include "ui/text/qtext.h"

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>

#include <algorithm>
#include <vector>

namespace entente
{

namespace
{

constexpr double millimetresOfMargin = pageMargin / pixelsAnInch * 25.4;

/// From 0, in the order in which the printer wants them.
std::vector<int> pagesWanted(const QPrinter& printer, int count)
{
    const int first = printer.fromPage() > 0 ? printer.fromPage() : 1;
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), count) : count;
    std::vector<int> pages;
    for (int page = first; page <= last; ++page)
        pages.push_back(page - 1);
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::ranges::reverse(pages);
    return pages;
}

/// A page of notes is never smaller than A5: on smaller paper it is made to fit.
double fitting(QSizeF points, const Paper& paper)
{
    const QSizeF sheet = paper.size * 72 / 25.4;
    return std::min({1.0, sheet.width() / points.width(), sheet.height() / points.height()});
}

} // namespace

Paper paperOf(const QPageLayout& layout)
{
    const QRectF sheet = layout.fullRect(QPageLayout::Millimeter);
    QPageLayout inMillimetres = layout;
    inMillimetres.setUnits(QPageLayout::Millimeter);
    const QMarginsF least = inMillimetres.minimumMargins();
    const auto beyond = [](double margin) { return std::max(0.0, margin - millimetresOfMargin); };
    const QRectF reached = sheet.adjusted(beyond(least.left()), beyond(least.top()),
                                          -beyond(least.right()), -beyond(least.bottom()));
    return {reached.topLeft(), reached.size()};
}

bool hasPrinter() { return !QPrinterInfo::availablePrinterNames().isEmpty(); }

bool printPages(QPrinter& printer, const DocumentPages& pages, const Paper& paper,
                const Progress& progress)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const double dots = printer.resolution();
    bool isFirst = true;
    for (const int page : pagesWanted(printer, pages.count())) {
        if (progress.stopped()) {
            printer.abort();
            return false;
        }
        if (!isFirst && !printer.newPage())
            return false;
        isFirst = false;
        painter.save();
        painter.translate(paper.topLeft * dots / 25.4);
        const double fit = fitting(pages.size(page), paper);
        painter.scale(fit, fit);
        pages.paint(painter, page, dots);
        painter.restore();
    }
    return painter.end() && printer.printerState() != QPrinter::Error;
}

Printing::Printing(QObject* parent)
    : QObject(parent)
{
    connect(&m_jobs, &Jobs::busyChanged, this, &Printing::busyChanged);
    connect(&m_jobs, &Jobs::progressed, this, &Printing::progressed);
    connect(&m_jobs, &Jobs::failed, this, &Printing::failed);
}

void Printing::print(const std::shared_ptr<QPrinter>& printer, ImageExport::Order order)
{
    const QString file = printer->outputFileName();
    const QString where = file.isEmpty() ? printer->printerName() : file;
    printer->setFullPage(true);
    const Paper paper = paperOf(printer->pageLayout());
    order.wishes.options.page = paper.size;
    m_jobs.run(
        [printer, paper, order = std::move(order)](const Progress& progress) {
            const ImageExport::Order::Made made = order.make();
            if (made.picture.isEmpty())
                return false;
            progress.report(toUtf8(tr("Printing")), 0, 0);
            return printPages(*printer, documentOf(made.picture, order.style, made.options), paper,
                              progress);
        },
        this,
        [this, where](bool isDone) {
            if (isDone)
                Q_EMIT printed(where);
            else
                Q_EMIT failed(tr("%1 did not take the pages, so nothing may have been printed. See "
                                 "whether it is switched on and reached, or save a PDF and print "
                                 "that.")
                                  .arg(where));
        });
}

void Printing::cancel() { m_jobs.cancel(); }

} // namespace entente
