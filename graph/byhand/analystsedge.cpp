// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/analystsedge.h"

#include "graph/base/sha256.h"
#include "graph/model/analystsown.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

/// A name on one line.
std::string onOneLine(std::string name)
{
    std::ranges::replace_if(
        name, [](char letter) { return letter == '\n' || letter == '\r' || letter == '\t'; }, ' ');
    return name;
}

/// The article in the making: a line that says what is so, and below it why.
class Writing
{
public:
    explicit Writing(std::string because)
        : m_because(std::move(because))
        , m_uuid(randomUuid())
    {
        m_records.article.id = ArticleId(m_uuid);
    }

    /// Words of the first line. @returns where they stand.
    TextSpan say(const std::string& words)
    {
        const int begin = SourceText(m_line).size();
        m_line += words;
        return {begin, begin + SourceText(words).size()};
    }

    /// Names a node that there is.
    MentionId name(const Node& node)
    {
        if (node.kind == NodeKind::Event)
            return nameEvent(node);
        const MentionId mention = mark(onOneLine(node.name), node.type);
        m_verdicts.emplace_back(
            JudgeEntities{node.entities.front(), addEntity(node.type), Sameness::One});
        return mention;
    }

    /// Says words and marks them.
    MentionId mark(const std::string& words, const std::string& type)
    {
        Mention mention;
        mention.id = MentionId(randomUuid());
        mention.article = m_records.article.id;
        mention.type = type;
        mention.text = words;
        mention.spans = {say(words)};
        return m_records.mentions.emplace_back(std::move(mention)).id;
    }

    /// Whom the words name that were marked last.
    EntityId addEntity(const std::string& type)
    {
        Entity entity;
        entity.id = EntityId(randomUuid());
        entity.article = m_records.article.id;
        entity.type = type;
        m_records.mentions.back().entity = entity.id;
        return m_records.entities.emplace_back(std::move(entity)).id;
    }

    /// A claim of a new event.
    Claim& addEvent(const std::string& type, MentionId trigger)
    {
        Event event;
        event.id = EventId(randomUuid());
        event.article = m_records.article.id;
        event.type = type;
        Claim& claim = addClaim(type);
        claim.event = event.id;
        claim.trigger = trigger;
        m_records.events.push_back(std::move(event));
        return claim;
    }

    /// The claim that an event is spoken of. Whether it happened is not what is judged.
    Claim& addEventClaim(const Node& node, MentionId trigger)
    {
        Claim& claim = addEvent(node.type, trigger);
        m_verdicts.emplace_back(JudgeEvents{node.events.front(), claim.event, Sameness::One});
        return claim;
    }

    Claim& addClaim(const std::string& type)
    {
        Claim claim;
        claim.id = ClaimId(randomUuid());
        claim.article = m_records.article.id;
        claim.type = type;
        claim.origin = Origin::ByHand;
        return m_records.claims.emplace_back(std::move(claim));
    }

    Event& event() { return m_records.events.back(); }
    ArticleId article() const { return m_records.article.id; }

    /// @param title of the article: "Judgement: …", of what its first line says.
    Together finish(const std::string& title, const std::string& author, const Edtf& day)
    {
        Article& article = m_records.article;
        constexpr std::size_t enoughOfIt = 8;
        const std::string text =
            m_because.empty() ? m_line + ".\n" : fmt::format("{}.\n{}\n", m_line, m_because);
        article.name = fmt::format("judgements/{}", m_uuid.text().substr(0, enoughOfIt));
        article.file = article.name + ".txt";
        article.title = fmt::format("{}: {}", title, m_line);
        article.byline = author;
        article.published = day;
        article.tags = {std::string(judgementTag)};
        article.sha256 = sha256Of(text);
        article.text = std::make_shared<const SourceText>(text);
        quoteAll();
        Together edit;
        edit.edits.emplace_back(
            AddArticle{.records = Shared<ArticleRecords>(std::move(m_records))});
        std::ranges::move(m_verdicts, std::back_inserter(edit.edits));
        return edit;
    }

private:
    /// An event without a title goes by the words that tell of it: Meeting: “met”. These alone are
    /// marked, or it would go by “Meeting: “met”” once it was judged twice.
    MentionId nameEvent(const Node& node)
    {
        const std::string name = onOneLine(node.name);
        const std::string words = node.aliases.empty() ? "" : onOneLine(node.aliases.front().name);
        const std::size_t quote = name.find(fmt::format("“{}”", words));
        if (!node.title.empty() || words.empty() || quote == std::string::npos)
            return mark(name, node.type);
        const std::size_t begin = quote + std::string_view("“").size();
        say(name.substr(0, begin));
        const MentionId mention = mark(words, node.type);
        say(name.substr(begin + words.size()));
        return mention;
    }

    void quoteAll()
    {
        const SourceText& text = *m_records.article.text;
        Quote quote;
        quote.spans = {{0, text.size() - 1}}; // Without the line's end.
        quote.text = text.slice(quote.spans);
        quote.source = QuoteSource::Sentence;
        for (Claim& claim : m_records.claims)
            claim.quotes = {quote};
    }

