// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/galley.h"

#include "graph/citing/dossier.h"
#include "graph/query/strength.h"
#include "ui/paint/style.h"
#include "ui/paint/textlines.h"
#include "ui/text/qtext.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <set>

namespace entente
{

namespace
{

constexpr std::size_t quotesAtMost = 12; // Of each note.
// In characters; the whole of it stands in the article.
constexpr int shortQuote = 120;
constexpr int fullQuote = 400;
constexpr double betweenNotes = 8;
constexpr double aboveSources = 16;
constexpr double printIndent = 32; // For [999].
constexpr double columnAtLeast = 310;
constexpr double betweenColumns = 28;

double lineHeight(Face face) { return face == Face::Heading ? 20 : 15; }

QString quoted(const QString& words) { return QChar(0x201C) % words % QChar(0x201D); }

/// Appends to lines, and knows the width.
class Setter
{
public:
    Setter(const Style& style, double width)
        : m_style(style)
        , m_width(width)
    {
    }

    void heading(const QString& words, double gap)
    {
        PrintLine line;
        line.text = line.bookmark = words;
        line.face = Face::Heading;
        line.gap = gap;
        line.keepsWithNext = true;
        m_lines.push_back(line);
    }

    struct Manner
    {
        Face face = Face::Plain;
        bool keepsWithNext = false;
        QString address = {};
        int cites = 0;
    };
    /// @returns the first of its lines; null for no words.
    PrintLine* paragraph(const QString& words, const Manner& manner)
    {
        const std::size_t first = m_lines.size();
        const QFont font = fontOf(manner.face, m_style);
        for (const QString& text : linesOf(visibleForm(words), font, m_width - printIndent)) {
            PrintLine line;
            line.text = text;
            line.face = manner.face;
            line.keepsWithNext = manner.keepsWithNext;
            line.address = manner.address;
            line.cites = manner.cites;
            m_lines.push_back(line);
        }
        return first < m_lines.size() ? &m_lines[first] : nullptr;
    }

