// SPDX-License-Identifier: Apache-2.0
#include "app/cli/progressline.h"

#include "graph/text/wording.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

namespace
{

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto betweenWords = 100ms;
constexpr std::string_view emptyLine = "\r\x1b[K";

} // namespace

ProgressLine::ProgressLine(const Streams& streams)
    : m_streams(streams)
    , m_next(Clock::now())
{
}

ProgressLine::~ProgressLine()
{
    if (m_isShown)
        m_streams.err << emptyLine << std::flush;
}

Progress ProgressLine::progress()
{
    return {{},
            [this](const std::string& words, int done, int total) { report(words, done, total); }};
}

void ProgressLine::say(const std::string& words)
{
    if (!m_streams.errIsTerminal)
        return;
    m_streams.err << emptyLine << words << "…" << std::flush;
    m_isShown = true;
}

void ProgressLine::report(const std::string& words, int done, int total)
{
    if (Clock::now() < m_next)
        return;
    m_next = Clock::now() + betweenWords;
    say(total > 0 ? fmt::format("{}: {} of {}", words, grouped(done), grouped(total)) : words);
}

std::string grouped(int number) { return Wording().number(number); }

} // namespace entente
