// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/svgwriter.h"

#include "graph/citing/shownsources.h"
#include "graph/exchange/xmltext.h"
#include "ui/paint/edgeitem.h"
#include "ui/paint/marks.h"
#include "ui/paint/measure.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/outline.h"
#include "ui/paint/style.h"
#include "ui/text/qtext.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QStringList>

#include <pugixml.hpp>

#include <array>
#include <charconv>
#include <string_view>

namespace entente
{

namespace
{

using Xml = pugi::xml_node;

/// The same in every locale: at most so many decimals.
std::string number(double value, int decimals = 2)
{
    std::array<char, 64> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                            std::chars_format::fixed, decimals);
    std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    if (error != std::errc())
        return "0"; // No place on any page has as many digits.
    text.remove_suffix(text.size() - 1 - text.find_last_not_of('0'));
    if (text.ends_with('.'))
        text.remove_suffix(1);
    return text == "-0" ? "0" : std::string(text);
}

/// By which all of a picture is multiplied.
std::string fineNumber(double value) { return number(value, 6); }

std::string point(QPointF p) { return number(p.x()) + ' ' + number(p.y()); }

std::string pointsOf(const QPolygonF& corners)
{
    std::string points;
    for (const QPointF& corner : corners)
        points += (points.empty() ? "" : " ") + number(corner.x()) + ',' + number(corner.y());
    return points;
}

std::string hex(const QColor& colour) { return colour.name().toStdString(); }

std::string pathData(const QPainterPath& path)
{
    std::string data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            data += (data.empty() ? "M" : " M") + point(element);
            break;
        case QPainterPath::LineToElement:
            data += " L" + point(element);
            break;
        case QPainterPath::CurveToElement:
            data += " C" + point(element);
            break;
        case QPainterPath::CurveToDataElement:
            data += ' ' + point(element);
            break;
        }
    }
    return data;
}

void set(Xml node, const char* name, const std::string& value)
{
    node.append_attribute(name).set_value(value.c_str());
}

Xml add(Xml parent, const char* name) { return parent.append_child(name); }

void setText(Xml node, const QString& text)
{
    node.append_child(pugi::node_pcdata).set_value(xmlText(text.toStdU16String()).c_str());
}

Xml addRect(Xml parent, const QRectF& rect, double radius)
{
    const Xml node = add(parent, "rect");
    set(node, "x", number(rect.left()));
    set(node, "y", number(rect.top()));
    set(node, "width", number(rect.width()));
    set(node, "height", number(rect.height()));
    if (radius > 0)
        set(node, "rx", number(radius));
    return node;
}

void setFill(Xml node, const QColor& colour)
{
    set(node, "fill", hex(colour));
    if (colour.alpha() < 255)
        set(node, "fill-opacity", number(colour.alphaF()));
}

void setPen(Xml node, const QPen& pen)
{
    set(node, "stroke", hex(pen.color()));
    set(node, "stroke-width", number(pen.widthF()));
    if (pen.capStyle() == Qt::RoundCap)
        set(node, "stroke-linecap", "round");
    if (pen.style() != Qt::CustomDashLine)
        return;
    std::string dashes;
    for (const qreal part : pen.dashPattern())
        dashes += (dashes.empty() ? "" : " ") + number(part * pen.widthF());
    set(node, "stroke-dasharray", dashes);
}

std::string familiesOf(const QFont& font)
{
    std::string families;
    for (const QString& family : font.families()) {
        const bool generic =
            family == QLatin1String("sans-serif") || family == QLatin1String("serif");
        families += families.empty() ? "" : ", ";
        families += generic ? family.toStdString() : '\'' + family.toStdString() + '\'';
    }
    return families;
}

/// Writes one picture.
class Writer
{
public:
    Writer(const Picture& picture, const Style& style, const ShownSources* sources)
        : m_picture(picture)
        , m_style(style)
        , m_sources(sources)
        , m_nameBase(baselineIn(style.nodeName, nameLine))
        , m_tagBase(baselineIn(style.tagName, tagLine))
        , m_detailBase(baselineIn(style.nodeDetail, detailLine))
        , m_labelBase(baselineIn(style.edgeLabel, labelHeight))
    {
    }

