// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/layoutclient.h"

#include "graph/layout/codec.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>

#include <csignal>
#include <optional>

namespace entente
{

namespace
{

constexpr qsizetype complaintAtMost = 2000;

/// Why the layout is no answer to the request, if it is none.
std::optional<QString> mismatch(const Layout& layout, const LayoutRequest& request)
{
    if (layout.nodes.size() != request.nodes.size() || layout.edges.size() != request.edges.size())
        return LayoutClient::tr("it has %1 nodes and %2 edges instead of %3 and %4")
            .arg(layout.nodes.size())
            .arg(layout.edges.size())
            .arg(request.nodes.size())
            .arg(request.edges.size());
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        const auto& pinned = request.nodes[i].pinned;
        if (pinned && layout.nodes[i] != *pinned)
            return LayoutClient::tr("it moves a node that must stay");
    }
    return {};
}

QString sentence(QString words)
{
    words = words.simplified();
    if (!words.isEmpty() && !words.endsWith(u'.'))
        words += u'.';
    return words;
}

} // namespace

LayoutWorker LayoutWorker::installed()
{
    LayoutWorker worker;
    worker.program =
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("entente-layout"));
    return worker;
}

LayoutClient::LayoutClient(QObject* parent)
    : LayoutClient(LayoutWorker::installed(), parent)
{
}

LayoutClient::LayoutClient(LayoutWorker worker, QObject* parent)
    : QObject(parent)
    , m_worker(std::move(worker))
{
    m_timeLimit.setSingleShot(true);
    m_timeLimit.setInterval(m_worker.timeLimit);
    connect(&m_timeLimit, &QTimer::timeout, this, [this] {
        fail(tr(
            "No layout was found within %n second(s). Show fewer nodes, or choose another layout.",
            nullptr,
            static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_worker.timeLimit).count())));
    });
    m_draftDelay.setSingleShot(true);
    connect(&m_draftDelay, &QTimer::timeout, this, &LayoutClient::beginDraft);
}

LayoutClient::~LayoutClient()
{
    blockSignals(true);
    drop();
    // Killed, so these milliseconds are the last.
    for (auto* process : findChildren<QProcess*>())
        process->waitForFinished(1000);
}

void LayoutClient::request(const LayoutRequest& request)
{
    drop();
    m_request = request;
    m_requestText = QByteArray::fromStdString(encode(request));
    begin();
}

void LayoutClient::begin()
{
    m_process = new QProcess(this);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &LayoutClient::read);
    connect(m_process, &QProcess::readyReadStandardError, this, &LayoutClient::read);
    connect(m_process, &QProcess::finished, this, &LayoutClient::finish);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // The others are followed by finished(); a worker that does not read all is no error yet.
        if (error == QProcess::FailedToStart)
            fail(tr("The layout program %1 could not be started: %2")
                     .arg(QDir::toNativeSeparators(m_worker.program),
                          sentence(m_process->errorString())));
    });
    m_timeLimit.start();
    if (m_worker.draftAfter)
        m_draftDelay.start(*m_worker.draftAfter);
    // Said before the start, which may fail at once and then says that it is over.
    announceBusy();
    ask(m_process, {});
}

/// Nobody hears of a draft that fails.
void LayoutClient::beginDraft()
{
    m_draftProcess = new QProcess(this);
    connect(m_draftProcess, &QProcess::finished, this, &LayoutClient::takeDraft);
    connect(m_draftProcess, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_draftProcess->bytesAvailable() > m_worker.answerAtMost)
            drop(m_draftProcess);
    });
    ask(m_draftProcess, {QStringLiteral("--draft")});
}

void LayoutClient::ask(QProcess* asked, const QStringList& manner)
{
    // What fails at once may be followed by another request, or by the end of this object.
    const QPointer<QProcess> process(asked);
    const auto cpuLimit = std::chrono::ceil<std::chrono::seconds>(m_worker.timeLimit);
    process->start(m_worker.program, m_worker.arguments + manner +
                                         QStringList{QStringLiteral("--memory-mib"),
                                                     QString::number(m_worker.memoryMib),
                                                     QStringLiteral("--cpu-seconds"),
                                                     QString::number(cpuLimit.count())});
    if (!process) // It failed at once.
        return;
    process->write(m_requestText);
    process->closeWriteChannel();
}

void LayoutClient::takeDraft()
{
    QProcess& process = *m_draftProcess;
    const QByteArray answer = process.readAllStandardOutput();
    const bool isDone = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    drop(m_draftProcess);
    if (!isDone)
        return;
    auto draft = decodeLayout({answer.constData(), static_cast<std::size_t>(answer.size())});
    if (!draft || mismatch(*draft, m_request))
        return;
    m_draft = *std::move(draft);
    Q_EMIT draftChanged(true);
}

