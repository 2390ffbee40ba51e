// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/corpus.h"
#include "tests/support/storetext.h"

#include <string_view>

namespace entente
{

/// A small text as storeFrom() reads it, as if it had been opened from a file called "a".
inline Corpus corpusFrom(std::string_view text)
{
    Corpus corpus;
    corpus.store = storeFrom(text);
    corpus.ontology = testOntology();
    corpus.paths = {"a"};
    return corpus;
}

} // namespace entente
