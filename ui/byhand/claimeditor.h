// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/claimview.h"
#include "ui/paint/style.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QToolButton;

namespace entente
{

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

    QToolButton* roleButton(int role) const { return m_roleButtons.value(role); }
    QList<QToolButton*> fillerButtons() const { return m_fillers; }
    QList<QToolButton*> proposalButtons() const { return m_proposalButtons; }
    QComboBox* modalityBox() const { return m_modality; }
    QToolButton* denial() const { return m_denied; }
    QToolButton* typeButton() const { return m_type; }
    QString title() const;
    QString quote() const;

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
    void quoteFromWords();
    void deleteWanted();
    void done();

private:
    void build();
    QToolButton* makeButton(QWidget* parent, const QString& words, const QString& tip) const;
    void showRoles(const QList<RoleView>& roles);
    void paintRoles();

    Style m_style;
    ClaimView m_view;
    int m_armed = -1;
    bool m_isFilling = false; ///< The boxes are set, and nobody has chosen anything.
    QLabel* m_title;
    QLabel* m_hint;
    QWidget* m_roles;
    QComboBox* m_modality;
    QComboBox* m_factuality;
    QToolButton* m_type = nullptr;
    QToolButton* m_denied = nullptr;
    QToolButton* m_goesOn = nullptr;
    QToolButton* m_date = nullptr;
    QLabel* m_quote;
    QWidget* m_proposals;
    QList<QToolButton*> m_roleButtons;
    QList<QToolButton*> m_fillers;
    QList<QToolButton*> m_proposalButtons;
};

} // namespace entente
