// SPDX-License-Identifier: Apache-2.0
#include "graph/model/records.h"

#include "graph/text/sourcetext.h"

#include <algorithm>
#include <tuple>

namespace entente
{

namespace
{

template <class Value>
bool isSame(const std::shared_ptr<Value>& a, const std::shared_ptr<Value>& b)
{
    return a == b || (a && b && *a == *b);
}

} // namespace

bool Article::operator==(const Article& other) const
{
    const auto fields = [](const Article& a) {
        return std::tie(a.id, a.name, a.file, a.title, a.outlet, a.chain, a.byline, a.address,
                        a.published, a.language, a.reliability, a.tags, a.sha256, a.annotated,
                        a.annotationSha256, a.metadata);
    };
    return fields(*this) == fields(other) && isSame(text, other.text) &&
           isSame(annotation, other.annotation);
}

std::string_view nameOf(QuoteSource source)
{
    switch (source) {
    case QuoteSource::Evidence:
        return "evidence";
    case QuoteSource::Sentence:
        return "sentence";
    }
    return {};
}

std::string_view nameOf(QuoteStatus status)
{
    switch (status) {
    case QuoteStatus::Exact:
        return "exact";
    case QuoteStatus::Moved:
        return "moved";
    case QuoteStatus::Missing:
        return "missing";
    }
    return {};
}

void addIds(std::vector<OutsideId>& ids, const std::vector<OutsideId>& more)
{
    for (const OutsideId& id : more) {
        const auto same = [&](const OutsideId& other) { return nameTheSame(other, id); };
        const auto found = std::ranges::find_if(ids, same);
        if (found == ids.end())
            ids.push_back(id);
        else if (found->text.empty())
            found->text = id.text;
    }
}

} // namespace entente
