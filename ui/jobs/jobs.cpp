// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/jobs.h"

#include "ui/jobs/letgo.h"

#include <QtConcurrent>

namespace entente
{

namespace
{

constexpr auto timeBetweenLooks = std::chrono::milliseconds(100);

} // namespace

Jobs::Jobs(QObject* parent)
    : QObject(parent)
{
    m_looking.setInterval(timeBetweenLooks);
    connect(&m_looking, &QTimer::timeout, this, &Jobs::look);
    // One for the newest and one for the one before, which may take a moment to notice that it
    // should stop; more of these wait for each other.
    m_pool.setMaxThreadCount(2);
}

Jobs::~Jobs()
{
    m_stop.request_stop();
    m_pool.clear();
    // Work posts its results to this object without waiting for it, so this cannot deadlock; what
    // is still posted goes with the QObject.
    m_pool.waitForDone();
}

Progress Jobs::begin()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_board = std::make_shared<Board>();
    m_shown = nullptr;
    ++m_newest;
    m_busy = true;
    return {m_stop.get_token(), [board = m_board](const std::string& words, int done, int total) {
                board->store(std::make_shared<const Step>(Step{words, done, total}));
            }};
}

void Jobs::start(std::function<void()> work)
{
    // What waits for a thread is out of date: only the newest matters.
    m_pool.clear();
    m_pool.start(std::move(work));
    announceBusy();
}

void Jobs::post(Number job, std::function<void()> deliver)
{
    QMetaObject::invokeMethod(
        this,
        [this, job, deliver = std::move(deliver)]() mutable { finish(job, std::move(deliver)); },
        Qt::QueuedConnection);
}

void Jobs::finish(Number job, std::function<void()> deliver)
{
    if (job != m_newest || !m_busy)
        return letGoElsewhere(std::move(deliver)); // With a result that may be a whole corpus.
    m_busy = false;
    const QPointer<Jobs> self(this);
    // May run the next job, or destroy this object.
    deliver();
    letGoElsewhere(std::move(deliver));
    if (self)
        announceBusy();
}

void Jobs::cancel()
{
    m_stop.request_stop();
    m_pool.clear();
    ++m_newest;
    m_busy = false;
    announceBusy();
}

void Jobs::announceBusy()
{
    if (m_announcedBusy == m_busy)
        return;
    m_announcedBusy = m_busy;
    if (m_busy)
        m_looking.start();
    else
        m_looking.stop();
    Q_EMIT busyChanged(m_busy);
}

void Jobs::look()
{
    const std::shared_ptr<const Step> step = m_board->load();
    if (step == m_shown || !step)
        return;
    m_shown = step;
    Q_EMIT progressed(QString::fromStdString(step->words), step->done, step->total);
}

} // namespace entente
