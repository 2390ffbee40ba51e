// SPDX-License-Identifier: Apache-2.0
#include "ui/window/exportcommands.h"

#include "graph/model/graph.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/dialogs/filedialog.h"
#include "ui/panels/pathpanel.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/busybar.h"
#include "ui/window/dataparts.h"
#include "ui/window/dossierchoices.h"
#include "ui/window/imageexportdialog.h"
#include "ui/window/messagebar.h"
#include "ui/window/printdialog.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

namespace entente
{

ExportCommands::ExportCommands(const ExportParts& parts, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_image(parts.workspace, parts.scene)
    , m_brat(parts.workspace, window)
    , m_data(parts.workspace, parts.scene)
    , m_dossier(parts.workspace, parts.scene)
{
    wire(m_image);
    wire(m_printing);
    wire(m_brat);
    wire(m_data);
    wire(m_dossier);
}

template <class Export>
void ExportCommands::follow(Export& work, const QString& words)
{
    connect(&work, &Export::busyChanged, this, [this, words](bool busy) { showBusy(busy, words); });
    connect(&work, &Export::progressed, &m_parts.busy,
            [this](const QString& step, int done, int total) {
                m_parts.busy.progress(BusyBar::Work::Export, step, done, total);
            });
    connect(&work, &Export::failed, this, &ExportCommands::tellOfFailure);
}

void ExportCommands::wire(ImageExport& image)
{
    const Actions& actions = m_parts.actions;
    connect(actions.exportImage, &QAction::triggered, this, &ExportCommands::askForImage);
    connect(actions.exportImageAgain, &QAction::triggered, this, &ExportCommands::saveImageAgain);
    connect(actions.copyImage, &QAction::triggered, this, [this] { copyImage({}); });
    connect(&m_copying, &Jobs::failed, this, &ExportCommands::tellOfFailure);
    follow(image, tr("Writing the image"));
    connect(&image, &ImageExport::written, this, [this](const QString& file) {
        FileDialog::wasSaved(file);
        tellOfSuccess(tr("The image was written to %1.").arg(file));
    });
}

void ExportCommands::wire(Printing& printing)
{
    connect(m_parts.actions.print, &QAction::triggered, this, &ExportCommands::askForPrint);
    follow(printing, tr("Printing"));
    connect(&printing, &Printing::printed, this, [this](const QString& where) {
        tellOfSuccess(tr("The pages went to %1.").arg(where));
    });
}

void ExportCommands::wire(BratFolder& brat)
{
    connect(m_parts.actions.exportBrat, &QAction::triggered, this, [this] {
        m_brat.write(FileDialog::folder(m_window, tr("Export to an Empty Folder")));
    });
    follow(brat, tr("Writing the articles"));
    connect(&brat, &BratFolder::written, this, &ExportCommands::tellOfSuccess);
    connect(&brat, &BratFolder::declined, this, &ExportCommands::abandoned);
}

void ExportCommands::wire(DataExport& data)
{
    connect(m_parts.actions.exportData, &QAction::triggered, this, &ExportCommands::askForData);
    follow(data, tr("Writing the data"));
    connect(&data, &DataExport::written, this, [this](const QString& file) {
        FileDialog::wasSaved(file);
        tellOfSuccess(tr("The data was written to %1.").arg(file));
    });
}

void ExportCommands::wire(DossierExport& dossier)
{
    connect(m_parts.actions.exportDossier, &QAction::triggered, this,
            &ExportCommands::askForDossier);
    follow(dossier, tr("Writing the dossier"));
    connect(&dossier, &DossierExport::written, this, [this](const QString& file) {
        FileDialog::wasSaved(file);
        tellOfSuccess(tr("The dossier was written to %1.").arg(file));
    });
}

QString ExportCommands::stillComing()
{
    return tr("The graph is still being put together. Try again in a moment.");
}

std::set<NodeId> ExportCommands::selectedNodes() const
{
    std::set<NodeId> nodes = m_parts.selection.nodes();
    const KnowledgeGraph& graph = m_parts.scene.graph();
    for (const EdgeId edge : m_parts.selection.edges()) {
        if (graph.edge(edge) != nullptr)
            nodes.insert({graph.source(edge), graph.target(edge)});
    }
    return nodes;
}

ImageExport::Order ExportCommands::imageOrder(const ImageWishes& wishes) const
{
    std::optional<std::set<NodeId>> only;
    if (wishes.part == ImageWishes::Part::Selected)
        only = selectedNodes();
    if (wishes.part == ImageWishes::Part::Visible) {
        const Picture& picture = m_parts.scene.picture();
        only.emplace();
        for (const int index : picture.nodesIn(m_parts.canvas.viewport().visible()))
            only->insert(picture.nodes()[static_cast<std::size_t>(index)].id);
    }
    return m_image.order(wishes, only);
}

bool ExportCommands::isAnyShownSelected() const
{
    return std::ranges::any_of(selectedNodes(),
                               [this](NodeId node) { return m_parts.scene.isShown(node); });
}

void ExportCommands::askForPrint()
{
    if (m_parts.scene.isStale())
        return tellOfFailure(stillComing());
    const QRectF bounds = m_parts.scene.picture().bounds();
    auto* dialog =
        new PrintDialog([this](const ImageWishes& wishes) { return imageOrder(wishes); },
                        isAnyShownSelected(), bounds.width() > bounds.height(), m_window);
    connect(dialog, &PrintDialog::pdfWanted, this,
            [this, dialog] { saveImage(dialog->wishes(), QStringLiteral("pdf")); });
    connect(dialog, &PrintDialog::printWanted, this,
            [this, dialog](const std::shared_ptr<QPrinter>& printer) {
                if (m_parts.scene.isStale())
                    return tellOfFailure(stillComing());
                m_printing.print(printer, imageOrder(dialog->wishes()));
            });
    connect(dialog, &QDialog::rejected, this, &ExportCommands::abandoned);
    dialog->open();
}

void ExportCommands::askForImage()
{
    if (m_parts.scene.isStale())
        return tellOfFailure(stillComing());
    auto* dialog =
        new ImageExportDialog([this](const ImageWishes& wishes) { return imageOrder(wishes); },
                              isAnyShownSelected(), m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { saveImage(dialog->wishes(), dialog->suffix()); });
    connect(dialog, &ImageExportDialog::copyWanted, this,
            [this, dialog] { copyImage(dialog->wishes()); });
    connect(dialog, &QDialog::rejected, this, &ExportCommands::abandoned);
    dialog->open();
}

void ExportCommands::saveImage(const ImageWishes& wishes, const QString& suffix)
{
    QStringList filters = ImageExport::filters();
    QStringList suffixes = ImageExport::suffixes();
    const qsizetype chosen = suffixes.indexOf(suffix);
    filters = {filters[chosen]}; // It was chosen in the dialog.
    suffixes = {suffix};
    const QString file = FileDialog::saveName(
        m_window, tr("Export Image"), m_image.suggestedName() + u'.' + suffix, filters, suffixes);
    if (file.isEmpty())
        return Q_EMIT abandoned();
    if (m_parts.scene.isStale())
        return tellOfFailure(stillComing());
    m_lastImage = {file, wishes};
    m_image.write(file, imageOrder(wishes));
}

/// Into the same file, in the same way, whatever is shown by now.
void ExportCommands::saveImageAgain()
{
    if (!m_lastImage)
        return askForImage();
    if (m_parts.scene.isStale())
        return tellOfFailure(stillComing());
    m_image.write(m_lastImage->file, imageOrder(m_lastImage->wishes));
}

void ExportCommands::copyImage(const ImageWishes& wishes)
{
    if (m_parts.scene.isStale() || m_parts.scene.picture().isEmpty())
        return tellOfFailure(stillComing());
    struct Copied
    {
        QImage image;
        Expected<std::string, QString> svg;
    };
    ImageWishes wanted = wishes;
    wanted.notesBeside = false; // Beside what is on the clipboard there is nothing.
    m_copying.run(
        [order = imageOrder(wanted)](const Progress&) {
            const ImageExport::Order::Made made = order.make();
            return Copied{imageOf(made.picture, order.style, made.options),
                          svgTextOf(made.picture, order.style, made.options)};
        },
        this,
        [this](const Copied& copied) {
            auto* data = new QMimeData;
            data->setImageData(copied.image);
            if (copied.svg)
                data->setData(QStringLiteral("image/svg+xml"),
                              QByteArray::fromStdString(*copied.svg));
            QGuiApplication::clipboard()->setMimeData(data);
            m_parts.message.showNote(tr("The image is on the clipboard, as PNG and as SVG."));
        });
}

void ExportCommands::offer(const PathPanel& path)
{
    m_path = &path;
    connect(&path, &PathPanel::dossierWanted, this, &ExportCommands::askForDossierOfPath);
}

void ExportCommands::askForDossier()
{
    if (m_parts.scene.isStale())
        return tellOfFailure(stillComing());
    offerDossiers(dossierChoices(m_parts.selection, m_parts.scene, m_path, m_dossier), 0);
}

void ExportCommands::askForDossierOfPath()
{
    if (m_parts.scene.isStale())
        return tellOfFailure(stillComing());
    auto choices = dossierChoices(m_parts.selection, m_parts.scene, m_path, m_dossier);
    const std::size_t path = placeOfPath(choices);
    offerDossiers(std::move(choices), path);
}

void ExportCommands::offerDossiers(std::vector<DossierChoice> choices, std::size_t chosen)
{
    if (choices.empty())
        return tellOfFailure(tr("There is nothing to write a dossier of: nothing is shown."));
    auto* dialog = new DossierDialog(std::move(choices), chosen, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { saveDossier(dialog->choice(), dialog->wishes()); });
    connect(dialog, &QDialog::rejected, this, &ExportCommands::abandoned);
    dialog->open();
}

void ExportCommands::saveDossier(const DossierChoice& choice, DossierWishes wishes)
{
    QString name = choice.name;
    name.replace(u'/', u'-');
    const QString file =
        FileDialog::saveName(m_window, tr("Export Dossier"), name + QStringLiteral(".html"),
                             DossierExport::filters(), DossierExport::suffixes());
    if (file.isEmpty())
        return Q_EMIT abandoned();
    if (m_parts.scene.isStale())
        return tellOfFailure(stillComing());
    wishes.title = toUtf8(QFileInfo(file).completeBaseName());
    m_dossier.write(file, wishes);
}

void ExportCommands::askForData()
{
    const SceneKeeper& scene = m_parts.scene;
    if (scene.isStale()) // It is still being found out.
        return tellOfFailure(stillComing());
    auto* dialog = new DataExportDialog(dataParts(scene, m_parts.selection),
                                        !scene.filterWords().empty(), m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        saveData({.graph = dialog->part().graph,
                  .part = dialog->part().words,
                  .format = dialog->format(),
                  .hasMark = dialog->hasMark(),
                  .name = {}});
    });
    connect(dialog, &QDialog::rejected, this, &ExportCommands::abandoned);
    dialog->open();
}

void ExportCommands::saveData(DataWishes wishes)
{
    const DataFormatInfo& info = infoOf(wishes.format);
    const QString suffix = toQString(std::string(info.name));
    const QString view = m_parts.scene.view() == View::Events ? tr("events") : tr("actors");
    const QString name =
        info.table.empty() ? view
                           : QStringLiteral("%1-%2").arg(view, toQString(std::string(info.table)));
    const QString file = FileDialog::saveName(
        m_window, tr("Export Data"), QStringLiteral("%1.%2").arg(name, suffix),
        {QStringLiteral("%1 (*.%2)").arg(toQString(std::string(info.label)), suffix)}, {suffix});
    if (file.isEmpty())
        return Q_EMIT abandoned();
    if (m_parts.scene.isStale()) // It may have become so meanwhile.
        return tellOfFailure(stillComing());
    wishes.name = view;
    m_data.write(file, wishes);
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
    m_printing.cancel();
    m_copying.cancel();
    m_data.cancel();
    m_dossier.cancel();
}

} // namespace entente
