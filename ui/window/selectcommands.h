// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/explorecommands.h"
#include "ui/workspace/storedselections.h"

namespace entente
{

/// The commands that select: neighbours, all else, what was stored by number.
class SelectCommands : public QObject
{
    Q_OBJECT

public:
    SelectCommands(const ExploreParts& parts, Explorer& explorer, QObject* parent);

private:
    void selectNeighbours();
    void invert();
    void store(int number);
    void recall(int number);
    QString wordsOf(int number, const Recalled& recalled) const;

    ExploreParts m_parts;
    Explorer& m_explorer;
    StoredSelections m_stored;
};

} // namespace entente