    void write(Xml svg, const Page& page)
    {
        set(svg, "font-family", familiesOf(m_style.nodeName));
        if (!page.isTransparent)
            setFill(addRect(svg, page.area, 0), m_style.canvas);
        for (const Page::Line& line : page.titleLines)
            text(svg, line.text, line.baseline, titleFont(m_style), m_style.text);
        const Xml drawn = scene(svg, page);
        picture(drawn);
        numbers(drawn, page.numbers);
        if (!page.legend.isEmpty())
            legend(svg, page.legend, page.legendAt);
        for (const Page::Line& line : page.caption)
            text(svg, line.text, line.baseline, captionFont(m_style), m_style.secondaryText);
        if (!page.notes.empty())
            notes(svg, page.notes);
    }

private:
    /// What is as large as the picture is on the page.
    static Xml scene(Xml svg, const Page& page)
    {
        const Xml group = add(svg, "g");
        set(group, "class", "picture");
        if (!page.fromScene().isIdentity())
            set(group, "transform",
                "translate(" + point(page.origin) + ") scale(" + fineNumber(page.scale) + ")");
        return group;
    }

    /// Beside what they are of, above all else.
    void numbers(Xml svg, const std::vector<NumberTag>& tags)
    {
        if (tags.empty())
            return;
        const QFont font = numberFont(m_style);
        const double base = baselineIn(font, numberHeight);
        const Xml all = add(svg, "g");
        set(all, "class", "numbers");
        set(all, "font-weight", "bold");
        for (const NumberTag& tag : tags) {
            const double grown = growthOf(tag);
            setFill(addRect(all, tag.rect, 3 * grown), m_style.veil);
            const Xml node = add(all, "text");
            set(node, "x", number(tag.rect.center().x()));
            set(node, "y", number(tag.rect.top() + base * grown));
            set(node, "font-size", number(font.pixelSize() * grown));
            set(node, "text-anchor", "middle");
            setFill(node, m_style.secondaryText);
            setText(node, tag.words);
        }
    }

    void notes(Xml svg, const std::vector<PlacedLine>& lines)
    {
        const Xml all = add(svg, "g");
        set(all, "class", "notes");
        for (const auto& [line, topLeft] : lines) {
            const QPointF baseline = topLeft + QPointF(0, printAscent(line.face));
            if (!line.sign.isEmpty())
                text(all, line.sign, baseline, fontOf(Face::Name, m_style), m_style.text);
            text(all, line.text, baseline + QPointF(indentOf(line), 0), fontOf(line.face, m_style),
                 colourOf(line.face, m_style));
        }
    }

    void picture(Xml svg)
    {
        axis(svg);
        const Xml edges = add(svg, "g");
        set(edges, "class", "edges");
        for (const EdgeItem& edge : m_picture.edges())
            this->edge(edges, edge);
        // Above all lines, or the next edge would run through the label of this one.
        const Xml labels = add(svg, "g");
        set(labels, "class", "labels");
        for (const EdgeItem& edge : m_picture.edges())
            label(labels, edge);
        for (const EdgeItem& edge : m_picture.edges())
            contestedMark(labels, edge);
        for (const EdgeItem& edge : m_picture.edges())
            judgementMark(labels, edge);
        const Xml nodes = add(svg, "g");
        set(nodes, "class", "nodes");
        for (const NodeItem& node : m_picture.nodes())
            this->node(nodes, node);
    }

    void axis(Xml svg)
    {
        const TimeAxis& axis = m_picture.timeAxis();
        if (axis.isEmpty())
            return;
        const Xml group = add(svg, "g");
        set(group, "class", "time");
        for (const QLineF& tick : linesOf(axis)) {
            const Xml line = add(group, "path");
            set(line, "d", "M" + point(tick.p1()) + " L" + point(tick.p2()));
            setPen(line, QPen(m_style.hairline, 1, Qt::SolidLine, Qt::FlatCap));
        }
        for (const AxisWords& words : wordsOf(axis, m_style))
            text(group, words.text, words.baseline, m_style.tagName, m_style.secondaryText);
    }

