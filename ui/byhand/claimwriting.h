// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/claimview.h"
#include "ui/byhand/samemeetings.h"
#include "ui/byhand/textdesk.h"
#include "ui/paint/style.h"

#include <QObject>

#include <functional>

namespace entente
{

class ClaimEditor;
class NameMarking;

/// Writes one event's claim: its trigger and type, what fills its roles, how sure it is, when it
/// was, and the words it rests on.
class ClaimWriting : public QObject
{
    Q_OBJECT

public:
    ClaimWriting(const TextDesk& desk, ClaimEditor& editor, NameMarking& names, QObject* parent);

    void setTheme(Theme theme)
    {
        m_theme = theme;
        m_same.setTheme(theme);
    }
    /// Nil: none is written about.
    ClaimId claim() const { return m_claim; }
    bool isBusy() const { return m_same.isBusy(); }

    /// Makes an event of the selected words: asks of which type.
    void addEvent();
    void begin(ClaimId claim);
    void end();
    /// To be called when the store is another.
    void showAgain();

    /// The next click, or the next words that are marked, fill a role; -1: none.
    void arm(int role);
    int armed() const;
    /// The role that a kind of words fills, of the event that is written about; -1: none does.
    /// @param role as in the vocabulary: "Source", "Place".
    int roleNamed(const std::string& role) const;
    /// Whether the role that is armed takes words of a type.
    bool takes(const std::string& type) const;
    /// Fills the role that is armed with what is marked at a place. @returns whether one is armed.
    bool take(int codePoint);
    /// The same for what has just been marked, as part of the step that marks it.
    Expected<Together, std::string> fill(const HandBase& base, MentionId mention) const;
    void filled();

    /// Lines from events to what fills their roles: of all of the article, or of the one that is
    /// written about.
    void showAllArcs(bool showsAll);
    /// The line of a relation that was just made, until an event is left.
    void showRelation(ClaimId relation);
    bool showsAllArcs() const { return m_showsAll; }

    void setModality(std::optional<Modality> modality);
    /// Whether the words deny it ("did not meet"), and whether it goes on ("continued"); again:
    /// not.
    void turnPolarity();
    void turnAspect();
    void askForFactuality();
    /// The selected words are what it rests on; with nothing selected, the sentence is again.
    void quoteWords();
    void drawQuote(bool isWider);
    void askForDate();
    void askForType();
    void askForSame() { m_same.ask(); }
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
    const std::vector<Role>& roles() const;
    int firstToFill() const;
    void setFactuality(std::optional<Factuality> factuality);
    bool change(const ClaimFields& fields, const QString& words);
    void showProposals();
    void proposeModality(const Claim& claim, TextSpan trigger);
    void proposeDates(const Claim& claim, TextSpan trigger);
    void proposeSame(const std::vector<SameEventProposal>& found);
    void frame();
    void showArcs();
    void askType(const QString& title, const TextSpans& words,
                 std::function<void(const std::string&)> answer);

    TextDesk m_desk;
    ClaimEditor& m_editor;
    NameMarking& m_names;
    Theme m_theme = Theme::Light;
    ClaimId m_claim;
    ClaimId m_relation; ///< That was made last; nil: it is not shown any more.
    /// The role that is armed, by name: another type of event has others, in another order. Empty:
    /// none is.
    std::string m_armed;
    bool m_showsAll = false;
    QList<Proposal> m_proposals;
    SameMeetings m_same;
};

} // namespace entente
