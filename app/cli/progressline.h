// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "graph/base/progress.h"

#include <chrono>
#include <string>

namespace entente
{

/// Tells on a terminal what takes so long and how far it is, on a line that goes when it is done.
/// Where no terminal listens it keeps quiet.
class ProgressLine
{
public:
    explicit ProgressLine(const Streams& streams);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressLine(ProgressLine&&) = delete;
    ProgressLine& operator=(ProgressLine&&) = delete;

    /// Reports to this line, as long as it lives.
    Progress progress();
    void say(const std::string& words);

private:
    void report(const std::string& words, int done, int total);

    const Streams& m_streams;
    std::chrono::steady_clock::time_point m_next;
    bool m_isShown = false;
};

/// "12,000"
std::string grouped(int number);

} // namespace entente