    /// Words in the middle of x, or from x on.
    void text(Xml parent, const QString& words, QPointF at, const QFont& font, const QColor& colour,
              bool centred = false)
    {
        const Xml node = add(parent, "text");
        set(node, "x", number(at.x()));
        set(node, "y", number(at.y()));
        set(node, "font-size", std::to_string(font.pixelSize()));
        if (font.families() != m_style.nodeName.families())
            set(node, "font-family", familiesOf(font));
        if (font.bold())
            set(node, "font-weight", "bold");
        if (centred)
            set(node, "text-anchor", "middle");
        setFill(node, colour);
        setText(node, words);
    }

    void line(Xml parent, const QRectF& rect, double base, const QString& words, const QFont& font,
              const QColor& colour, bool centred, bool struck = false)
    {
        const double x = centred ? rect.center().x() : rect.left();
        text(parent, words, {x, rect.top() + base}, font, colour, centred);
        if (struck)
            strike(parent, words, {x, rect.top() + base}, font, colour, centred);
    }

    /// A line of its own: that something did not happen must be seen in viewers, too, that do not
    /// know text-decoration.
    void strike(Xml parent, const QString& words, QPointF at, const QFont& font,
                const QColor& colour, bool centred)
    {
        const QFontMetricsF metrics(ownCopy(font));
        const double width = metrics.horizontalAdvance(words);
        const QPointF begin = at - QPointF(centred ? width / 2 : 0, metrics.strikeOutPos());
        const Xml line = add(parent, "path");
        set(line, "d", "M" + point(begin) + " L" + point(begin + QPointF(width, 0)));
        setPen(line, QPen(colour, metrics.lineWidth()));
    }

    void contestedMark(Xml parent, const QRectF& rect, const QColor& first)
    {
        const double r = rect.width() / 2;
        const QPointF top(rect.center().x(), rect.top());
        const QPointF bottom(rect.center().x(), rect.bottom());
        const auto half = [&](const char* sweep, const QColor& colour) {
            const Xml node = add(parent, "path");
            set(node, "d",
                "M" + point(top) + " A" + number(r) + ' ' + number(r) + " 0 0 " + sweep + ' ' +
                    point(bottom) + " Z");
            setFill(node, colour);
        };
        const Xml ground = add(parent, "circle");
        set(ground, "cx", number(rect.center().x()));
        set(ground, "cy", number(rect.center().y()));
        set(ground, "r", number(r + 1.5));
        setFill(ground, m_style.canvas);
        half("0", first);
        half("1", m_style.contested);
    }

    void edgeLine(Xml parent, const EdgeItem& edge)
    {
        const QPen pen = m_style.penFor(edge.modality, edge.width);
        const Xml line = add(parent, "path");
        set(line, "d", pathData(edge.path));
        set(line, "fill", "none");
        setPen(line, pen);
    }

    void contestedMark(Xml parent, const EdgeItem& edge)
    {
        if (edge.contested)
            contestedMark(parent, contestedMarkOf(edge), m_style.edge);
    }

    void judgementMark(Xml parent, const EdgeItem& edge)
    {
        const QPolygonF diamond = judgementMarkOf(edge);
        if (diamond.isEmpty())
            return;
        const Xml polygon = add(parent, "polygon");
        set(polygon, "class", "judgement");
        set(polygon, "points", pointsOf(diamond));
        setFill(polygon, m_style.canvas);
        setPen(polygon, QPen(m_style.edge, judgementLine, Qt::SolidLine, Qt::FlatCap));
    }

    void arrow(Xml parent, const EdgeItem& edge)
    {
        if (!edge.directed || edge.tip == edge.tail)
            return;
        const QPolygonF head = arrowHead(edge);
        const Xml polygon = add(parent, "polygon");
        set(polygon, "points", pointsOf(head));
        setFill(polygon, m_style.penFor(edge.modality, 1).color());
    }

    /// How sure it is, and its quotes; empty where they are not known.
    template <class Id>
    static QString wordsIn(const std::map<Id, std::string>& words, Id id)
    {
        const auto found = words.find(id);
        return found == words.end() ? QString() : toQString(found->second);
    }
    QString saidOf(NodeId id) const
    {
        return m_sources == nullptr ? QString() : wordsIn(m_sources->nodeWords, id);
    }
    QString saidOf(const EdgeItem& edge) const
    {
        const QString known =
            m_sources == nullptr ? QString() : wordsIn(m_sources->edgeWords, edge.id);
        return known.isEmpty() ? toQString(m_style.wording(wordsOf(edge.modality))) : known;
    }

