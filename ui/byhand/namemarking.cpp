// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/namemarking.h"

#include "graph/annotation/articlelines.h"
#include "graph/byhand/joining.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/proposer.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/insentence.h"
#include "ui/text/qtext.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

QVariant asVariant(NodeId id) { return QString::fromStdString(id.text()); }

NodeId nodeFrom(const QVariant& value)
{
    const std::optional<Uuid> uuid = Uuid::parse(value.toString().toStdString());
    return uuid ? NodeId(*uuid) : NodeId();
}

/// How a candidate fits, where that is not plain from its name.
QString belowOf(const EntityCandidate& candidate, const Ontology& ontology)
{
    QString type = toQString(ontology.entity(candidate.type).label);
    if (candidate.because.empty() || candidate.because == candidate.name)
        return type;
    return NameMarking::tr("%1 · “%2”").arg(type, visibleForm(toQString(candidate.because)));
}

/// Without the marks at the end, and without "’s": a mouse takes them along, and no name has them.
TextSpans nameOf(const SourceText& text, TextSpans spans)
{
    TextSpan& last = spans.back();
    const auto endsWith = [&](std::string_view ending, int letters) {
        const TextSpan end{last.end - letters, last.end};
        return last.length() > letters && text.slice(end) == ending;
    };
    for (bool isCut = true; isCut;) {
        isCut = true;
        if (endsWith(",", 1) || endsWith(";", 1) || endsWith(":", 1) || endsWith("，", 1) ||
            endsWith("、", 1) || endsWith("。", 1) || endsWith("،", 1))
            last.end -= 1;
        else if (endsWith("’s", 2) || endsWith("'s", 2))
            last.end -= 2;
        else
            isCut = false;
    }
    return spans;
}

} // namespace

