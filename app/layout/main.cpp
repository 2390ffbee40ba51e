// SPDX-License-Identifier: Apache-2.0
// The worker that lays graphs out: a request on stdin, a layout on stdout (graph/layout/codec.h).
#include "graph/layout/arrange.h"
#include "graph/layout/codec.h"

#include <sys/resource.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iterator>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>

using namespace entente;

namespace
{

enum ExitCode { done = 0, couldNot = 1, wrongUsage = 2 };

constexpr std::string_view help =
    "Usage: entente-layout [--draft] [--memory-mib N] [--cpu-seconds N] < request > layout\n"
    "\n"
    "Lays a graph out with Graphviz for the other programs of Entente. The request is read\n"
    "from standard input, the layout is written to standard output; both are lines of text:\n"
    "\n"
    "  entente-layout-request 1           entente-layout 1\n"
    "  engine neato                       node 65 120\n"
    "  routing line                       node 260.5 26\n"
    "  node 130 94                        route 130 88.7 144.2 81.8 158.3 75 172.5 68.1\n"
    "  node 190 52                        label 151.3 78.4\n"
    "  edge 0 1 62 16                     end\n"
    "  end\n"
    "\n"
    "Engines: dot, neato, fdp, sfdp, twopi, circo. Routing: line, spline. A node has a width\n"
    "and a height, and where it is to stay its x and y too; an edge has the numbers of its\n"
    "nodes, from 0, and may have the room for its label.\n"
    "\n"
    "  --draft          soon done rather than well: no curves, more crossings\n"
    "  --memory-mib N   use at most N MiB of memory\n"
    "  --cpu-seconds N  use at most N seconds of computing time\n"
    "  --help           show this and do nothing\n"
    "\n"
    "Exit status: 0 done, 1 could not (why is on standard error), 2 wrong usage.\n";

struct Options
{
    Effort effort = Effort::Full;
    std::optional<rlim_t> memoryMib;
    std::optional<rlim_t> cpuSeconds;
};

std::optional<rlim_t> parseLimit(std::string_view word)
{
    constexpr rlim_t atMost = 1'000'000;
    rlim_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size() || number == 0 || number > atMost)
        return {};
    return number;
}

std::optional<Options> parseOptions(std::span<char*> words)
{
    Options options;
    while (!words.empty()) {
        const std::string_view name = words.front();
        words = words.subspan(1);
        if (name == "--draft") {
            options.effort = Effort::Draft;
            continue;
        }
        const auto limit = words.empty() ? std::nullopt : parseLimit(words.front());
        if (!limit)
            return {};
        words = words.subspan(1);
        if (name == "--memory-mib")
            options.memoryMib = limit;
        else if (name == "--cpu-seconds")
            options.cpuSeconds = limit;
        else
            return {};
    }
    return options;
}

void limit(int resource, rlim_t value, rlim_t hard)
{
    const rlimit both{.rlim_cur = value, .rlim_max = hard};
    // Where the system grants less already, less it is.
    ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

/// Not as the parent left it: a blocked or ignored signal would outlive the kill or the limit.
void restoreSignals()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGPIPE, SIGXCPU, SIGABRT, SIGSEGV})
        std::signal(signal, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

void apply(const Options& options)
{
    limit(RLIMIT_CORE, 0, 0);
#ifndef __SANITIZE_ADDRESS__ // Which reserves terabytes and uses few of them.
    if (options.memoryMib)
        limit(RLIMIT_AS, *options.memoryMib << 20, *options.memoryMib << 20);
#endif
    if (options.cpuSeconds)
        // At the hard limit the system kills without a word; SIGXCPU, which tells the client why,
        // comes at the soft one, and only if that is lower.
        limit(RLIMIT_CPU, *options.cpuSeconds, *options.cpuSeconds + 1);
}

/// All of stdin; one byte more than is allowed when there is more.
std::string readInput()
{
    std::string text;
    std::array<char, 65536> block;
    while (text.size() <= layoutTextAtMost) {
        const std::size_t count = std::fread(block.data(), 1, block.size(), stdin);
        if (count == 0)
            break;
        text.append(block.data(), count);
    }
    return text;
}

ExitCode complain(std::string_view why)
{
    std::fprintf(stderr, "entente-layout: %.*s\n", static_cast<int>(why.size()), why.data());
    return couldNot;
}

ExitCode run(Effort effort)
{
    const auto request = decodeRequest(readInput());
    if (!request)
        return complain("the request could not be read: " + request.error());
    const auto layout = layOut(*request, effort);
    if (!layout)
        return complain(layout.error());
    const std::string text = encode(*layout);
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        return complain("the layout could not be written");
    return done;
}

} // namespace

int main(int argc, char** argv)
{
    const std::span words(argv + 1, argv + argc);
    if (words.size() == 1 && std::string_view(words[0]) == "--help") {
        std::fwrite(help.data(), 1, help.size(), stdout);
        return done;
    }
    const auto options = parseOptions(words);
    if (!options) {
        std::fwrite(help.data(), 1, help.size(), stderr);
        return wrongUsage;
    }
    restoreSignals();
    apply(*options);
    try {
        return run(options->effort);
    } catch (const std::bad_alloc&) {
        return complain("the graph needs more memory than there may be used");
    } catch (const std::exception& error) {
        return complain(error.what());
    }
}
