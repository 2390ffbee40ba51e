// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/articletext.h"

#include "graph/text/wordspans.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/panelstyle.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace entente
{

namespace
{

constexpr int readingPixels = 15;
constexpr double lineHeightForArcs = 190; ///< A line of small words fits in between.
constexpr double lineHeight = 115;        ///< Per cent of a serif that is set wide already.
constexpr int sideMargin = 20;
constexpr int belowParagraph = 6;
constexpr int measureAtMost = 640; ///< About 80 letters a line.

} // namespace

ArticleText::ArticleText(QWidget* parent)
    : QTextEdit(parent)
    , m_style(Style::of(Theme::Light))
{
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_isResizing)
            m_isKeeping = isWhollyInView(m_kept);
    });
}

void ArticleText::setStyle(const Style& style)
{
    m_style = style;
    QPalette palette = panelPalette(style);
    palette.setColor(QPalette::Highlight, blend(style.panel, style.text, 0.25));
    for (QWidget* part : {static_cast<QWidget*>(this), viewport()})
        part->setPalette(palette); // Under a style sheet the one does not inherit the other's.
    document()->setDefaultFont(quoteFont(style, font(), readingPixels));
    paintMarks();
}

void ArticleText::show(const SourceText& text)
{
    m_marks.clear();
    m_amber.clear();
    m_proposed.clear();
    m_framed.clear();
    m_arcs.clear();
    m_lineHeight = lineHeight;
    m_awaited = {};
    m_kept = {};
    m_source = text;
    m_units = Utf16Map(text);
    QString shown = toQString(text);
    m_hidden = shown.startsWith(QChar(QChar::ByteOrderMark)) ? 1 : 0;
    shown.remove(0, m_hidden);

    document()->clear();
    QTextBlockFormat lines;
    lines.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    lines.setBottomMargin(belowParagraph);
    QTextCursor cursor(document());
    cursor.setBlockFormat(lines);
    cursor.insertText(visibleInPlace(shown));
    setMeasure();
    moveCursor(QTextCursor::Start);
}

void ArticleText::setMarks(std::vector<ArticleMark> marks, const Ontology& ontology)
{
    m_marks = std::move(marks);
    m_light.clear();
    m_dark.clear();
    for (const ArticleMark& mark : m_marks) {
        const bool isEvent = mark.use == MarkUse::Trigger;
        m_light.push_back(isEvent ? ontology.event(mark.type).light
                                  : ontology.entity(mark.type).light);
        m_dark.push_back(isEvent ? ontology.event(mark.type).dark
                                 : ontology.entity(mark.type).dark);
    }
    paintMarks();
}

void ArticleText::setAmber(const TextSpans& spans)
{
    m_amber = merged(spans);
    paintMarks();
}

void ArticleText::setProposed(const TextSpans& spans)
{
    m_proposed = merged(spans);
    paintMarks();
}

void ArticleText::setFramed(const TextSpans& spans)
{
    m_framed = merged(spans);
    paintMarks();
}

void ArticleText::setArcs(std::vector<ArticleArc> arcs, bool withRoom)
{
    setLineHeight(withRoom && !arcs.empty() ? lineHeightForArcs : lineHeight);
    if (arcs == m_arcs)
        return;
    m_arcs = std::move(arcs);
    viewport()->update();
}

