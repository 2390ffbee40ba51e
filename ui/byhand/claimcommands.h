// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/model/fields.h"

#include <QObject>

#include <optional>
#include <set>
#include <string>
#include <vector>

class QAction;
class QMenu;

namespace entente
{

class EvidencePanel;
class MessageBar;
class Selection;
class Workspace;
struct EvidenceBase;
struct Together;

/// Which grade: of whoever says it, or of what they say.
enum class GradeOf { Source, Information };

/// What an analyst does to the claims whose cards are chosen in the evidence panel: all of them at
/// once, as one step that can be undone. Offers it in the panel's menus and by keys.
class ClaimCommands : public QObject
{
    Q_OBJECT

public:
    ClaimCommands(Workspace& workspace, Selection& selection, EvidencePanel& panel,
                  MessageBar& message);

    const Workspace& workspace() const { return m_workspace; }
    /// The chosen ones, with or without those of relations, which have neither time nor source.
    std::vector<ClaimId> claims() const;
    std::vector<ClaimId> claimsOfEvents() const;
    QAction* rejectAction() const { return m_reject; }
    QAction* noteAction() const { return m_note; }

    // At once. What the claims have already is no step.
    void setModality(std::optional<Modality> modality);
    void setFactuality(std::optional<Factuality> factuality);
    /// @param grade as in files; empty: none.
    void setGrade(GradeOf which, const std::string& grade);
    /// Nobody is confident any more, for no reason.
    void clearConfidence();
    void reject();
    void acceptAgain();
    // By asking.
    void askConfidence(const std::string& confidence);
    void askDate();
    void askNote();
    void askTags();
    void askSource();
    void askMeeting();

private:
    void fill(QMenu& menu);
    void showChosen();
    /// @param words what undo calls it, of so many claims.
    bool perform(const Together& edit, QString (*words)(int count));
    /// Shows what they belong to by now when what was shown is gone with them.
    void stayWith(const std::vector<ClaimId>& claims);
    /// Goes back to what was shown when it is there again, if nobody has gone elsewhere.
    void comeBack();
    void show(const std::vector<ClaimId>& claims);
    void moveTo(const std::vector<ClaimId>& claims, EventId event);
    EvidenceBase base() const;

    Workspace& m_workspace;
    Selection& m_selection;
    EvidencePanel& m_panel;
    MessageBar& m_message;
    /// Rejected claims with which what was shown is gone, and what is shown since.
    std::vector<ClaimId> m_gone;
    std::set<NodeId> m_shownSince;
    QAction* m_reject;
    QAction* m_note;
};

} // namespace entente
