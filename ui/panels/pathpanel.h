// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/citing/dossiersubject.h"

#include <QWidget>

#include <optional>
#include <set>

class QLabel;
class QPushButton;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace entente
{

class Workspace;
struct Style;

/// The chains between two actors as a list: each step with its meetings and relations, each of
/// these with the words it rests on; and what is weakest on the way.
class PathPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PathPanel(const Workspace& workspace, QWidget* parent = nullptr);

    void setStyle(const Style& style);
    /// @param events that they were found in, as far as it was known; read while this lasts.
    void show(const PathRequest& request, const Paths& paths, const KnowledgeGraph& events);
    QTreeView* list() const { return m_list; }
    QString heading() const;
    /// What it shows; nothing: no path.
    const std::optional<DossierPath>& path() const { return m_path; }
    /// The chain that is picked, or a row of it.
    std::optional<std::size_t> pickedChain() const;

Q_SIGNALS:
    void dossierWanted();
    /// What a row is about, when it is picked.
    void picked(const std::set<entente::NodeId>& nodes, const std::set<entente::EdgeId>& edges);

private:
    void clear();
    void addChain(const Chain& chain, std::size_t number);
    void addHop(QStandardItem& chain, const Hop& hop);
    void addQuote(QStandardItem& row, const std::vector<EdgeId>& edges,
                  std::optional<Modality> modality);
    QString nameOf(NodeId node) const;
    void pick(const QModelIndex& row);

    /// What a row is about.
    struct About
    {
        std::set<NodeId> nodes;
        std::set<EdgeId> edges;
    };
    void setAbout(QStandardItem& row, About about);

    const Workspace& m_workspace;
    const KnowledgeGraph* m_events = nullptr; ///< While rows are made.
    QLabel* m_title;
    QLabel* m_summary;
    QTreeView* m_list;
    QStandardItemModel* m_model;
    std::vector<About> m_abouts;
    std::optional<DossierPath> m_path;
    QPushButton* m_dossier;
};

} // namespace entente
