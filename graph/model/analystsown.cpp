// SPDX-License-Identifier: Apache-2.0
#include "graph/model/analystsown.h"

#include "graph/model/records.h"

#include <algorithm>

namespace entente
{

bool isAnalystsOwn(const Article& article)
{
    return std::ranges::find(article.tags, judgementTag) != article.tags.end();
}

} // namespace entente
