// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"
#include "ui/byhand/checkpanel.h"

#include <QObject>

class QSplitter;

namespace entente
{

class AskBox;
class ExploreCommands;
struct ExploreParts;

/// The list of what is to be checked, below the graph, wired to the rest of the window: each item
/// leads to its place, is put right, or is left as it is with a reason.
class CheckCommands : public QObject
{
    Q_OBJECT

public:
    /// @param below where the list comes, under its first part.
    CheckCommands(ExploreCommands& explore, AskBox& box, QSplitter& below, QObject* parent);

    CheckPanel& panel() { return *m_panel; }
    bool isBusy() const { return m_panel->isBusy(); }

Q_SIGNALS:
    /// What is selected is to be read.
    void evidenceWanted();
    /// A place in a text is to be seen.
    void articleWanted(entente::ArticleId article, const entente::TextSpans& spans);

private:
    void leaveRoom();
    void goTo(const ToCheck& item);
    void leave(const ToCheck& item);
    void settle(const ToCheck& item, const QString& because);
    void mend(const ToCheck& item);
    void part(const ToCheck& item);
    void findWords(const ToCheck& item);
    void reject(const ToCheck& item);
    void setDate(const ToCheck& item);
    void confirmPlace(const ToCheck& item);
    HandBase base() const;
    /// Does it, or says why not.
    void perform(const Expected<Together, std::string>& edit, const QString& words);

    ExploreCommands& m_explore;
    const ExploreParts& m_parts;
    AskBox& m_box;
    QSplitter& m_below;
    CheckPanel* m_panel;
};

} // namespace entente
