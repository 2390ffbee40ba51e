// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores: 10,000 events in each data format within a second, an SVG of 2,000 nodes
// within 300 ms, and a PNG of 20,000 × 20,000 pixels within 500 MB, asked after by whoever waits
// several times a second.

#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/citing/shownsources.h"
#include "graph/exchange/dataformats.h"
#include "graph/exchange/nodelink.h"
#include "graph/model/shown.h"
#include "graph/query/copies.h"
#include "tests/support/drawngraph.h"
#include "tests/support/manymeetings.h"
#include "ui/paint/exporter.h"
#include "ui/paint/filling.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace entente;

namespace
{

/// As the kernel counts it, in MB: "VmRSS", "VmHWM" (the most there was).
int megabytes(const QByteArray& what)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(what))
            return line.mid(what.size() + 1).simplified().split(' ').front().toInt() / 1024;
    }
    return 0;
}

/// Real meetings, and who met.
struct Material
{
    Material()
        : corpus(*openCorpus({manyMeetings().toStdString()}, resourceFolder(), {}))
        , events(fold(corpus.store, corpus.ontology))
        , copies(Copies::among(corpus.store))
    {
    }

    CitingBase base() const { return {corpus.store, corpus.ontology, events, copies}; }

    Corpus corpus;
    KnowledgeGraph events;
    Copies copies;
};

/// In rows, for how long it takes to draw hangs on how much there is, not on where it stands.
Picture inRows(const KnowledgeGraph& graph, const Shown& shown, const Ontology& ontology)
{
    Arrangement arrangement;
    constexpr int inARow = 45;
    int column = 0;
    int row = 0;
    for (const NodeId id : shown.nodes) {
        arrangement.nodes[id] = {260.0 * column, 150.0 * row};
        row += column + 1 == inARow ? 1 : 0;
        column = (column + 1) % inARow;
    }
    return makePicture(graph, shown, arrangement, ontology, Style::of(Theme::Light));
}

} // namespace

class ExportBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// First, while there is nothing else in memory.
    void aLargePng_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::newRow("a few nodes") << 6;
        QTest::newRow("400 nodes") << 400;
    }
    void aLargePng()
    {
        QFETCH(const int, nodes);
        const QTemporaryDir folder;
        const Style style = Style::of(Theme::Light);
        const Picture picture = gridOf(nodes, 2 * nodes).picture(style);
        QElapsedTimer since;
        qint64 longest = 0;
        const Progress progress({}, [&](const std::string&, int, int) {
            longest = std::max(longest, since.restart());
        });
        QElapsedTimer all;
        all.start();
        since.start();
        const int before = megabytes("VmRSS");
        const auto exported =
            exportPicture(picture, style, folder.filePath(QStringLiteral("a.png")),
                          {.size = QSize(20'000, 20'000)}, progress);
        QVERIFY(exported);
        qInfo("%lld ms, %d MB at most, %d before; the longest wait %lld ms; %lld MB written",
              all.elapsed(), megabytes("VmHWM"), before, longest, exported->bytes / 1'000'000);
    }

    void drawing2000Nodes()
    {
        const Style style = Style::of(Theme::Light);
        const Picture picture = gridOf(2000, 5000).picture(style);
        std::size_t bytes = 0;
        QBENCHMARK { bytes = svgTextOf(picture, style)->size(); }
        qInfo("%zu kB", bytes / 1000);
    }

    void drawing2000NodesWithQuotes()
    {
        const Style style = Style::of(Theme::Light);
        const Shown shown = showBusiest(material().events, 2000);
        const Picture picture = inRows(material().events, shown, material().corpus.ontology);
        ExportOptions options;
        options.sources = std::make_shared<const ShownSources>(
            shownSourcesOf(material().base(), material().events, shown, {}));
        std::size_t bytes = 0;
        QBENCHMARK { bytes = svgTextOf(picture, style, options)->size(); }
        qInfo("%zu nodes, %zu edges, %zu kB", shown.nodes.size(), shown.edges.size(), bytes / 1000);
    }

    void findingSources_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<bool>("withNumbers");
        QTest::addColumn<bool>("hashIsKnown");
        QTest::newRow("150 nodes") << 150 << false << false;
        QTest::newRow("150 nodes, previewed again") << 150 << false << true;
        QTest::newRow("150 nodes, numbered") << 150 << true << false;
        QTest::newRow("2,000 nodes, numbered") << 2000 << true << false;
    }
    void findingSources()
    {
        QFETCH(const int, nodes);
        QFETCH(const bool, withNumbers);
        QFETCH(const bool, hashIsKnown);
        const Shown shown = showBusiest(material().events, nodes);
        const SourcesWish wish{.withNumbers = withNumbers,
                               .day = {},
                               .dataHash = hashIsKnown ? std::string(64, '0') : std::string()};
        QBENCHMARK { (void)shownSourcesOf(material().base(), material().events, shown, wish); }
    }

    void fillingAPage_data()
    {
        QTest::addColumn<int>("nodes");
        for (const int nodes : {150, 800, 2000})
            QTest::addRow("%d nodes", nodes) << nodes;
    }
    void fillingAPage()
    {
        QFETCH(const int, nodes);
        const Style style = Style::of(Theme::Light);
        const Picture picture = gridOf(nodes, 2 * nodes).picture(style);
        QBENCHMARK
        {
            const Stretch stretch = stretchToFill(picture, {730, 950}, {480, 640});
            (void)stretched(picture, style, stretch);
        }
    }

    void numberedPicture_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* suffix : {"svg", "png", "pdf"})
            QTest::newRow(suffix) << QStringLiteral("a.") + QLatin1String(suffix);
    }
    void numberedPicture()
    {
        QFETCH(const QString, name);
        const QTemporaryDir folder;
        const Style style = Style::of(Theme::Light);
        const Shown shown = showBusiest(material().events, 150);
        const Picture picture = inRows(material().events, shown, material().corpus.ontology);
        ExportOptions options;
        options.sources = std::make_shared<const ShownSources>(
            shownSourcesOf(material().base(), material().events, shown, {.withNumbers = true}));
        QBENCHMARK { QVERIFY(exportPicture(picture, style, folder.filePath(name), options)); }
    }

    void data_data()
    {
        QTest::addColumn<int>("format");
        for (const DataFormatInfo& info : dataFormats())
            QTest::newRow(qPrintable(QString::fromUtf8(std::string(info.name).c_str()) + u' ' +
                                     QString::fromUtf8(std::string(info.table).c_str())))
                << static_cast<int>(info.format);
    }
    void data()
    {
        QFETCH(const int, format);
        const Material& from = material();
        const NodeLink content{from.corpus.store,
                               from.corpus.ontology,
                               from.events,
                               from.events,
                               "meetings",
                               "events",
                               {}};
        std::size_t bytes = 0;
        QBENCHMARK
        {
            bytes = dataText(static_cast<DataFormat>(format), content, from.copies).size();
        }
        qInfo("%d nodes, %d edges, %zu kB", from.events.nodeCount(), from.events.edgeCount(),
              bytes / 1000);
    }

private:
    const Material& material()
    {
        if (!m_material)
            m_material.emplace();
        return *m_material;
    }

    std::optional<Material> m_material;
};

QTEST_MAIN(ExportBench)

#include "exportbench.moc"
