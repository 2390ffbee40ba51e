// SPDX-License-Identifier: Apache-2.0
#include "graph/project/reimport.h"

#include "graph/annotation/brat/reader.h"
#include "graph/annotation/import.h"
#include "graph/annotation/metadata.h"
#include "graph/model/fieldtables.h"
#include "graph/project/recordmatch.h"
#include "graph/project/recordwords.h"
#include "graph/text/findagain.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace entente
{

namespace
{

const auto& tableOf(const Mention&) { return mentionFields; }
const auto& tableOf(const Entity&) { return entityFields; }
const auto& tableOf(const Event&) { return eventFields; }
const auto& tableOf(const Claim&) { return claimFields; }

template <class Records>
auto& listOf(Records& records, const Mention&)
{
    return records.mentions;
}
template <class Records>
auto& listOf(Records& records, const Entity&)
{
    return records.entities;
}
template <class Records>
auto& listOf(Records& records, const Event&)
{
    return records.events;
}
template <class Records>
auto& listOf(Records& records, const Claim&)
{
    return records.claims;
}

/// The records of one version, by id.
class Version
{
public:
    explicit Version(const ArticleRecords& records)
    {
        add(records.mentions, m_mentions);
        add(records.entities, m_entities);
        add(records.events, m_events);
        add(records.claims, m_claims);
    }

    const Mention* find(MentionId id) const { return find(m_mentions, id); }
    const Entity* find(EntityId id) const { return find(m_entities, id); }
    const Event* find(EventId id) const { return find(m_events, id); }
    const Claim* find(ClaimId id) const { return find(m_claims, id); }

private:
    template <class Record>
    using Index = std::unordered_map<decltype(Record::id), const Record*>;

    template <class Record>
    static void add(const std::vector<Record>& records, Index<Record>& index)
    {
        for (const Record& record : records)
            index.emplace(record.id, &record);
    }
    template <class Map, class IdType>
    static typename Map::mapped_type find(const Map& index, IdType id)
    {
        const auto found = index.find(id);
        return found == index.end() ? nullptr : found->second;
    }

    Index<Mention> m_mentions;
    Index<Entity> m_entities;
    Index<Event> m_events;
    Index<Claim> m_claims;
};

/// Where words stand, and how they were found: with another text it is another place, and says
/// nothing of what was changed.
bool isPlace(std::string_view field)
{
    return field == "spans" || field == "status" || field == "anchoredBy" || field == "quotes";
}

auto placeOf(auto& mention)
{
    return std::tie(mention.spans, mention.text, mention.status, mention.anchoredBy);
}

/// What was marked as evidence; a sentence is not marked, but follows from the text.
std::vector<std::string> evidenceOf(const Claim& claim)
{
    std::vector<std::string> words;
    for (const Quote& quote : claim.quotes) {
        if (quote.source == QuoteSource::Evidence)
            words.push_back(quote.text);
    }
    return words;
}

/// Whether the files say another thing than they did.
template <class Record>
bool isChanged(const Record& before, const Record& now)
{
    bool changed = false;
    eachField(tableOf(now), [&](const auto& field) {
        changed = changed || (!isPlace(field.name) && !(before.*(field.kept) == now.*(field.kept)));
    });
    if constexpr (std::is_same_v<Record, Claim>)
        changed = changed || before.otherAttributes != now.otherAttributes ||
                  evidenceOf(before) != evidenceOf(now);
    return changed;
}

class Merge
{
public:
    Merge(const ArticleVersions& versions, const JudgedRecords& judged)
        : m_versions(versions)
        , m_judged(judged)
        , m_base(versions.base)
        , m_mine(versions.mine)
        , m_theirs(versions.theirs)
        , m_myWords(versions.mine)
        , m_theirWords(versions.theirs)
        , m_texts(*versions.mine.article.text, *versions.theirs.article.text)
    {
    }

    Reimported run()
    {
        mergeArticle();
        // In the order in which they name each other, so that what is named can be brought along.
        mergeAll<Claim>();
        bringClaims();
        mergeAll<Event>();
        mergeAll<Mention>();
        for (const Claim& claim : m_records.claims) {
            bring<Event>(claim.event);
            bring<Mention>(claim.trigger);
            for (const RoleFiller& role : claim.roles) {
                if (const auto* mention = std::get_if<MentionId>(&role.filler))
                    bring<Mention>(*mention);
            }
        }
        mergeAll<Entity>();
        for (const Mention& mention : m_records.mentions)
            bring<Entity>(mention.entity);
        return std::move(m_result);
    }

private:
    void tell(std::string sentence)
    {
        if (!sentence.empty() && sentence.front() >= 'a' && sentence.front() <= 'z')
            sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
        if (std::ranges::find(m_result.unfit, sentence) == m_result.unfit.end())
            m_result.unfit.push_back(std::move(sentence));
    }

    /// What is written beside it may have been changed by hand in the project: what differs from
    /// what it came with wins over what does not, and else what is here.
    void mergeArticle()
    {
        const Article& mine = m_versions.mine.article;
        Article& result = m_records.article = m_versions.theirs.article;
        const Article base = asItCame(mine);
        const bool isSilent = !result.metadata; // That the file is gone is no reason to forget it.
        if (isSilent)
            result.metadata = mine.metadata;
        eachField(articleFields, [&](const auto& field) {
            const auto& own = mine.*(field.kept);
            const auto& old = base.*(field.kept);
            auto& their = result.*(field.kept);
            if (own == their || (own == old && !isSilent))
                return;
            if (their != old && !isSilent)
                tell(fmt::format("the {} is {} here and {} in the files; yours was kept",
                                 field.word, m_myWords.of(own), m_myWords.of(their)));
            their = own;
        });
    }

    template <class Record>
    void mergeAll()
    {
        std::vector<Record>& result = listOf(m_records, Record());
        for (const Record& their : listOf(m_versions.theirs, Record())) {
            const Record* mine = m_mine.find(their.id);
            const Record* base = m_base.find(their.id);
            if (mine != nullptr) {
                result.push_back(merged(*mine, base, their));
            } else if (base == nullptr) {
                result.push_back(their);
            } else if (isChanged(*base, their)) {
                result.push_back(their);
                tell(fmt::format("{}, which had been removed, has changed in the files and is "
                                 "here again",
                                 m_theirWords.nameOf(their)));
            }
        }
        for (const Record& mine : listOf(m_versions.mine, Record())) {
            if (m_theirs.find(mine.id) != nullptr)
                continue;
            const Record* base = m_base.find(mine.id);
            if (base == nullptr)
                result.push_back(carried(mine));
            else if (!(mine == *base) || isRestedOn(mine))
                result.push_back(keptFromOld(mine));
        }
        for (const Record& record : result)
            thereOf(record.id).insert(record.id);
    }

    // What the files do not have any more.

    bool isRestedOn(const Mention& mention) const
    {
        return isKeptForItself<Entity>(mention.entity);
    }
    bool isRestedOn(const Entity& entity) const { return m_judged.entities.contains(entity.id); }
    bool isRestedOn(const Event& event) const { return m_judged.events.contains(event.id); }
    bool isRestedOn(const Claim& claim) const { return isKeptForItself<Event>(claim.event); }

    /// Then what names it, or speaks of it, is kept with it: it would be empty without.
    template <class Record, class IdType>
    bool isKeptForItself(IdType id) const
    {
        const Record* mine = m_mine.find(id);
        const Record* base = m_base.find(id);
        return mine != nullptr && base != nullptr && m_theirs.find(id) == nullptr &&
               (!(*mine == *base) || isRestedOn(*mine));
    }

    template <class Record>
    Record keptFromOld(const Record& mine)
    {
        tell(fmt::format("{} is not in the files any more; it was kept, as work by hand rests on "
                         "it",
                         m_myWords.nameOf(mine)));
        Record kept = carried(mine);
        if constexpr (requires { kept.sourceId; })
            kept.sourceId.clear(); // The number may name another one by now.
        return kept;
    }

    /// What is named by something that is here must be here, too.
    template <class Record, class IdType>
    void bring(IdType id)
    {
        if (id.isNil() || !thereOf(id).insert(id).second)
            return;
        std::vector<Record>& result = listOf(m_records, Record());
        if (const Record* their = m_theirs.find(id)) {
            result.push_back(*their);
            tell(fmt::format("{}, which had been removed, is here again, as what the files say "
                             "rests on it",
                             m_theirWords.nameOf(*their)));
        } else if (const Record* mine = m_mine.find(id)) {
            result.push_back(keptFromOld(*mine));
        }
    }

    void bringClaims()
    {
        // It grows meanwhile: what is brought along may name others in turn.
        for (std::size_t i = 0; i < m_records.claims.size(); ++i) {
            const std::vector<RoleFiller> roles = m_records.claims[i].roles;
            for (const RoleFiller& role : roles) {
                if (const auto* claim = std::get_if<ClaimId>(&role.filler))
                    bring<Claim>(*claim);
            }
        }
    }

    template <class IdType>
    std::set<IdType>& thereOf(IdType)
    {
        return std::get<std::set<IdType>>(m_there);
    }

    // What was made by hand, in the new text.

    Mention carried(Mention mine)
    {
        const std::string name = m_myWords.nameOf(mine);
        giveItsPlace(mine, name);
        return mine;
    }
    Entity carried(Entity mine) const { return mine; }
    Event carried(Event mine) const { return mine; }
    Claim carried(Claim mine)
    {
        for (Quote& quote : mine.quotes)
            giveItsPlace(quote, fmt::format("the quote {} of {}", RecordWords::quoted(quote.text),
                                            m_myWords.nameOf(mine)));
        return mine;
    }

    template <class Quoted>
    void giveItsPlace(Quoted& quoted, const std::string& name)
    {
        if (quoted.spans.empty()) {
            quoted.spans = m_texts.findNew(quoted.text).spans;
            if (!quoted.spans.empty()) {
                quoted.status = QuoteStatus::Exact;
                quoted.anchoredBy.clear();
            }
            return;
        }
        FoundAgain found = m_texts.find(quoted.spans);
        quoted.spans = std::move(found.spans);
        if (!quoted.spans.empty())
            return;
        quoted.status = QuoteStatus::Missing;
        quoted.anchoredBy = found.reason;
        tell(fmt::format("{} has no place in the new text ({}); its words were kept", name,
                         found.reason));
    }

    // What is in the files, and has been worked on.

    /// The files' record with what was changed by hand, field by field.
    /// @param base null: it was added by hand, and the files have it by now.
    template <class Record>
    Record withMine(const Record& mine, const Record& base, const Record& their)
    {
        Record result = their;
        eachField(tableOf(mine), [&](const auto& field) {
            if (isPlace(field.name) || field.name == "text")
                return;
            mergeValue(mine.*(field.kept), base.*(field.kept), result.*(field.kept), field.word,
                       m_myWords.nameOf(mine));
        });
        return result;
    }

    template <class Value>
    void mergeValue(const Value& mine, const Value& base, Value& their, std::string_view word,
                    const std::string& name)
    {
        if (mine == base || mine == their)
            return;
        if (!(their == base))
            tell(fmt::format("the {} of {} is {} here and {} in the files; yours was kept", word,
                             name, m_myWords.of(mine), m_theirWords.of(their)));
        their = mine;
    }

    Entity merged(const Entity& mine, const Entity* base, const Entity& their)
    {
        return withMine(mine, base == nullptr ? Entity() : *base, their);
    }
    Event merged(const Event& mine, const Event* base, const Event& their)
    {
        return withMine(mine, base == nullptr ? Event() : *base, their);
    }

    Mention merged(const Mention& mine, const Mention* base, const Mention& their)
    {
        Mention result = withMine(mine, base == nullptr ? Mention() : *base, their);
        // What the files have made one with another, and work by hand rests on, stays itself.
        if (isKeptForItself<Entity>(mine.entity))
            result.entity = mine.entity;
        const bool isMoved =
            base == nullptr ? mine.text != their.text : placeOf(mine) != placeOf(*base);
        if (!isMoved)
            return result;
        const Mention moved = carried(mine);
        if (moved.spans == their.spans && moved.text == their.text)
            return result;
        if (mine.text != their.text && (base == nullptr || base->text != their.text))
            tell(fmt::format("{} is {} in the files; yours was kept", m_myWords.nameOf(mine),
                             RecordWords::quoted(their.text)));
        placeOf(result) = placeOf(moved);
        return result;
    }

    Claim merged(const Claim& mine, const Claim* known, const Claim& their)
    {
        const Claim base = known == nullptr ? Claim() : *known;
        Claim result = withMine(mine, base, their);
        result.origin = mine.origin;
        if (isKeptForItself<Event>(mine.event))
            result.event = mine.event;
        mergeValue(mine.otherAttributes, base.otherAttributes, result.otherAttributes, "attributes",
                   m_myWords.nameOf(mine));
        if (mine.quotes == base.quotes)
            return result;
        const std::vector<std::string> theirEvidence = evidenceOf(their);
        if (known == nullptr && (evidenceOf(mine).empty() || evidenceOf(mine) == theirEvidence))
            return result;
        const Claim moved = carried(mine);
        if (moved.quotes == their.quotes)
            return result;
        if (evidenceOf(base) != theirEvidence)
            tell(fmt::format("the quotes of {} are {} here and {} in the files; yours were kept",
                             m_myWords.nameOf(mine), m_myWords.of(mine.quotes),
                             m_theirWords.of(their.quotes)));
        result.quotes = moved.quotes;
        return result;
    }

    ArticleVersions m_versions;
    const JudgedRecords& m_judged;
    Version m_base, m_mine, m_theirs;
    RecordWords m_myWords, m_theirWords;
    TextVersions m_texts;
    Reimported m_result;
    ArticleRecords& m_records = m_result.records;
    /// What is in the result.
    std::tuple<std::set<MentionId>, std::set<EntityId>, std::set<EventId>, std::set<ClaimId>>
        m_there;
};

template <class Record>
void addNew(std::vector<Record>& known, const std::vector<Record>& more)
{
    std::set<decltype(Record::id)> ids;
    for (const Record& record : known)
        ids.insert(record.id);
    std::ranges::copy_if(more, std::back_inserter(known),
                         [&](const Record& record) { return !ids.contains(record.id); });
}

} // namespace

Reimported reimport(const ArticleVersions& versions, const JudgedRecords& judged)
{
    const ArticleRecords& mine = versions.mine;
    const ArticleRecords base = underIdsOf(matchBySource(versions.base, mine), versions.base, mine);
    // The files may have by now what was added by hand.
    ArticleRecords known = base;
    addNew(known.mentions, mine.mentions);
    addNew(known.entities, mine.entities);
    addNew(known.events, mine.events);
    addNew(known.claims, mine.claims);
    const ArticleRecords theirs =
        underIdsOf(matchByWords(versions.theirs, known), versions.theirs, known);
    return Merge({base, mine, theirs}, judged).run();
}

std::optional<ArticleRecords> importedAgain(Article article, const Ontology& ontology)
{
    if (article.annotated && !article.annotation)
        return std::nullopt;
    const std::string file = std::filesystem::path(article.file).replace_extension(".ann").string();
    const Annotations annotations =
        article.annotation ? readAnn(*article.annotation, *article.text, file).annotations
                           : Annotations();
    return importArticle(std::move(article), annotations, ontology, file).records;
}

} // namespace entente
