// SPDX-License-Identifier: Apache-2.0
#include "ui/window/keybindings.h"

#include "ui/window/actions.h"

#include <QAction>

#include <array>

namespace entente
{

namespace
{

struct Named
{
    const char* name;
    QAction* Actions::*action;
};

/// In the order in which they are offered.
constexpr std::array named{
    Named{"newProject", &Actions::newProject},
    Named{"openProject", &Actions::openProject},
    Named{"save", &Actions::save},
    Named{"saveAs", &Actions::saveAs},
    Named{"importFolder", &Actions::importFolder},
    Named{"importFiles", &Actions::importFiles},
    Named{"addArticle", &Actions::addArticle},
    Named{"discardUntitled", &Actions::discardUntitled},
    Named{"yourName", &Actions::yourName},
    Named{"preferences", &Actions::preferences},
    Named{"openFolder", &Actions::openFolder},
    Named{"openFiles", &Actions::openFiles},
    Named{"openSample", &Actions::openSample},
    Named{"reload", &Actions::reload},
    Named{"exportImage", &Actions::exportImage},
    Named{"exportImageAgain", &Actions::exportImageAgain},
    Named{"copyImage", &Actions::copyImage},
    Named{"print", &Actions::print},
    Named{"exportData", &Actions::exportData},
    Named{"exportDossier", &Actions::exportDossier},
    Named{"exportBrat", &Actions::exportBrat},
    Named{"quit", &Actions::quit},
    Named{"undo", &Actions::undo},
    Named{"redo", &Actions::redo},
    Named{"find", &Actions::find},
    Named{"findNext", &Actions::findNext},
    Named{"findPrevious", &Actions::findPrevious},
    Named{"palette", &Actions::palette},
    Named{"selectAll", &Actions::selectAll},
    Named{"selectNothing", &Actions::selectNothing},
    Named{"invertSelection", &Actions::invertSelection},
    Named{"selectNeighbours", &Actions::selectNeighbours},
    Named{"goBack", &Actions::goBack},
    Named{"goForward", &Actions::goForward},
    Named{"expand", &Actions::expand},
    Named{"focusOn", &Actions::focusOn},
    Named{"findPath", &Actions::findPath},
    Named{"findPathShown", &Actions::findPathShown},
    Named{"grow", &Actions::grow},
    Named{"shrink", &Actions::shrink},
    Named{"hideSelected", &Actions::hideSelected},
    Named{"hideOthers", &Actions::hideOthers},
    Named{"showAll", &Actions::showAll},
    Named{"annotateText", &Actions::annotateText},
    Named{"addFilter", &Actions::addFilter},
    Named{"matchAny", &Actions::matchAny},
    Named{"clearFilters", &Actions::clearFilters},
    Named{"saveView", &Actions::saveView},
    Named{"layOutAgain", &Actions::layOutAgain},
    Named{"layOutSelected", &Actions::layOutSelected},
    Named{"layOutByTime", &Actions::layOutByTime},
    Named{"keepDraft", &Actions::keepDraft},
    Named{"pin", &Actions::pin},
    Named{"unpin", &Actions::unpin},
    Named{"zoomIn", &Actions::zoomIn},
    Named{"zoomOut", &Actions::zoomOut},
    Named{"fitAll", &Actions::fitAll},
    Named{"fitSelection", &Actions::fitSelection},
    Named{"showLists", &Actions::showLists},
    Named{"showEvidence", &Actions::showEvidence},
    Named{"showHistory", &Actions::showHistory},
    Named{"showTables", &Actions::showTables},
    Named{"showToCheck", &Actions::showToCheck},
    Named{"showProblems", &Actions::showProblems},
    Named{"showLegend", &Actions::showLegend},
    Named{"showMinimap", &Actions::showMinimap},
    Named{"rename", &Actions::rename},
    Named{"outsideIds", &Actions::outsideIds},
    Named{"note", &Actions::note},
    Named{"connectTwo", &Actions::connectTwo},
    Named{"merge", &Actions::merge},
    Named{"takeApart", &Actions::takeApart},
    Named{"help", &Actions::help},
    Named{"keyboard", &Actions::keyboard},
    Named{"about", &Actions::about},
};

} // namespace

KeyBindings::KeyBindings(Actions& actions)
{
    for (const Named& one : named) {
        QAction* action = actions.*one.action;
        m_commands.push_back({QString::fromLatin1(one.name), action, action->shortcuts()});
    }
}

void KeyBindings::apply(const Keys& chosen)
{
    for (const Command& command : m_commands) {
        const auto found = chosen.find(command.name);
        command.action->setShortcuts(found == chosen.end() ? command.first
                                                           : QList<QKeySequence>{found->second});
    }
}

} // namespace entente
