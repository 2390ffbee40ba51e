// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <utility>

namespace entente
{

/// What a long piece of work reports through, and is asked to stop by. Copies share both ends, so
/// one may be handed to a thread. The default value neither stops nor reports.
class Progress
{
public:
    /// How far: done of total (total 0: unknown), in the words of the work ("Reading articles").
    using Report = std::function<void(const std::string& words, int done, int total)>;

    Progress() = default;
    /// @param report is called on the thread of the work.
    Progress(std::stop_token stop, Report report)
        : m_stop(std::move(stop))
        , m_report(std::move(report))
    {
    }

    /// Long loops ask this now and then and return what they have; the caller drops it.
    bool stopped() const { return m_stop.stop_requested(); }
    void report(const std::string& words, int done, int total) const
    {
        if (m_report)
            m_report(words, done, total);
    }

private:
    std::stop_token m_stop;
    Report m_report;
};

} // namespace entente
