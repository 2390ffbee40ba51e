// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <QSizeF>

namespace entente
{

struct Style;

/// By how much nodes stand further from each other, across and down, or nearer; shapes and words
/// keep their size and form.
struct Stretch
{
    double across = 1;
    double down = 1;
};

/// With which the picture has the form of the room that it is to fill, and is as small as it can
/// be, so that it is as large as can be there: nodes that did not touch do not.
/// @param atLeast how large the picture has to be, even if that is not needed for the form.
Stretch stretchToFill(const Picture& picture, QSizeF room, QSizeF atLeast);

/// The same picture, its nodes moved so and everything else with them: who stands left of whom, or
/// above, stays so.
Picture stretched(const Picture& picture, const Style& style, const Stretch& stretch);

} // namespace entente
