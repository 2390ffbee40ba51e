// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/jobs.h"
#include "ui/paint/documentpages.h"
#include "ui/window/imageexport.h"

#include <QObject>
#include <QPageLayout>
#include <QPointF>
#include <QSizeF>

#include <memory>

class QPagedPaintDevice;
class QPrinter;

namespace entente
{

/// The part of a sheet that a page of ours is made for, in millimetres: all of it, but where a
/// printer reaches less far than our margins.
struct Paper
{
    QPointF topLeft;
    QSizeF size;
};
Paper paperOf(const QPageLayout& layout);

/// Whether there is any printer.
bool hasPrinter();

/// The pages, one a sheet, on a printer or on its preview. @pre they are made for this paper, which
/// has no margins: QPrinter::setFullPage(). @returns false when it could not be printed.
bool printPages(QPrinter& printer, const DocumentPages& pages, const Paper& paper,
                const Progress& progress);

/// Sends the picture that is on screen to a printer, off the UI thread.
class Printing : public QObject
{
    Q_OBJECT

public:
    explicit Printing(QObject* parent = nullptr);

    /// On the paper that the printer is set to.
    void print(const std::shared_ptr<QPrinter>& printer, ImageExport::Order order);
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    /// @param where the name of a printer, or of a file.
    void printed(const QString& where);
    void failed(const QString& reason);

private:
    Jobs m_jobs;
};

} // namespace entente
