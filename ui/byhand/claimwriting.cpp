// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/claimwriting.h"

#include "graph/byhand/claiming.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/proposals/evidencespan.h"
#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/claimchoices.h"
#include "ui/byhand/claimeditor.h"
#include "ui/byhand/eventtypechoices.h"
#include "ui/byhand/namemarking.h"
#include "ui/byhand/proposer.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/panels/insentence.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace entente
{

namespace
{

/// Offered beside a claim; all of them when they are asked for.
constexpr std::size_t sameShown = 2;
constexpr std::size_t datesShown = 2;

QString shown(const std::string& words) { return inSentence(toQString(words)); }

TextSpan hullOfTrigger(const HandBase& base, const Claim& claim)
{
    const Mention* trigger = base.store.mention(claim.trigger);
    return trigger == nullptr ? TextSpan() : hullOf(trigger->spans);
}

/// Where what fills the roles stands; not what is quoted.
TextSpans fillersOf(const HandBase& base, const Claim& claim)
{
    TextSpans spans;
    for (const RoleFiller& role : claim.roles) {
        const auto* id = std::get_if<MentionId>(&role.filler);
        const Claim* other =
            id == nullptr ? base.store.claim(std::get<ClaimId>(role.filler)) : nullptr;
        const Mention* words = id != nullptr      ? base.store.mention(*id)
                               : other != nullptr ? base.store.mention(other->trigger)
                                                  : nullptr;
        if (words != nullptr && base.ontology.entity(words->type).use != EntityUse::Quote)
            spans.insert(spans.end(), words->spans.begin(), words->spans.end());
    }
    return spans;
}

} // namespace

ClaimWriting::ClaimWriting(const TextDesk& desk, ClaimEditor& editor, NameMarking& names,
                           QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_editor(editor)
    , m_names(names)
    , m_same(desk, nullptr)
{
    connect(&m_same, &SameMeetings::looked, this, [this] {
        if (current() != nullptr)
            showProposals();
    });
    connect(&editor, &ClaimEditor::roleChosen, this,
            [this](int role) { arm(role == armed() ? -1 : role); });
    connect(&editor, &ClaimEditor::emptied, this, [this](std::size_t index) {
        m_desk.perform(emptyRole(m_desk.base(), m_claim, index), tr("Empty a role"));
    });
    connect(&editor, &ClaimEditor::modalityChosen, this, &ClaimWriting::setModality);
    connect(&editor, &ClaimEditor::factualityChosen, this, &ClaimWriting::setFactuality);
    connect(&editor, &ClaimEditor::denialTurned, this, &ClaimWriting::turnPolarity);
    connect(&editor, &ClaimEditor::goingOnTurned, this, &ClaimWriting::turnAspect);
    connect(&editor, &ClaimEditor::proposalTaken, this, &ClaimWriting::takeProposal);
    connect(&editor, &ClaimEditor::dateWanted, this, &ClaimWriting::askForDate);
    connect(&editor, &ClaimEditor::typeWanted, this, &ClaimWriting::askForType);
    connect(&editor, &ClaimEditor::sameWanted, this, &ClaimWriting::askForSame);
    connect(&editor, &ClaimEditor::quoteNarrower, this, [this] { drawQuote(false); });
    connect(&editor, &ClaimEditor::quoteWider, this, [this] { drawQuote(true); });
    connect(&editor, &ClaimEditor::deleteWanted, this, &ClaimWriting::remove);
    connect(&editor, &ClaimEditor::done, this, &ClaimWriting::end);
}

const Claim* ClaimWriting::current() const
{
    const Claim* claim = m_desk.workspace.store().claim(m_claim);
    return claim != nullptr && !claim->isRelation() ? claim : nullptr;
}

bool ClaimWriting::change(const ClaimFields& fields, const QString& words)
{
    return current() != nullptr && m_desk.perform(Together{{ChangeClaim{m_claim, fields}}}, words);
}

void ClaimWriting::begin(ClaimId claim)
{
    m_claim = claim;
    m_armed.clear();
    showAgain();
    Q_EMIT changed();
    if (current() == nullptr)
        return;
    m_desk.text().keepInView(hullOfTrigger(m_desk.base(), *current()));
    if (const NodeId event = m_desk.workspace.events()->nodeOf(current()->event); !event.isNil())
        m_desk.reader.turnTo(event);
}

void ClaimWriting::end()
{
    if (m_claim.isNil())
        return;
    m_claim = {};
    m_relation = {};
    m_armed.clear();
    m_same.lookAt({});
    m_desk.text().setFramed({});
    m_desk.text().keepInView({});
    showArcs();
    m_editor.hide();
    Q_EMIT changed();
}

void ClaimWriting::showAgain()
{
    const Claim* claim = current();
    if (claim == nullptr || claim->article != m_desk.reader.article())
        return end();
    m_same.lookAt(m_claim); // What fills it and when it was make others likely.
    m_editor.show(viewOf(m_desk.base(), m_claim));
    m_editor.setArmed(armed());
    m_editor.QWidget::show();
    showProposals();
    frame();
}

void ClaimWriting::frame()
{
    const Claim& claim = *current();
    TextSpans spans = fillersOf(m_desk.base(), claim);
    if (const TextSpan trigger = hullOfTrigger(m_desk.base(), claim); !trigger.isEmpty())
        spans.push_back(trigger);
    m_desk.text().setFramed(spans);
    showArcs();
}

void ClaimWriting::showArcs()
{
    std::vector<ArticleArc> arcs;
    if (m_showsAll) {
        for (const Claim& each : m_desk.workspace.store().records(m_desk.reader.article()).claims)
            std::ranges::move(arcsOf(m_desk.base(), each), std::back_inserter(arcs));
    } else {
        const Claim* relation = m_desk.workspace.store().claim(m_relation);
        for (const Claim* each : {current(), relation}) {
            if (each != nullptr && each->article == m_desk.reader.article())
                std::ranges::move(arcsOf(m_desk.base(), *each), std::back_inserter(arcs));
        }
    }
    m_desk.text().setArcs(std::move(arcs), m_showsAll);
}

void ClaimWriting::showRelation(ClaimId relation)
{
    m_relation = relation;
    showArcs();
}

void ClaimWriting::showAllArcs(bool showsAll)
{
    m_showsAll = showsAll;
    showArcs();
}

void ClaimWriting::askType(const QString& title, const TextSpans& words,
                           std::function<void(const std::string&)> answer)
{
    const EventTypeChoices types(m_desk.workspace.store(), m_desk.workspace.ontology(),
                                 m_desk.source().slice(words), m_theme);
    m_desk.box.ask({.title = title,
                    .hint = tr("Type what kind of event"),
                    .typed = {},
                    .choices = [types](const QString& typed) { return types.matching(typed); },
                    .answer = [answer = std::move(answer)](
                                  const QVariant& value) { answer(toUtf8(value.toString())); },
                    .other = {},
                    .otherWords = {}},
                   m_desk.placeOf(hullOf(words)), &m_desk.text());
}

void ClaimWriting::addEvent()
{
    const TextSpans selected = m_desk.wordsToMark();
    if (selected.empty())
        return;
    const TextSpans words = m_desk.withoutStops(selected);
    const QString text = shown(m_desk.source().slice(words));
    askType(tr("What does “%1” tell of?").arg(text), words,
            [this, words, text](const std::string& type) {
                const auto made =
                    entente::addEvent(m_desk.base(), {.article = m_desk.reader.article(),
                                                      .trigger = words,
                                                      .type = type,
                                                      .modality = {},
                                                      .factuality = {},
                                                      .polarity = {}});
                if (!made) {
                    m_desk.refuse(made.error());
                    return;
                }
                if (!m_desk.perform(made->edit, tr("Mark the event “%1”").arg(text)))
                    return;
                const int end = words.back().end;
                m_desk.text().select({end, end});
                begin(made->claim);
                arm(firstToFill());
            });
}

const std::vector<Role>& ClaimWriting::roles() const
{
    static const std::vector<Role> none;
    const Claim* claim = current();
    return claim == nullptr ? none : m_desk.workspace.ontology().event(claim->type).roles;
}

int ClaimWriting::roleNamed(const std::string& role) const
{
    const auto found = std::ranges::find(roles(), role, &Role::name);
    return found == roles().end() ? -1 : static_cast<int>(found - roles().begin());
}

/// What has to be filled goes before what may be.
int ClaimWriting::firstToFill() const
{
    const auto found = std::ranges::find_if(roles(), [this](const Role& role) {
        return std::ranges::count(current()->roles, role.name, &RoleFiller::role) < role.atLeast;
    });
    return found == roles().end() ? 0 : static_cast<int>(found - roles().begin());
}

int ClaimWriting::armed() const { return m_armed.empty() ? -1 : roleNamed(m_armed); }

bool ClaimWriting::takes(const std::string& type) const
{
    const int role = armed();
    return role >= 0 && roles()[static_cast<std::size_t>(role)].accepts(type);
}

void ClaimWriting::arm(int role)
{
    const bool isThere = role >= 0 && role < static_cast<int>(roles().size());
    m_armed = isThere ? roles()[static_cast<std::size_t>(role)].name : std::string();
    m_editor.setArmed(armed());
    Q_EMIT changed();
}

bool ClaimWriting::take(int codePoint)
{
    if (armed() < 0)
        return false;
    const ArticleMark* marked = wordsAt(m_desk.text().marks(), {codePoint, codePoint + 1});
    if (marked == nullptr) {
        m_desk.refuse(tr("Nothing is marked here: select the words and mark them, and they fill "
                         "the role.")
                          .toStdString());
        return true;
    }
    const Mention* words = m_desk.workspace.store().mention(marked->mention);
    if (m_desk.perform(fill(m_desk.base(), marked->mention),
                       words == nullptr ? tr("Fill a role")
                                        : tr("“%1” fills a role").arg(shown(words->text))))
        filled();
    return true;
}

Expected<Together, std::string> ClaimWriting::fill(const HandBase& base, MentionId mention) const
{
    if (armed() < 0)
        return Together{};
    return fillRole(base, m_claim, m_armed, mention);
}

/// A role that takes several stays armed; after one that takes one, nothing is.
void ClaimWriting::filled()
{
    const int role = armed();
    if (role >= 0 && !hasRoom(roles()[static_cast<std::size_t>(role)], *current()))
        arm(-1);
}

void ClaimWriting::setModality(std::optional<Modality> modality)
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    ClaimFields fields;
    fields.modality = modality;
    // What came with "did not happen" would deny what is said now.
    if (claim->modality == Modality::DidNotHappen && modality != Modality::DidNotHappen) {
        fields.polarity = std::string();
        if (claim->factuality == Factuality::CTminus)
            fields.factuality = std::optional<Factuality>();
    }
    change(fields, tr("Say how real it is: %1").arg(toQString(wordsOf(modality))));
}

void ClaimWriting::turnPolarity()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    ClaimFields fields;
    const bool isDenied = claim->polarity == "Negative";
    fields.polarity = isDenied ? std::string() : std::string("Negative");
    change(fields, isDenied ? tr("Say that it is not denied") : tr("Say that it is denied"));
}

