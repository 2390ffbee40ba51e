// SPDX-License-Identifier: Apache-2.0
// Pictures that carry their sources: numbers beside what they are of, notes, links, properties.

#include "graph/citing/notesfiles.h"
#include "graph/citing/shownsources.h"
#include "graph/query/copies.h"
#include "tests/support/drawngraph.h"
#include "tests/support/storetext.h"
#include "ui/paint/edgeitem.h"
#include "ui/paint/exporter.h"
#include "ui/paint/fixednames.h"
#include "ui/paint/lod.h"
#include "ui/paint/marks.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/page.h"
#include "ui/paint/textlines.h"

#include <fmt/format.h>

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace entente;

namespace
{

/// Visits of as many people, each reported by a paper of its own, the first expected by another.
std::string visits(int count)
{
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += fmt::format(
            "article paper{0} 2024-01-{1:02}\n"
            "Visit evidence Happened CT+ on 2024-01-15 id v{0}: Visitor Person \"Visitor Number "
            "{0}\", Destination State \"Russia\"\n",
            i, i % 28 + 1);
    text += "article herald 2023-12-30\nVisit evidence Expected on 2024-01-15 id v1: Visitor "
            "Person \"Visitor Number 1\", Destination State \"Russia\"\n";
    return text;
}

/// A store, and a picture of all of it.
class Desk
{
public:
    explicit Desk(int count)
        : store(storeFrom(visits(count)))
    {
        Arrangement arrangement;
        int i = 0;
        for (const NodeId id : events.nodes()) {
            arrangement.nodes[id] = {260.0 * (i % 6), 150.0 * std::floor(i / 6.0)};
            ++i;
        }
        picture = makePicture(events, showAll(events), arrangement, testOntology(), style);
        for (const ArticleId id : store.articles()) {
            ArticleFields fields;
            fields.outlet = "The " + store.article(id)->name;
            fields.address = "https://news.example/" + store.article(id)->name;
            if (!store.apply(ChangeArticle{id, fields}))
                qFatal("the article was not changed");
        }
    }

    ExportOptions options(ExportOptions rest = {}) const
    {
        const CitingBase base{store, testOntology(), events, copies};
        rest.sources = std::make_shared<const ShownSources>(shownSourcesOf(
            base, events, showAll(events), {.withNumbers = true, .day = parseEdtf("2026-11-30")}));
        return rest;
    }

    Store store;
    KnowledgeGraph events = fold(store, testOntology());
    Copies copies = Copies::among(store);
    Style style = Style::of(Theme::Light);
    Picture picture;
};

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError() + process.readAllStandardOutput();
    return process.readAllStandardOutput();
}

QString textOf(const std::vector<PlacedLine>& lines)
{
    QString text;
    for (const PlacedLine& placed : lines)
        text += placed.line.sign + QLatin1Char(' ') + placed.line.text + QLatin1Char('\n');
    return text;
}

/// All that a number must not hide.
std::vector<QRectF> drawn(const Picture& picture, double detail)
{
    std::vector<QRectF> rects;
    for (const NodeItem& node : picture.nodes()) {
        rects.push_back(node.outline);
        if (detail >= namesFrom)
            rects.push_back(wordsBelow(node));
        rects.push_back(contestedMarkOf(node, detail));
        rects.push_back(badgeOf(node, detail));
    }
    if (detail < namesFrom) {
        for (const auto& [node, place] : fixedNames(picture, detail))
            rects.push_back(fixedNameRect(*node, detail, place));
    }
    for (const EdgeItem& edge : picture.edges()) {
        if (detail >= rolesFrom)
            rects.push_back(edge.labelRect);
        rects.push_back(contestedMarkOf(edge, detail));
        rects.push_back(arrowHead(edge).boundingRect());
    }
    return rects;
}

} // namespace

class PictureSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersHideNothing_data();
    void numbersHideNothing() const;
    void numbersCanBeReadHoweverSmallThePicture();
    void whatHasNoRoomIsSaid() const;
    void everyNumberLeadsToANote();
    void aPageKeepsRoomForThePicture();
    void anExpectationIsNoWitness();
    void anSvgDescribesEveryNodeAndEdge();
    void aPngCarriesNotesAndHash();
    void notesMayBeFilesOfTheirOwn_data();
    void notesMayBeFilesOfTheirOwn();
    void aPictureIsWrittenWithItsNotesOrNotAtAll();
    void notesThatSomebodyHasChangedAreNotReplaced();
    void aPdfLeadsFromNumbersToNotes();
    void aPdfSaysWhatItIs();
    void wordsAreBrokenWhereTheirScriptAllows() const;

private:
    QString in(const QString& name) const { return m_folder.filePath(name); }
    QByteArray exported(const QString& name, const ExportOptions& options)
    {
        const auto done = exportPicture(m_desk.picture, m_desk.style, in(name), options);
        if (!done)
            return "failed: " + done.error().toUtf8();
        return read(name);
    }
    QByteArray read(const QString& name) const
    {
        QFile file(in(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    Desk m_desk{20};
};

void PictureSourcesTest::numbersHideNothing_data()
{
    QTest::addColumn<double>("detail");
    QTest::newRow("all is seen") << 1.0;
    QTest::newRow("an overview") << 0.4;
    QTest::newRow("spots") << 0.15;
}

void PictureSourcesTest::numbersHideNothing() const
{
    QFETCH(const double, detail);
    const Picture picture = gridOf(80, 160).picture(m_desk.style);
    std::map<NodeId, int> events;
    std::map<EdgeId, int> edges;
    for (const NodeItem& node : picture.nodes()) {
        if (node.isEvent)
            events[node.id] = static_cast<int>(events.size()) + 1;
    }
    for (const EdgeItem& edge : picture.edges())
        edges[edge.id] = static_cast<int>(events.size() + edges.size()) + 1;
    const auto tags = placeNumbers(picture, m_desk.style, events, edges, {numberHeight, detail});
    QVERIFY(tags.size() > events.size());
    const std::vector<QRectF> others = drawn(picture, detail);
    for (std::size_t i = 0; i < tags.size(); ++i) {
        for (const QRectF& rect : others)
            QVERIFY2(!rect.intersects(tags[i].rect), qPrintable(tags[i].words));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(!tags[j].rect.intersects(tags[i].rect), qPrintable(tags[i].words));
    }
    // Near what they are of.
    for (const NumberTag& tag : tags) {
        if (const auto* id = std::get_if<NodeId>(&tag.of))
            QVERIFY(picture.node(*id)->outline.adjusted(-4, -4, 4, 4).intersects(tag.rect));
    }
}

/// 6 points on paper, and in the worst of crowds 4.
void PictureSourcesTest::numbersCanBeReadHoweverSmallThePicture()
{
    const Page page = pageOf(m_desk.picture, m_desk.style,
                             m_desk.options({.page = QSizeF(148, 210)}), Medium::Document);
    QVERIFY(page.scale < 0.5);
    QCOMPARE(page.numbers.size(), std::size_t(20));
    for (const NumberTag& tag : page.numbers) {
        const double pixels = numberFont(m_desk.style).pixelSize() * growthOf(tag) * page.scale;
        QVERIFY2(pixels * 0.75 >= 4.1, qPrintable(QString::number(pixels)));
    }
}

/// A card that others cover on all sides.
void PictureSourcesTest::whatHasNoRoomIsSaid() const
{
    DrawnGraph graph;
    for (int i = 0; i < 25; ++i)
        graph.add("Visit", "Visit " + std::to_string(i),
                  {100.0 * (i % 5), 30.0 * std::floor(i / 5.0)});
    const Picture picture = graph.picture(m_desk.style);
    ShownSources sources;
    sources.citations.notes.resize(2);
    sources.citations.notes[0].number = 1;
    sources.citations.notes[1].number = 2;
    sources.eventNumbers[graph.node(12)] = 1;
    sources.eventNumbers[graph.node(0)] = 2;
    sources.dataHash = std::string(64, 'a');
    ExportOptions options;
    options.sources = std::make_shared<const ShownSources>(sources);
    const Page page = pageOf(picture, m_desk.style, options, Medium::Document);
    QCOMPARE(page.numbers.size(), std::size_t(1));
    QCOMPARE(page.caption.front().text,
             QStringLiteral("One note has no number in the picture: there is no room for it."));
}

void PictureSourcesTest::everyNumberLeadsToANote()
{
    const Page page = pageOf(m_desk.picture, m_desk.style, m_desk.options(), Medium::Drawing);
    QCOMPARE(page.notesKept, 20);
    QCOMPARE(page.numbers.size(), std::size_t(20));
    const QString notes = textOf(page.notes);
    for (const NumberTag& tag : page.numbers)
        QVERIFY2(notes.contains(QLatin1Char('\n') + tag.words + QLatin1Char(' ')),
                 qPrintable(tag.words));
    // Quote, outlet, date, address.
    QVERIFY2(notes.contains(QStringLiteral("happened, –6: “")), qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("The paper3, ")), qPrintable(notes));
    QVERIFY(notes.contains(QStringLiteral("https://news.example/paper3\n")));
    for (const PlacedLine& line : page.notes)
        QVERIFY(page.area.contains(line.topLeft));
}

/// What notes have no room is counted, and their numbers are left out.
void PictureSourcesTest::aPageKeepsRoomForThePicture()
{
    const Page page = pageOf(m_desk.picture, m_desk.style,
                             m_desk.options({.page = QSizeF(148, 210)}), Medium::Drawing);
    QVERIFY(page.notesKept > 0 && page.notesKept < 20);
    QCOMPARE(page.numbers.size(), static_cast<std::size_t>(page.notesKept));
    const QString more = QStringLiteral("%1 more notes have no room here; a PDF has them all.")
                             .arg(20 - page.notesKept);
    QVERIFY2(textOf(page.notes).contains(more), qPrintable(textOf(page.notes)));
    const double lowest = page.fromScene().mapRect(m_desk.picture.bounds()).bottom();
    for (const PlacedLine& line : page.notes)
        QVERIFY(line.topLeft.y() > lowest && line.topLeft.y() < page.area.bottom() - pageMargin);
}

void PictureSourcesTest::anExpectationIsNoWitness()
{
    const Page page = pageOf(m_desk.picture, m_desk.style, m_desk.options(), Medium::Drawing);
    const QString notes = textOf(page.notes);
    // The herald's is earlier, and only expected it.
    QVERIFY(!notes.contains(QStringLiteral("The herald")));
    QVERIFY(notes.contains(QStringLiteral("and one more passage")));
}

void PictureSourcesTest::anSvgDescribesEveryNodeAndEdge()
{
    const QByteArray svg = exported(QStringLiteral("a.svg"), m_desk.options());
    QVERIFY2(svg.contains("<svg"), svg.constData());
    const auto groups = m_desk.picture.nodes().size() + m_desk.picture.edges().size();
    QCOMPARE(svg.count("<desc>"), static_cast<qsizetype>(groups));
    QVERIFY(svg.contains(": expected</desc>") || svg.contains(": expected\n"));
    QVERIFY(svg.contains("<dc:identifier>data-sha256:"));
    QCOMPARE(svg.count("http"), qsizetype(3 + 20)); // Names of namespaces, and addresses in words.
    QVERIFY(!svg.contains("href"));
    // Without a caption the hash is in the file all the same.
    ExportOptions quiet = m_desk.options();
    quiet.saysData = false;
    const QByteArray silent = exported(QStringLiteral("c.svg"), quiet);
    QVERIFY(svg.contains(">Data "));
    QCOMPARE(silent.count("Data "), svg.count("Data ") - 1);
    const QByteArray plain = exported(QStringLiteral("b.svg"), {});
    QVERIFY(!plain.contains("metadata") && !plain.contains("“"));
}

void PictureSourcesTest::aPngCarriesNotesAndHash()
{
    QVERIFY(exported(QStringLiteral("a.png"), m_desk.options()).startsWith("\x89PNG"));
    const QImage image(in(QStringLiteral("a.png")));
    const QString hash = image.text(QStringLiteral("Data SHA-256"));
    QCOMPARE(hash.size(), 64);
    QVERIFY(image.text(QStringLiteral("Description")).contains(hash.left(12)));
    const QString notes = image.text(QStringLiteral("Notes"));
    QVERIFY2(notes.contains(QStringLiteral("\n20. **")), qPrintable(notes));
    QVERIFY(notes.contains(QStringLiteral("https://news.example/herald")));
}

void PictureSourcesTest::notesMayBeFilesOfTheirOwn_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"own.png", "own.svg", "own.pdf"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void PictureSourcesTest::notesMayBeFilesOfTheirOwn()
{
    QFETCH(const QString, name);
    const ExportOptions options = m_desk.options(
        {.title = QStringLiteral("Visits"), .notesFile = QStringLiteral("elsewhere")});
    const Page page = pageOf(m_desk.picture, m_desk.style, options, mediumOf(name));
    QVERIFY(page.notes.empty());
    QCOMPARE(page.numbers.size(), std::size_t{20});
    const QByteArray picture = exported(name, options);
    QVERIFY2(!picture.startsWith("failed"), picture.constData());
    if (name.endsWith(QLatin1String(".svg")))
        QVERIFY(picture.contains("The notes are in own.svg.notes.md."));
    if (name.endsWith(QLatin1String(".pdf")))
        QVERIFY(outputOf(QStringLiteral("pdfinfo"), {in(name)}).contains("Pages:           1\n"));
    const QByteArray notes = read(name + QStringLiteral(".notes.md"));
    QVERIFY2(notes.startsWith("# Visits\n") && notes.contains("\n20. **"), notes.constData());
    const QJsonDocument sources =
        QJsonDocument::fromJson(read(name + QStringLiteral(".sources.json")));
    QCOMPARE(sources.array().size(), 21);
    QVERIFY(!notesInTheWay(in(name).toStdString())); // They may be made again.
}

/// A picture that names notes that are not there is worse than none.
void PictureSourcesTest::aPictureIsWrittenWithItsNotesOrNotAtAll()
{
    const QByteArray before = exported(QStringLiteral("all.svg"), {});
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("all.svg.sources.json/full")));
    const QByteArray said = exported(QStringLiteral("all.svg"),
                                     m_desk.options({.notesFile = QStringLiteral("beside")}));
    QVERIFY2(said.startsWith("failed") && said.contains("all.svg.sources.json"), said.constData());
    QCOMPARE(read(QStringLiteral("all.svg")), before);
    QVERIFY(!QFile::exists(in(QStringLiteral("all.svg.notes.md"))));
}