/// What is being read stays in its place.
void ArticleText::setLineHeight(double percent)
{
    if (percent == m_lineHeight)
        return;
    m_lineHeight = percent;
    const int first = cursorForPosition(viewport()->rect().center()).position();
    const double before = rectOfUnit(first).top();
    QTextBlockFormat lines;
    lines.setLineHeight(percent, QTextBlockFormat::ProportionalHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(lines);
    QScrollBar& bar = *verticalScrollBar();
    bar.setValue(bar.value() + static_cast<int>(std::lround(rectOfUnit(first).top() - before)));
}

double ArticleText::arcRoom() const
{
    return m_lineHeight == lineHeight ? 0 : rectOf(0).height() * m_lineHeight / 100;
}

bool ArticleText::hasWords(const QRectF& place) const
{
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const std::array corners{place.topLeft(), place.topRight(), place.bottomLeft(),
                             place.bottomRight(), place.center()};
    return std::ranges::any_of(corners, [&](const QPointF& point) {
        return document()->documentLayout()->hitTest(point + scrolled, Qt::ExactHit) >= 0;
    });
}

void ArticleText::paintEvent(QPaintEvent* event)
{
    QTextEdit::paintEvent(event);
    if (m_arcs.empty())
        return;
    QPainter painter(viewport());
    paintArcs(painter, *this, m_arcs, m_style);
}

TextSpan ArticleText::selected() const
{
    const QTextCursor cursor = textCursor();
    const int begin = cursor.selectionStart();
    const int length = cursor.selectionEnd() - begin;
    const int at = codePointOf(begin);
    return length == 0 ? TextSpan{at, at} : m_units.span({begin + m_hidden, length});
}

void ArticleText::select(TextSpan span)
{
    const Utf16Range range = inDocument(span);
    const int end = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(range.begin, end));
    cursor.setPosition(std::min(range.end(), end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

Utf16Range ArticleText::inDocument(TextSpan span) const
{
    const Utf16Range range = m_units.range(span);
    const int begin = std::max(0, range.begin - m_hidden);
    return {begin, std::max(0, range.end() - m_hidden - begin)};
}

int ArticleText::codePointOf(int position) const
{
    return m_units.span({position + m_hidden, 1}).begin;
}

QTextCharFormat ArticleText::lookAt(int codePoint) const
{
    const int at = inDocument({codePoint, codePoint + 1}).begin;
    for (const Run& run : runs()) {
        if (run.range.begin <= at && at < run.range.end())
            return run.format;
    }
    return {};
}

QColor ArticleText::lineOf(const ArticleMark& mark) const
{
    const auto index = static_cast<std::size_t>(&mark - m_marks.data());
    const TypeColours& colours = m_style.theme == Theme::Light ? m_light[index] : m_dark[index];
    return mark.use == MarkUse::Detail ? m_style.secondaryText : colourOf(colours.line);
}

QTextCharFormat ArticleText::formatOf(const Look& look) const
{
    QTextCharFormat format;
    if (const ArticleMark* inner = look.inner) {
        const auto index = static_cast<std::size_t>(inner - m_marks.data());
        const TypeColours& colours = m_style.theme == Theme::Light ? m_light[index] : m_dark[index];
        const bool isDetail = inner->use == MarkUse::Detail;
        QColor ground =
            isDetail ? blend(m_style.panel, m_style.hairline, 0.6) : colourOf(colours.fill);
        if (look.across != nullptr) { // Both are seen where one reaches into the other.
            const auto other = static_cast<std::size_t>(look.across - m_marks.data());
            const TypeColours& second =
                m_style.theme == Theme::Light ? m_light[other] : m_dark[other];
            ground = blend(blend(ground, colourOf(second.fill), 0.5), colourOf(second.line), 0.25);
        }
        format.setBackground(ground);
        if (inner->use == MarkUse::Trigger)
            format.setForeground(colourOf(colours.line));
    }
    if (look.quotes > 0) {
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        // The deeper in quotes within quotes, the stronger.
        format.setUnderlineColor(blend(m_style.panel, m_style.secondaryText,
                                       std::min(1.0, 0.35 + 0.3 * (look.quotes - 1))));
    }
    if (look.isFramed) {
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(m_style.selection);
    }
    if (look.isProposed) {
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(m_style.selection);
    }
    if (look.amber.isEmpty())
        return format;
    format.setBackground(m_style.mark);
    // Of a mark within a longer passage the colour is seen below it; the passage stays whole.
    const bool isRound = look.inner != nullptr && look.amber.contains(look.inner->span) &&
                         look.amber.length() > look.inner->span.length();
    if (isRound) {
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(lineOf(*look.inner));
    } else {
        format.setForeground(m_style.text);
    }
    return format;
}

std::vector<ArticleText::Run> ArticleText::runs() const
{
    std::set<int> borders;
    const auto add = [&borders](TextSpan span) { borders.insert({span.begin, span.end}); };
    for (const ArticleMark& mark : m_marks)
        add(mark.span);
    for (const TextSpans* spans : {&m_amber, &m_proposed, &m_framed})
        std::ranges::for_each(*spans, add);

    // Marks that are open at a place: quotes are counted, of the others the shortest is seen.
    const auto shorter = [](const ArticleMark* a, const ArticleMark* b) {
        return a->span.length() != b->span.length() ? a->span.length() < b->span.length() : a < b;
    };
    std::set<const ArticleMark*, decltype(shorter)> open(shorter);
    std::multiset<int> quoteEnds;
    std::vector<Run> runs;
    auto next = m_marks.begin();
    const auto holding = [](const TextSpans& spans, TextSpan piece) {
        const auto after = std::ranges::upper_bound(spans, piece.begin, {}, &TextSpan::begin);
        const bool isIn = after != spans.begin() && std::prev(after)->contains(piece.begin);
        return isIn ? *std::prev(after) : TextSpan();
    };
    for (auto border = borders.begin();
         border != borders.end() && std::next(border) != borders.end(); ++border) {
        const TextSpan piece{*border, *std::next(border)};
        std::erase_if(open, [&](const ArticleMark* mark) { return mark->span.end <= piece.begin; });
        quoteEnds.erase(quoteEnds.begin(), quoteEnds.upper_bound(piece.begin));
        for (; next != m_marks.end() && next->span.begin <= piece.begin; ++next) {
            if (next->use == MarkUse::Quote)
                quoteEnds.insert(next->span.end);
            else
                open.insert(&*next);
        }
        const ArticleMark* inner = open.empty() ? nullptr : *open.begin();
        const auto across = std::ranges::find_if(open, [inner](const ArticleMark* mark) {
            return mark != inner &&
                   (mark->span == inner->span || !mark->span.contains(inner->span));
        });
        const Look look{.inner = inner,
                        .across = across == open.end() ? nullptr : *across,
                        .quotes = static_cast<int>(quoteEnds.size()),
                        .amber = holding(m_amber, piece),
                        .isProposed = !holding(m_proposed, piece).isEmpty(),
                        .isFramed = !holding(m_framed, piece).isEmpty()};
        if (look.inner != nullptr || look.quotes > 0 || !look.amber.isEmpty() || look.isProposed ||
            look.isFramed)
            runs.push_back({inDocument(piece), formatOf(look)});
    }
    return runs;
}

/// Marks are formats of the laid out lines, not of the document: thousands cost nothing to change,
/// and only the lines in view are painted with them.
void ArticleText::paintMarks()
{
    const std::vector<Run> all = runs();
    auto first = all.begin();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int begin = block.position();
        const int end = begin + block.length();
        while (first != all.end() && first->range.end() <= begin)
            ++first;
        QList<QTextLayout::FormatRange> formats;
        for (auto run = first; run != all.end() && run->range.begin < end; ++run) {
            QTextLayout::FormatRange range;
            range.start = std::max(run->range.begin, begin) - begin;
            range.length = std::min(run->range.end(), end) - begin - range.start;
            range.format = run->format;
            formats.append(range);
        }
        block.layout()->setFormats(formats);
    }
    document()->markContentsDirty(0, document()->characterCount());
}

void ArticleText::setMeasure()
{
    const int margin = std::max(sideMargin, (viewport()->width() - measureAtMost) / 2);
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    if (qFuzzyCompare(frame.leftMargin(), qreal(margin)))
        return;
    frame.setLeftMargin(margin);
    frame.setRightMargin(margin);
    frame.setTopMargin(28); // Room for arcs over the first line.
    frame.setBottomMargin(48);
    document()->rootFrame()->setFrameFormat(frame);
}

void ArticleText::resizeEvent(QResizeEvent* event)
{
    m_isResizing = true;
    QTextEdit::resizeEvent(event);
    setMeasure();
    if (m_isKeeping)
        scrollToKept();
    m_isResizing = false;
}

void ArticleText::keepInView(TextSpan span)
{
    m_kept = span;
    m_isKeeping = !span.isEmpty();
    if (m_isKeeping)
        scrollToKept();
}

/// No farther than it takes: who reads on the same page reads on where they are.
void ArticleText::scrollToKept()
{
    constexpr int roomForArcs = 24;
    const QRect words = rectOf(m_kept.begin).united(rectOf(std::max(0, m_kept.end - 1)));
    const int below = words.bottom() + 4 - viewport()->height();
    const int above = words.top() - roomForArcs;
    QScrollBar& bar = *verticalScrollBar();
    if (above < 0)
        bar.setValue(bar.value() + above);
    else if (below > 0)
        bar.setValue(bar.value() + std::min(below, above));
}

bool ArticleText::isWhollyInView(TextSpan span) const
{
    return !span.isEmpty() &&
           viewport()->rect().contains(rectOf(span.begin).united(rectOf(span.end - 1)));
}

int ArticleText::heightOfLines(int lines) const
{
    const QFontMetrics metrics(document()->defaultFont());
    const double line = std::ceil(metrics.lineSpacing() * lineHeight / 100);
    return static_cast<int>(lines * line) + lines / 2 * belowParagraph; // Of short paragraphs.
}

QRectF ArticleText::rectOfUnit(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    const QTextLayout* layout = block.isValid() ? block.layout() : nullptr;
    const int inBlock = position - block.position();
    const QTextLine line = layout ? layout->lineForTextPosition(inBlock) : QTextLine();
    if (!line.isValid() || inBlock >= block.length() - 1)
        return {}; // Behind the last letter of a paragraph.
    const qreal from = line.cursorToX(inBlock);
    const qreal to = line.cursorToX(inBlock + 1);
    const QPointF origin = document()->documentLayout()->blockBoundingRect(block).topLeft();
    return QRectF(std::min(from, to), line.y(), std::abs(to - from), line.height())
        .translated(origin - QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value()));
}

QRect ArticleText::rectOf(int codePoint) const
{
    return rectOfUnit(inDocument({codePoint, codePoint + 1}).begin).toAlignedRect();
}

int ArticleText::codePointAt(QPoint place) const
{
    const QPointF inDocument =
        QPointF(place) + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    // The nearest place between letters: the letter is on one side of it or the other.
    const int near = document()->documentLayout()->hitTest(inDocument, Qt::FuzzyHit);
    for (const int position : {near - 1, near}) {
        if (position >= 0 && rectOfUnit(position).adjusted(-0.5, -2, 0.5, 2).contains(place))
            return codePointOf(position);
    }
    return -1;
}

void ArticleText::scrollTo(TextSpan span)
{
    m_awaited = isVisible() ? std::nullopt : std::optional(span);
    QTextCursor cursor(document());
    cursor.setPosition(std::min(inDocument(span).begin, document()->characterCount() - 1));
    setTextCursor(cursor);
    // A third from the top, so that what leads to the words is seen with them.
    const int y = cursorRect(cursor).top();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + y - viewport()->height() / 3);
}

