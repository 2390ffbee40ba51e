// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/find/findbar.h"
#include "ui/find/finderkeeper.h"
#include "ui/find/hitmodel.h"
#include "ui/find/palette.h"
#include "ui/find/search.h"
#include "ui/paint/picture.h"

#include <QObject>

namespace entente
{

class Actions;
class ArticleReader;
class GraphCanvas;
class SceneKeeper;
class Selection;
class Stage;
class Workspace;

/// The parts of the window that finding works on.
struct FindParts
{
    Workspace& workspace;
    SceneKeeper& scene;
    Selection& selection;
    Actions& actions;
    GraphCanvas& canvas;
    ArticleReader& reader;
    Stage& stage;
    const QMenuBar& menus; ///< Whose commands the palette gives.
};

/// Finding, wired to the rest of the window: the bar and the palette, what they bring out on the
/// canvas, and where they go.
class FindCommands : public QObject
{
    Q_OBJECT

public:
    FindCommands(const FindParts& parts, QWidget* window);

    FindBar& bar() { return *m_bar; }
    Palette& palette() { return *m_palette; }
    bool isBusy() const { return m_search.isBusy() || m_palette->isBusy(); }
    void setStyle(const Style& style);

Q_SIGNALS:
    /// To be shown and brought into view.
    void goTo(const entente::Target& target);
    void goToUnfiltered(const entente::Target& target);
    /// Words in an article were picked.
    void articleWanted();

private:
    void pick(const Hit& hit);
    void read(const Hit& hit);
    void showIt(const Hit& hit);

    FindParts m_parts;
    FinderKeeper m_finders; ///< One for both: it holds all texts once more.
    Search m_search;
    HitModel m_hits;
    FindBar* m_bar;
    Palette* m_palette;
};

} // namespace entente
