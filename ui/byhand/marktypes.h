// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/ontology/ontology.h"

#include <QChar>
#include <QList>
#include <QString>

namespace entente
{

/// What words can be marked as, and the letter that does it.
struct MarkType
{
    QString type;  ///< As in files; empty: the trigger of an event, of a type to be chosen.
    QString label; ///< For people.
    QChar letter;  ///< In capitals.
    Shape shape = Shape::Card;
    TypeColours light, dark;
    EntityUse use = EntityUse::Vertex;

    bool operator==(const MarkType&) const = default;
};

/// The types of the vocabulary in its order, and events last. Each has a letter of its own: the one
/// that was chosen for it, or else the first of its name that is free.
QList<MarkType> markTypes(const Ontology& ontology);

/// Chooses a letter for a type. Another type that had it is given its next one.
void setLetter(const QString& type, QChar letter);

} // namespace entente
