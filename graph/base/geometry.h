// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>

namespace entente
{

/// Scene coordinates: pixels at 100 % and a device pixel ratio of 1; y grows downwards.
struct Point
{
    double x = 0;
    double y = 0;

    auto operator<=>(const Point&) const = default;
};

/// In scene pixels.
struct Size
{
    double width = 0;
    double height = 0;

    auto operator<=>(const Size&) const = default;
};

} // namespace entente
