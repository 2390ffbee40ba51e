// SPDX-License-Identifier: Apache-2.0
#include "graph/model/modality.h"

#include <array>

namespace entente
{

namespace
{

constexpr std::array<Factuality, 8> allFactualities = {
    Factuality::CTplus,  Factuality::PRplus,  Factuality::PSplus, Factuality::CTminus,
    Factuality::PRminus, Factuality::PSminus, Factuality::CTu,    Factuality::Uu,
};

} // namespace

std::string_view nameOf(Modality modality)
{
    switch (modality) {
    case Modality::Happened:
        return "Happened";
    case Modality::Announced:
        return "Announced";
    case Modality::Planned:
        return "Planned";
    case Modality::Expected:
        return "Expected";
    case Modality::Proposed:
        return "Proposed";
    case Modality::Speculated:
        return "Speculated";
    case Modality::DidNotHappen:
        return "DidNotHappen";
    }
    return {};
}

std::optional<Modality> parseModality(std::string_view name)
{
    for (const Modality modality : allModalities) {
        if (nameOf(modality) == name)
            return modality;
    }
    return std::nullopt;
}

std::string_view wordsOf(std::optional<Modality> modality)
{
    if (!modality)
        return "unstated";
    switch (*modality) {
    case Modality::Happened:
        return "happened";
    case Modality::Announced:
        return "announced";
    case Modality::Planned:
        return "planned";
    case Modality::Expected:
        return "expected";
    case Modality::Proposed:
        return "proposed";
    case Modality::Speculated:
        return "speculated";
    case Modality::DidNotHappen:
        return "did not happen";
    }
    return {};
}

std::string_view nameOf(Factuality factuality)
{
    switch (factuality) {
    case Factuality::CTplus:
        return "CT+";
    case Factuality::PRplus:
        return "PR+";
    case Factuality::PSplus:
        return "PS+";
    case Factuality::CTminus:
        return "CT-";
    case Factuality::PRminus:
        return "PR-";
    case Factuality::PSminus:
        return "PS-";
    case Factuality::CTu:
        return "CTu";
    case Factuality::Uu:
        return "Uu";
    }
    return {};
}

std::optional<Factuality> parseFactuality(std::string_view name)
{
    for (const Factuality factuality : allFactualities) {
        if (nameOf(factuality) == name)
            return factuality;
    }
    return std::nullopt;
}

std::string_view wordsOf(Factuality factuality)
{
    switch (factuality) {
    case Factuality::CTplus:
        return "certain";
    case Factuality::PRplus:
        return "probable";
    case Factuality::PSplus:
        return "possible";
    case Factuality::CTminus:
        return "certainly not";
    case Factuality::PRminus:
        return "probably not";
    case Factuality::PSminus:
        return "possibly not";
    case Factuality::CTu:
        return "certain, but not said whether or not";
    case Factuality::Uu:
        return "not committed to";
    }
    return {};
}

int strengthOf(Factuality factuality)
{
    switch (factuality) {
    case Factuality::CTplus:
    case Factuality::CTminus:
    case Factuality::CTu:
        return 3;
    case Factuality::PRplus:
    case Factuality::PRminus:
        return 2;
    case Factuality::PSplus:
    case Factuality::PSminus:
        return 1;
    case Factuality::Uu:
        return 0;
    }
    return 0;
}

} // namespace entente
