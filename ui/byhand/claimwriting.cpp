// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/claimwriting.h"

#include "graph/byhand/claiming.h"
#include "graph/byhand/joining.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/proposals/evidencespan.h"
#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/claimeditor.h"
#include "ui/byhand/namemarking.h"
#include "ui/byhand/proposer.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
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

QString shown(const std::string& words) { return visibleForm(toQString(words)); }

/// Of each type, how often the same words told of such an event elsewhere.
std::map<std::string, int> typesToldBy(const Store& store, const Ontology& ontology,
                                       const std::string& words)
{
    std::map<std::string, int> counts;
    const std::string wanted = folded(words);
    for (const ArticleId article : store.articles()) {
        for (const Mention& mention : store.records(article).mentions) {
            if (ontology.knowsEvent(mention.type) && mention.text.size() <= 2 * words.size() &&
                folded(mention.text) == wanted)
                ++counts[mention.type];
        }
    }
    return counts;
}

/// How many letters two words begin with alike: "visited" and "Visit" five.
int sameBeginning(const std::string& a, const std::string& b)
{
    const auto [mine, other] = std::ranges::mismatch(a, b);
    return static_cast<int>(mine - a.begin());
}

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
{
    connect(&editor, &ClaimEditor::roleChosen, this,
            [this](int role) { arm(role == m_armed ? -1 : role); });
    connect(&editor, &ClaimEditor::emptied, this, [this](std::size_t index) {
        m_desk.perform(emptyRole(m_desk.base(), m_claim, index), tr("Empty a role"));
    });
    connect(&editor, &ClaimEditor::modalityChosen, this, &ClaimWriting::setModality);
    connect(&editor, &ClaimEditor::factualityChosen, this,
            [this](std::optional<Factuality> factuality) {
                ClaimFields fields;
                fields.factuality = factuality;
                change(fields, tr("Say how sure the source is"));
            });
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
    m_armed = -1;
    m_same.clear();
    showAgain();
    compare();
    Q_EMIT changed();
}

void ClaimWriting::end()
{
    if (m_claim.isNil())
        return;
    m_claim = {};
    m_armed = -1;
    m_comparing.cancel();
    m_desk.text().setFramed({});
    showArcs();
    m_editor.hide();
    Q_EMIT changed();
}

void ClaimWriting::showAgain()
{
    const Claim* claim = current();
    if (claim == nullptr || claim->article != m_desk.reader.article())
        return end();
    m_editor.show(viewOf(m_desk.base(), m_claim));
    m_editor.setArmed(m_armed);
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
    } else if (const Claim* claim = current()) {
        arcs = arcsOf(m_desk.base(), *claim);
    }
    m_desk.text().setArcs(std::move(arcs));
}

void ClaimWriting::showAllArcs(bool showsAll)
{
    m_showsAll = showsAll;
    showArcs();
}

QList<Choice> ClaimWriting::eventTypes(const QString& typed, const std::string& words) const
{
    const Ontology& ontology = m_desk.workspace.ontology();
    const std::map<std::string, int> told = typesToldBy(m_desk.workspace.store(), ontology, words);
    const std::string wanted = folded(toUtf8(typed));
    struct Ranked
    {
        const EventType* type;
        int told;
        int alike;
    };
    std::vector<Ranked> ranked;
    for (const std::string& name : ontology.eventOrder) {
        const EventType& type = ontology.event(name);
        const std::string label = folded(type.label);
        if (!wanted.empty() && label.find(wanted) == std::string::npos)
            continue;
        const auto count = told.find(name);
        const int alike = sameBeginning(label, folded(words));
        ranked.push_back({&type, count == told.end() ? 0 : count->second, alike < 4 ? 0 : alike});
    }
    std::ranges::stable_sort(ranked, std::ranges::greater{},
                             [](const Ranked& each) { return std::pair(each.told, each.alike); });
    QList<Choice> choices;
    for (const Ranked& each : ranked)
        choices.push_back(
            {.words = toQString(each.type->label),
             .below = {},
             .detail = each.told > 0 ? tr("told so %Ln time(s)", nullptr, each.told) : QString(),
             .shape = Shape::Card,
             .colour =
                 colourOf((m_theme == Theme::Light ? each.type->light : each.type->dark).line),
             .value = toQString(each.type->name)});
    return choices;
}

void ClaimWriting::askType(const QString& title, const TextSpans& words,
                           std::function<void(const std::string&)> answer)
{
    const std::string text = m_desk.source().slice(words);
    m_desk.box.ask(
        {.title = title,
         .hint = tr("Type what kind of event"),
         .typed = {},
         .choices = [this, text](const QString& typed) { return eventTypes(typed, text); },
         .answer = [answer = std::move(answer)](
                       const QVariant& value) { answer(toUtf8(value.toString())); },
         .other = {},
         .otherWords = {}},
        m_desk.placeOf(hullOf(words)), &m_desk.text());
}

void ClaimWriting::addEvent()
{
    const TextSpans words = m_desk.wordsToMark();
    if (words.empty())
        return;
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
                arm(0);
            });
}

