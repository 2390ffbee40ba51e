// SPDX-License-Identifier: Apache-2.0
#include "graph/query/misfits.h"

#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace entente
{

namespace
{

/// What fills a role, as far as its type is known.
struct Filling
{
    std::string type;
    std::string text;
    bool isEvent = false;
};

class Misfits
{
public:
    Misfits(const Claim& claim, const RoleCounts& inMeeting, const Store& store,
            const Ontology& ontology)
        : m_claim(claim)
        , m_inMeeting(inMeeting)
        , m_store(store)
        , m_ontology(ontology)
    {
    }

    std::vector<Misfit> run()
    {
        if (!m_claim.isRelation() && m_ontology.knowsEvent(m_claim.type))
            judgeEvent(m_ontology.event(m_claim.type));
        else if (m_claim.isRelation() && m_ontology.knowsRelation(m_claim.type) &&
                 m_claim.roles.size() == 2)
            judgeRelation(m_ontology.relation(m_claim.type));
        return std::move(m_found);
    }

private:
    void judgeEvent(const EventType& type)
    {
        for (const RoleFiller& filler : m_claim.roles) {
            const Role* role = type.role(filler.role);
            if (role == nullptr)
                add(filler.role, filler.filler,
                    fmt::format("{} has no role {}.", type.label, filler.role),
                    "Give who fills it another role, or take it away.");
            else
                judge(filler, role->targets);
        }
        for (const Role& role : type.roles)
            count(type, role);
    }

    void count(const EventType& type, const Role& role)
    {
        const auto found =
            static_cast<int>(std::ranges::count(m_claim.roles, role.name, &RoleFiller::role));
        const auto inMeeting = m_inMeeting.find(role.name);
        const bool isSaidElsewhere =
            inMeeting != m_inMeeting.end() && inMeeting->second >= role.atLeast;
        if (found < role.atLeast && !isSaidElsewhere)
            add(role.name, std::nullopt,
                found == 0 ? fmt::format("{} needs the role {}, and nobody and nothing has it.",
                                         type.label, role.name)
                           : fmt::format("{} needs {} {} times, and has it {}.", type.label,
                                         role.name, role.atLeast, found),
                "Mark who or what it is, or choose another type of event.");
        else if (role.atMost >= 0 && found > role.atMost)
            add(role.name, std::nullopt,
                fmt::format("{} takes {} {}, and has it {} times.", type.label, role.name,
                            role.atMost == 1 ? "once" : fmt::format("{} times", role.atMost),
                            found),
                "Take away what does not belong to it, or make two events of it.");
    }

    void judgeRelation(const RelationType& type)
    {
        const bool isReversed =
            m_claim.roles[0].role == type.toRole && m_claim.roles[1].role == type.fromRole;
        const std::vector<std::string>& first = isReversed ? type.to : type.from;
        const std::vector<std::string>& second = isReversed ? type.from : type.to;
        if (type.symmetric && accepts(first, fillingOf(m_claim.roles[1].filler)) &&
            accepts(second, fillingOf(m_claim.roles[0].filler)))
            return;
        judge(m_claim.roles[0], first);
        judge(m_claim.roles[1], second);
    }

    void judge(const RoleFiller& filler, const std::vector<std::string>& types)
    {
        const Filling filling = fillingOf(filler.filler);
        if (accepts(types, filling))
            return;
        const std::string label = labelOf(filling.type);
        const std::string name = m_claim.isRelation()
                                     ? fmt::format("“{}”", m_ontology.relation(m_claim.type).label)
                                     : filler.role;
        add(filler.role, filler.filler,
            fmt::format("“{}” is of type {}, which {} does not take.", filling.text, label, name),
            fmt::format("Give “{}” its right type, or have another fill its place.", filling.text));
    }

    Filling fillingOf(const Filler& filler) const
    {
        if (const auto* claim = std::get_if<ClaimId>(&filler)) {
            const Claim* other = m_store.claim(*claim);
            const Mention* trigger = other ? m_store.mention(other->trigger) : nullptr;
            return {other ? other->type : "", trigger ? trigger->text : "", true};
        }
        const Mention* mention = m_store.mention(std::get<MentionId>(filler));
        if (mention == nullptr)
            return {};
        // An analyst may have given it another type since.
        const Entity* entity = m_store.entity(mention->entity);
        return {entity ? entity->type : mention->type, mention->text, false};
    }

    bool accepts(const std::vector<std::string>& types, const Filling& filling) const
    {
        const bool isKnown = filling.isEvent ? m_ontology.knowsEvent(filling.type)
                                             : m_ontology.knowsEntity(filling.type);
        // A configuration that names no types asks for none.
        return !isKnown || types.empty() || std::ranges::find(types, filling.type) != types.end();
    }

    std::string labelOf(const std::string& type) const
    {
        return m_ontology.knowsEvent(type) ? m_ontology.event(type).label
                                           : m_ontology.entity(type).label;
    }

    void add(const std::string& role, std::optional<Filler> filler, std::string what,
             std::string fix)
    {
        m_found.push_back({role, filler, std::move(what), std::move(fix)});
    }

    const Claim& m_claim;
    const RoleCounts& m_inMeeting;
    const Store& m_store;
    const Ontology& m_ontology;
    std::vector<Misfit> m_found;
};

} // namespace

std::vector<Misfit> misfitsIn(const Claim& claim, const RoleCounts& inMeeting, const Store& store,
                              const Ontology& ontology)
{
    return Misfits(claim, inMeeting, store, ontology).run();
}

} // namespace entente