void ClaimWriting::turnAspect()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    ClaimFields fields;
    const bool goesOn = claim->aspect == "Ongoing";
    fields.aspect = goesOn ? std::string() : std::string("Ongoing");
    change(fields, goesOn ? tr("Do not say that it goes on") : tr("Say that it goes on"));
}

void ClaimWriting::setFactuality(std::optional<Factuality> factuality)
{
    ClaimFields fields;
    fields.factuality = factuality;
    change(fields, tr("Say how sure the source is"));
}

void ClaimWriting::askForFactuality()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const auto choices = [](const QString& typed) {
        QList<Choice> list;
        const auto add = [&](const QString& words, const QString& sign, int value) {
            if (words.contains(typed, Qt::CaseInsensitive) ||
                sign.startsWith(typed, Qt::CaseInsensitive))
                list.push_back({.words = words,
                                .below = {},
                                .detail = sign,
                                .shape = {},
                                .colour = {},
                                .value = value});
        };
        for (const Factuality each : factualitiesInOrder)
            add(toQString(wordsOf(each)), toQString(nameOf(each)), static_cast<int>(each));
        add(tr("not said how sure"), {}, -1);
        return list;
    };
    m_desk.box.ask({.title = tr("How sure is its source?"),
                    .hint = tr("certain, probable, possible …"),
                    .typed = {},
                    .choices = choices,
                    .answer =
                        [this](const QVariant& value) {
                            const int chosen = value.toInt();
                            setFactuality(chosen < 0
                                              ? std::nullopt
                                              : std::optional(static_cast<Factuality>(chosen)));
                        },
                    .other = {},
                    .otherWords = {}},
                   m_desk.placeOf(hullOfTrigger(m_desk.base(), *claim)), &m_desk.text());
}

