// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/ontology/ontology.h"
#include "graph/text/wording.h"

#include <QString>

namespace entente
{

// The words in a picture. Names come from files: what cannot be seen in them is made visible, and
// where a name that runs from right to left stands beside others, it is kept from moving them.

/// A name as it is drawn, shortened in its middle when it is longer than any use.
QString shownName(const std::string& name);
/// The same, to stand between other words.
QString nameWithin(const std::string& name);

/// "CS" of "Choe Son-hui", "김" of "김정은".
QString initialsOf(const QString& name);
/// "MFA" of "Ministry of Foreign Affairs"; at most three letters.
QString acronymOf(const QString& name);
/// The code of a state by its ISO 3166 id, "PRK"; failing that, by its name; failing that, the
/// acronym of its name.
QString stateCode(const Node& node);

/// "15–17 Jan 2024"
QString shortDate(const Edtf& date, const Wording& wording = {});
/// Second line of a node: "Foreign Minister, North Korea"; "Visit · 15–17 Jan 2024 · happened".
QString detailOf(const Node& node, const Ontology& ontology, const Wording& wording = {});
/// "Choe Son-hui to Russia" of an event, else the name.
QString titleOf(const Node& node, const Ontology& ontology, const Wording& wording = {});
/// "Visitor"; of ties "4", "happened 3, expected 1".
QString labelOf(const Edge& edge, const Wording& wording = {});

/// Of a tie, what its line says: the surest of what it rests on.
std::optional<Modality> modalityOf(const Edge& edge);
/// Line width by the number of events or sources: 1.25 for one, 4 for 32 and more.
double widthFor(int count);

} // namespace entente
