// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/layout/layout.h"

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace entente
{

/// The program that lays graphs out, and what it may use.
struct LayoutWorker
{
    /// entente-layout beside the running program.
    static LayoutWorker installed();

    QString program;
    QStringList arguments; ///< Before those for the limits.
    std::chrono::milliseconds timeLimit = std::chrono::seconds(60);
    /// Past this a layout is slow, and a draft of it is made beside it; none: never. Most take
    /// less: 0.1 s for 300 nodes.
    std::optional<std::chrono::milliseconds> draftAfter = std::chrono::milliseconds(300);
    int memoryMib = 2048;
    qint64 answerAtMost = qint64{64} << 20; ///< Bytes.
};

/// Has graphs laid out in a process of its own, which can be killed at any time. The newest request
/// wins: the process of the one before is killed. Of each request at most one of laidOut() and
/// failed() tells the end; after cancel() none does.
///
/// Graphviz gives nothing of what it has got half way. So a second process makes a quick draft when
/// the first is slow: it can be kept at any time, and is what comes of it when the first fails.
class LayoutClient : public QObject
{
    Q_OBJECT

public:
    explicit LayoutClient(QObject* parent = nullptr);
    explicit LayoutClient(LayoutWorker worker, QObject* parent = nullptr);
    ~LayoutClient() override;

    void request(const LayoutRequest& request);
    void cancel();
    bool isBusy() const { return !m_process.isNull(); }
    /// Whether there is a draft of what is still being laid out.
    bool hasDraft() const { return m_draft.has_value(); }
    /// Stops, and gives out the draft by laidOut(). @pre hasDraft()
    void keepDraft();

Q_SIGNALS:
    void laidOut(const entente::Layout& layout);
    void draftChanged(bool isThere);
    /// What laidOut() gave out is the draft, for there will be nothing better.
    /// @param reason a sentence or two for the user.
    void keptDraft(const QString& reason);
    /// @param reason a sentence or two for the user.
    void failed(const QString& reason);
    void busyChanged(bool busy);

private:
    void begin();
    void beginDraft();
    void ask(QProcess* asked, const QStringList& manner);
    /// Lets go of the processes: they are killed, and what they still say is not heard.
    void drop();
    void drop(QPointer<QProcess>& dropped);
    void read();
    void finish();
    void takeDraft();
    void giveOut(const Layout& layout);
    void fail(const QString& reason);
    void announceBusy();
    QString reasonOfExit() const;

    LayoutWorker m_worker;
    LayoutRequest m_request;
    QByteArray m_requestText;
    QPointer<QProcess> m_process;
    QByteArray m_answer;
    QByteArray m_complaint;
    QPointer<QProcess> m_draftProcess;
    std::optional<Layout> m_draft;
    QTimer m_timeLimit;
    QTimer m_draftDelay;
    bool m_announcedBusy = false;
};

/// The same for programs without a window: waits for the end.
Expected<Layout, QString> layOutNow(const LayoutRequest& request,
                                    const LayoutWorker& worker = LayoutWorker::installed());

} // namespace entente
