// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/text/textspan.h"

#include <QWidget>

#include <vector>

class QAction;
class QBoxLayout;
class QFrame;
class QGridLayout;
class QLabel;
class QListView;
class QMenu;
class QModelIndex;
class QScrollArea;
class QStackedLayout;
class QToolButton;

namespace entente
{

class EvidenceDelegate;
class EvidenceList;
class EvidenceModel;
class Selection;
class Workspace;
struct Fact;
struct FactSide;
struct KnownGraphs;
struct Style;

/// The side panel for source quotes: what is selected, and the words it rests on.
class EvidencePanel : public QWidget
{
    Q_OBJECT

public:
    EvidencePanel(const Workspace& workspace, const Selection& selection,
                  QWidget* parent = nullptr);

    void setStyle(const Style& style);
    /// Shows only what was known on some day, from these graphs; null: all.
    void showAsKnown(const KnownGraphs& known);
    QListView* list() const;
    /// Of the chosen cards, in their order; the only one there is needs no choosing.
    std::vector<ClaimId> chosenClaims() const;
    /// Those of them that are shown, with the last one in view.
    void choose(const std::vector<ClaimId>& claims);
    /// What comes after the chosen cards (failing that, before them) and still counts; nil:
    /// nothing.
    ClaimId nextToChosen() const;
    /// The menu of what may be done to the chosen claims, filled by menuOpening(); hidden until
    /// somebody offers something.
    QToolButton& editButton() { return *m_edit; }
    QSize sizeHint() const override { return {400, 600}; }
    QSize minimumSizeHint() const override { return {280, 200}; }

public Q_SLOTS:
    /// Opens the article of the chosen card, of the first one when none is chosen.
    void openChosen();
    /// Goes to its cards by keys: to the chosen one, to the first when none is.
    void enter() const;
    void copyChosen();

Q_SIGNALS:
    /// @param spans what is to be marked in it; none for the article as such.
    void openArticle(entente::ArticleId article, const entente::TextSpans& spans);
    /// Other cards are chosen, or what is chosen has changed.
    void chosenChanged();
    /// For whoever has something to offer for the chosen claims.
    void menuOpening(QMenu* menu);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeading(QBoxLayout& column);
    void buildPages(QBoxLayout& column);
    void buildList();
    void buildActions(QBoxLayout& column);
    void showSelection();
    void showAgain();
    void showHeading();
    void showMenu(QPoint place);
    std::vector<int> chosenRows() const;
    std::vector<ClaimId> selectedClaims() const;
    QModelIndex select(const std::vector<ClaimId>& claims);
    void showFacts(const QList<Fact>& facts);
    QGridLayout* makeSides(QWidget& table, const QList<FactSide>& sides) const;
    void fitFacts();
    int chosenRow() const;
    void open(int row);

    const Workspace& m_workspace;
    const Selection& m_selection;
    EvidenceModel* m_model;
    EvidenceDelegate* m_delegate;
    QLabel* m_kind;
    QLabel* m_title;
    QLabel* m_summary;
    QScrollArea* m_facts;
    QStackedLayout* m_pages;
    QLabel* m_empty;
    EvidenceList* m_list;
    QFrame* m_hairline;
    QWidget* m_actionsBar;
    QAction* m_open;
    QAction* m_copy;
    QToolButton* m_edit;
};

} // namespace entente