    std::vector<PrintLine> take() { return std::move(m_lines); }

private:
    const Style& m_style;
    double m_width;
    std::vector<PrintLine> m_lines;
};

QString joined(std::initializer_list<std::string> parts, const QString& between)
{
    QStringList words;
    for (const std::string& part : parts) {
        if (!part.empty())
            words << toQString(part);
    }
    return words.join(between);
}

QString signOf(const CitedClaim& claim)
{
    return claim.article > 0 ? QStringLiteral("S%1").arg(claim.article) : QString();
}

const CitedArticle& articleOf(const CitedClaim& claim, const Citations& citations)
{
    return citations.articles.at(static_cast<std::size_t>(claim.article) - 1);
}

/// "S2 The Lantern, 15 January 2024; expected; according to Peskov"
QString saidOf(const CitedClaim& claim, const Citations& citations)
{
    const std::string place =
        claim.article > 0 ? toUtf8(signOf(claim)) + " " + placeOf(articleOf(claim, citations)) : "";
    return joined({place, claim.sureness, claim.dates, claim.speaker, claim.graded, claim.warning},
                  QStringLiteral("; "));
}

QString quoteOf(const CitedClaim& claim, int length)
{
    return claim.quote.empty() ? QString() : quoted(shortened(toQString(claim.quote), length));
}

/// Whether it says so as surely as all of them together do.
bool saysTheSame(const CitedClaim& claim, const Citation& note)
{
    return claim.sureness == note.modality || claim.sureness.starts_with(note.modality + ",");
}

/// The earliest ones; where there is room for one, it is one that says what the note says: an
/// expectation is no witness that something happened.
std::vector<const CitedClaim*> quotedOf(const Citation& note, Detail detail)
{
    std::vector<const CitedClaim*> claims;
    if (detail == Detail::Short && !note.claims.empty()) {
        const auto telling = std::ranges::find_if(
            note.claims, [&](const CitedClaim& claim) { return saysTheSame(claim, note); });
        claims.push_back(telling == note.claims.end() ? &note.claims.front() : &*telling);
        return claims;
    }
    for (std::size_t i = 0; i < std::min(note.claims.size(), quotesAtMost); ++i)
        claims.push_back(&note.claims[i]);
    return claims;
}

QString wordsOfMore(std::size_t more)
{
    return more == 1 ? QStringLiteral("and one more passage")
                     : QStringLiteral("and %1 more passages").arg(more);
}

/// "happened, B1: “They held their summit” S2; and one more passage"
void setShort(Setter& setter, const Citation& note)
{
    QString words = joined({note.modality, nameOf(note.strength.grade)}, QStringLiteral(", "));
    for (const CitedClaim* claim : quotedOf(note, Detail::Short)) {
        words += (words.isEmpty() ? QString() : QStringLiteral(": ")) %
                 quoteOf(*claim, shortQuote) % u' ' %
                 (claim->article > 0 ? signOf(*claim) : toQString(claim->speaker));
        if (!saysTheSame(*claim, note))
            words += QStringLiteral(" (") % toQString(claim->sureness) % u')';
    }
    if (note.claims.size() > 1)
        words += QStringLiteral("; ") % wordsOfMore(note.claims.size() - 1);
    setter.paragraph(words, {});
}

void setFull(Setter& setter, const Citations& citations, const Citation& note)
{
    setter.paragraph(
        joined({note.modality, note.sources, nameOf(note.strength.grade)}, QStringLiteral(" · ")),
        {Face::Faint, true});
    const std::vector<const CitedClaim*> claims = quotedOf(note, Detail::Full);
    for (const CitedClaim* claim : claims) {
        setter.paragraph(quoteOf(*claim, fullQuote), {Face::Quote, true});
        setter.paragraph(saidOf(*claim, citations), {Face::Faint, false, {}, claim->article});
    }
    if (claims.size() < note.claims.size())
        setter.paragraph(wordsOfMore(note.claims.size() - claims.size()), {Face::Faint});
}

void setNote(Setter& setter, const Citations& citations, const Citation& note, Detail detail)
{
    PrintLine* name = setter.paragraph(toQString(note.about), {Face::Name, true});
    if (name == nullptr)
        return;
    name->sign = QStringLiteral("[%1]").arg(note.number);
    name->note = note.number;
    name->bookmark = name->sign % u' ' % visibleForm(toQString(note.about));
    name->gap = detail == Detail::Short ? 3 : betweenNotes;
    if (detail == Detail::Short)
        setShort(setter, note);
    else
        setFull(setter, citations, note);
}

void setSource(Setter& setter, const CitedArticle& article, Detail detail)
{
    QString words = toQString(wordsOf(article));
    if (!article.reliability.empty())
        words += QStringLiteral(" (") % toQString(article.reliability) % u')';
    if (const std::string copies = copyWords(article, "S");
        !copies.empty() && detail == Detail::Full)
        words += QStringLiteral(". ") % toQString(copies);
    PrintLine* line = setter.paragraph(words % u'.', {Face::Plain, !article.address.empty()});
    if (line == nullptr)
        return;
    line->sign = QStringLiteral("S%1").arg(article.number);
    line->source = article.number;
    line->bookmark = line->sign % u' ' % visibleForm(toQString(placeOf(article)));
    line->gap = 3;
    setter.paragraph(toQString(article.address),
                     {Face::Faint, false, toQString(webAddress(article.address))});
}

} // namespace

QFont fontOf(Face face, const Style& style)
{
    QFont font = ownCopy(style.nodeDetail);
    switch (face) {
    case Face::Heading:
        return ownCopy(style.nodeName);
    case Face::Name:
        font.setWeight(QFont::Bold);
        break;
    case Face::Quote:
        font = ownCopy(style.quote);
        font.setPixelSize(12);
        break;
    case Face::Plain:
    case Face::Faint:
        break;
    }
    return font;
}

QColor colourOf(Face face, const Style& style)
{
    return face == Face::Faint ? style.secondaryText : style.text;
}

double indentOf(const PrintLine& line) { return line.face == Face::Heading ? 0 : printIndent; }

double printAscent(Face face) { return face == Face::Heading ? 14 : 11; }

std::vector<PrintLine> setInLines(const Citations& citations, const Style& style, double width,
                                  int notes, Detail detail)
{
    Setter setter(style, width);
    std::set<int> cited;
    setter.heading(QStringLiteral("Notes"), 0);
    if (detail == Detail::Full)
        setter.paragraph(QString::fromUtf8(gradesInWords()), {Face::Faint});
    for (const Citation& note : citations.notes) {
        if (note.number > notes)
            break;
        setNote(setter, citations, note, detail);
        for (const CitedClaim* claim : quotedOf(note, detail))
            cited.insert(claim->article);
    }
    cited.erase(0); // An analyst's judgement is no source's.
    if (!cited.empty())
        setter.heading(QStringLiteral("Sources"), aboveSources);
    for (const int number : cited)
        setSource(setter, citations.articles.at(static_cast<std::size_t>(number) - 1), detail);
    return setter.take();
}

PrintColumns columnsIn(double width)
{
    PrintColumns columns;
    columns.gap = betweenColumns;
    columns.count =
        std::max(1, static_cast<int>((width + betweenColumns) / (columnAtLeast + betweenColumns)));
    columns.width = (width - (columns.count - 1) * betweenColumns) / columns.count;
    return columns;
}

Poured pour(const std::vector<PrintLine>& lines, std::size_t from, const PrintColumns& columns,
            double height)
{
    Poured poured;
    poured.next = from;
    for (int column = 0; column < columns.count; ++column) {
        double top = 0;
        const double left = column * (columns.width + columns.gap);
        while (poured.next < lines.size()) {
            const PrintLine& line = lines[poured.next];
            double at = top + (top > 0 ? line.gap : 0);
            // What keeps together: a heading and what it is of.
            double needed = at;
            for (std::size_t i = poured.next; i < lines.size(); ++i) {
                needed += lineHeight(lines[i].face);
                if (!lines[i].keepsWithNext)
                    break;
            }
            // In a column that is too low for these alone, they are parted.
            if (needed > height && top > 0)
                break;
            if (at + lineHeight(line.face) > height)
                break;
            poured.lines.push_back({line, {left, at}});
            top = at + lineHeight(line.face);
            poured.height = std::max(poured.height, top);
            ++poured.next;
        }
    }
    return poured;
}

Poured pourEvenly(const std::vector<PrintLine>& lines, const PrintColumns& columns,
                  double heightAtMost)
{
    double all = 0;
    for (const PrintLine& line : lines)
        all += line.gap + lineHeight(line.face);
    double low = std::floor(all / columns.count);
    Poured best = pour(lines, 0, columns, std::min(all, heightAtMost));
    if (best.next < lines.size())
        return {};
    double high = std::min(all, heightAtMost);
    while (high - low > 4) {
        const double middle = (low + high) / 2;
        Poured tried = pour(lines, 0, columns, middle);
        if (tried.next == lines.size()) {
            best = std::move(tried);
            high = middle;
        } else {
            low = middle;
        }
    }
    return best;
}

void drawNotes(QPainter& painter, const Style& style, const std::vector<PlacedLine>& lines)
{
    for (const auto& [line, topLeft] : lines) {
        const QPointF baseline = topLeft + QPointF(0, printAscent(line.face));
        painter.setFont(fontOf(line.face, style));
        painter.setPen(colourOf(line.face, style));
        painter.drawText(baseline + QPointF(indentOf(line), 0), line.text);
        if (line.sign.isEmpty())
            continue;
        painter.setFont(fontOf(Face::Name, style));
        painter.setPen(style.text);
        painter.drawText(baseline, line.sign);
    }
}

} // namespace entente
