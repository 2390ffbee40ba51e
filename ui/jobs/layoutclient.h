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
    int memoryMib = 2048;
    qint64 answerAtMost = qint64{64} << 20; ///< Bytes.
};

/// Has graphs laid out in a process of its own, which can be killed at any time. The newest request
/// wins: the process of the one before is killed. Of each request at most one of laidOut() and
/// failed() tells the end; after cancel() none does.
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

Q_SIGNALS:
    void laidOut(const entente::Layout& layout);
    /// @param reason a sentence or two for the user.
    void failed(const QString& reason);
    void busyChanged(bool busy);

private:
    void begin(const QByteArray& text);
    /// Lets go of the process: it is killed, and what it still says is not heard.
    void drop();
    void read();
    void finish();
    void fail(const QString& reason);
    void announceBusy();
    QString reasonOfExit() const;

    LayoutWorker m_worker;
    LayoutRequest m_request;
    QPointer<QProcess> m_process;
    QByteArray m_answer;
    QByteArray m_complaint;
    QTimer m_timeLimit;
    bool m_announcedBusy = false;
};

/// The same for programs without a window: waits for the end.
Expected<Layout, QString> layOutNow(const LayoutRequest& request,
                                    const LayoutWorker& worker = LayoutWorker::installed());

} // namespace entente