int ArticleText::scrolled() const { return verticalScrollBar()->value(); }

void ArticleText::scrollBackTo(int scrolled)
{
    (void)document()->size(); // All is laid out, so that there is as far to scroll as there was.
    verticalScrollBar()->setValue(scrolled);
}

bool ArticleText::isInView(TextSpan span) const
{
    return isVisible() && viewport()->rect().intersects(rectOf(span.begin));
}

/// What was scrolled to behind another tab stood in lines of another width.
void ArticleText::showEvent(QShowEvent* event)
{
    QTextEdit::showEvent(event);
    if (m_awaited)
        scrollTo(*m_awaited);
}

void ArticleText::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    const QTextCursor cursor = textCursor();
    const int at = cursorForPosition(event->pos()).position();
    // Selected words would be dragged away; here they are only ever selected anew.
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier &&
        cursor.selectionStart() <= at && at <= cursor.selectionEnd())
        setTextCursor(cursorForPosition(event->pos()));
    QTextEdit::mousePressEvent(event);
}

/// Qt takes all up to the next blank for a word, which in Chinese is a sentence.
void ArticleText::mouseDoubleClickEvent(QMouseEvent* event)
{
    QTextEdit::mouseDoubleClickEvent(event);
    const int codePoint = event->button() == Qt::LeftButton ? codePointAt(event->pos()) : -1;
    if (const TextSpan word = wordAt(codePoint); !word.isEmpty())
        select(word);
}

