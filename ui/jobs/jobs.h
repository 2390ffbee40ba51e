// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace entente
{

/// Work of one kind, off the thread of this object, as pure functions from values to a value. The
/// newest wins: to run another asks the one before to stop, and its result is dropped.
///
///     m_opening.run([paths](const Progress& progress) { return readCorpus(paths, progress); },
///                   this, [this](Corpus corpus) { show(std::move(corpus)); });
///
/// To destroy it asks the work to stop and waits for it: the work must ask progress.stopped().
class Jobs : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    /// @param work is called on another thread and gets all it needs by value.
    /// @param then is called on this object's thread with the result, unless a newer one was asked
    /// for, the work was cancelled, or context is gone. What is left of the result afterwards, and
    /// what then holds, is freed on yet another thread.
    template <class Work, class Then>
    void run(Work work, const QObject* context, Then then);

    /// The work is asked to stop; its result is dropped and nobody waits for it.
    void cancel();
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged(bool busy);
    /// What is being done and how far (total 0: unknown); at most ten times a second.
    void progressed(const QString& words, int done, int total);
    /// The work threw: a bug, or no memory was left.
    void failed(const QString& reason);

private:
    struct Step
    {
        std::string words;
        int done = 0;
        int total = 0;
    };
    /// Where the work leaves its newest step. It is looked at by a timer, so that work that reports
    /// a million times does not flood the event loop.
    using Board = std::atomic<std::shared_ptr<const Step>>;
    using Number = unsigned long long;

    Progress begin();
    /// Called on the thread of the work: hands a function to the thread of this object.
    void post(Number job, std::function<void()> deliver);
    void start(std::function<void()> work);
    void finish(Number job, std::function<void()> deliver);
    void announceBusy();
    void look();

    Number m_newest = 0;
    std::stop_source m_stop;
    std::shared_ptr<Board> m_board;
    std::shared_ptr<const Step> m_shown;
    QTimer m_looking;
    bool m_busy = false;
    bool m_announcedBusy = false;
    QThreadPool m_pool;
};

template <class Work, class Then>
void Jobs::run(Work work, const QObject* context, Then then)
{
    using Result = std::invoke_result_t<Work&, const Progress&>;
    const Progress progress = begin();
    const QPointer<const QObject> alive(context);
    start([this, job = m_newest, progress, work = std::move(work), alive,
           then = std::move(then)]() mutable {
        // Shared, because a std::function must be copied and a result need not be copyable.
        auto result = std::make_shared<std::optional<Result>>();
        try {
            result->emplace(work(progress));
        } catch (const std::exception& error) {
            post(job,
                 [this, reason = QString::fromLocal8Bit(error.what())] { Q_EMIT failed(reason); });
            return;
        }
        post(job, [alive, then, result]() mutable {
            if (alive)
                then(*std::move(*result));
        });
    });
}

} // namespace entente