void ClaimWriting::arm(int role)
{
    const Claim* claim = current();
    const int roles =
        claim == nullptr
            ? 0
            : static_cast<int>(m_desk.workspace.ontology().event(claim->type).roles.size());
    m_armed = role < roles ? role : -1;
    m_editor.setArmed(m_armed);
    Q_EMIT changed();
}

bool ClaimWriting::take(int codePoint)
{
    if (m_armed < 0 || current() == nullptr)
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
    const Claim* claim = base.store.claim(m_claim);
    if (m_armed < 0 || claim == nullptr)
        return Together{};
    const std::vector<Role>& roles = base.ontology.event(claim->type).roles;
    return fillRole(base, m_claim, roles.at(static_cast<std::size_t>(m_armed)).name, mention);
}

/// A role that takes several stays armed; after one that takes one, nothing is.
void ClaimWriting::filled()
{
    const Claim* claim = current();
    if (m_armed < 0 || claim == nullptr)
        return;
    const Role& role =
        m_desk.workspace.ontology().event(claim->type).roles.at(static_cast<std::size_t>(m_armed));
    if (!hasRoom(role, *claim))
        arm(-1);
}

void ClaimWriting::setModality(std::optional<Modality> modality)
{
    ClaimFields fields;
    fields.modality = modality;
    change(fields, tr("Say how real it is: %1").arg(toQString(wordsOf(modality))));
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
    if (next != now)
        m_desk.perform(setEvidence(m_desk.base(), m_claim, spansToMark(text, next)),
                       isWider ? tr("Draw the quote wider") : tr("Draw the quote narrower"));
}

void ClaimWriting::askForDate()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const TextSpan selected = m_desk.text().selected();
    const TextSpans words =
        selected.isEmpty() ? TextSpans() : spansToMark(m_desk.source(), selected);
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
    proposeSame(m_same);
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
    m_proposals.push_back(
        {tr("“%1” says: %2.").arg(shown(words), toQString(wordsOf(cue.modality))), tr("Take"),
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
        QStringList reasons;
        for (const SamenessReason& reason : found[i].reasons)
            reasons.push_back(toQString(reason.words));
        m_proposals.push_back({tr("Perhaps the same as “%1”: %2.")
                                   .arg(shown(other->name), reasons.join(QStringLiteral("; "))),
                               tr("Same"), [this, id = found[i].other] { join(id); }});
    }
}

/// What an event may be the same as is found out off the UI thread: it looks at every edge.
void ClaimWriting::compare()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const NodeId event = m_desk.workspace.events()->nodeOf(claim->event);
    m_comparing.run(
        [event, store = m_desk.workspace.store(), events = m_desk.workspace.events(),
         ontology = m_desk.workspace.sharedOntology()](const Progress&) {
            return SameEvents(*events, store, *ontology).of(event);
        },
        this,
        [this, claim = m_claim](std::vector<SameEventProposal> found) {
            if (claim != m_claim || current() == nullptr)
                return;
            m_same = std::move(found);
            showProposals();
        });
}

void ClaimWriting::join(NodeId other)
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const std::vector nodes{m_desk.workspace.events()->nodeOf(claim->event), other};
    if (m_desk.perform(merge(m_desk.base(), nodes), tr("Say that two meetings are one"))) {
        m_same.clear();
        showAgain();
        compare();
    }
}

void ClaimWriting::askForSame()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const NodeId mine = m_desk.workspace.events()->nodeOf(claim->event);
    const auto choices = [this, mine](const QString& typed) {
        QList<Choice> list;
        const KnowledgeGraph& events = *m_desk.workspace.events();
        const Ontology& ontology = m_desk.workspace.ontology();
        const std::string wanted = folded(toUtf8(typed));
        constexpr qsizetype listedAtMost = 40;
        const auto add = [&](NodeId id, const QString& why) {
            const Node* node = events.node(id);
            if (node == nullptr || node->kind != NodeKind::Event || id == mine ||
                list.size() >= listedAtMost ||
                (!wanted.empty() && folded(node->name).find(wanted) == std::string::npos))
                return;
            const EventType& type = ontology.event(node->type);
            list.push_back(
                {.words = shown(node->name),
                 .below = why.isEmpty() && node->date ? toQString(wordsOf(*node->date)) : why,
                 .detail = {},
                 .shape = Shape::Card,
                 .colour = colourOf((m_theme == Theme::Light ? type.light : type.dark).line),
                 .value = QString::fromStdString(id.text())});
        };
        for (const SameEventProposal& each : m_same)
            add(each.other,
                each.reasons.empty() ? QString() : toQString(each.reasons.front().words));
        for (const NodeId id : events.nodes()) {
            const bool isListed =
                std::ranges::find(m_same, id, &SameEventProposal::other) != m_same.end();
            if (!isListed)
                add(id, {});
        }
        return list;
    };
    m_desk.box.ask({.title = tr("Which meeting is it, too?"),
                    .hint = tr("Type its name"),
                    .typed = {},
                    .choices = choices,
                    .answer =
                        [this](const QVariant& value) {
                            if (const auto id = Uuid::parse(toUtf8(value.toString())))
                                join(NodeId(*id));
                        },
                    .other = {},
                    .otherWords = {}},
                   m_desk.placeOf(hullOfTrigger(m_desk.base(), *claim)), &m_desk.text());
}

} // namespace entente
