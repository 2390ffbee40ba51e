// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

/// Annotated articles that nobody wrote, in the shape that coded event data has: few actors are in
/// most meetings (degrees follow a power law with an exponent of about 2.1, the largest hub meets
/// 8–9 % of all, 33–50 % meet one other only), and a pair meets 3.8 times. An article has a median
/// of 56 text-bound annotations and 1,500 characters. The same shape and seed give the same bytes.
struct GeneratedCorpus
{
    struct Document
    {
        std::string name; ///< Without suffix.
        std::string text;
        std::string annotations; ///< brat standoff in the project's own ontology.
    };
    std::vector<Document> documents;
    int actors = 0;
    std::vector<std::pair<int, int>> meetings; ///< The two actors of each, lower one first.
};

GeneratedCorpus generateCorpus(int documents, std::uint64_t seed = 1);

/// As NAME.txt and NAME.ann, in an existing folder.
void writeCorpus(const GeneratedCorpus& corpus, const std::filesystem::path& folder);

} // namespace entente
