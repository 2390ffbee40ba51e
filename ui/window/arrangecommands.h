// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/explorecommands.h"

namespace entente
{

/// The commands that place nodes by hand or by a layout, but for the mouse: all of them edits.
class ArrangeCommands : public QObject
{
    Q_OBJECT

public:
    ArrangeCommands(const ExploreParts& parts, QObject* parent);

private:
    void layOut(const std::set<NodeId>& nodes);
    void layOutByTime();
    void pin(bool pinned);
    void showWhatCanBePinned() const;
    void showStyle() const;

    ExploreParts m_parts;
};

} // namespace entente