void ClaimWriting::quoteWords()
{
    if (current() == nullptr)
        return;
    const TextSpan selected = m_desk.text().selected();
    const TextSpans words =
        selected.isEmpty() ? TextSpans() : spansToMark(m_desk.source(), selected);
    m_desk.perform(setEvidence(m_desk.base(), m_claim, words),
                   words.empty() ? tr("Rest on the sentence") : tr("Mark the evidence"));
    m_desk.text().select({selected.end, selected.end}); // Keys are about the event again.
}

void ClaimWriting::drawQuote(bool isWider)
{
    const Claim* claim = current();
    if (claim == nullptr || claim->quotes.empty())
        return;
    const SourceText& text = m_desk.source();
    const std::string& language = m_desk.workspace.store().article(claim->article)->language;
    const TextSpan hull = evidenceHull(text, hullOfTrigger(m_desk.base(), *claim),
                                       fillersOf(m_desk.base(), *claim), language);
    TextSpans quoted;
    for (const Quote& quote : claim->quotes)
        quoted.insert(quoted.end(), quote.spans.begin(), quote.spans.end());
    const TextSpan now = quoted.empty() ? hull : hullOf(quoted);
    const TextSpan next =
        isWider ? wider(text, now, language) : narrower(text, now, language, hull);
    if (next == now)
        m_desk.refuse((isWider ? tr("The quote cannot be drawn wider.")
                               : tr("Less would leave out who or what the event is about: select "
                                    "the words and press Q."))
                          .toStdString());
    else
        m_desk.perform(setEvidence(m_desk.base(), m_claim, spansToMark(text, next)),
                       isWider ? tr("Draw the quote wider") : tr("Draw the quote narrower"));
}

