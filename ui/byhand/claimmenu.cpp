// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/claimmenu.h"

#include "graph/model/confidence.h"
#include "graph/model/grades.h"
#include "graph/model/store.h"
#include "ui/byhand/claimchoices.h"
#include "ui/byhand/claimcommands.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <string_view>

namespace entente
{

namespace
{

class Filling
{
    // Read by lupdate: a context that only a function of one's own names is not.
    Q_DECLARE_TR_FUNCTIONS(ClaimMenu)

public:
    Filling(QMenu& menu, ClaimCommands& commands)
        : m_menu(menu)
        , m_commands(commands)
        , m_claims(found(commands.claims()))
        , m_ofEvents(found(commands.claimsOfEvents()))
    {
    }

    void run()
    {
        if (m_claims.empty())
            return m_menu.addAction(tr("Choose a Card to Edit It"))->setEnabled(false);
        // Only says what all below is about.
        m_menu.addAction(tr("Edit %Ln Claim(s)", nullptr, static_cast<int>(m_claims.size())))
            ->setEnabled(false);
        addModalities();
        addFactualities();
        addGrades(GradeOf::Source, tr("Source’s Grade"), &Claim::reliability, "ABCDEF",
                  &wordsOfSourceGrade);
        addGrades(GradeOf::Information, tr("Information’s Grade"), &Claim::credibility, "123456",
                  &wordsOfInformationGrade);
        addConfidences();
        m_menu.addSeparator();
        ask(some(tr("Date…")), &ClaimCommands::askDate, !m_ofEvents.empty());
        ask(within(tr("Attributed To…")), &ClaimCommands::askSource, isOfOneArticle());
        m_menu.addAction(m_commands.noteAction());
        ask(tr("Tags…"), &ClaimCommands::askTags, !m_claims.empty());
        m_menu.addSeparator();
        ask(within(tr("Move to Another Meeting…")), &ClaimCommands::askMeeting, isOfOneArticle());
        const auto rejected = static_cast<int>(
            std::ranges::count(m_claims, true, [](const Claim* claim) { return claim->rejected; }));
        if (rejected < static_cast<int>(m_claims.size()))
            m_menu.addAction(m_commands.rejectAction());
        if (rejected > 0)
            ask(m_claims.size() == 1 ? tr("Accept Again")
                                     : tr("Accept %Ln Claim(s) Again", nullptr, rejected),
                &ClaimCommands::acceptAgain, true);
    }

private:
    std::vector<const Claim*> found(const std::vector<ClaimId>& claims) const
    {
        std::vector<const Claim*> there;
        for (const ClaimId id : claims) {
            if (const Claim* claim = m_commands.workspace().store().claim(id))
                there.push_back(claim);
        }
        return there;
    }

    /// "Modality (3 of 5)": relations have none.
    QString some(const QString& words) const
    {
        return m_ofEvents.empty() || m_ofEvents.size() == m_claims.size()
                   ? words
                   : tr("%1 (%2 of %3)")
                         .arg(words, Phrases::number(static_cast<int>(m_ofEvents.size())),
                              Phrases::number(static_cast<int>(m_claims.size())));
    }

    /// Why it cannot be done, where it cannot.
    QString within(const QString& words) const
    {
        return m_ofEvents.empty() || isOfOneArticle() ? some(words)
                                                      : tr("%1 (within one article)").arg(words);
    }

    bool isOfOneArticle() const
    {
        return !m_ofEvents.empty() && std::ranges::all_of(m_ofEvents, [&](const Claim* claim) {
            return claim->article == m_ofEvents.front()->article;
        });
    }

    void ask(const QString& words, void (ClaimCommands::*act)(), bool isPossible)
    {
        m_menu.addAction(words, &m_commands, act)->setEnabled(isPossible);
    }

    /// A value that can be chosen. @param has whether a claim has it.
    void add(QMenu& menu, const QString& words, const std::vector<const Claim*>& claims, auto has,
             auto act)
    {
        QAction* action = menu.addAction(words, &m_commands, act);
        action->setCheckable(true);
        action->setChecked(!claims.empty() && std::ranges::all_of(claims, has));
    }

    QMenu& addMenu(const QString& words, const std::vector<const Claim*>& claims)
    {
        QMenu* menu = m_menu.addMenu(words);
        menu->menuAction()->setEnabled(!claims.empty());
        return *menu;
    }

    void addModalities()
    {
        QMenu& menu = addMenu(some(tr("Modality")), m_ofEvents);
        const auto offer = [&](std::optional<Modality> modality) {
            add(
                menu, capital(toQString(wordsOf(modality))), m_ofEvents,
                [modality](const Claim* claim) { return claim->modality == modality; },
                [&commands = m_commands, modality] { commands.setModality(modality); });
        };
        for (const Modality modality : allModalities)
            offer(modality);
        menu.addSeparator();
        offer(std::nullopt);
    }

    void addFactualities()
    {
        QMenu& menu = addMenu(some(tr("Factuality")), m_ofEvents);
        const auto offer = [&](const QString& words, std::optional<Factuality> factuality) {
            add(
                menu, words, m_ofEvents,
                [factuality](const Claim* claim) { return claim->factuality == factuality; },
                [&commands = m_commands, factuality] { commands.setFactuality(factuality); });
        };
        for (const Factuality factuality : factualitiesInOrder)
            offer(capital(toQString(wordsOf(factuality))), factuality);
        menu.addSeparator();
        offer(tr("Unstated"), std::nullopt);
    }

    void addGrades(GradeOf which, const QString& title, std::string Claim::*field,
                   std::string_view grades, std::string (*wordsOf)(std::string_view))
    {
        QMenu& menu = addMenu(title, m_claims);
        const auto offer = [&](const QString& words, const std::string& grade) {
            add(
                menu, words, m_claims,
                [field, grade](const Claim* claim) { return claim->*field == grade; },
                [&commands = m_commands, which, grade] { commands.setGrade(which, grade); });
        };
        for (const char grade : grades)
            offer(tr("%1: %2")
                      .arg(QLatin1Char(grade))
                      .arg(toQString(wordsOf(std::string_view(&grade, 1)))),
                  std::string(1, grade));
        menu.addSeparator();
        offer(tr("Not Graded"), {});
    }

    void addConfidences()
    {
        QMenu& menu = addMenu(tr("Confidence"), m_claims);
        for (const std::string_view level : confidences)
            add(
                menu, tr("%1…").arg(toQString(level)), m_claims,
                [level](const Claim* claim) { return claim->confidence == level; },
                [&commands = m_commands, level] { commands.askConfidence(std::string(level)); });
        menu.addSeparator();
        add(
            menu, tr("Not Said"), m_claims,
            [](const Claim* claim) { return claim->confidence.empty(); },
            [&commands = m_commands] { commands.clearConfidence(); });
    }

    QMenu& m_menu;
    ClaimCommands& m_commands;
    std::vector<const Claim*> m_claims;
    std::vector<const Claim*> m_ofEvents;
};

} // namespace

void fillClaimMenu(QMenu& menu, ClaimCommands& commands) { Filling(menu, commands).run(); }

} // namespace entente
