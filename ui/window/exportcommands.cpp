// SPDX-License-Identifier: Apache-2.0
#include "ui/window/exportcommands.h"

#include "ui/dialogs/filedialog.h"
#include "ui/window/actions.h"
#include "ui/window/busybar.h"
#include "ui/window/messagebar.h"

namespace entente
{

ExportCommands::ExportCommands(const ExportParts& parts, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_image(parts.scene)
    , m_brat(parts.workspace, window)
{
    wire(m_image);
    wire(m_brat);
}

void ExportCommands::wire(ImageExport& image)
{
    connect(m_parts.actions.exportImage, &QAction::triggered, this, [this] {
        m_image.write(FileDialog::saveName(m_window, tr("Export Image"), m_image.suggestedName(),
                                           ImageExport::filters(), ImageExport::suffixes()));
    });
    connect(&image, &ImageExport::busyChanged, this,
            [this](bool busy) { showBusy(busy, tr("Writing the image")); });
    connect(&image, &ImageExport::progressed, &m_parts.busy,
            [this](const QString& words, int done, int total) {
                m_parts.busy.progress(BusyBar::Work::Export, words, done, total);
            });
    connect(&image, &ImageExport::written, this, [this](const QString& file) {
        FileDialog::wasSaved(file);
        tellOfSuccess(tr("The image was written to %1.").arg(file));
    });
    connect(&image, &ImageExport::failed, this, &ExportCommands::tellOfFailure);
}

void ExportCommands::wire(BratFolder& brat)
{
    connect(m_parts.actions.exportBrat, &QAction::triggered, this, [this] {
        m_brat.write(FileDialog::folder(m_window, tr("Export to an Empty Folder")));
    });
    connect(&brat, &BratFolder::busyChanged, this,
            [this](bool busy) { showBusy(busy, tr("Writing the articles")); });
    connect(&brat, &BratFolder::progressed, &m_parts.busy,
            [this](const QString& words, int done, int total) {
                m_parts.busy.progress(BusyBar::Work::Export, words, done, total);
            });
    connect(&brat, &BratFolder::written, this, &ExportCommands::tellOfSuccess);
    connect(&brat, &BratFolder::failed, this, &ExportCommands::tellOfFailure);
    connect(&brat, &BratFolder::declined, this, &ExportCommands::abandoned);
}

void ExportCommands::showBusy(bool busy, const QString& words)
{
    if (busy)
        m_parts.busy.begin(BusyBar::Work::Export, words);
    else
        m_parts.busy.end(BusyBar::Work::Export);
    Q_EMIT busyChanged();
}

void ExportCommands::tellOfSuccess(const QString& words)
{
    m_parts.message.showNote(words);
    Q_EMIT written();
}

void ExportCommands::tellOfFailure(const QString& reason)
{
    Q_EMIT abandoned();
    m_parts.message.showError(reason);
}

void ExportCommands::cancel()
{
    Q_EMIT abandoned();
    m_brat.cancel();
    m_image.cancel();
}

} // namespace entente