/// Nobody was asked whether they may be written over.
void PictureSourcesTest::notesThatSomebodyHasChangedAreNotReplaced()
{
    const QString picture = QStringLiteral("mine.svg");
    const auto inTheWay = [&] { return notesInTheWay(in(picture).toStdString()).value_or(""); };
    QCOMPARE(inTheWay(), std::string());
    QVERIFY(!exported(picture, m_desk.options({.notesFile = QStringLiteral("beside")}))
                 .startsWith("failed"));
    QCOMPARE(inTheWay(), std::string());
    QFile notes(in(picture + QStringLiteral(".notes.md")));
    QByteArray changed = read(picture + QStringLiteral(".notes.md"));
    changed.replace("20. **", "20. Mind: **");
    QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write(changed) == changed.size());
    notes.close();
    QVERIFY(inTheWay().find("mine.svg.notes.md") != std::string::npos);
    QVERIFY(notes.remove()); // The sources alone are nobody's that is known of.
    QVERIFY(inTheWay().find("mine.svg.sources.json") != std::string::npos);
}

/// By a program that knows nothing of ours.
void PictureSourcesTest::aPdfLeadsFromNumbersToNotes()
{
    QVERIFY(exported(QStringLiteral("a.pdf"), m_desk.options()).startsWith("%PDF-1.4"));
    const QByteArray checked =
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), in(QStringLiteral("a.pdf"))});
    QVERIFY2(checked.contains("No syntax or stream encoding errors"), checked.constData());
    const QByteArray json = outputOf(QStringLiteral("qpdf"), {QStringLiteral("--json=1"),
                                                              QStringLiteral("--json-key=outlines"),
                                                              in(QStringLiteral("a.pdf"))});
    const QJsonArray outlines =
        QJsonDocument::fromJson(json).object().value(QLatin1String("outlines")).toArray();
    QCOMPARE(outlines.size(), 3);
    const auto title = [&](int i) {
        return outlines[i].toObject().value(QLatin1String("title")).toString();
    };
    QCOMPARE(title(0), QStringLiteral("Picture"));
    QCOMPARE(title(1), QStringLiteral("Notes"));
    QCOMPARE(title(2), QStringLiteral("Sources"));
    const auto below = [&](int i) {
        return outlines[i].toObject().value(QLatin1String("kids")).toArray();
    };
    QCOMPARE(below(1).size(), 20);
    QCOMPARE(below(2).size(), 21);
    QVERIFY(below(1)[0]
                .toObject()
                .value(QLatin1String("title"))
                .toString()
                .startsWith(QStringLiteral("[1] ")));
    QVERIFY(below(2)[0].toObject().value(QLatin1String("destpageposfrom1")).toInt() > 1);
    // From each number to its note and back, from each quote to its source, and to the web.
    const QByteArray objects =
        outputOf(QStringLiteral("qpdf"),
                 {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"),
                  in(QStringLiteral("a.pdf")), QStringLiteral("-")});
    QVERIFY(objects.count("/Dest [") - 3 - 20 - 21 >= 20 + 20 + 21); // Without the bookmarks'.
    QCOMPARE(objects.count("/URI (https://news.example/"), qsizetype(21));
    const QByteArray words =
        outputOf(QStringLiteral("pdftotext"), {in(QStringLiteral("a.pdf")), QStringLiteral("-")});
    QVERIFY(words.contains("[20]") && words.contains("https://news.example/herald"));
    QVERIFY2(
        QString::fromUtf8(words).contains(QRegularExpression(QStringLiteral("\n2 ?/ ?[3-9]\n"))),
        words.constData());
}