    std::string m_because;
    Uuid m_uuid;
    std::string m_line;
    ArticleRecords m_records;
    std::vector<SingleEdit> m_verdicts;
};

/// What a mention of the node stands for in a role: a trigger for a claim of its event.
Filler fillerFor(Writing& writing, const Node& node, MentionId mention)
{
    return node.kind == NodeKind::Event ? Filler(writing.addEventClaim(node, mention).id)
                                        : Filler(mention);
}

bool isBlank(const std::string& words)
{
    return words.find_first_not_of(" \t\r\n") == std::string::npos;
}

const std::string noReason = "A judgement needs a reason: nobody else has said so.";

std::string cannotBe(const Node& filler, const std::string& role, const std::string& event)
{
    return fmt::format("“{}” cannot be {} of “{}”.", filler.name, role, event);
}

/// Why the node cannot be made; empty: it can.
std::string troubleWith(const HandBase& base, const AnalystsNode& wish)
{
    if (base.ontology.knowsEntity(wish.type))
        return isBlank(wish.name) ? "It needs a name to go by." : std::string();
    const EventType& event = base.ontology.event(wish.type);
    for (const auto& [role, id] : wish.roles) {
        const Node* node = base.events.node(id);
        if (node == nullptr)
            return "Who would take part is not here any more.";
        if (event.role(role) == nullptr || !event.role(role)->accepts(node->type))
            return cannotBe(*node, role, event.label);
    }
    return !wish.roles.empty() && isBlank(wish.because) ? noReason : std::string();
}

} // namespace

Expected<MadeAnalystsEdge, std::string> addAnalystsEdge(const HandBase& base,
                                                        const AnalystsEdge& wish)
{
    const Node* from = base.events.node(wish.from);
    const Node* to = base.events.node(wish.to);
    if (from == nullptr || to == nullptr || from == to)
        return Unexpected{std::string("What it would join is not here any more.")};
    if (isBlank(wish.because))
        return Unexpected{noReason};
    const Role* role =
        from->kind == NodeKind::Event ? base.ontology.event(from->type).role(wish.type) : nullptr;
    if (role != nullptr && !role->accepts(to->type))
        return Unexpected{cannotBe(*to, wish.type, from->name)};
    const RelationType& relation = base.ontology.relation(wish.type);
    if (role == nullptr && !relation.accepts(from->type, to->type))
        return Unexpected{fmt::format("“{}” cannot stand between “{}” and “{}”.", relation.label,
                                      from->name, to->name)};
    Writing writing(wish.because);
    const MentionId one = writing.name(*from);
    writing.say(fmt::format(" – {} – ", role != nullptr ? wish.type : relation.label));
    const MentionId other = writing.name(*to);
    ClaimId made;
    if (role != nullptr) {
        const Filler filler = fillerFor(writing, *to, other);
        Claim& claim = writing.addEventClaim(*from, one);
        claim.roles.push_back({wish.type, filler});
        made = claim.id;
    } else {
        const Filler first = fillerFor(writing, *from, one);
        const Filler second = fillerFor(writing, *to, other);
        Claim& claim = writing.addClaim(wish.type);
        claim.roles = {{relation.fromRole, first}, {relation.toRole, second}};
        made = claim.id;
    }
    return MadeAnalystsEdge{.edit = writing.finish("Judgement", wish.author, wish.day),
                            .article = writing.article(),
                            .claim = made};
}

Expected<MadeAnalystsNode, std::string> addAnalystsNode(const HandBase& base,
                                                        const AnalystsNode& wish)
{
    if (std::string trouble = troubleWith(base, wish); !trouble.empty())
        return Unexpected{std::move(trouble)};
    Writing writing(wish.because);
    MadeAnalystsNode made{.edit = {}, .article = writing.article(), .node = {}, .claim = {}};
    const std::string name = onOneLine(wish.name);
    if (base.ontology.knowsEntity(wish.type)) {
        writing.mark(name, wish.type);
        made.node = nodeId(writing.addEntity(wish.type));
        writing.say(fmt::format(" ({})", base.ontology.entity(wish.type).label));
        made.edit = writing.finish("Made by hand", wish.author, wish.day);
        return made;
    }
    const std::string& label = base.ontology.event(wish.type).label;
    const MentionId trigger = writing.mark(isBlank(name) ? label : name, wish.type);
    if (!isBlank(name))
        writing.say(fmt::format(" ({})", label));
    std::vector<RoleFiller> roles;
    for (const auto& [role, id] : wish.roles) {
        writing.say(fmt::format("{} {}: ", roles.empty() ? " –" : ",", role));
        const Node& node = *base.events.node(id);
        const MentionId mention = writing.name(node);
        roles.push_back({role, fillerFor(writing, node, mention)});
    }
    Claim& claim = writing.addEvent(wish.type, trigger);
    claim.roles = std::move(roles);
    claim.modality = wish.modality;
    made.claim = claim.id;
    made.node = nodeId(claim.event);
    writing.event().title = isBlank(name) ? std::string() : name;
    made.edit =
        writing.finish(wish.roles.empty() ? "Made by hand" : "Judgement", wish.author, wish.day);
    return made;
}

} // namespace entente