    void edge(Xml parent, const EdgeItem& edge)
    {
        const Xml group = add(parent, "g");
        set(group, "id", "edge-" + edge.id.text());
        set(group, "class", "edge");
        setText(add(group, "title"), edge.wholeName);
        setText(add(group, "desc"), saidOf(edge));
        edgeLine(group, edge);
        arrow(group, edge);
    }

    void label(Xml parent, const EdgeItem& edge)
    {
        if (edge.labelRect.isNull())
            return;
        const Xml group = add(parent, "g");
        set(group, "data-edge", "edge-" + edge.id.text());
        setFill(addRect(group, edge.labelRect, labelHeight / 2), m_style.veil);
        line(group, edge.labelRect, m_labelBase, edge.label, m_style.edgeLabel,
             m_style.secondaryText, true);
    }

    void shape(Xml group, const NodeItem& node)
    {
        const Xml outline = add(group, "path");
        set(outline, "d", pathData(outlineOf(node.shape, node.outline)) + " Z");
        setFill(outline, node.fill);
        setPen(outline, outlinePen(node, m_style));
        if (node.shape == Shape::DoubleCircle) {
            const Xml ring = add(group, "path");
            set(ring, "d", pathData(outlineOf(node.shape, innerRing(node))) + " Z");
            set(ring, "fill", "none");
            setPen(ring, QPen(node.line, 1.2));
        }
        const QPainterPath solid = node.shape == Shape::Card   ? stripePath(node)
                                   : node.shape == Shape::Pill ? pinIn(pinOf(node))
                                                               : QPainterPath();
        if (!solid.isEmpty()) {
            const Xml mark = add(group, "path");
            set(mark, "d", pathData(solid));
            set(mark, "fill-rule", "evenodd");
            setFill(mark, node.line);
            // So that no dash of the card's own line looks out from behind.
            if (node.shape == Shape::Card)
                setPen(mark, QPen(node.line, cardLine));
        }
        if (node.contested)
            contestedMark(group, contestedMarkOf(node), node.line);
    }

    void node(Xml parent, const NodeItem& node)
    {
        const Xml group = add(parent, "g");
        set(group, "id", "node-" + node.id.text());
        set(group, "class", node.isEvent ? "node event" : "node entity");
        set(group, "data-type", xmlText(node.type.toStdU16String()));
        setText(add(group, "title"), node.wholeName);
        QString told = node.detail;
        if (const QString said = saidOf(node.id); !said.isEmpty())
            told += (told.isEmpty() ? QString() : QStringLiteral("\n")) + said;
        if (!told.isEmpty())
            setText(add(group, "desc"), told);
        // Below the shape, to which they reach.
        for (const QRectF& veil : veilsOf(node, true))
            setFill(addRect(group, veil, 4), m_style.veil);
        shape(group, node);
        if (!node.inside.isEmpty()) {
            const QFont font = insideFont(node, m_style.nodeInside);
            const double base = baselineIn(font, node.outline.height());
            line(group, node.outline, base, node.inside, font, node.line, true);
        }
        words(group, node);
        marks(group, node);
    }

    void badge(Xml group, const QRectF& rect, const QString& words)
    {
        const double radius = rect.height() / 2;
        setFill(addRect(group, rect.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5), m_style.canvas);
        setFill(addRect(group, rect, radius), badgeFill(m_style));
        line(group, rect, m_detailBase, words, m_style.nodeDetail, m_style.text, true);
    }

    void pinMark(Xml group, const QRectF& rect)
    {
        const std::string outline = pathData(drawingPin(rect));
        const Xml ground = add(group, "path");
        set(ground, "d", outline);
        set(ground, "fill", "none");
        set(ground, "stroke", hex(m_style.canvas));
        set(ground, "stroke-width", number(rect.width() * 0.2));
        set(ground, "stroke-linecap", "round");
        set(ground, "stroke-linejoin", "round");
        const Xml pin = add(group, "path");
        set(pin, "d", outline);
        setFill(pin, m_style.secondaryText);
    }

