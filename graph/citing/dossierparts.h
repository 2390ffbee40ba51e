// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/citing/citations.h"
#include "graph/model/sureness.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

struct DossierSubject;
struct Edge;
struct HopMeeting;
struct Node;

/// What those whom a dossier is about do in one event.
class DossierPart
{
public:
    void take(const Edge& role);
    /// Of two who met there.
    void take(const HopMeeting& meeting);

    const std::vector<EdgeId>& roles() const { return m_roles; }
    /// By what is surest of all that was taken.
    std::optional<Modality> modality() const;

private:
    void add(EdgeId role);

    std::vector<EdgeId> m_roles;
    bool m_hasOwn = false;
    Sureness m_own;
    bool m_hasMet = false;
    std::optional<Modality> m_met;
};

/// By the event: of those that are asked for themselves no part is needed.
std::map<NodeId, DossierPart> partsOf(const KnowledgeGraph& shown, const DossierSubject& subject);

/// The event with the claims that give these parts in it, as sure as what is less sure of the event
/// and them. Without parts it has all its own.
Citable citableOf(const CitingBase& base, const KnowledgeGraph& shown, const Node& event,
                  const DossierPart& part);

/// "Choe Son-hui as Visitor; Sergei Lavrov as Host"; of the one whose name stands above, "as
/// Visitor".
std::string wordsOf(const KnowledgeGraph& shown, const DossierPart& part, bool isNamed);

/// Who is certain that it did not happen says so, whatever else he calls it.
std::optional<Modality> saidBy(const Store& store, ClaimId id);

} // namespace entente
