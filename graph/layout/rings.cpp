// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/rings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>

namespace entente
{

namespace
{

constexpr double turn = 2 * std::numbers::pi;

/// A box by its place on a ring.
struct Seat
{
    std::size_t box;
    double angle;
};

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// The one from which all others are whole steps away.
Point middleOf(const std::vector<Box>& boxes, double step)
{
    Point middle;
    double least = std::numeric_limits<double>::max();
    for (const Box& candidate : boxes) {
        double off = 0;
        for (const Box& box : boxes) {
            const double steps = distance(box.centre, candidate.centre) / step;
            off += std::abs(steps - std::round(steps));
            if (off >= least)
                break;
        }
        if (off < least) {
            least = off;
            middle = candidate.centre;
        }
    }
    return middle;
}

/// How far a box reaches along the ring when it stands there, and across.
double along(Size size, double angle)
{
    return size.width * std::abs(std::sin(angle)) + size.height * std::abs(std::cos(angle));
}

double across(Size size, double angle)
{
    return size.width * std::abs(std::cos(angle)) + size.height * std::abs(std::sin(angle));
}

/// The angles that neighbours on a ring need between them.
std::vector<double> needsOf(const std::vector<Seat>& seats, const std::vector<Box>& boxes,
                            double radius, double gap)
{
    std::vector<double> needs;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const Seat& a = seats[i];
        const Seat& b = seats[(i + 1) % seats.size()];
        const double length =
            (along(boxes[a.box].size, a.angle) + along(boxes[b.box].size, b.angle)) / 2 + gap;
        // The chord is the shorter way.
        needs.push_back(2 * std::asin(std::min(1.0, length / (2 * radius))));
    }
    return needs;
}

/// Turns neighbours away from each other until each two are as far apart as they need to be.
/// @returns whether there is room for that.
bool spreadOut(std::vector<Seat>& seats, const std::vector<Box>& boxes, double radius, double gap)
{
    constexpr int roundsAtMost = 400;
    if (seats.size() < 2)
        return true;
    for (int round = 0; round < roundsAtMost; ++round) {
        const std::vector<double> needs = needsOf(seats, boxes, radius, gap);
        double all = 0;
        for (const double need : needs)
            all += need;
        if (all > turn)
            return false;
        bool isDone = true;
        for (std::size_t i = 0; i < seats.size(); ++i) {
            const bool isLast = i + 1 == seats.size();
            Seat& a = seats[i];
            Seat& b = seats[isLast ? 0 : i + 1];
            const double lacks = needs[i] - (b.angle + (isLast ? turn : 0) - a.angle);
            if (lacks <= 1e-6)
                continue;
            a.angle -= lacks / 2 + 1e-7;
            b.angle += lacks / 2 + 1e-7;
            isDone = false;
        }
        if (isDone)
            return true;
    }
    return false;
}

/// @returns the radius at which all have room on one ring.
double radiusFor(std::vector<Seat>& seats, const std::vector<Box>& boxes, double radius, double gap)
{
    constexpr double wider = 1.05;
    while (!spreadOut(seats, boxes, radius, gap))
        radius *= wider;
    return radius;
}

/// All of them, each after one that an edge joins it with, as far as there is such an edge.
std::vector<std::size_t> walkInDepth(std::size_t count, const std::vector<LayoutEdge>& edges)
{
    std::vector<std::vector<std::size_t>> neighbours(count);
    for (const LayoutEdge& edge : edges) {
        const auto tail = static_cast<std::size_t>(edge.tail);
        const auto head = static_cast<std::size_t>(edge.head);
        neighbours[tail].push_back(head);
        neighbours[head].push_back(tail);
    }
    std::vector<std::size_t> busiestFirst(count);
    std::iota(busiestFirst.begin(), busiestFirst.end(), std::size_t{0});
    std::ranges::stable_sort(busiestFirst, std::ranges::greater(),
                             [&](std::size_t box) { return neighbours[box].size(); });
    std::vector<std::size_t> walk;
    std::vector<bool> seen(count);
    for (const std::size_t first : busiestFirst) {
        std::vector<std::size_t> next{first};
        while (!next.empty()) {
            const std::size_t box = next.back();
            next.pop_back();
            if (seen[box])
                continue;
            seen[box] = true;
            walk.push_back(box);
            next.insert(next.end(), neighbours[box].rbegin(), neighbours[box].rend());
        }
    }
    return walk;
}

} // namespace

void widenRings(std::vector<Box>& boxes, double step, double gap)
{
    const Point middle = middleOf(boxes, step);
    std::map<int, std::vector<Seat>> rings;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Point at = boxes[i].centre;
        rings[static_cast<int>(std::lround(distance(at, middle) / step))].push_back(
            {i, std::atan2(at.y - middle.y, at.x - middle.x)});
    }
    double radius = 0;
    double reach = 0; // Of the ring before, outwards.
    for (auto& [ring, seats] : rings) {
        double widest = 0;
        for (const Seat& seat : seats)
            widest = std::max(widest, across(boxes[seat.box].size, seat.angle));
        std::ranges::stable_sort(seats, {}, &Seat::angle);
        radius = ring == 0 ? 0 : radiusFor(seats, boxes, radius + reach + widest / 2 + gap, gap);
        for (const Seat& seat : seats)
            boxes[seat.box].centre = {middle.x + radius * std::cos(seat.angle),
                                      middle.y + radius * std::sin(seat.angle)};
        reach = widest / 2;
    }
}

void standOnOneCircle(std::vector<Box>& boxes, const std::vector<LayoutEdge>& edges, double gap)
{
    std::vector<Seat> seats;
    const std::vector<std::size_t> walk = walkInDepth(boxes.size(), edges);
    double length = 0;
    for (const std::size_t box : walk) {
        seats.push_back(
            {box, turn * static_cast<double>(seats.size()) / static_cast<double>(walk.size())});
        length += std::max(boxes[box].size.width, boxes[box].size.height) + gap;
    }
    const double radius = radiusFor(seats, boxes, length / turn, gap);
    for (const Seat& seat : seats)
        boxes[seat.box].centre = {radius * std::cos(seat.angle), radius * std::sin(seat.angle)};
}

} // namespace entente
