// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/find/hitmodel.h"

#include <QAbstractListModel>
#include <QList>
#include <QPointer>
#include <QString>

class QAction;
class QMenuBar;

namespace entente
{

/// A command of the menus as the palette names it.
struct PaletteCommand
{
    QPointer<QAction> action;
    QString words; ///< "Lay Out Again"
    QString menu;  ///< "View"
};

/// All commands that can be given now, in the order of the menus, those of submenus under the
/// names of both: "View › Theme".
QList<PaletteCommand> commandsOf(const QMenuBar& menus);

/// Commands, then what a search found, as one list that NodeRowDelegate paints.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Of each command as many as are seen at a glance; the things follow below.
    static constexpr int commandsAtMost = 5;

    explicit PaletteModel(HitModel& hits, QObject* parent = nullptr);

    /// @param words what is typed; all of them stand in a command that fits. Nothing: all commands.
    void narrow(const QList<PaletteCommand>& all, const QString& words);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    bool isCommand(int row) const { return row >= 0 && row < m_commands.size(); }
    /// Null: it is none, or it went with its menu.
    QAction* commandAt(int row) const;
    /// @pre it is no command.
    const Hit& hitAt(int row) const;

private:
    HitModel& m_hits;
    QList<PaletteCommand> m_commands;
};

} // namespace entente
