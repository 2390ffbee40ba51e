// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/boxes.h"

#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace entente
{

namespace
{

namespace bg = boost::geometry;
using TreePoint = bg::model::point<double, 2, bg::cs::cartesian>;
using TreeBox = bg::model::box<TreePoint>;
using Tree = bg::index::rtree<TreeBox, bg::index::quadratic<16>>;

TreeBox inflated(const Box& box, double by)
{
    return {{box.left() - by, box.top() - by}, {box.right() + by, box.bottom() + by}};
}

/// True when the two came too near.
bool pushPair(Box& a, Box& b, double gap)
{
    const double dx = b.centre.x - a.centre.x;
    const double dy = b.centre.y - a.centre.y;
    const double deepX = (a.size.width + b.size.width) / 2 + gap - std::abs(dx);
    const double deepY = (a.size.height + b.size.height) / 2 + gap - std::abs(dy);
    // A little less than all of it is no reason for another round.
    constexpr double tolerance = 0.01;
    if (deepX < tolerance || deepY < tolerance)
        return false;
    if (deepX < deepY) {
        const double push = std::copysign(deepX / 2, dx);
        a.centre.x -= push;
        b.centre.x += push;
    } else {
        const double push = std::copysign(deepY / 2, dy);
        a.centre.y -= push;
        b.centre.y += push;
    }
    return true;
}

bool isFree(const Tree& taken, const Box& box, double gap)
{
    // Touching at exactly the gap is free, whatever the rounding.
    constexpr double tolerance = 1e-6;
    return taken.qbegin(bg::index::intersects(inflated(box, gap - tolerance))) == taken.qend();
}

/// The nearest free place, looked for on ever wider rings: fine ones first, coarser far out, so
/// that even a heap of thousands is cleared in a moment.
Point nearestFree(const Tree& taken, Box box, double gap)
{
    constexpr int mostPlaces = 48;
    const Point wanted = box.centre;
    double radius = 0;
    for (int ring = 1;; ++ring) {
        radius += 10 + ring;
        const int places = std::min(8 * ring, mostPlaces);
        for (int i = 0; i < places; ++i) {
            const double angle = 2 * std::numbers::pi * i / places;
            box.centre = {wanted.x + radius * std::cos(angle), wanted.y + radius * std::sin(angle)};
            if (isFree(taken, box, gap))
                return box.centre;
        }
    }
}

/// The lower outline of what is packed already, from left to right; each step goes on to the next.
struct Step
{
    double x = 0;
    double y = 0;
};
using Skyline = std::vector<Step>;

/// How low a rectangle gets that begins at a step and is this wide.
double lowestBelow(const Skyline& skyline, std::size_t step, double width)
{
    double y = skyline[step].y;
    const double right = skyline[step].x + width;
    for (std::size_t i = step; i < skyline.size() && skyline[i].x < right; ++i)
        y = std::max(y, skyline[i].y);
    return y;
}

void cover(Skyline& skyline, Point corner, Size size)
{
    const double right = corner.x + size.width;
    const auto first = std::ranges::find_if(skyline, [&](Step s) { return s.x >= corner.x; });
    const auto last = std::find_if(first, skyline.end(), [right](Step s) { return s.x > right; });
    const double after = std::prev(last)->y;
    const auto at = skyline.erase(first, last);
    skyline.insert(at, {Step{corner.x, corner.y + size.height}, Step{right, after}});
}

struct Packing
{
    std::vector<Point> corners;
    Size extent;
};

Packing packWithin(double width, const std::vector<Size>& sizes, const std::vector<int>& order)
{
    Packing packing{.corners = std::vector<Point>(sizes.size()), .extent = {}};
    Skyline skyline{{0, 0}};
    for (const int index : order) {
        const Size size = sizes[static_cast<std::size_t>(index)];
        // Even the widest fits at the left.
        Point best{0, lowestBelow(skyline, 0, size.width)};
        for (std::size_t step = 1; step < skyline.size(); ++step) {
            const double x = skyline[step].x;
            if (x + size.width > width)
                break;
            const double y = lowestBelow(skyline, step, size.width);
            if (y < best.y)
                best = {x, y};
        }
        packing.corners[static_cast<std::size_t>(index)] = best;
        packing.extent.width = std::max(packing.extent.width, best.x + size.width);
        packing.extent.height = std::max(packing.extent.height, best.y + size.height);
        cover(skyline, best, size);
    }
    return packing;
}

} // namespace

void pushApart(std::vector<Box>& boxes, double gap)
{
    constexpr int mostRounds = 300;
    std::vector<Box*> order;
    order.reserve(boxes.size());
    for (Box& box : boxes)
        order.push_back(&box);
    for (int round = 0; round < mostRounds; ++round) {
        std::ranges::stable_sort(order, {}, [](const Box* box) { return box->left(); });
        bool pushed = false;
        for (auto a = order.begin(); a != order.end(); ++a) {
            for (auto b = std::next(a); b != order.end() && (*b)->left() < (*a)->right() + gap; ++b)
                pushed = pushPair(**a, **b, gap) || pushed;
        }
        if (!pushed)
            return;
    }
}

void separate(std::vector<Box>& boxes, const std::vector<bool>& fixed, double gap)
{
    std::vector<TreeBox> fixedBoxes;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (fixed[i])
            fixedBoxes.push_back(inflated(boxes[i], 0));
    }
    Tree taken(fixedBoxes);
    std::vector<std::size_t> toMove;
    // Those that are free keep their places before any that is moved may take them.
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (fixed[i])
            continue;
        if (isFree(taken, boxes[i], gap))
            taken.insert(inflated(boxes[i], 0));
        else
            toMove.push_back(i);
    }
    for (const std::size_t i : toMove) {
        boxes[i].centre = nearestFree(taken, boxes[i], gap);
        taken.insert(inflated(boxes[i], 0));
    }
}

std::vector<Point> pack(const std::vector<Size>& sizes, double aspect, double gap)
{
    // Each with its gap at the right and below.
    std::vector<Size> spaced = sizes;
    double widest = 0;
    double sum = 0;
    double area = 0;
    for (Size& size : spaced) {
        size = {size.width + gap, size.height + gap};
        widest = std::max(widest, size.width);
        sum += size.width;
        area += size.width * size.height;
    }
    std::vector<int> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::ranges::greater(), [&spaced](int i) {
        return spaced[static_cast<std::size_t>(i)].height;
    });
    // Some widths are tried, from that of a snug fit up; the one whose shape fits best is taken.
    constexpr int tries = 12;
    Packing best;
    double bestExtent = std::numeric_limits<double>::infinity();
    for (int i = 0; i < tries; ++i) {
        const double snug = std::sqrt(area * aspect);
        const double width = std::min(std::max(widest, snug * (0.85 + 0.08 * i)), sum);
        Packing packing = packWithin(width, spaced, order);
        const double extent = std::max(packing.extent.width / aspect, packing.extent.height);
        if (extent < bestExtent) {
            bestExtent = extent;
            best = std::move(packing);
        }
    }
    return best.corners;
}

Box around(const std::vector<Box>& boxes)
{
    if (boxes.empty())
        return {};
    double left = boxes.front().left();
    double right = boxes.front().right();
    double top = boxes.front().top();
    double bottom = boxes.front().bottom();
    for (const Box& box : boxes) {
        left = std::min(left, box.left());
        right = std::max(right, box.right());
        top = std::min(top, box.top());
        bottom = std::max(bottom, box.bottom());
    }
    return {.centre = {(left + right) / 2, (top + bottom) / 2},
            .size = {right - left, bottom - top}};
}

} // namespace entente
