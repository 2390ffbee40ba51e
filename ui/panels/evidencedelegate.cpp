// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidencedelegate.h"

#include "ui/panels/evidencemodel.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/paragraph.h"

#include <QPainter>

#include <deque>

namespace entente
{

namespace
{

// Pixels, on the grid of 8.
constexpr int side = 16;    ///< From the panel's edge to a card.
constexpr int between = 12; ///< Below a card.
constexpr int padding = 12; ///< Within a card.
constexpr int radius = 8;
constexpr int stripeWidth = 3;
constexpr int quoteToWords = 8;
constexpr int quotePixels = 14;
constexpr int usualHeight = 150; ///< Of a card, with the space below it.
// Noto is set wide already.
constexpr qreal quoteLeading = 1.1;
constexpr qreal wordsLeading = 1.1;

struct Line
{
    Line(const QString& text, const QFont& font, int width, const QColor& lineColour)
        : paragraph(text, font, width, wordsLeading)
        , colour(lineColour)
    {
    }

    Paragraph paragraph;
    QColor colour;
};

/// The parts of a card or heading, laid out for a width.
class RowLayout
{
public:
    RowLayout(const EvidenceItem& item, const Style& style, const QFont& font, int rowWidth);

    int height() const { return m_height; }
    void paint(QPainter& painter, QPointF topLeft, const EvidenceItem& item,
               const Style& style) const;

private:
    void add(const QString& words, const QFont& font, const QColor& colour);

    int m_width; ///< Of the quote.
    int m_lineWidth;
    Paragraph m_quote;
    std::deque<Line> m_lines; // A QTextLayout cannot be moved.
    int m_height;
};

QSize pillSize(const QFont& font, const QString& grade)
{
    const QFontMetrics metrics(sized(font, smallPixels, QFont::DemiBold));
    return grade.isEmpty() ? QSize()
                           : QSize(metrics.horizontalAdvance(grade) + 16, metrics.height() + 4);
}

int textWidth(const EvidenceItem& item, int rowWidth)
{
    const int inset = item.isHeading ? side : side + stripeWidth + padding;
    return std::max(40, rowWidth - inset - (item.isHeading ? side : side + padding));
}

QFont fontOfQuote(const EvidenceItem& item, const Style& style, const QFont& font)
{
    QFont quote = quoteFont(style, font, quotePixels);
    quote.setStrikeOut(item.isRejected);
    return quote;
}

RowLayout::RowLayout(const EvidenceItem& item, const Style& style, const QFont& font, int rowWidth)
    : m_width(textWidth(item, rowWidth))
    , m_lineWidth(m_width - std::max(0, pillSize(font, item.words.grade).width()))
    , m_quote(item.quote, fontOfQuote(item, style, font), m_width, quoteLeading)
    , m_height(item.isHeading ? 0 : m_quote.height() + quoteToWords)
{
    const QFont small = sized(font, smallPixels);
    if (item.isHeading) {
        add(item.title, sized(font, bodyPixels, QFont::DemiBold), style.text);
        add(item.below, small, style.secondaryText);
        return;
    }
    const CardWords& words = item.words;
    const QColor secondary = style.secondaryText;
    add(words.rejected, sized(font, smallPixels, QFont::DemiBold), style.text);
    add(words.about, small, item.isRejected ? secondary : style.text);
    add(words.speaker, small, secondary);
    add(words.sureness, small, secondary);
    add(words.status, small, words.warns ? warningColour(style) : secondary);
    add(words.copied, small, secondary);
    for (const QString& note : words.notes)
        add(EvidenceDelegate::tr("Note: %1").arg(note), small, secondary);
    if (!words.confidence.isEmpty())
        add(EvidenceDelegate::tr("Confidence: %1").arg(words.confidence), small, secondary);
    if (!words.tags.isEmpty())
        add(EvidenceDelegate::tr("Tags: %1").arg(words.tags), small, secondary);
}

void RowLayout::add(const QString& words, const QFont& font, const QColor& colour)
{
    if (words.isEmpty())
        return;
    m_lines.emplace_back(words, font, m_lineWidth, colour);
    m_height += m_lines.back().paragraph.height();
}

void RowLayout::paint(QPainter& painter, QPointF topLeft, const EvidenceItem& item,
                      const Style& style) const
{
    if (!item.isHeading) {
        if (item.isRejected)
            m_quote.paint(painter, topLeft, style.secondaryText);
        else
            m_quote.paint(painter, topLeft, style.text, item.marks, style.mark);
        topLeft.ry() += m_quote.height() + quoteToWords;
    }
    for (const Line& line : m_lines) {
        line.paragraph.paint(painter, topLeft, line.colour);
        topLeft.ry() += line.paragraph.height();
    }
}

/// What is chosen has a heavy frame; where the keys are among several that are chosen, a light one.
void paintFrame(QPainter& painter, const QRectF& card, const Style& style, QStyle::State state)
{
    const bool selected = state.testFlag(QStyle::State_Selected);
    const bool focused = state.testFlag(QStyle::State_HasFocus);
    painter.setBrush(style.canvas);
    painter.setPen(selected ? QPen(style.selection, 2)
                            : QPen(focused ? style.selection : style.hairline, 1));
    const qreal inset = selected ? 1 : 0.5;
    painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), radius, radius);
}

