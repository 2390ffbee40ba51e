// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/claimview.h"
#include "ui/paint/style.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLayout;
class QToolButton;

namespace entente
{

class EditorRoom;
class QuoteLine;

/// Something that the text suggests for a claim: "“is expected to” says Expected".
struct ClaimProposal
{
    QString words;
    QString button; ///< "Take"
};

/// Below an article's text: the claim that is written about, with its roles, how sure it is, and
/// the quote that it rests on. It shows a ClaimView and tells what is wanted; keys are the text's.
class ClaimEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ClaimEditor(QWidget* parent = nullptr);

    void setStyle(const Style& style);
    void show(const ClaimView& view);
    /// The role that the next click in the text fills; -1: none.
    void setArmed(int role);
    void setProposals(const QList<ClaimProposal>& proposals);

    /// It is as high as all that it holds, and can do with less: what does not fit is scrolled.
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QToolButton* roleButton(int role) const { return m_roleButtons.value(role); }
    QList<QToolButton*> fillerButtons() const { return m_fillers; }
    QList<QToolButton*> proposalButtons() const { return m_proposalButtons; }
    QComboBox* modalityBox() const { return m_modality; }
    QToolButton* denial() const { return m_denied; }
    QToolButton* typeButton() const { return m_type; }
    QToolButton* dateButton() const { return m_date; }
    QToolButton* doneButton() const { return m_done; }
    QString title() const;
    QString quote() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void roleChosen(int role);
    void emptied(std::size_t index);
    void modalityChosen(std::optional<entente::Modality> modality);
    void factualityChosen(std::optional<entente::Factuality> factuality);
    void denialTurned();
    void goingOnTurned();
    void proposalTaken(int number);
    void dateWanted();
    void typeWanted();
    void sameWanted();
    void quoteNarrower();
    void quoteWider();
    void deleteWanted();
    void done();

private:
    void build();
    QWidget* headRow();
    QWidget* lowerRows();
    void fillBoxes();
    QToolButton* add(QLayout* row, const QString& words, const QString& tip,
                     void (ClaimEditor::*wanted)());
    QToolButton* makeButton(QWidget* parent, const QString& words, const QString& tip) const;
    void showRoles(const QList<RoleView>& roles);
    void paintRoles();

    Style m_style;
    ClaimView m_view;
    int m_armed = -1;
    bool m_isFilling = false; ///< The boxes are set, and nobody has chosen anything.
    EditorRoom* m_room;       ///< Of what grows and shrinks.
    QWidget* m_head = nullptr;
    QWidget* m_lower = nullptr;
    QLabel* m_title;
    QLabel* m_hint;
    QWidget* m_roles;
    QComboBox* m_modality;
    QComboBox* m_factuality;
    QToolButton* m_type = nullptr;
    QToolButton* m_denied = nullptr;
    QToolButton* m_goesOn = nullptr;
    QToolButton* m_date = nullptr;
    QToolButton* m_done = nullptr;
    QuoteLine* m_quote;
    QWidget* m_proposals;
    QList<QToolButton*> m_roleButtons;
    QList<QToolButton*> m_fillers;
    QList<QToolButton*> m_proposalButtons;
};

} // namespace entente
