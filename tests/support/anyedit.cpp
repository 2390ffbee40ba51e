// SPDX-License-Identifier: Apache-2.0
#include "tests/support/anyedit.h"

#include "graph/model/recordcheck.h"
#include "graph/project/contents.h"
#include "graph/text/sourcetext.h"
#include "tests/support/anyrecord.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace entente
{

namespace
{

const std::vector<AddArticle>& knownArticles()
{
    static const std::vector<AddArticle> articles = [] {
        const Store store = storeToWorkIn();
        std::vector<AddArticle> all;
        for (const ArticleId id : store.articles())
            all.push_back({store.records(id)});
        return all;
    }();
    return articles;
}

/// Adds as many of a kind as can be there.
template <class Record>
void addSome(std::vector<Record>& list, Record (*make)(const ArticleRecords&),
             const ArticleRecords& records)
{
    for (int count = below(4); count > 0; --count) {
        Record record = make(records);
        record.article = records.article.id;
        if (troubleWith(record, records).empty())
            list.push_back(std::move(record));
    }
}

/// Few texts, so that several articles have the same one.
ArticleRecords someArticle()
{
    ArticleRecords records;
    Article& article = records.article;
    article.id = ArticleId(newUuid());
    article.name = article.title = oneWord();
    article.text = std::make_shared<const SourceText>(oneOf<const char*>(
        {"", "Choe met Lavrov in Moscow.", "최선희 met \xff.\r\n\U0001F600 left.\n"}));
    article.annotated = !oneIn(4);
    if (oneIn(2))
        article.annotation = std::make_shared<const std::string>(someWords());
    if (oneIn(2))
        article.metadata = someWords();
    article.published = oneOf<std::optional<Edtf>>({std::nullopt, parseEdtf("2024-01-15")});
    addSome(records.entities, someEntity, records);
    addSome(records.events, someEvent, records);
    addSome(records.mentions, someMention, records);
    addSome(records.claims, someClaim, records);
    return records;
}

/// One that nothing needs, in whichever article, if there is such a one.
template <class Record>
auto idToTakeAway(const Store& store, std::vector<Record> ArticleRecords::*list)
{
    std::vector<Record> all;
    std::vector<Record> free;
    for (const ArticleId article : store.articles()) {
        const ArticleRecords& records = store.records(article);
        for (const Record& record : records.*list) {
            all.push_back(record);
            if (neededFor(record.id, records).empty())
                free.push_back(record);
        }
    }
    return anyIdOf(free.empty() || oneIn(8) ? all : free);
}

template <class EditType>
struct Kind
{
};

template <class List>
int placeIn(const List& list)
{
    return oneIn(2) ? -1 : below(static_cast<int>(list.size()) + 1);
}

/// Edits of what is in a store. A kind of edit that nobody draws here does not compile.
class Drawing
{
public:
    explicit Drawing(const Store& store)
        : m_store(store)
        , m_article(store.articles().empty() ? ArticleId()
                                             : store.articles()[static_cast<std::size_t>(below(
                                                   static_cast<int>(store.articles().size())))])
        , m_records(store.records(m_article))
    {
    }

    /// Such as can be one of several.
    static SingleEdit someSingle(const Store& store)
    {
        const auto kind = static_cast<std::size_t>(below(std::variant_size_v<SingleEdit::Kinds>));
        const Drawing drawing(store);
        auto edit = drawing.ofKind<SingleEdit>(kind);
        return std::holds_alternative<EraseArticle>(edit) ? drawing.draw(Kind<ChangeArticle>())
                                                          : edit;
    }

    template <class Variant>
    Variant ofKind(std::size_t kind) const
    {
        return ofKind<Variant>(
            kind, std::make_index_sequence<std::variant_size_v<typename Variant::Kinds>>());
    }

private:
    template <class Variant, std::size_t... each>
    Variant ofKind(std::size_t kind, std::index_sequence<each...>) const
    {
        std::optional<Variant> edit;
        const auto tryKind = [&]<std::size_t i>(std::integral_constant<std::size_t, i>) {
            if (i == kind)
                edit =
                    Variant(draw(Kind<std::variant_alternative_t<i, typename Variant::Kinds>>()));
        };
        (tryKind(std::integral_constant<std::size_t, each>()), ...);
        return std::move(edit).value();
    }

    AddArticle draw(Kind<AddArticle>) const
    {
        const int place = placeIn(m_store.articles());
        if (oneIn(2))
            return {someArticle(), place};
        AddArticle known = *anyOf(knownArticles());
        known.position = place;
        return known;
    }
    RemoveArticle draw(Kind<RemoveArticle>) const { return {m_article}; }
    EraseArticle draw(Kind<EraseArticle>) const { return {m_article}; }
    ChangeArticle draw(Kind<ChangeArticle>) const
    {
        ArticleFields fields = someArticleFields();
        maybe(&ArticleFields::byline, fields, someWords);
        maybe(&ArticleFields::address, fields, someWords);
        maybe(&ArticleFields::published, fields, [] { return std::optional<Edtf>(); });
        return {m_article, std::move(fields)};
    }
    AddMention draw(Kind<AddMention>) const
    {
        AddMention add{someMention(m_records), placeIn(m_records.mentions)};
        add.record.sourceId = someWords();
        if (oneIn(4)) {
            add.record.anchoredBy = "folded";
            add.record.text = someWords();
        }
        if (oneIn(4)) {
            add.record.status = QuoteStatus::Missing;
            add.record.spans.clear();
        }
        return add;
    }
    ChangeMention draw(Kind<ChangeMention>) const
    {
        MentionFields fields = someMentionFields(m_records);
        maybe(&MentionFields::status, fields, [] {
            return oneOf({QuoteStatus::Moved, QuoteStatus::Missing});
        });
        maybe(&MentionFields::anchoredBy, fields, [] { return std::string("folded"); });
        if (fields.status && *fields.status != QuoteStatus::Exact)
            maybe(&MentionFields::text, fields, someWords);
        return {anyIdOf(m_records.mentions), std::move(fields)};
    }
    RemoveMention draw(Kind<RemoveMention>) const
    {
        return {idToTakeAway(m_store, &ArticleRecords::mentions)};
    }
    AddEntity draw(Kind<AddEntity>) const
    {
        return {someEntity(m_records), placeIn(m_records.entities)};
    }
    ChangeEntity draw(Kind<ChangeEntity>) const
    {
        return {anyIdOf(m_records.entities), someEntityFields()};
    }
    RemoveEntity draw(Kind<RemoveEntity>) const
    {
        return {idToTakeAway(m_store, &ArticleRecords::entities)};
    }
    AddEvent draw(Kind<AddEvent>) const
    {
        AddEvent add{someEvent(m_records), placeIn(m_records.events)};
        add.record.ids = some(someId);
        add.record.tags = some(someWords);
        return add;
    }
    ChangeEvent draw(Kind<ChangeEvent>) const
    {
        return {anyIdOf(m_records.events), someEventFields()};
    }
    RemoveEvent draw(Kind<RemoveEvent>) const
    {
        return {idToTakeAway(m_store, &ArticleRecords::events)};
    }
    AddClaim draw(Kind<AddClaim>) const
    {
        AddClaim add{someClaim(m_records), placeIn(m_records.claims)};
        add.record.sourceId = someWords();
        add.record.tags = some(someWords);
        add.record.quotes.front().source = oneOf({QuoteSource::Evidence, QuoteSource::Sentence});
        return add;
    }
    ChangeClaim draw(Kind<ChangeClaim>) const
    {
        ClaimFields fields = someClaimFields(m_records);
        maybe(&ClaimFields::factuality, fields, [] { return std::optional(Factuality::PRminus); });
        maybe(&ClaimFields::modality, fields, [] { return std::optional<Modality>(); });
        maybe(&ClaimFields::credibility, fields, someWords);
        maybe(&ClaimFields::rejected, fields, [] { return oneIn(2); });
        return {anyIdOf(m_records.claims), std::move(fields)};
    }
    RemoveClaim draw(Kind<RemoveClaim>) const
    {
        return {idToTakeAway(m_store, &ArticleRecords::claims)};
    }
    JudgeEntities draw(Kind<JudgeEntities>) const
    {
        return judgement<JudgeEntities>(m_store.entityVerdicts(), &ArticleRecords::entities);
    }
    JudgeEvents draw(Kind<JudgeEvents>) const
    {
        return judgement<JudgeEvents>(m_store.eventVerdicts(), &ArticleRecords::events);
    }
    PlaceNodes draw(Kind<PlaceNodes>) const
    {
        PlaceNodes place;
        for (int count = below(4); count > 0; --count) {
            const NodeId node = someNode();
            if (std::ranges::find(place.placements, node, &NodePlacement::node) ==
                place.placements.end())
                place.placements.push_back({node, somePoint()});
        }
        return place;
    }
    PutView draw(Kind<PutView>) const
    {
        const auto id = oneIn(2) || m_store.views().empty() ? ViewId(newUuid()) : anyView();
        return {{id, oneWord(), someWords()}};
    }
    RemoveView draw(Kind<RemoveView>) const
    {
        return {m_store.views().empty() ? ViewId(newUuid()) : anyView()};
    }
    PutVocabularyFile draw(Kind<PutVocabularyFile>) const
    {
        const auto bytes =
            oneIn(3) ? std::nullopt : std::optional(someWords() + std::string(1, '\0'));
        return {oneOf<const char*>({"annotation.conf", "2024/tools.conf", "\xff"}), bytes};
    }
    SettleMatter draw(Kind<SettleMatter>) const
    {
        const std::string matter = oneOf<const char*>({"no-date", "no-quote:1", "\xff"});
        const bool isOfArticle = oneIn(2); // Forgotten with it, when it is erased.
        return {isOfArticle ? matter + ':' + m_article.text() : matter,
                oneIn(3) ? std::nullopt : std::optional(someWords())};
    }
    /// Each can build on those before it. None is erased for good: that is a step of its own.
    Together draw(Kind<Together>) const
    {
        Together together;
        Store store = m_store;
        for (int count = below(5); count > 0; --count) {
            SingleEdit edit = someSingle(store);
            Edit same = std::visit([](const auto& one) { return Edit(one); }, edit);
            if (sealContents(same).empty() && store.apply(std::move(same)))
                together.edits.push_back(std::move(edit));
        }
        return together;
    }

    template <class Judge, class All, class Record>
    Judge judgement(const All& known, std::vector<Record> ArticleRecords::*list) const
    {
        Judge judge{anyIdOf(m_records.*list), {}, {}};
        judge.verdict = oneOf<std::optional<Sameness>>({Sameness::One, Sameness::Apart, {}});
        if (!known.empty() && oneIn(3)) {
            const auto pair = std::next(known.begin(), below(static_cast<int>(known.size())));
            std::tie(judge.b, judge.a) = pair->first;
            return judge;
        }
        const Drawing other(m_store);
        judge.b = oneIn(4) ? decltype(judge.b)(newUuid()) : anyIdOf(other.m_records.*list);
        return judge;
    }

    NodeId someNode() const
    {
        if (!m_records.entities.empty() && oneIn(2))
            return nodeId(anyIdOf(m_records.entities));
        return NodeId(Uuid{1, static_cast<std::uint64_t>(1 + below(5))});
    }
    static std::optional<Point> somePoint()
    {
        if (oneIn(3))
            return std::nullopt;
        return Point{below(1000) / 7.0, -1e-9 * below(1000)};
    }
    ViewId anyView() const
    {
        return std::next(m_store.views().begin(), below(static_cast<int>(m_store.views().size())))
            ->first;
    }

    const Store& m_store;
    ArticleId m_article;
    const ArticleRecords& m_records;
};

/// What no store has.
template <class IdType>
IdType unknown()
{
    return IdType(newUuid());
}

/// Makes an edit one that must be refused.
class Spoiling
{
public:
    explicit Spoiling(const Store& store)
        : m_store(store)
    {
    }

    void operator()(AddArticle& add) const
    {
        switch (below(4)) {
        case 0:
            add.records.own().article.id = {};
            break;
        case 1:
            add.position = static_cast<int>(m_store.articles().size()) + 1;
            break;
        case 2:
            add.records.own().entities.assign(2, someEntity(*add.records)); // Of one id.
            break;
        default: {
            ArticleRecords& records = add.records.own();
            records.claims.push_back(someClaim(records));
            records.claims.back().event = unknown<EventId>();
        }
        }
    }
    void operator()(RemoveArticle& remove) const { remove.article = unknown<ArticleId>(); }
    // A file forgets what is not in it (any more), too.
    void operator()(EraseArticle& erase) const { erase.article = {}; }
    void operator()(ChangeArticle& change) const { change.id = unknown<ArticleId>(); }

    template <class Record>
    void operator()(AddRecord<Record>& add) const
    {
        Record& record = add.record;
        switch (below(5)) {
        case 0:
            record.id = {};
            break;
        case 1:
            record.article = unknown<ArticleId>();
            break;
        case 2:
            record.type.clear();
            break;
        case 3:
            add.position = 1'000'000;
            break;
        default:
            spoil(record);
        }
    }
    template <class IdType>
    void operator()(RemoveRecord<IdType>& remove) const
    {
        remove.id = unknown<IdType>();
    }
    template <class IdType, class Fields>
    void operator()(ChangeRecord<IdType, Fields>& change) const
    {
        switch (below(3)) {
        case 0:
            change.id = unknown<IdType>();
            break;
        case 1:
            change.fields.type = std::string();
            break;
        default:
            spoil(change);
        }
    }
    template <class IdType>
    void operator()(JudgeSameness<IdType>& judge) const
    {
        if (oneIn(2))
            judge.a = {};
        else
            judge.b = judge.a;
    }
    void operator()(PlaceNodes& place) const
    {
        const NodeId node = oneIn(2) ? NodeId() : unknown<NodeId>();
        place.placements.push_back({node, Point{1, 2}});
        place.placements.push_back({node, std::nullopt});
    }
    void operator()(PutView& put) const
    {
        if (oneIn(2))
            put.view.id = {};
        else
            put.view.name.clear();
    }
    void operator()(RemoveView& remove) const { remove.view = unknown<ViewId>(); }
    void operator()(PutVocabularyFile& put) const
    {
        if (oneIn(2))
            put.name.clear();
        else
            put.bytes = std::string(vocabularyBytesAtMost + 1, 'x');
    }
    void operator()(SettleMatter& settle) const { settle.matter.clear(); }
    /// By its last one, so that all others have to be taken back.
    void operator()(Together& together) const
    {
        Store store = m_store;
        (void)store.apply(together);
        SingleEdit last = Drawing::someSingle(store);
        std::visit(Spoiling(store), last);
        together.edits.push_back(std::move(last));
    }

private:
    static void spoil(Mention& mention) { mention.entity = unknown<EntityId>(); }
    static void spoil(Claim& claim)
    {
        claim.roles.push_back({"Participant", oneIn(2) ? claim.id : unknown<ClaimId>()});
    }
    /// As one that is there already.
    void spoil(Entity& entity) const
    {
        const auto* other = anyOf(m_store.records(entity.article).entities);
        entity.id = other != nullptr ? other->id : EntityId();
    }
    void spoil(Event& event) const
    {
        const auto* other = anyOf(m_store.records(event.article).events);
        event.id = other != nullptr ? other->id : EventId();
    }

    static void spoil(ChangeMention& change)
    {
        if (oneIn(2))
            change.fields.spans = TextSpans{{0, 1'000'000}};
        else
            change.fields.entity = unknown<EntityId>();
    }
    static void spoil(ChangeClaim& change)
    {
        switch (below(4)) {
        case 0:
            change.fields.event = unknown<EventId>();
            break;
        case 1:
            change.fields.trigger = unknown<MentionId>();
            break;
        case 2:
            change.fields.roles = std::vector<RoleFiller>{{"Content", change.id}};
            break;
        default: {
            Quote quote;
            quote.spans = {{0, 1}};
            quote.text = "never said";
            change.fields.quotes = std::vector{quote};
        }
        }
    }
    static void spoil(ChangeEntity& change) { change.id = {}; }
    static void spoil(ChangeEvent& change) { change.id = {}; }

    const Store& m_store;
};

} // namespace

Attempt anyAttempt(const Store& store)
{
    const auto kind = static_cast<std::size_t>(below(std::variant_size_v<Edit::Kinds>));
    Attempt attempt{Drawing(store).ofKind<Edit>(kind)};
    attempt.isWrong = oneIn(8);
    if (attempt.isWrong)
        std::visit(Spoiling(store), attempt.edit);
    return attempt;
}

} // namespace entente
