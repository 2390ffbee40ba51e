// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/askbox.h"

#include <map>
#include <string>

namespace entente
{

class Ontology;
class Store;

/// The types of event that words may tell of, as an AskBox lists them: those first of which the
/// same words told before, then those whose names begin as the words do.
class EventTypeChoices
{
public:
    /// Looks at every mention, once. @param ontology must outlive it.
    EventTypeChoices(const Store& store, const Ontology& ontology, const std::string& words,
                     Theme theme);

    /// Those whose names hold what is typed. Their values are the types' names as in files.
    QList<Choice> matching(const QString& typed) const;

private:
    const Ontology& m_ontology;
    std::string m_words; ///< Folded.
    Theme m_theme;
    std::map<std::string, int> m_told; ///< Of each type, how often the same words told of it.
};

} // namespace entente
