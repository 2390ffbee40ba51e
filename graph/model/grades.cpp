// SPDX-License-Identifier: Apache-2.0
#include "graph/model/grades.h"

#include <fmt/format.h>

#include <array>

namespace entente
{

namespace
{

bool isBetween(std::string_view grade, char first, char last)
{
    return grade.empty() || (grade.size() == 1 && grade[0] >= first && grade[0] <= last);
}

std::string wordsAmong(const std::array<std::string_view, 6>& words, std::string_view grade,
                       char first)
{
    if (grade.empty())
        return "not graded";
    const int place = grade.size() == 1 ? grade[0] - first : -1;
    return std::string(place >= 0 && place < 6 ? words.at(static_cast<std::size_t>(place)) : grade);
}

std::string sourceTrouble(std::string_view grade)
{
    return isSourceGrade(grade)
               ? std::string()
               : fmt::format("“{}” is no grade of a source, which goes from A to F", grade);
}

std::string informationTrouble(std::string_view grade)
{
    return isInformationGrade(grade)
               ? std::string()
               : fmt::format("“{}” is no grade of information, which goes from 1 to 6", grade);
}

std::string claimTrouble(std::string_view source, std::string_view information)
{
    std::string trouble = sourceTrouble(source);
    return trouble.empty() ? informationTrouble(information) : trouble;
}

struct Trouble
{
    std::string operator()(const AddArticle& add) const
    {
        return sourceTrouble(add.records->article.reliability);
    }
    std::string operator()(const ChangeArticle& change) const
    {
        return sourceTrouble(change.fields.reliability.value_or(std::string()));
    }
    std::string operator()(const AddClaim& add) const
    {
        return claimTrouble(add.record.reliability, add.record.credibility);
    }
    std::string operator()(const ChangeClaim& change) const
    {
        return claimTrouble(change.fields.reliability.value_or(std::string()),
                            change.fields.credibility.value_or(std::string()));
    }
    std::string operator()(const Together& together) const
    {
        for (const SingleEdit& one : together.edits) {
            if (std::string trouble = std::visit(*this, one); !trouble.empty())
                return trouble;
        }
        return {};
    }
    template <class Other>
    std::string operator()(const Other&) const
    {
        return {};
    }
};

} // namespace

bool isSourceGrade(std::string_view grade) { return isBetween(grade, 'A', 'F'); }
bool isInformationGrade(std::string_view grade) { return isBetween(grade, '1', '6'); }

std::string wordsOfSourceGrade(std::string_view grade)
{
    constexpr std::array<std::string_view, 6> words{"completely reliable", "usually reliable",
                                                    "fairly reliable",     "not usually reliable",
                                                    "unreliable",          "cannot be judged"};
    return wordsAmong(words, grade, 'A');
}

std::string wordsOfInformationGrade(std::string_view grade)
{
    constexpr std::array<std::string_view, 6> words{"confirmed",     "probably true",
                                                    "possibly true", "doubtful",
                                                    "improbable",    "cannot be judged"};
    return wordsAmong(words, grade, '1');
}

std::string gradeTrouble(const Edit& edit) { return std::visit(Trouble{}, edit); }

} // namespace entente