    void marks(Xml group, const NodeItem& node)
    {
        if (node.pinned)
            pinMark(group, pinMarkOf(node));
        if (node.hidden > 0)
            badge(group, badgeOf(node), badgeWords(node.hidden));
    }

    void words(Xml group, const NodeItem& node)
    {
        if (!node.nameFits)
            return;
        const bool tag = node.shape == Shape::Pill || node.shape == Shape::Tag;
        const bool struck = node.isEvent && node.modality == Modality::DidNotHappen;
        const bool centred = !isNameWithin(node);
        const bool second = node.detailFits && !node.detail.isEmpty();
        for (qsizetype i = 0; i < node.name.size(); ++i)
            line(group, node.nameRects[static_cast<std::size_t>(i)], tag ? m_tagBase : m_nameBase,
                 node.name[i], tag ? m_style.tagName : m_style.nodeName, nameColour(node, m_style),
                 centred, struck);
        if (second)
            line(group, node.detailRect, m_detailBase, node.detail, m_style.nodeDetail,
                 detailColour(node, m_style), centred);
    }

    void legend(Xml svg, const Legend& legend, QPointF at)
    {
        const Xml group = add(svg, "g");
        set(group, "class", "legend");
        set(group, "transform", "translate(" + point(at) + ")");
        const Xml card =
            addRect(group, QRectF(QPointF(), legend.size()).adjusted(0.5, 0.5, -0.5, -0.5), 8);
        setFill(card, m_style.panel);
        setPen(card, QPen(m_style.hairline, 1));
        for (const NodeItem& sample : legend.samples())
            shape(group, sample);
        for (const EdgeItem& sample : legend.lines()) {
            edgeLine(group, sample);
            contestedMark(group, sample);
            judgementMark(group, sample);
        }
        for (const QRectF& sample : legend.pins())
            pinMark(group, sample);
        for (const QRectF& sample : legend.badges())
            badge(group, sample, Legend::badgeSample());
        for (const Legend::Words& words : legend.words())
            text(group, words.text, words.baseline,
                 words.isHeading ? m_style.nodeName : m_style.tagName,
                 words.isHeading ? m_style.secondaryText : m_style.text);
    }

    const Picture& m_picture;
    const Style& m_style;
    const ShownSources* m_sources; ///< Null: not known.
    double m_nameBase, m_tagBase, m_detailBase, m_labelBase;
};

} // namespace

namespace
{

/// In Dublin Core, which other programs read: what it is called, and of which data it was made.
void addMetadata(Xml svg, const Page& page, const ShownSources& sources)
{
    const Xml rdf = add(add(svg, "metadata"), "rdf:RDF");
    set(rdf, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    set(rdf, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    const Xml about = add(rdf, "rdf:Description");
    set(about, "rdf:about", "");
    if (!page.title.isEmpty())
        setText(add(about, "dc:title"), page.title);
    setText(add(about, "dc:description"), toQString(sources.dataWords()));
    setText(add(about, "dc:identifier"), toQString("data-sha256:" + sources.dataHash));
}

} // namespace

QByteArray svgOf(const Picture& picture, const Style& style, const Page& page,
                 const ShownSources* sources)
{
    pugi::xml_document document;
    const Xml svg = document.append_child("svg");
    set(svg, "xmlns", "http://www.w3.org/2000/svg");
    set(svg, "version", "1.1");
    const bool isOnPaper = !page.millimetres.isEmpty();
    const QSizeF size = isOnPaper ? page.millimetres : page.area.size();
    const char* const unit = isOnPaper ? "mm" : "";
    set(svg, "width", number(size.width()) + unit);
    set(svg, "height", number(size.height()) + unit);
    set(svg, "viewBox",
        point(page.area.topLeft()) + ' ' + number(page.area.width()) + ' ' +
            number(page.area.height()));
    setText(add(svg, "title"), page.title.isEmpty() ? QStringLiteral("Entente") : page.title);
    if (sources != nullptr)
        addMetadata(svg, page, *sources);
    Writer(picture, style, sources).write(svg, page);
    return QByteArray::fromStdString(xmlOf(document));
}

} // namespace entente