NameMarking::NameMarking(const TextDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
{
}

void NameMarking::mark(const QString& type)
{
    const TextSpans words = m_desk.wordsToMark();
    if (words.empty())
        return;
    switch (m_desk.workspace.ontology().entity(toUtf8(type)).use) {
    case EntityUse::Vertex:
        return markName(type, nameOf(m_desk.source(), words));
    case EntityUse::Date:
        return markDate(type, m_desk.withoutStops(words));
    case EntityUse::Position:
    case EntityUse::Cue:
    case EntityUse::Quote:
        return put(type, words, {});
    }
}

QList<Choice> NameMarking::whoMayBe(const QString& typed, const std::string& type,
                                    int position) const
{
    QList<Choice> list;
    const Ontology& ontology = m_desk.workspace.ontology();
    for (const EntityCandidate& each : m_desk.proposer.candidates(toUtf8(typed), type, position)) {
        const EntityType& entity = ontology.entity(each.type);
        if (each.type != type)
            continue; // One span, one type: another type is another letter.
        list.push_back(
            {.words = visibleForm(toQString(each.name)),
             .below = belowOf(each, ontology),
             .detail = each.isMentioned ? tr("in this article") : QString(),
             .shape = entity.shape,
             .colour = colourOf((m_theme == Theme::Light ? entity.light : entity.dark).line),
             .value = asVariant(each.node)});
    }
    return list;
}

void NameMarking::markName(const QString& type, const TextSpans& words, bool fillsRole)
{
    const std::string kind = toUtf8(type);
    const std::string text = m_desk.source().slice(words);
    const int position = words.front().begin;
    const QString shown = visibleForm(toQString(text));
    // Nobody who fits is known: then it is somebody new, and nothing is to be asked.
    if (whoMayBe(toQString(text), kind, position).isEmpty())
        return put(type, words, {.who = {}, .name = {}, .ids = {}, .fillsRole = fillsRole});
    const QString label = toQString(m_desk.workspace.ontology().entity(kind).label);
    m_desk.box.ask(
        {.title = tr("%1: whom does “%2” name?").arg(label, isolated(shown)),
         .hint = tr("Type a name"),
         .typed = shown,
         .choices = [this, kind,
                     position](const QString& typed) { return whoMayBe(typed, kind, position); },
         .answer =
             [this, type, words, fillsRole](const QVariant& who) {
                 put(type, words,
                     {.who = nodeFrom(who), .name = {}, .ids = {}, .fillsRole = fillsRole});
             },
         .other =
             [this, type, words, shown, fillsRole](const QString& typed) {
                 put(type, words,
                     {.who = {},
                      .name = typed == shown ? QString() : typed,
                      .ids = {},
                      .isSomebodyElse = true,
                      .fillsRole = fillsRole});
             },
         .otherWords = tr("somebody or something new, by the name in the box")},
        m_desk.placeOf(hullOf(words)), &m_desk.text());
}

void NameMarking::askWhoElse()
{
    const MentionId id = markedAtCursor();
    const Mention* mention = m_desk.workspace.store().mention(id);
    if (mention == nullptr || mention->entity.isNil()) {
        m_desk.refuse(tr("Set the cursor into a marked name first: I says whom it names instead.")
                          .toStdString());
        return;
    }
    const QString shown = visibleForm(toQString(mention->text));
    m_desk.box.ask(
        {.title = tr("Whom does “%1” name instead?").arg(isolated(shown)),
         .hint = tr("Type a name"),
         .typed = shown,
         .choices = [this, type = mention->type, position = mention->spans.front().begin](
                        const QString& typed) { return whoMayBe(typed, type, position); },
         .answer = [this, id](const QVariant& who) { rename(id, nodeFrom(who), {}); },
         .other = [this, id, shown](
                      const QString& typed) { rename(id, {}, typed == shown ? QString() : typed); },
         .otherWords = tr("somebody or something new, by the name in the box")},
        m_desk.placeOf(hullOf(mention->spans)), &m_desk.text());
}

/// @param who nil: somebody new.
void NameMarking::rename(MentionId mention, NodeId who, const QString& name)
{
    const HandBase base = m_desk.base();
    const auto made = renameMark(base, mention, who);
    if (!made) {
        m_desk.refuse(made.error());
        return;
    }
    HandSteps steps(base);
    std::string trouble = steps.take(made->edit);
    if (trouble.empty() && !name.isEmpty()) {
        EntityFields fields;
        fields.name = toUtf8(name);
        trouble = steps.take(Together{{ChangeEntity{made->entity, fields}}});
    }
    const Mention* words = m_desk.workspace.store().mention(mention);
    if (!trouble.empty())
        m_desk.refuse(trouble);
    else
        m_desk.perform(steps.edit(),
                       tr("Say whom “%1” names").arg(inSentence(toQString(words->text))));
}

void NameMarking::askForDay(const QString& title, const TextSpans& words,
                            std::function<void(const Edtf&)> answer)
{
    std::vector<DateProposal> proposals;
    if (!words.empty())
        proposals = m_desk.proposer.dates(hullOf(words));
    const auto choices = [proposals](const QString& typed) {
        QList<Choice> list;
        const auto add = [&](const Edtf& date, const QString& why) {
            list.push_back({.words = toQString(wordsOf(date)),
                            .below = why,
                            .detail = toQString(date.text),
                            .shape = {},
                            .colour = {},
                            .value = toQString(date.text)});
        };
        if (const std::optional<Edtf> date = parseEdtf(toUtf8(typed)))
            add(*date, tr("as you write it"));
        for (const DateProposal& each : proposals) {
            if (!typed.isEmpty() && !toQString(each.date.text).startsWith(typed))
                continue;
            add(each.date, toQString(each.why));
            if (each.otherwise)
                add(*each.otherwise, tr("which the words can mean, too"));
        }
        return list;
    };
    const TextSpan place = words.empty() ? m_desk.text().selected() : hullOf(words);
    m_desk.box.ask(
        {.title = title,
         .hint = tr("2024-01-15, 2023-10, 2024? …"),
         .typed = {},
         .choices = choices,
         .answer =
             [answer = std::move(answer)](const QVariant& value) {
                 if (const auto date = parseEdtf(toUtf8(value.toString())))
                     answer(*date);
             },
         .other = {},
         .otherWords = {},
         .trouble =
             [](const QString& typed) {
                 return typed.isEmpty() || parseEdtf(toUtf8(typed))
                            ? QString()
                            : tr("“%1” is no date yet: write 2024-01-15, 2024-01, 2024, or "
                                 "2024-01-15/2024-01-17.")
                                  .arg(inSentence(typed));
             }},
        m_desk.placeOf(place), &m_desk.text());
}

void NameMarking::markDate(const QString& type, const TextSpans& words)
{
    askForDay(
        tr("Which day does “%1” mean?").arg(inSentence(toQString(m_desk.source().slice(words)))),
        words, [this, type, words](const Edtf& date) {
            put(type, words,
                {.who = {}, .name = {}, .ids = {{std::string(dateAuthority), date.text, {}}}});
        });
}

void NameMarking::put(const QString& type, const TextSpans& words, const Meant& meant)
{
    const std::string text = m_desk.source().slice(words);
    const bool isName = m_desk.workspace.ontology().entity(toUtf8(type)).use == EntityUse::Vertex;
    const HandBase base = m_desk.base();
    const auto made =
        markWords(base, {.article = m_desk.reader.article(),
                         .spans = words,
                         .type = toUtf8(type),
                         .who = meant.who,
                         .ids = meant.ids,
                         .form = isName ? m_desk.proposer.formOf(text) : std::string(),
                         .isSomebodyElse = meant.isSomebodyElse});
    if (!made) {
        m_desk.refuse(made.error());
        return;
    }
    HandSteps steps(base);
    std::string trouble = steps.take(made->edit);
    if (trouble.empty() && !meant.name.isEmpty()) {
        EntityFields fields;
        fields.name = toUtf8(meant.name);
        trouble = steps.take(Together{{ChangeEntity{made->entity, fields}}});
    }
    if (!trouble.empty()) {
        m_desk.refuse(trouble);
        return;
    }
    // Words that do not fit the role that waits are marked all the same.
    const std::string misfit = m_after && meant.fillsRole
                                   ? steps.take(m_after(steps.base(), made->mention))
                                   : std::string();
    if (!m_desk.perform(steps.edit(), tr("Mark “%1”").arg(inSentence(toQString(text)))))
        return;
    if (!misfit.empty())
        m_desk.refuse(misfit);
    m_last = made->mention;
    m_lastWords = inSentence(toQString(text));
    m_places = isName ? otherPlaces(m_desk.base(), m_last) : TextSpans();
    const int end = words.back().end;
    m_desk.text().select({end, end});
    Q_EMIT placesChanged();
    Q_EMIT marked(m_last);
}

void NameMarking::markPlaces()
{
    const TextSpans places = std::exchange(m_places, {});
    if (!places.empty())
        m_desk.perform(entente::markPlaces(m_desk.base(), m_last, places),
                       tr("Mark %Ln more place(s)", nullptr, static_cast<int>(places.size())));
    Q_EMIT placesChanged();
}

void NameMarking::forgetPlaces()
{
    if (m_places.empty())
        return;
    m_places.clear();
    Q_EMIT placesChanged();
}

MentionId NameMarking::markedAtCursor() const
{
    const ArticleMark* marked = wordsAt(m_desk.text().marks(), m_desk.text().selected());
    return marked == nullptr ? MentionId() : marked->mention;
}

void NameMarking::unmark()
{
    const MentionId mention = markedAtCursor();
    const Mention* words = m_desk.workspace.store().mention(mention);
    if (words == nullptr) {
        m_desk.refuse(tr("Nothing is marked here.").toStdString());
        return;
    }
    const QString shown = inSentence(toQString(words->text));
    const auto filled = static_cast<int>(std::ranges::count_if(
        m_desk.workspace.store().records(words->article).claims, [&](const Claim& claim) {
            return std::ranges::find(claim.roles, Filler(mention), &RoleFiller::filler) !=
                   claim.roles.end();
        }));
    if (!m_desk.perform(entente::unmark(m_desk.base(), mention), tr("Unmark “%1”").arg(shown)))
        return;
    forgetPlaces();
    if (filled > 0)
        m_desk.message.showPassing(
            tr("“%1” is out of %Ln event(s) with its mark. Undo brings it back.", nullptr, filled)
                .arg(shown));
}

void NameMarking::step(int direction)
{
    const std::vector<NameSuggestion>& all = m_desk.proposer.suggestions();
    if (all.empty()) {
        m_desk.refuse((m_desk.proposer.isBusy()
                           ? tr("Known names are still being looked for: press F6 again.")
                           : tr("No names that are known stand here unmarked."))
                          .toStdString());
        return;
    }
    const TextSpan selected = m_desk.text().selected();
    const NameSuggestion* here = suggestionAtCursor();
    const int at = here != nullptr ? here->span.begin : selected.begin;
    const bool isSelected = here != nullptr && here->span == selected;
    auto next = std::ranges::lower_bound(all, isSelected && direction > 0 ? at + 1 : at, {},
                                         [](const auto& each) { return each.span.begin; });
    if (direction < 0)
        next = next == all.begin() ? std::prev(all.end()) : std::prev(next);
    else if (next == all.end())
        next = all.begin();
    if (!m_desk.text().isInView(next->span))
        m_desk.text().scrollTo(next->span);
    m_desk.text().select(next->span);
}

const NameSuggestion* NameMarking::suggestionAtCursor() const
{
    const std::vector<NameSuggestion>& all = m_desk.proposer.suggestions();
    const TextSpan selected = m_desk.text().selected();
    if (selected.isEmpty())
        return suggestionAt(selected.begin);
    const auto found = std::ranges::find(all, selected, &NameSuggestion::span);
    return found == all.end() ? nullptr : &*found;
}

const NameSuggestion* NameMarking::suggestionAt(int codePoint) const
{
    const std::vector<NameSuggestion>& all = m_desk.proposer.suggestions();
    const auto found = std::ranges::find_if(
        all, [&](const NameSuggestion& each) { return each.span.contains(codePoint); });
    return found == all.end() ? nullptr : &*found;
}

void NameMarking::accept(bool fillsRole)
{
    const NameSuggestion* suggestion = suggestionAtCursor();
    if (suggestion == nullptr)
        return;
    const NameChoice first = suggestion->choices.front();
    const TextSpans words = spansToMark(m_desk.source(), suggestion->span);
    if (suggestion->choices.size() > 1)
        return markName(toQString(first.type), words, fillsRole); // Several bear the name.
    std::vector<OutsideId> ids;
    if (first.node.isNil() && !first.state.empty())
        ids.push_back({"ISO3166", first.state, first.name});
    put(toQString(first.type), words,
        {.who = first.node, .name = {}, .ids = ids, .fillsRole = fillsRole});
}

void NameMarking::refuse()
{
    const NameSuggestion* suggestion = suggestionAtCursor();
    if (suggestion == nullptr)
        return;
    const QString words = visibleForm(toQString(suggestion->words));
    const std::string matter = Proposer::matterOf(m_desk.reader.article(), suggestion->words);
    m_desk.perform(Together{{SettleMatter{matter, "It names nobody here."}}},
                   tr("Do not mark “%1”").arg(words));
}

} // namespace entente
