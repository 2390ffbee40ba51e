// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/threadwork.h"

#include <QElapsedTimer>
#include <QObject>

#include <algorithm>
#include <chrono>

namespace entente
{

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
        m_work = threadWork();
        m_longest = 0;
        m_mostWork = 0;
    }

protected:
    void timerEvent(QTimerEvent*) override
    {
        m_longest = std::max(m_longest, m_timer.restart());
        const double work = threadWork();
        m_mostWork = std::max(m_mostWork, work - m_work);
        m_work = work;
    }

private:
    QElapsedTimer m_timer;
    qint64 m_longest = 0;
    double m_work = 0;
    double m_mostWork = 0;
};

} // namespace entente
