// SPDX-License-Identifier: Apache-2.0
// A layout worker that misbehaves as its first argument says; "row" behaves: nodes in a row, edges
// without routes. "late" waits for as many milliseconds as there are nodes, and behaves. "count"
// does so too, and puts what it places as far down as there are nodes in all. "slow" never ends,
// and "unhurried" does after half a second, but for a draft, with which they begin a row at 1000;
// that of "slowshort" does not fit. "told" does as the variable FAKELAYOUT says. When it has begun,
// it writes the file that FAKELAYOUT_BEGUN names.
#include "graph/layout/codec.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>

using namespace entente;
using namespace std::string_view_literals;

namespace
{

[[noreturn]] void hang()
{
    for (;;)
        std::this_thread::sleep_for(std::chrono::hours(1));
}

[[noreturn]] void flood()
{
    const std::string block(1 << 16, 'x');
    for (;;)
        std::cout << block;
}

void dieBy(int signal)
{
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::string readAll() { return {std::istreambuf_iterator<char>(std::cin), {}}; }

Layout row(const LayoutRequest& request, double x)
{
    Layout layout;
    for (const LayoutNode& node : request.nodes) {
        layout.nodes.push_back(node.pinned.value_or(Point{x + node.size.width / 2, 0}));
        x += node.size.width;
    }
    layout.edges.resize(request.edges.size());
    return layout;
}

int answer(std::string_view manner, bool isDraft)
{
    const auto request = decodeRequest(readAll());
    if (!request) {
        std::cerr << request.error() << '\n';
        return 1;
    }
    if (manner == "late" || manner == "count")
        std::this_thread::sleep_for(std::chrono::milliseconds(request->nodes.size()));
    if (manner == "unhurried" && !isDraft)
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
    Layout layout = row(*request, isDraft ? 1000 : 0);
    if (manner == "count") {
        for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
            if (!request->nodes[i].pinned)
                layout.nodes[i].y = static_cast<double>(layout.nodes.size());
        }
    }
    if (manner == "short" || manner == "slowshort")
        layout.nodes.pop_back();
    if (manner == "moves")
        layout.nodes.front().x += 1;
    std::string text = encode(layout);
    if (manner == "cut")
        text.resize(text.size() - 5);
    std::cout << text;
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    std::string_view manner = argc > 1 ? argv[1] : "row";
    if (const char* told = std::getenv("FAKELAYOUT"); manner == "told" && told != nullptr)
        manner = told;
    if (const char* begun = std::getenv("FAKELAYOUT_BEGUN"))
        std::ofstream{begun};
    if (manner == "crash")
        dieBy(SIGSEGV);
    if (manner == "crashlate") {
        readAll();
        std::cout << "entente-layout 1\nnode 0 0\n" << std::flush;
        dieBy(SIGABRT);
    }
    if (manner == "cpu")
        dieBy(SIGXCPU);
    if (manner == "killed")
        dieBy(SIGKILL);
    const bool isDraft =
        std::any_of(argv, argv + argc, [](const char* word) { return word == "--draft"sv; });
    if (manner == "hang" || (manner.starts_with("slow") && !isDraft))
        hang();
    if (manner == "flood")
        flood();
    if (manner == "babble") {
        std::cout << "Once upon a time\n\0\xff there was a graph\n"sv;
        return 0;
    }
    if (manner == "silent")
        return 0;
    if (manner == "one") {
        std::cerr << "the graph is too tangled\n";
        return 1;
    }
    if (manner == "two")
        return 2;
    if (manner == "seven")
        return 7;
    return answer(manner, isDraft);
}