void ClaimWriting::askForDate()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const TextSpan selected = m_desk.text().selected();
    const TextSpans words = selected.isEmpty()
                                ? TextSpans()
                                : m_desk.withoutStops(spansToMark(m_desk.source(), selected));
    m_names.askForDay(tr("When was it?"), words, [this, words](const Edtf& date) {
        if (current() == nullptr)
            return;
        if (!words.empty()) {
            m_desk.perform(setDate(m_desk.base(), m_claim, words, date), tr("Date an event"));
            return;
        }
        ClaimFields fields;
        fields.dates = std::vector<Edtf>{date};
        change(fields, tr("Date an event"));
    });
}

void ClaimWriting::askForType()
{
    const Claim* claim = current();
    const Mention* trigger =
        claim == nullptr ? nullptr : m_desk.workspace.store().mention(claim->trigger);
    if (trigger == nullptr)
        return;
    askType(tr("What does “%1” tell of?").arg(shown(trigger->text)), trigger->spans,
            [this](const std::string& type) {
                m_desk.perform(changeType(m_desk.base(), m_claim, type),
                               tr("Change the type of an event"));
            });
}

void ClaimWriting::remove()
{
    if (current() != nullptr)
        m_desk.perform(removeClaims(m_desk.base(), {m_claim}), tr("Delete an event"));
}

