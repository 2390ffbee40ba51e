// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "graph/annotation/corpus.h"
#include "graph/base/expected.h"
#include "graph/model/shown.h"
#include "graph/query/copies.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QGuiApplication;

namespace entente
{

/// What --engine takes.
std::vector<std::string> engineNames();
/// What --seconds takes. @returns nothing when it is none.
std::optional<std::chrono::seconds> parseSeconds(std::string_view text);

/// Fonts need a QGuiApplication, the layout worker an event loop; tests have theirs.
std::unique_ptr<QGuiApplication> applicationIfNone();

/// A picture that was laid out, and how it is painted.
struct ShownPicture
{
    Picture picture;
    Style style;
    Copies copies; ///< Who carries whose words, which lines are as wide as.
};

/// Lays a part of a graph out and draws it, by --engine, --theme and --seconds. @returns why it
/// could not be, for people. @pre there is a QGuiApplication.
Expected<ShownPicture, std::string> drawn(const KnowledgeGraph& graph, const Shown& shown,
                                          const Corpus& corpus, const Wording& wording,
                                          const Arguments& arguments, const Streams& streams);

} // namespace entente