void PictureSourcesTest::aPdfSaysWhatItIs()
{
    ExportOptions options = m_desk.options({.title = QStringLiteral("Кто кого посетил")});
    QVERIFY(exported(QStringLiteral("b.pdf"), options).startsWith("%PDF"));
    const QString info = QString::fromUtf8(outputOf(
        QStringLiteral("pdfinfo"), {QStringLiteral("-rawdates"), in(QStringLiteral("b.pdf"))}));
    QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Title: +Кто кого посетил\n"))),
             qPrintable(info));
    QVERIFY(info.contains(QRegularExpression(QStringLiteral("Creator: +Entente\n"))));
    QVERIFY(
        info.contains(QRegularExpression(QStringLiteral("CreationDate: +D:20261130000000Z\n"))));
    QVERIFY(info.contains(QStringLiteral("30 November 2026")));
    const QString own = QString::fromUtf8(outputOf(
        QStringLiteral("pdfinfo"), {QStringLiteral("-custom"), in(QStringLiteral("b.pdf"))}));
    QVERIFY2(own.contains(QString::fromStdString(options.sources->dataHash)), qPrintable(own));
}

void PictureSourcesTest::wordsAreBrokenWhereTheirScriptAllows() const
{
    const QFont font = captionFont(m_desk.style);
    QCOMPARE(linesOf(QString(), font, 100), QStringList());
    for (const QString& words :
         {QStringLiteral("two lines of words that a page is too narrow for"),
          QStringLiteral("文在寅大統領は十八日から二十日まで平壌を訪問した"),
          QStringLiteral("https://news.example/anAddressWithoutASpaceThatGoesOnAndOn")}) {
        const QStringList lines = linesOf(words, font, 120);
        QVERIFY(lines.size() > 1);
        for (const QString& line : lines)
            QVERIFY2(QFontMetricsF(font).horizontalAdvance(line) <= 121, qPrintable(line));
        QCOMPARE(lines.join(QString()).remove(QLatin1Char(' ')),
                 QString(words).remove(QLatin1Char(' ')));
    }
    QCOMPARE(shortened(QStringLiteral("four words and more"), 12), QStringLiteral("four words…"));
    QCOMPARE(shortened(QStringLiteral("short"), 12), QStringLiteral("short"));
}

QTEST_MAIN(PictureSourcesTest)

#include "picturesourcestest.moc"