void ClaimWriting::takeProposal(int number)
{
    if (number < 0 || number >= m_proposals.size())
        return;
    const auto take = m_proposals[number].take; // A copy: what it does makes others.
    take();
}

void ClaimWriting::showProposals()
{
    m_proposals.clear();
    const Claim& claim = *current();
    if (const TextSpan trigger = hullOfTrigger(m_desk.base(), claim); !trigger.isEmpty()) {
        proposeModality(claim, trigger);
        proposeDates(claim, trigger);
    }
    proposeSame(m_same.found());
    QList<ClaimProposal> rows;
    for (qsizetype i = 0; i < m_proposals.size(); ++i)
        rows.push_back({m_proposals[i].words,
                        i == 0 ? tr("%1 (T)").arg(m_proposals[i].button) : m_proposals[i].button});
    m_editor.setProposals(rows);
}

void ClaimWriting::proposeModality(const Claim& claim, TextSpan trigger)
{
    if (claim.modality)
        return; // The analyst has said it.
    const Article& article = *m_desk.workspace.store().article(claim.article);
    const TextSpan sentence = article.text->sentenceRound(trigger, article.language);
    const std::vector<Cue> cues = m_desk.proposer.cues(sentence, trigger);
    if (cues.empty() || !cues.front().governs)
        return;
    const Cue& cue = cues.front();
    const std::string words(article.text->slice(cue.span));
    QStringList says{toQString(wordsOf(cue.modality))};
    if (cue.modality != Modality::Happened && cue.modality != Modality::DidNotHappen)
        says.push_back(toQString(wordsOf(cue.factuality)));
    m_proposals.push_back(
        {tr("“%1” says: %2.").arg(shown(words), says.join(QStringLiteral(", "))), tr("Take"),
         [this, cue] {
             ClaimFields fields;
             fields.modality = cue.modality;
             fields.factuality = cue.factuality;
             if (!cue.polarity.empty())
                 fields.polarity = cue.polarity;
             change(fields, tr("Say how real it is: %1").arg(toQString(wordsOf(cue.modality))));
         }});
}

void ClaimWriting::proposeDates(const Claim& claim, TextSpan trigger)
{
    if (!claim.dates.empty())
        return;
    const Article& article = *m_desk.workspace.store().article(claim.article);
    std::vector<DateProposal> dates =
        m_desk.proposer.dates(article.text->sentenceRound(trigger, article.language));
    const auto distance = [&](const DateProposal& each) {
        return std::max({0, each.span.begin - trigger.end, trigger.begin - each.span.end});
    };
    std::ranges::stable_sort(dates, {}, distance);
    if (dates.size() > datesShown)
        dates.resize(datesShown);
    for (const DateProposal& each : dates) {
        const TextSpans words = spansToMark(*article.text, each.span);
        m_proposals.push_back({tr("“%1” is %2, %3.")
                                   .arg(shown(std::string(article.text->slice(each.span))),
                                        toQString(wordsOf(each.date)), toQString(each.why)),
                               tr("Take"), [this, words, date = each.date] {
                                   m_desk.perform(setDate(m_desk.base(), m_claim, words, date),
                                                  tr("Date an event"));
                               }});
    }
}

void ClaimWriting::proposeSame(const std::vector<SameEventProposal>& found)
{
    const KnowledgeGraph& events = *m_desk.workspace.events();
    for (std::size_t i = 0; i < std::min(found.size(), sameShown); ++i) {
        const Node* other = events.node(found[i].other);
        if (other == nullptr)
            continue;
        m_proposals.push_back(
            {tr("Perhaps the same as “%1”: %2.").arg(shown(other->name), reasonsOf(found[i])),
             tr("Same"), [this, id = found[i].other] { m_same.join(id); }});
    }
}

} // namespace entente
