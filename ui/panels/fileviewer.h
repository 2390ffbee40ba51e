// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "ui/jobs/jobs.h"

#include <QWidget>

class QLabel;

namespace entente
{

class NumberedText;
struct FileExcerpt;
struct Style;

/// A window that shows a text file at a line, for reading only; one for all files, which Esc
/// closes. Of a long file it reads the part round that line, off the UI thread.
class FileViewer : public QWidget
{
    Q_OBJECT

public:
    explicit FileViewer(QWidget* parent = nullptr);

    void setStyle(const Style& style);
    const NumberedText& text() const { return *m_text; }
    QString header() const;
    QSize sizeHint() const override { return {720, 480}; }

public Q_SLOTS:
    /// Brings it to the front. What cannot be read is said in its header.
    /// @param line from 1; 0 for the beginning.
    void open(const QString& file, int line);

private:
    void show(const QString& name, const Expected<FileExcerpt, QString>& read, int line);

    Jobs m_reading;
    QLabel* m_header;
    NumberedText* m_text;
};

} // namespace entente
