// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <map>
#include <vector>

class QAction;

namespace entente
{

class Actions;

/// The keys of the window's commands: those that they come with, and those that a person has chosen
/// instead. Commands go by names that stay the same in every language and version.
class KeyBindings
{
public:
    using Keys = std::map<QString, QKeySequence>;

    struct Command
    {
        QString name; ///< As in settings: "fitAll".
        QAction* action = nullptr;
        QList<QKeySequence> first; ///< That it came with.
    };

    explicit KeyBindings(Actions& actions);

    const std::vector<Command>& commands() const { return m_commands; }
    /// In place of those that these commands came with; an empty one: none. All others get theirs
    /// back.
    void apply(const Keys& chosen);

private:
    std::vector<Command> m_commands;
};

} // namespace entente
