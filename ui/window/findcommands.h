// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/find/findbar.h"
#include "ui/find/hitmodel.h"
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
};

/// Finding, wired to the rest of the window: the bar with its keys, what it brings out on the
/// canvas, and where it goes.
class FindCommands : public QObject
{
    Q_OBJECT

public:
    FindCommands(const FindParts& parts, QObject* parent);

    FindBar& bar() { return *m_bar; }
    bool isBusy() const { return m_search.isBusy(); }
    void setStyle(const Style& style) { m_bar->setStyle(style); }

Q_SIGNALS:
    /// To be shown and brought into view.
    void goTo(const entente::Target& target);
    /// Words in an article were picked.
    void articleWanted();

private:
    void pick(const Hit& hit);
    void showIt(const Hit& hit);

    FindParts m_parts;
    Search m_search;
    HitModel m_hits;
    FindBar* m_bar;
};

} // namespace entente
