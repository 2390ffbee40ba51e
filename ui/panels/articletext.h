// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/sourcetext.h"
#include "ui/paint/style.h"
#include "ui/panels/articlearcs.h"
#include "ui/panels/articlemarks.h"
#include "ui/text/qtext.h"

#include <QTextEdit>

namespace entente
{

class Ontology;

/// An article's text for reading: plain, in a serif, with what the annotation marks in the colours
/// of its kinds and chosen words in amber. (A QTextEdit, because a QPlainTextEdit has no line
/// height; it is only ever given plain text.)
class ArticleText : public QTextEdit
{
    Q_OBJECT

public:
    explicit ArticleText(QWidget* parent = nullptr);

    void setStyle(const Style& style);
    /// Another text, from its beginning, without any marks.
    void show(const SourceText& text);
    void setMarks(std::vector<ArticleMark> marks, const Ontology& ontology);
    void setAmber(const TextSpans& spans);
    /// Words that might be marked, underlined with dots.
    void setProposed(const TextSpans& spans);
    /// Words that are being written about, underlined. (Bold would move the lines.)
    void setFramed(const TextSpans& spans);
    /// Lines from the words of events to those in their roles.
    /// @param withRoom the lines stand apart, so that the roles can be read between them.
    void setArcs(std::vector<ArticleArc> arcs, bool withRoom = false);
    /// From one line to the next, in pixels, where they stand apart for arcs; else 0.
    double arcRoom() const;
    /// Whether any words stand there, in the viewport's coordinates.
    bool hasWords(const QRectF& place) const;
    const std::vector<ArticleArc>& arcs() const { return m_arcs; }
    /// The colours that a code point is drawn in by its marks; no brush: none of its own.
    QTextCharFormat lookAt(int codePoint) const;
    /// The word round a place, by the rules of its script; empty: there is none.
    TextSpan wordAt(int codePoint) const;
    /// What is selected; empty, at the cursor, when nothing is.
    TextSpan selected() const;
    void select(TextSpan span);
    void scrollTo(TextSpan span);
    bool isInView(TextSpan span) const;
    /// Words that are in view now and stay so while the text gets more or less room, until one
    /// scrolls away from them. Empty: none.
    void keepInView(TextSpan span);
    /// How high so many lines are.
    int heightOfLines(int lines) const;
    bool isWhollyInView(TextSpan span) const;
    /// How far, in pixels; for scrollBackTo().
    int scrolled() const;
    void scrollBackTo(int scrolled);

    const std::vector<ArticleMark>& marks() const { return m_marks; }
    /// The code point drawn at a place of the viewport; -1 when there is none.
    int codePointAt(QPoint place) const;
    /// Where a code point is drawn, in the viewport.
    QRect rectOf(int codePoint) const;

Q_SIGNALS:
    /// A click that selects no text, or Enter at the cursor.
    void clicked(int codePoint);
    void hovered(int codePoint, QPoint place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// A run of the text that looks the same throughout, in UTF-16 units of the document.
    struct Run
    {
        Utf16Range range;
        QTextCharFormat format;
    };

    Utf16Range inDocument(TextSpan span) const;
    int codePointOf(int position) const;
    void setLineHeight(double percent);
    QRectF rectOfUnit(int position) const;
    std::vector<Run> runs() const;
    /// What is drawn at a place.
    struct Look
    {
        const ArticleMark* inner = nullptr;
        const ArticleMark* across = nullptr; ///< That reaches into it, or covers the same.
        int quotes = 0;                      ///< How many lie within one another here.
        TextSpan amber;                      ///< Empty: it is not in amber.
        bool isProposed = false;
        bool isFramed = false;
    };
    QColor lineOf(const ArticleMark& mark) const;
    QTextCharFormat formatOf(const Look& look) const;
    void paintMarks();
    void setMeasure();
    void scrollToKept();

    Style m_style;
    SourceText m_source;
    std::vector<ArticleMark> m_marks;
    std::vector<TypeColours> m_light, m_dark; ///< Of the marks' types, one each.
    TextSpans m_amber, m_proposed, m_framed;
    std::vector<ArticleArc> m_arcs;
    double m_lineHeight = 0;  ///< Per cent.
    TextSpan m_kept;          ///< In view; empty: none.
    bool m_isKeeping = false; ///< Nobody has scrolled away from it.
    bool m_isResizing = false;
    std::optional<TextSpan> m_awaited; ///< To be scrolled to once this is seen.
    Utf16Map m_units;
    int m_hidden = 0; ///< Units before the document's first: a byte order mark.
    QPoint m_pressed;
};

} // namespace entente
