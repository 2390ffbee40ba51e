// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/svgwriter.h"
#include "support/drawngraph.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <map>

using namespace entente;

namespace
{

struct Read
{
    QStringList texts; ///< Of text elements.
    QStringList titles;
    QStringList ids;
    QStringList elements;
    QString error;
};

Read read(const QByteArray& svg)
{
    Read result;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        result.elements += xml.name().toString();
        if (xml.attributes().hasAttribute(QLatin1String("id")))
            result.ids += xml.attributes().value(QLatin1String("id")).toString();
        if (xml.name() == QLatin1String("text"))
            result.texts += xml.readElementText();
        else if (xml.name() == QLatin1String("title"))
            result.titles += xml.readElementText();
    }
    if (xml.hasError())
        result.error = xml.errorString();
    return result;
}

QByteArray svgOfGraph(const DrawnGraph& graph)
{
    const Style style = Style::of(Theme::Light);
    const Picture picture = graph.picture(style);
    Page page;
    page.area = picture.bounds();
    page.legend = Legend(picture, style, 600);
    return svgOf(picture, style, page);
}

} // namespace

class SvgWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNodeAndEdgeIsAGroupWithItsId();
    void eachLabelStandsThereOnce();
    void badgesStandInItAsWords();
    void anyNameGivesWellFormedXml_data();
    void anyNameGivesWellFormedXml();
    void nothingRunsAndNothingIsFetched();
    void theSamePictureGivesTheSameBytes();
};

void SvgWriterTest::eachNodeAndEdgeIsAGroupWithItsId()
{
    const DrawnGraph graph = oneOfEachKind();
    const Read svg = read(svgOfGraph(graph));
    QVERIFY2(svg.error.isEmpty(), qPrintable(svg.error));
    QCOMPARE(svg.ids.size(), qsizetype(13));
    QCOMPARE(QSet<QString>(svg.ids.begin(), svg.ids.end()).size(), qsizetype(13));
    const Picture picture = graph.picture();
    for (const NodeItem& node : picture.nodes())
        QVERIFY(svg.ids.contains(QStringLiteral("node-") + QString::fromStdString(node.id.text())));
    for (const EdgeItem& edge : picture.edges()) {
        QVERIFY(svg.ids.contains(QStringLiteral("edge-") + QString::fromStdString(edge.id.text())));
        QVERIFY(svg.titles.contains(edge.wholeName));
    }
}

void SvgWriterTest::eachLabelStandsThereOnce()
{
    const DrawnGraph graph = oneOfEachKind();
    const Read svg = read(svgOfGraph(graph));
    std::map<QString, int> wanted;
    const Picture picture = graph.picture();
    for (const NodeItem& node : picture.nodes()) {
        for (const QString& line : node.name)
            ++wanted[line];
        if (!node.inside.isEmpty())
            ++wanted[node.inside];
        if (!node.detail.isEmpty())
            ++wanted[node.detail];
    }
    for (const auto& [words, count] : wanted)
        QCOMPARE(svg.texts.count(words), qsizetype(count));
    for (const char* role : {"Visitor", "Destination", "Source", "Participant"})
        QCOMPARE(svg.texts.count(QLatin1String(role)), qsizetype(1));
}

void SvgWriterTest::badgesStandInItAsWords()
{
    const Style style = Style::of(Theme::Light);
    const Picture picture = oneOfEachKind().pictureOf({0, 1}, style);
    Page page;
    page.area = picture.bounds();
    page.legend = Legend(picture, style, 600);
    const QStringList texts = read(svgOf(picture, style, page)).texts;
    QCOMPARE(texts.count(QStringLiteral("+5")), 1);
    QCOMPARE(texts.count(QStringLiteral("neighbours not shown")), 1);
}

void SvgWriterTest::anyNameGivesWellFormedXml_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char* what, const QByteArray& name, const QString& shown) {
        QTest::newRow(what) << name << shown;
    };
    row("script", "<script>alert(1)</script>", QStringLiteral("<script>alert(1)</script>"));
    row("entities", "a & b &amp; c &#0;", QStringLiteral("a & b &amp; c &#0;"));
    row("end of CDATA", "]]> -- \"'", QStringLiteral("]]> -- \"'"));
    row("control characters", "a\x01\x1B\x7F", QStringLiteral("a[U+0001][U+001B][U+007F]"));
    row("Hangul", "김정은", QString::fromUtf8("김정은"));
    row("Cyrillic", "Сергей Лавров", QString::fromUtf8("Сергей Лавров"));
    row("Han and astral", "习近平𠀀👍", QString::fromUtf8("习近平𠀀👍"));
    row("not a character", "a\xEF\xBF\xBF", QString::fromUtf8("a\uFFFD"));
    row("not UTF-8", "a\xFF", QString::fromUtf8("a\uFFFD"));
    row("an encoded surrogate", "a\xED\xA0\x80z", {});
    row("layout escapes", R"(\N \G C:\new)", QStringLiteral(R"(\N \G C:\new)"));
}

void SvgWriterTest::anyNameGivesWellFormedXml()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, shown);
    DrawnGraph graph;
    graph.add("Person", name.toStdString(), {0, 0});
    graph.add("Visit", name.toStdString(), {500, 0});
    graph.add("Place", name.toStdString(), {250, 400});
    graph.join(1, 0, name.toStdString());
    const Read svg = read(svgOfGraph(graph));
    QVERIFY2(svg.error.isEmpty(), qPrintable(svg.error));
    QVERIFY(!svg.elements.contains(QLatin1String("script")));
    if (!shown.isEmpty())
        QVERIFY2(svg.titles.contains(shown), qPrintable(svg.titles.join(QLatin1Char('|'))));
}

void SvgWriterTest::nothingRunsAndNothingIsFetched()
{
    const QByteArray svg = svgOfGraph(oneOfEachKind());
    for (const char* word :
         {"<script", "href", "url(", "@import", "<image", "<foreignObject", "onload"})
        QVERIFY2(!svg.contains(word), word);
    QCOMPARE(svg.count("http"), qsizetype(1)); // The name of the SVG namespace.
}

void SvgWriterTest::theSamePictureGivesTheSameBytes()
{
    QCOMPARE(svgOfGraph(gridOf(40, 80)), svgOfGraph(gridOf(40, 80)));
}

QTEST_MAIN(SvgWriterTest)
#include "svgwritertest.moc"
