// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/articlereading.h"
#include "graph/exchange/bratexport.h"
#include "graph/exchange/ententelines.h"
#include "graph/model/store.h"
#include "tests/support/storetext.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

/// What the tests of the export to brat share.
namespace entente
{

inline void mustApply(Store& store, Edit edit)
{
    if (const auto applied = store.apply(std::move(edit)); !applied)
        throw std::runtime_error(applied.error());
}

/// What opening a folder of these files gives.
/// @param troubles what the lines of entente.jsonl that were left out are said to be.
inline Store readBack(const std::map<std::string, std::string>& files, Diagnostics& troubles)
{
    std::map<std::string, ArticleBytes> articles;
    for (const auto& [path, bytes] : files) {
        const std::size_t dot = path.rfind('.');
        const std::string suffix = path.substr(dot);
        if (suffix == ".jsonl")
            continue;
        ArticleBytes& article = articles[path.substr(0, dot)];
        article.name = path.substr(0, dot);
        if (suffix == ".txt")
            article.text = bytes;
        else
            (suffix == ".ann" ? article.annotation : article.metadata) = bytes;
    }
    Store store;
    for (const auto& [name, article] : articles) {
        if (const auto read = importBytes(article, testOntology()); read.imported)
            mustApply(store, AddArticle{read.imported->records});
    }
    if (const auto rest = files.find(std::string(ententeLinesFile)); rest != files.end())
        troubles = takeEntenteLines(rest->second, rest->first, store);
    return store;
}

/// Whether both say the same, whichever files they come from.
inline bool saySame(const Store& a, const Store& b)
{
    if (a.articles() != b.articles() || a.placements() != b.placements() ||
        a.entityVerdicts() != b.entityVerdicts() || a.eventVerdicts() != b.eventVerdicts() ||
        a.views() != b.views() || a.settled() != b.settled())
        return false;
    return std::ranges::all_of(a.articles(),
                               [&](ArticleId id) { return saySame(a.records(id), b.records(id)); });
}

} // namespace entente