TextSpan ArticleText::wordAt(int codePoint) const
{
    if (codePoint < 0 || codePoint >= m_source.size())
        return {};
    const QTextBlock block = document()->findBlock(inDocument({codePoint, codePoint + 1}).begin);
    const TextSpan paragraph{codePointOf(block.position()),
                             codePointOf(block.position() + block.length() - 1)};
    const TextSpans words = wordsIn(m_source, paragraph, {});
    const auto found = std::ranges::find_if(
        words, [codePoint](TextSpan word) { return word.contains(codePoint); });
    return found == words.end() ? TextSpan() : *found;
}

void ArticleText::mouseReleaseEvent(QMouseEvent* event)
{
    QTextEdit::mouseReleaseEvent(event);
    const bool moved =
        (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (event->button() != Qt::LeftButton || moved || textCursor().hasSelection())
        return;
    if (const int codePoint = codePointAt(event->pos()); codePoint >= 0)
        Q_EMIT clicked(codePoint);
}

void ArticleText::mouseMoveEvent(QMouseEvent* event)
{
    QTextEdit::mouseMoveEvent(event);
    const int codePoint = codePointAt(event->pos());
    const bool leads = codePoint >= 0 && markAt(m_marks, codePoint);
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void ArticleText::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT clicked(codePointOf(textCursor().position()));
    else
        QTextEdit::keyPressEvent(event);
}

bool ArticleText::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QTextEdit::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    Q_EMIT hovered(codePointAt(help->pos()), help->globalPos());
    return true;
}

} // namespace entente
