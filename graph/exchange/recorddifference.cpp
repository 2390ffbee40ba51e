// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/recorddifference.h"

#include "graph/model/fieldtables.h"

#include <algorithm>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>

namespace entente
{

namespace
{

template <class Record>
auto byId(const std::vector<Record>& records)
{
    std::unordered_map<decltype(Record::id), const Record*> all;
    for (const Record& record : records)
        all.emplace(record.id, &record);
    return all;
}

class Difference
{
public:
    Difference(const ArticleRecords& has, const ArticleRecords& wanted)
        : m_has(has)
        , m_wanted(wanted)
    {
    }

    /// What others name comes first and goes last.
    std::vector<SingleEdit> run()
    {
        change<ChangeArticle>(m_has.article, m_wanted.article);
        addNew(m_has.entities, m_wanted.entities);
        addNew(m_has.events, m_wanted.events);
        addNew(m_has.mentions, m_wanted.mentions);
        addNewClaims();
        changeAll<ChangeEntity>(m_has.entities, m_wanted.entities);
        changeAll<ChangeEvent>(m_has.events, m_wanted.events);
        changeAll<ChangeMention>(m_has.mentions, m_wanted.mentions);
        changeAll<ChangeClaim>(m_has.claims, m_wanted.claims);
        removeOldClaims();
        removeOld(m_has.mentions, m_wanted.mentions);
        removeOld(m_has.events, m_wanted.events);
        removeOld(m_has.entities, m_wanted.entities);
        return std::move(m_edits);
    }

private:
    template <class Change, class Record>
    void change(const Record& has, const Record& wanted)
    {
        Change change{has.id, {}};
        eachField(tableOf(change.fields), [&](const auto& field) {
            if (has.*(field.kept) != wanted.*(field.kept))
                change.fields.*(field.wanted) = wanted.*(field.kept);
        });
        if (!(change == Change{has.id, {}}))
            m_edits.emplace_back(std::move(change));
    }

    template <class Change, class Record>
    void changeAll(const std::vector<Record>& has, const std::vector<Record>& wanted)
    {
        const auto now = byId(has);
        for (const Record& record : wanted) {
            if (const auto found = now.find(record.id); found != now.end())
                change<Change>(*found->second, record);
        }
    }

    template <class Record>
    void addNew(const std::vector<Record>& has, const std::vector<Record>& wanted)
    {
        const auto now = byId(has);
        for (const Record& record : wanted) {
            if (!now.contains(record.id))
                m_edits.emplace_back(AddRecord<Record>{added(record)});
        }
    }

    /// No line says it any more; another one may have got the name of the line that did.
    template <class Record>
    static Record added(Record record)
    {
        if constexpr (requires { record.sourceId; })
            record.sourceId.clear();
        return record;
    }

    template <class Record>
    void removeOld(const std::vector<Record>& has, const std::vector<Record>& wanted)
    {
        const auto then = byId(wanted);
        for (const Record& record : has) {
            if (!then.contains(record.id))
                m_edits.emplace_back(RemoveRecord<decltype(Record::id)>{record.id});
        }
    }

    /// One that another one names comes before it; of two that name each other, one comes without
    /// its roles and gets them later.
    void addNewClaims()
    {
        const auto now = byId(m_has.claims);
        std::unordered_set<ClaimId> there;
        for (const Claim& claim : m_has.claims)
            there.insert(claim.id);
        std::vector<const Claim*> waiting;
        for (const Claim& claim : m_wanted.claims) {
            if (!now.contains(claim.id))
                waiting.push_back(&claim);
        }
        std::vector<SingleEdit> later;
        while (!waiting.empty()) {
            const auto isReady = [&](const Claim* claim) { return namesOnly(*claim, there); };
            auto next = std::ranges::find_if(waiting, isReady);
            if (next == waiting.end()) {
                next = waiting.begin();
                Claim bare = added(**next);
                ChangeClaim roles{bare.id, {}};
                roles.fields.roles = std::exchange(bare.roles, {});
                later.emplace_back(std::move(roles));
                m_edits.emplace_back(AddClaim{std::move(bare)});
            } else {
                m_edits.emplace_back(AddClaim{added(**next)});
            }
            there.insert((*next)->id);
            waiting.erase(next);
        }
        std::ranges::move(later, std::back_inserter(m_edits));
    }

    static bool namesOnly(const Claim& claim, const std::unordered_set<ClaimId>& there)
    {
        return std::ranges::all_of(claim.roles, [&](const RoleFiller& role) {
            const auto* other = std::get_if<ClaimId>(&role.filler);
            return !other || there.contains(*other);
        });
    }

    /// One that another one names goes after it. Those that stay name none of them any more.
    void removeOldClaims()
    {
        const auto then = byId(m_wanted.claims);
        std::vector<const Claim*> going;
        for (const Claim& claim : m_has.claims) {
            if (!then.contains(claim.id))
                going.push_back(&claim);
        }
        while (!going.empty()) {
            const auto isFree = [&](const Claim* claim) {
                return std::ranges::none_of(going, [&](const Claim* other) {
                    return other != claim && names(*other, claim->id);
                });
            };
            auto next = std::ranges::find_if(going, isFree);
            if (next == going.end())
                next = going.begin();
            m_edits.emplace_back(RemoveClaim{(*next)->id});
            going.erase(next);
        }
    }

    static bool names(const Claim& claim, ClaimId other)
    {
        return std::ranges::find(claim.roles, Filler(other), &RoleFiller::filler) !=
               claim.roles.end();
    }

    const ArticleRecords& m_has;
    const ArticleRecords& m_wanted;
    std::vector<SingleEdit> m_edits;
};

} // namespace

std::vector<SingleEdit> editsBetween(const ArticleRecords& has, const ArticleRecords& wanted)
{
    return Difference(has, wanted).run();
}

} // namespace entente
