// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/proposals/sameevents.h"
#include "ui/byhand/claimview.h"
#include "ui/byhand/textdesk.h"
#include "ui/jobs/jobs.h"
#include "ui/paint/style.h"

#include <QObject>

#include <functional>

namespace entente
{

class ClaimEditor;
class NameMarking;
struct Choice;

/// Writes one event's claim: its trigger and type, what fills its roles, how sure it is, when it
/// was, and the words it rests on.
class ClaimWriting : public QObject
{
    Q_OBJECT

public:
    ClaimWriting(const TextDesk& desk, ClaimEditor& editor, NameMarking& names, QObject* parent);

    void setTheme(Theme theme) { m_theme = theme; }
    /// Nil: none is written about.
    ClaimId claim() const { return m_claim; }
    bool isBusy() const { return m_comparing.isBusy(); }

    /// Makes an event of the selected words: asks of which type.
    void addEvent();
    void begin(ClaimId claim);
    void end();
    /// To be called when the store is another.
    void showAgain();

    /// The next click, or the next words that are marked, fill a role; -1: none.
    void arm(int role);
    int armed() const { return m_armed; }
    /// Fills the role that is armed with what is marked at a place. @returns whether one is armed.
    bool take(int codePoint);
    /// The same for what has just been marked, as part of the step that marks it.
    Expected<Together, std::string> fill(const HandBase& base, MentionId mention) const;
    void filled();

    /// Lines from events to what fills their roles: of all of the article, or of the one that is
    /// written about.
    void showAllArcs(bool showsAll);
    bool showsAllArcs() const { return m_showsAll; }

    void setModality(std::optional<Modality> modality);
    /// The selected words are what it rests on; with nothing selected, the sentence is again.
    void quoteWords();
    void drawQuote(bool isWider);
    void askForDate();
    void askForType();
    void askForSame();
    void remove();
    /// Takes what the text suggests; the first one when no number is given.
    void takeProposal(int number = 0);

Q_SIGNALS:
    /// Another claim is written about, or none.
    void changed();

private:
    struct Proposal
    {
        QString words;
        QString button;
        std::function<void()> take;
    };

    const Claim* current() const;
    bool change(const ClaimFields& fields, const QString& words);
    void showProposals();
    void proposeModality(const Claim& claim, TextSpan trigger);
    void proposeDates(const Claim& claim, TextSpan trigger);
    void proposeSame(const std::vector<SameEventProposal>& found);
    void compare();
    void join(NodeId other);
    void frame();
    void showArcs();
    QList<Choice> eventTypes(const QString& typed, const std::string& words) const;
    void askType(const QString& title, const TextSpans& words,
                 std::function<void(const std::string&)> answer);

    TextDesk m_desk;
    ClaimEditor& m_editor;
    NameMarking& m_names;
    Theme m_theme = Theme::Light;
    ClaimId m_claim;
    int m_armed = -1;
    bool m_showsAll = false;
    QList<Proposal> m_proposals;
    std::vector<SameEventProposal> m_same;
    Jobs m_comparing;
};

} // namespace entente
