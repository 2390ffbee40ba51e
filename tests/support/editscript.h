// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"
#include "graph/model/store.h"

#include <random>
#include <string>
#include <vector>

namespace entente
{

/// Edits of all kinds that an analyst can make, at random, each of which can be done after those
/// before it; and what a project then holds. So a test that gives them to a program knows what must
/// be in the file, whenever it was stopped.
class EditScript
{
public:
    /// @param seed one seed one script: the articles that it adds go by it.
    EditScript(Store start, unsigned seed, int edits);

    const std::vector<Edit>& edits() const { return m_edits; }
    /// As entente-cli reads them, one a line.
    std::string lines() const;
    Store after(std::size_t edits) const;
    /// Words that stood only in the articles that the first so many edits have erased for good.
    std::vector<std::string> erasedBy(std::size_t edits) const;

private:
    struct Erased
    {
        std::size_t by;
        std::string word;
    };

    unsigned below(std::size_t end);
    template <class Record>
    const Record& any(const std::vector<Record>& records);
    Edit next();
    Edit annotation(const ArticleRecords& records);
    Edit change(const ArticleRecords& records);
    Edit judgement(const ArticleRecords& records);
    Edit report();
    Edit erasure();
    void perform(Edit edit);

    Store m_start, m_store;
    unsigned m_seed;
    std::mt19937 m_random;
    int m_reports = 0;
    std::vector<Edit> m_edits;
    std::vector<Edit> m_gone; ///< What brings articles back that were removed.
    std::vector<Erased> m_erased;
};

} // namespace entente
