// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/page.h"

#include <QByteArray>

namespace entente
{

/// The picture as SVG 1.1: a group with a stable id for each node and edge, its name as title, its
/// words as text that can be searched and copied. No scripts, no links, nothing from outside.
QByteArray svgOf(const Picture& picture, const Style& style, const Page& page);

} // namespace entente
