// SPDX-License-Identifier: Apache-2.0
#include "graph/model/edit.h"

#include "graph/base/overloaded.h"

#include <fmt/format.h>

namespace entente
{

std::string wordsOf(const Edit& edit)
{
    return std::visit(Overloaded{
                          [](const AddArticle& add) {
                              return fmt::format("Add “{}”", add.records.article.title);
                          },
                          [](const RemoveArticle&) { return std::string("Remove an article"); },
                          [](const PlaceNodes& place) {
                              return place.placements.size() == 1
                                         ? std::string("Move a node")
                                         : fmt::format("Move {} nodes", place.placements.size());
                          },
                      },
                      edit);
}

} // namespace entente
