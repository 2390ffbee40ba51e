// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    /// A place in a text is to be seen.
    void articleWanted(entente::ArticleId article, const entente::TextSpans& spans);

private:
    void goTo(const ToCheck& item);
    void leave(const ToCheck& item);
    void settle(const ToCheck& item, const QString& because);
    void judge(const ToCheck& item, bool isOne);

    ExploreCommands& m_explore;
    const ExploreParts& m_parts;
    AskBox& m_box;
    CheckPanel* m_panel;
};

} // namespace entente
