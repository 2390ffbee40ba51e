// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace entente
{

// A window that does not answer for longer feels stuck. Without optimisation, and with sanitizers,
// the same work takes several times as long.
#ifdef NDEBUG
inline constexpr double workAtMost = 100;
#else
inline constexpr double workAtMost = 1000;
#endif

/// Measures how long the event loop was not served: on the clock, and as the thread's own work,
/// which does not depend on what else the machine has to do.
class Watchdog : public QObject
{
public:
    Watchdog()
    {
        restart();
        startTimer(std::chrono::milliseconds(1), Qt::PreciseTimer);
    }
    qint64 longestGap() const { return m_longest; }
    double longestWork() const { return m_mostWork; }
    void restart()
    {
        m_timer.restart();
        m_work = workSoFar();
        m_longest = 0;
        m_mostWork = 0;
    }

protected:
    void timerEvent(QTimerEvent*) override
    {
        m_longest = std::max(m_longest, m_timer.restart());
        const double work = workSoFar();
        m_mostWork = std::max(m_mostWork, work - m_work);
        m_work = work;
    }

private:
    /// Milliseconds of this thread.
    static double workSoFar()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    QElapsedTimer m_timer;
    qint64 m_longest = 0;
    double m_work = 0;
    double m_mostWork = 0;
};

} // namespace entente