/// The left edge, in the line style that says how sure the claim is and the colour of its kind.
void paintStripe(QPainter& painter, const QRectF& card, const Style& style,
                 const EvidenceItem& item)
{
    QPen pen = style.penFor(item.isRelation ? Modality::Happened : item.modality, stripeWidth);
    const TypeColours& colours = style.theme == Theme::Light ? item.light : item.dark;
    if (item.isRejected)
        pen.setColor(style.hairline);
    else if (!item.isRelation && item.modality != Modality::DidNotHappen)
        pen.setColor(colourOf(colours.line));
    painter.setPen(pen);
    const qreal x = card.left() + stripeWidth / 2.0;
    painter.drawLine(QPointF(x, card.top() + radius), QPointF(x, card.bottom() - radius));
}

/// The analyst's grade, bottom right.
void paintGrade(QPainter& painter, const QRectF& card, const Style& style, const QFont& font,
                const QString& grade)
{
    if (grade.isEmpty())
        return;
    painter.setFont(sized(font, smallPixels, QFont::DemiBold));
    QRectF pill(QPointF(), pillSize(font, grade));
    pill.moveBottomRight(card.bottomRight() - QPointF(padding, padding - 4));
    painter.setPen(QPen(style.hairline, 1));
    painter.setBrush(style.panel);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(style.text);
    painter.drawText(pill, Qt::AlignCenter, grade);
}

} // namespace

EvidenceDelegate::EvidenceDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_style(Style::of(Theme::Light))
{
}

void EvidenceDelegate::setStyle(const Style& style) { m_style = style; }

void EvidenceDelegate::forgetHeights() { m_heights.clear(); }

bool EvidenceDelegate::setWidth(int width)
{
    if (width == m_width)
        return false;
    m_width = width;
    for (Height& height : m_heights)
        height.isMeasured = false;
    return true;
}

int EvidenceDelegate::heightOf(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return at < m_heights.size() && m_heights[at].pixels > 0 ? m_heights[at].pixels : usualHeight;
}

bool EvidenceDelegate::measure(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* model = qobject_cast<const EvidenceModel*>(index.model());
    if (!model)
        return false;
    m_heights.resize(static_cast<std::size_t>(model->rowCount()));
    Height& height = m_heights[static_cast<std::size_t>(index.row())];
    if (height.isMeasured)
        return false;
    const int before = heightOf(index.row());
    const EvidenceItem& item = model->item(index.row());
    const RowLayout layout(item, m_style, option.font, m_width);
    height.pixels = layout.height() + padding + (item.isHeading ? padding - 4 : padding + between);
    height.isMeasured = true;
    return height.pixels != before;
}

void EvidenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const auto* model = qobject_cast<const EvidenceModel*>(index.model());
    if (!model)
        return;
    const EvidenceItem& item = model->item(index.row());
    const RowLayout layout(item, m_style, option.font, option.rect.width());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = option.rect;
    if (item.isHeading) {
        layout.paint(*painter, row.topLeft() + QPointF(side, padding), item, m_style);
    } else {
        const QRectF card = row.adjusted(side, 0, -side, -between);
        paintFrame(*painter, card, m_style, option.state);
        paintStripe(*painter, card, m_style, item);
        layout.paint(*painter, card.topLeft() + QPointF(stripeWidth + padding, padding), item,
                     m_style);
        paintGrade(*painter, card, m_style, option.font, item.words.grade);
    }
    painter->restore();
}

QSize EvidenceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    // Narrower than the viewport: a row that is as wide makes a scroll bar appear and go for ever.
    return {m_width - 1, heightOf(index.row())};
}

} // namespace entente
