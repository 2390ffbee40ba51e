// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace entente
{

class NumberedText;
struct Style;

/// Shows a text file at a line, for reading only. Of a long file it reads the part round that line.
class FileViewer : public QWidget
{
    Q_OBJECT

public:
    explicit FileViewer(QWidget* parent = nullptr);

    void setStyle(const Style& style);
    /// @param line from 1; 0 for the beginning.
    /// @returns false when it cannot be read; the reason is shown.
    bool open(const QString& file, int line);
    const NumberedText& text() const { return *m_text; }
    QSize sizeHint() const override { return {720, 480}; }

private:
    QLabel* m_header;
    NumberedText* m_text;
};

} // namespace entente
