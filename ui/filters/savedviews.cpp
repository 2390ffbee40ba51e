// SPDX-License-Identifier: Apache-2.0
#include "ui/filters/savedviews.h"

#include "ui/text/qtext.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/glancejson.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <QInputDialog>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr int dialogWidth = 380; // Its title has room beside the window's buttons.

} // namespace

SavedViews::SavedViews(Workspace& workspace, SceneKeeper& scene, Explorer& explorer,
                       MessageBar& message, QAction& save, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_scene(scene)
    , m_explorer(explorer)
    , m_message(message)
    , m_save(save)
    , m_window(window)
    , m_menu(tr("Saved &Views"))
    , m_remove(tr("&Remove"))
{
    connect(&save, &QAction::triggered, this, &SavedViews::askForName);
    connect(&workspace, &Workspace::opened, this, &SavedViews::fill);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (!change.views.empty())
            fill();
    });
    fill();
}

void SavedViews::askForName()
{
    auto* dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save View"));
    dialog->setLabelText(tr("What this view is called:"));
    dialog->resize(dialogWidth, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, &SavedViews::saveAs);
    dialog->open();
}

void SavedViews::saveAs(const QString& name)
{
    const std::string called = toUtf8(name.trimmed());
    if (called.empty())
        return;
    SavedView view{ViewId(randomUuid()), called, stateOf(m_scene.glance())};
    for (const auto& [id, known] : m_workspace.store().views()) {
        if (known.name == called)
            view.id = id;
    }
    if (m_workspace.perform(PutView{std::move(view)}))
        m_message.showNote(tr("This view is kept as “%1”.").arg(visibleForm(name.trimmed())));
}

void SavedViews::fill()
{
    m_menu.clear();
    for (QAction* old : m_remove.actions()) { // One of them may be what is being done.
        m_remove.removeAction(old);
        old->deleteLater();
    }
    m_menu.addAction(&m_save);
    std::vector<std::pair<QString, ViewId>> views;
    for (const auto& [id, view] : m_workspace.store().views())
        views.emplace_back(visibleForm(toQString(view.name)), id);
    if (views.empty())
        return;
    std::ranges::sort(views, [](const auto& a, const auto& b) {
        return QString::localeAwareCompare(a.first, b.first) < 0;
    });
    m_menu.addSeparator();
    for (const auto& [name, id] : views)
        m_menu.addAction(withoutMnemonic(name), this, [this, id = id] { recall(id); });
    m_menu.addSeparator();
    m_menu.addMenu(&m_remove);
    for (const auto& [name, id] : views)
        m_remove.addAction(withoutMnemonic(name), this,
                           [this, id = id] { m_workspace.perform(RemoveView{id}); });
}

void SavedViews::recall(ViewId id)
{
    const auto found = m_workspace.store().views().find(id);
    if (found == m_workspace.store().views().end())
        return;
    const Expected<Glance, std::string> glance = glanceFrom(found->second.state);
    if (!glance) {
        m_message.showError(
            tr("The view “%1” cannot be shown: %2.")
                .arg(visibleForm(toQString(found->second.name)), toQString(glance.error())));
        return;
    }
    m_explorer.recall(*glance);
}

} // namespace entente
