// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/articlerest.h"

#include "graph/annotation/import.h"
#include "graph/exchange/bratexport.h"
#include "graph/exchange/ententelines.h"
#include "graph/exchange/recorddifference.h"
#include "graph/model/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente
{

namespace
{

/// The id that each record of one kind, as it was read, shall have; and the line that the import
/// made its id from.
template <class IdType>
class Naming
{
public:
    /// @param wanted nil, or taken by another one: none of mine; then it goes later.
    void add(IdType read, const std::string& line, IdType wanted)
    {
        if (!wanted.isNil() && m_taken.insert(wanted).second)
            m_named.push_back({read, line, wanted});
        else
            m_others.push_back({read, line, {}});
    }

    std::map<std::string, Uuid> names() const
    {
        std::map<std::string, Uuid> names;
        for (const Named& one : m_named) {
            if (one.read != one.wanted)
                names.emplace(one.line, one.wanted.uuid());
        }
        for (const Named& one : m_others) {
            if (m_taken.contains(one.read)) // It must make room until it goes.
                names.emplace(one.line, uuidFromName(one.read.uuid(), "spare"));
        }
        return names;
    }

private:
    struct Named
    {
        IdType read;
        std::string line;
        IdType wanted;
    };

    std::vector<Named> m_named, m_others;
    std::unordered_set<IdType> m_taken;
};

template <class IdType>
IdType find(const std::map<std::string, IdType, std::less<>>& lines, const std::string& line)
{
    const auto found = lines.find(line);
    return found == lines.end() ? IdType() : found->second;
}

/// What most of a whole's parts belong to; the first of equals.
template <class IdType>
IdType mostOf(const std::vector<IdType>& votes)
{
    IdType best;
    std::ptrdiff_t most = 0;
    for (const IdType& vote : votes) {
        const auto count = std::ranges::count(votes, vote);
        if (!vote.isNil() && count > most) {
            best = vote;
            most = count;
        }
    }
    return best;
}

/// Names wholes (entities, events) by what became of their parts (mentions, claims).
/// @param wholeOf of a part, as read. @param became of a part: the whole of mine; nil: none.
template <class IdType, class Whole, class Part, class WholeOf, class Became>
std::map<std::string, Uuid> namesOfWholes(const std::vector<Whole>& wholes,
                                          const std::vector<Part>& parts, WholeOf wholeOf,
                                          Became became)
{
    std::unordered_map<IdType, std::vector<const Part*>> partsOf;
    for (const Part& part : parts)
        partsOf[wholeOf(part)].push_back(&part);
    Naming<IdType> naming;
    for (const Whole& whole : wholes) {
        std::vector<IdType> votes;
        for (const Part* part : partsOf[whole.id])
            votes.push_back(became(*part));
        if (!partsOf[whole.id].empty())
            naming.add(whole.id, partsOf[whole.id].front()->sourceId, mostOf(votes));
    }
    return naming.names();
}

ArticleNames namesFor(const ArticleRecords& read, const ArticleRecords& mine,
                      const WantedLines& lines)
{
    ArticleNames names;
    names.file = read.article.name;
    if (mine.article.id != read.article.id)
        names.article = mine.article.id;

    Naming<MentionId> mentions;
    for (const Mention& mention : read.mentions)
        mentions.add(mention.id, mention.sourceId, find(lines.mentions, mention.sourceId));
    names.mentions = mentions.names();
    Naming<ClaimId> claims;
    for (const Claim& claim : read.claims)
        claims.add(claim.id, claim.sourceId, find(lines.claims, claim.sourceId));
    names.claims = claims.names();

    std::unordered_map<MentionId, EntityId> entityOf;
    for (const Mention& mention : mine.mentions)
        entityOf.emplace(mention.id, mention.entity);
    names.entities = namesOfWholes<EntityId>(
        read.entities, read.mentions, [](const Mention& mention) { return mention.entity; },
        [&](const Mention& mention) { return entityOf[find(lines.mentions, mention.sourceId)]; });
    std::unordered_map<ClaimId, const Claim*> claimOf;
    for (const Claim& claim : mine.claims)
        claimOf.emplace(claim.id, &claim);
    for (const auto& [line, id] : lines.claims) {
        if (claimOf.at(id)->origin == Origin::ByHand)
            names.byHand.insert(line);
    }
    names.events = namesOfWholes<EventId>(
        read.events, read.claims, [](const Claim& claim) { return claim.event; },
        [&](const Claim& claim) {
            const auto became = claimOf.find(find(lines.claims, claim.sourceId));
            return became == claimOf.end() ? EventId() : became->second->event;
        });
    return names;
}

template <class Record>
std::vector<RecordOrder::Place> movesBetween(const std::vector<Record>& has,
                                             const std::vector<Record>& wanted)
{
    const auto idsOf = [](const std::vector<Record>& records) {
        std::vector<Uuid> ids;
        ids.reserve(records.size());
        for (const Record& record : records)
            ids.push_back(record.id.uuid());
        return ids;
    };
    std::vector<Uuid> now = idsOf(has);
    std::vector<Uuid> then = idsOf(wanted);
    if (now == then || !std::ranges::is_permutation(now, then))
        return {};
    return entente::movesBetween(now, then);
}

/// Finds out line by line what is missing, on a store of the one article.
class Rest
{
public:
    Rest(const ArticleRecords& read, const ArticleRecords& mine)
        : m_read(read)
        , m_mine(mine)
    {
        (void)m_store.apply(AddArticle{read});
    }

    ArticleRest run(const WantedLines& lines)
    {
        addNames(namesFor(m_read, m_mine, lines));
        for (const SingleEdit& edit : editsBetween(now(), m_mine)) {
            const Edit one = std::visit([](const auto& each) { return Edit(each); }, edit);
            take(ententeLine(one));
            ++m_words[wordsOf(one)];
        }
        addOrder();
        if (!saySame(now(), m_mine))
            addAll();
        for (const auto& [words, count] : m_words)
            m_rest.words.push_back(count == 1 ? words : fmt::format("{} ({} times)", words, count));
        return std::move(m_rest);
    }

private:
    const ArticleRecords& now() const { return m_store.records(m_mine.article.id); }

    void take(const std::string& line)
    {
        m_rest.lines += line;
        (void)takeEntenteLines(line, {}, m_store);
    }

    void addNames(const ArticleNames& names)
    {
        if (names.isPlain())
            return;
        take(ententeLine(names));
        if (!names.byHand.empty())
            m_words[names.byHand.size() == 1
                        ? "that a claim was made by hand"
                        : fmt::format("that {} claims were made by hand", names.byHand.size())] = 1;
        const std::size_t ids = names.mentions.size() + names.entities.size() +
                                names.events.size() + names.claims.size();
        if (ids > 0)
            m_words[ids == 1 ? "the id of a record" : fmt::format("the ids of {} records", ids)] =
                1;
    }

    void addOrder()
    {
        RecordOrder order;
        order.article = m_mine.article.id;
        order.mentions = movesBetween(now().mentions, m_mine.mentions);
        order.entities = movesBetween(now().entities, m_mine.entities);
        order.events = movesBetween(now().events, m_mine.events);
        order.claims = movesBetween(now().claims, m_mine.claims);
        if (order.isPlain())
            return;
        take(ententeLine(order));
        m_words["the order of its records"] = 1;
    }

    /// What edits cannot say is said as a whole. Seen only where records do not fit their own text,
    /// which a file can make and no edit can mend.
    void addAll()
    {
        m_store = {};
        m_rest = {};
        m_words.clear();
        (void)m_store.apply(AddArticle{m_read});
        ArticleNames names;
        names.file = m_read.article.name;
        if (m_mine.article.id != m_read.article.id)
            names.article = m_mine.article.id;
        if (!names.article.isNil())
            take(ententeLine(names));
        ArticleRecords all = m_mine;
        all.article.text = nullptr;
        all.article.annotation = nullptr;
        all.article.metadata.reset();
        take(ententeLine(AddArticle{std::move(all)}));
        m_words["all that is said of it"] = 1;
    }

    const ArticleRecords& m_read;
    const ArticleRecords& m_mine;
    Store m_store;
    ArticleRest m_rest;
    std::map<std::string, int> m_words; ///< How often each.
};

/// Without what hangs on which files a record came from.
ArticleRecords withoutFiles(ArticleRecords records)
{
    Article& article = records.article;
    article.name.clear();
    article.file.clear();
    article.sha256.clear();
    article.annotated = true;
    article.annotation = nullptr;
    article.annotationSha256.clear();
    article.metadata.reset();
    for (Mention& mention : records.mentions)
        mention.sourceId.clear();
    for (Claim& claim : records.claims)
        claim.sourceId.clear();
    return records;
}

} // namespace

bool saySame(const ArticleRecords& a, const ArticleRecords& b)
{
    return withoutFiles(a) == withoutFiles(b);
}

ArticleRest restOf(const ArticleRecords& read, const ArticleRecords& mine, const WantedLines& lines)
{
    return saySame(read, mine) ? ArticleRest() : Rest(read, mine).run(lines);
}

} // namespace entente
