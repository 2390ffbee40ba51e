// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace entente
{

struct Style;

/// Plain text for reading, with the numbers of its lines in a margin and one line marked.
class NumberedText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NumberedText(QWidget* parent = nullptr);

    void setStyle(const Style& style);
    /// @param firstLine the number of the text's first line.
    /// @param line the number of the line to mark and scroll to; 0 for none.
    void show(const QString& text, int firstLine, int line);
    /// 0 when none is.
    int markedLine() const { return m_marked; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void paintNumbers(QPaintEvent* event);
    void markLine();
    int marginWidth() const;
    bool eventFilter(QObject* watched, QEvent* event) override;

    QWidget* m_margin;
    int m_firstLine = 1;
    int m_marked = 0;
    QColor m_mark;
    QColor m_numbers;
};

} // namespace entente