void LayoutClient::keepDraft()
{
    if (!m_draft)
        return;
    const Layout draft = std::move(*m_draft); // It goes with the rest.
    giveOut(draft);
}

void LayoutClient::cancel()
{
    drop();
    announceBusy();
}

void LayoutClient::drop()
{
    m_timeLimit.stop();
    m_draftDelay.stop();
    m_answer.clear();
    m_complaint.clear();
    drop(m_process);
    drop(m_draftProcess);
    if (std::exchange(m_draft, {}))
        Q_EMIT draftChanged(false);
}

void LayoutClient::drop(QPointer<QProcess>& dropped)
{
    if (!dropped)
        return;
    QProcess* process = std::exchange(dropped, nullptr);
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    // Its destructor would wait for the process; so it goes when the process has gone.
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, [process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            process->deleteLater();
    });
    process->kill();
}

void LayoutClient::read()
{
    m_answer += m_process->readAllStandardOutput();
    // What is past the bound is thrown away, not kept waiting.
    const QByteArray complaint = m_process->readAllStandardError();
    m_complaint += complaint.first(
        std::min(complaint.size(), std::max<qsizetype>(0, complaintAtMost - m_complaint.size())));
    if (m_answer.size() > m_worker.answerAtMost)
        fail(tr("The layout program gave an answer of more than %1 MiB, which was not read.")
                 .arg(m_worker.answerAtMost >> 20));
}

void LayoutClient::finish()
{
    read();
    if (!m_process)
        return;
    if (m_process->exitStatus() != QProcess::NormalExit || m_process->exitCode() != 0) {
        fail(reasonOfExit());
        return;
    }
    auto layout = decodeLayout({m_answer.constData(), static_cast<std::size_t>(m_answer.size())});
    if (!layout) {
        fail(tr("The layout program gave an answer that could not be read: %1")
                 .arg(sentence(QString::fromStdString(layout.error()))));
        return;
    }
    if (const auto reason = mismatch(*layout, m_request)) {
        fail(tr("The layout program gave an answer that does not fit the question: %1")
                 .arg(sentence(*reason)));
        return;
    }
    giveOut(*layout);
}

void LayoutClient::giveOut(const Layout& layout)
{
    const QPointer<LayoutClient> self(this);
    drop();
    if (self)
        Q_EMIT laidOut(layout);
    if (self)
        announceBusy();
}

QString LayoutClient::reasonOfExit() const
{
    const int code = m_process->exitCode();
    if (m_process->exitStatus() == QProcess::CrashExit) {
        if (code == SIGXCPU)
            return tr("The layout took more computing time than it may have. Show fewer nodes, or "
                      "choose another layout.");
        if (code == SIGKILL)
            return tr("The layout program was ended from outside, perhaps because memory ran out.");
        return tr("The layout program crashed (signal %1). Another layout may do better.")
            .arg(code);
    }
    if (code == 1)
        return tr("No layout was made: %1")
            .arg(m_complaint.isEmpty() ? tr("no reason was given.")
                                       : sentence(QString::fromUtf8(m_complaint)));
    if (code == 2)
        return tr("The layout program did not understand its options: it may belong to another "
                  "version of Entente.");
    return tr("The layout program ended in an unknown way (exit code %1).").arg(code);
}

void LayoutClient::fail(const QString& reason)
{
    const QPointer<LayoutClient> self(this);
    if (m_draft) {
        keepDraft();
        if (self)
            Q_EMIT keptDraft(tr("%1 What is shown is a draft.").arg(reason));
        return;
    }
    drop();
    if (self)
        Q_EMIT failed(reason);
    if (self)
        announceBusy();
}

void LayoutClient::announceBusy()
{
    if (m_announcedBusy == isBusy())
        return;
    m_announcedBusy = isBusy();
    Q_EMIT busyChanged(m_announcedBusy);
}

Expected<Layout, QString> layOutNow(const LayoutRequest& request, const LayoutWorker& worker)
{
    LayoutWorker steady = worker;
    steady.draftAfter.reset(); // Nobody could keep it.
    LayoutClient client(std::move(steady));
    QEventLoop loop;
    std::optional<Layout> layout;
    QString reason;
    QObject::connect(&client, &LayoutClient::laidOut, &loop,
                     [&layout](const Layout& answer) { layout = answer; });
    QObject::connect(&client, &LayoutClient::failed, &loop,
                     [&reason](const QString& words) { reason = words; });
    // Queued: the start may fail before the loop runs, which would then never end.
    QObject::connect(
        &client, &LayoutClient::busyChanged, &loop,
        [&loop](bool busy) {
            if (!busy)
                loop.quit();
        },
        Qt::QueuedConnection);
    client.request(request);
    loop.exec();
    if (layout)
        return *std::move(layout);
    return Unexpected{reason};
}

} // namespace entente
