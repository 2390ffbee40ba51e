// SPDX-License-Identifier: Apache-2.0
#include "ui/find/palettemodel.h"

#include "graph/text/fold.h"
#include "ui/panels/nodelistmodel.h"
#include "ui/text/qtext.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace entente
{

namespace
{

QString withoutUnderline(QString words)
{
    words.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    words.remove(QLatin1Char('&'));
    return words.replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

void collect(const QMenu& menu, const QString& name, QList<PaletteCommand>& commands)
{
    for (QAction* action : menu.actions()) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible())
            continue;
        const QString words = withoutUnderline(action->text());
        if (const QMenu* below = action->menu())
            collect(*below, name + QStringLiteral(" › ") + words, commands);
        else
            commands.push_back({action, words, name});
    }
}

QString foldedOf(const QString& words) { return toQString(folded(toUtf8(words))); }

/// All of the words stand in it, each at the beginning of one of its own.
bool fits(const PaletteCommand& command, const QStringList& words)
{
    const QString all =
        QLatin1Char(' ') + foldedOf(command.menu + QLatin1Char(' ') + command.words);
    return std::ranges::all_of(
        words, [&](const QString& word) { return all.contains(QLatin1Char(' ') + word); });
}

} // namespace

QList<PaletteCommand> commandsOf(const QMenuBar& menus)
{
    QList<PaletteCommand> commands;
    for (const QAction* action : menus.actions()) {
        if (const QMenu* menu = action->menu())
            collect(*menu, withoutUnderline(action->text()), commands);
    }
    return commands;
}

PaletteModel::PaletteModel(HitModel& hits, QObject* parent)
    : QAbstractListModel(parent)
    , m_hits(hits)
{
    connect(&hits, &HitModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&hits, &HitModel::modelReset, this, [this] { endResetModel(); });
}

void PaletteModel::narrow(const QList<PaletteCommand>& all, const QString& words)
{
    const QStringList wanted = foldedOf(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    beginResetModel();
    m_commands.clear();
    for (const PaletteCommand& command : all) {
        const bool hasRoom = wanted.isEmpty() || m_commands.size() < commandsAtMost;
        if (hasRoom && fits(command, wanted))
            m_commands.push_back(command);
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_commands.size()) + m_hits.rowCount();
}

QAction* PaletteModel::commandAt(int row) const
{
    return isCommand(row) ? m_commands[row].action.data() : nullptr;
}

const Hit& PaletteModel::hitAt(int row) const
{
    return m_hits.at(row - static_cast<int>(m_commands.size()));
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.row() >= m_commands.size())
        return m_hits.data(m_hits.index(index.row() - static_cast<int>(m_commands.size())), role);
    const PaletteCommand& command = m_commands[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return command.words;
    case NodeListModel::BelowRole:
        return command.menu;
    case NodeListModel::DetailRole:
        return command.action ? command.action->shortcut().toString(QKeySequence::NativeText)
                              : QString();
    case Qt::AccessibleTextRole:
        return tr("%1, command of the menu %2").arg(command.words, command.menu);
    default:
        return {};
    }
}

} // namespace entente
