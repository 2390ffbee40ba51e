// SPDX-License-Identifier: Apache-2.0
// To reach: a layout cancelled in 50 ms.

#include "ui/jobs/layoutclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <random>

using namespace entente;

namespace
{

LayoutWorker worker()
{
    LayoutWorker worker;
    worker.program = QStringLiteral(ENTENTE_LAYOUT);
    return worker;
}

/// Few hubs, many ends: each new node is joined to one that a random edge leads to.
LayoutRequest requestOf(int nodes, int edges, Engine engine)
{
    LayoutRequest request{
        .engine = engine, .routing = Routing::Line, .nodes = {}, .root = {}, .edges = {}};
    request.nodes.resize(static_cast<std::size_t>(nodes),
                         LayoutNode{.size = {120, 60}, .pinned = {}});
    std::mt19937 random(1);
    const auto below = [&](int count) { return static_cast<int>(random() % unsigned(count)); };
    std::vector<int> ends{0};
    for (int i = 1; i < nodes + edges; ++i) {
        const int tail = i < nodes ? i : below(nodes);
        const int head = ends[random() % ends.size()];
        if (tail != head)
            request.edges.push_back({tail, head, {}});
        ends.insert(ends.end(), {tail, head});
        if (static_cast<int>(request.edges.size()) == edges)
            break;
    }
    return request;
}

bool isRunning(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = status.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

} // namespace

class LayoutBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layOut_data();
    void layOut();
    void cancel();
};

void LayoutBench::layOut_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("edges");
    QTest::newRow("dot, 30 and 60") << Engine::Dot << 30 << 60;
    QTest::newRow("dot, 100 and 200") << Engine::Dot << 100 << 200;
    QTest::newRow("sfdp, 400 and 1,000") << Engine::Sfdp << 400 << 1000;
    QTest::newRow("sfdp, 2,000 and 5,000") << Engine::Sfdp << 2000 << 5000;
}

void LayoutBench::layOut()
{
    QFETCH(const Engine, engine);
    QFETCH(const int, nodes);
    QFETCH(const int, edges);
    const LayoutRequest request = requestOf(nodes, edges, engine);
    QBENCHMARK
    {
        const auto layout = layOutNow(request, worker());
        QVERIFY2(layout, layout ? "" : qPrintable(layout.error()));
    }
}

/// From the wish until the process is gone and its processor free.
void LayoutBench::cancel()
{
    LayoutClient client(worker());
    client.request(requestOf(2000, 20000, Engine::Neato));
    QTest::qWait(500);
    QVERIFY2(client.isBusy(), "laid out before it could be cancelled");
    const auto* process = client.findChild<QProcess*>();
    QVERIFY(process);
    const qint64 id = process->processId();
    QVERIFY(isRunning(id));

    QElapsedTimer clock;
    clock.start();
    client.cancel();
    while (isRunning(id))
        QTest::qWait(0);
    QTest::setBenchmarkResult(static_cast<qreal>(clock.nsecsElapsed()) / 1e6,
                              QTest::WalltimeMilliseconds);
}

QTEST_GUILESS_MAIN(LayoutBench)
#include "layoutbench.moc"
