// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/find.h"
#include "ui/paint/style.h"

#include <QAbstractListModel>

#include <vector>

namespace entente
{

class SceneKeeper;
class Search;
class Workspace;

/// Whether what was found can be seen.
enum class Standing {
    Shown,
    Hidden,    ///< Left out of the picture, or of this view.
    LeftOut,   ///< By the filter.
    InArticle, ///< No part of the graph: words in an article.
};

/// What a search found, the surest first, as NodeRowDelegate paints it: its name, below it how it
/// was found, and at the side that it is not shown.
class HitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    HitModel(const Workspace& workspace, const SceneKeeper& scene, const Search& search,
             QObject* parent = nullptr);

    void show(std::vector<Hit> hits);
    void setTheme(Theme theme);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const std::vector<Hit>& hits() const { return m_hits; }
    const Hit& at(int row) const { return m_hits.at(static_cast<std::size_t>(row)); }
    Standing standingOf(const Hit& hit) const;
    /// Whether it is a part of the graph that is not on screen.
    bool isUnseen(const Hit& hit) const;

private:
    QString belowOf(const Hit& hit) const;
    QString passageOf(const Hit& hit) const;
    const Node* eventOf(const Hit& hit) const;
    QString typeOf(const Hit& hit) const;
    QVariant signOf(const Hit& hit, int role) const;

    const Workspace& m_workspace;
    const SceneKeeper& m_scene;
    const Search& m_search;
    Theme m_theme = Theme::Light;
    std::vector<Hit> m_hits;
};

} // namespace entente
