// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/bratfolder.h"
#include "ui/window/dataexport.h"
#include "ui/window/dossierdialog.h"
#include "ui/window/imageexport.h"
#include "ui/window/printing.h"

#include <QObject>

namespace entente
{

class Actions;
class BusyBar;
class GraphCanvas;
class MessageBar;
class PathPanel;
class SceneKeeper;
class Selection;
class Workspace;

/// The parts of the window that writing files out of it works on.
struct ExportParts
{
    const Workspace& workspace;
    const SceneKeeper& scene;
    const Selection& selection;
    const GraphCanvas& canvas;
    Actions& actions;
    BusyBar& busy;
    MessageBar& message;
};

/// The exports of the File menu: asks where to, shows how far it is, says what came of it.
class ExportCommands : public QObject
{
    Q_OBJECT

public:
    ExportCommands(const ExportParts& parts, QWidget* window);

    bool isBusy() const
    {
        return m_image.isBusy() || m_printing.isBusy() || m_brat.isBusy() || m_data.isBusy() ||
               m_dossier.isBusy();
    }
    void cancel();
    /// The panel whose path there can be a dossier of; it lives as long as this.
    void offer(const PathPanel& path);

Q_SIGNALS:
    void busyChanged();
    /// All of it is written.
    void written();
    /// Nothing will be: it failed, was cancelled, or is not wanted any more.
    void abandoned();

private:
    /// Shows how far it is, and why it failed. @param words what is being done.
    template <class Export>
    void follow(Export& work, const QString& words);
    void wire(ImageExport& image);
    void wire(Printing& printing);
    void wire(BratFolder& brat);
    void wire(DataExport& data);
    void wire(DossierExport& dossier);
    static QString stillComing();
    void askForImage();
    bool isAnyShownSelected() const;
    void askForPrint();
    void saveImage(const ImageWishes& wishes, const QString& suffix);
    void saveImageAgain();
    void copyImage(const ImageWishes& wishes);
    ImageExport::Order imageOrder(const ImageWishes& wishes) const;
    std::set<NodeId> selectedNodes() const;
    void askForDossier();
    void askForDossierOfPath();
    void offerDossiers(std::vector<DossierChoice> choices, std::size_t chosen);
    void saveDossier(const DossierChoice& choice, DossierWishes wishes);
    void askForData();
    void saveData(DataWishes wishes);
    void showBusy(bool busy, const QString& words);
    void tellOfSuccess(const QString& words);
    void tellOfFailure(const QString& reason);

    ExportParts m_parts;
    QWidget* m_window;
    ImageExport m_image;
    struct LastImage
    {
        QString file;
        ImageWishes wishes;
    };
    std::optional<LastImage> m_lastImage; ///< That was asked for.
    Jobs m_copying;
    Printing m_printing;
    BratFolder m_brat;
    DataExport m_data;
    DossierExport m_dossier;
    const PathPanel* m_path = nullptr;
};

} // namespace entente
