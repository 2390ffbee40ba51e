// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace entente
{

/// Words out of an article, in a line or a few. What is too long for them is cut at its end, or
/// on both sides of the words that matter, and is in the tooltip.
class QuoteLine : public QLabel
{
    Q_OBJECT

public:
    explicit QuoteLine(int linesAtMost, QWidget* parent = nullptr);

    /// @param frame what is said round the words, with %1 where they stand; it is never cut.
    /// @param kept of the words those that are to be seen.
    void setQuote(const QString& frame, const QString& words, const QString& kept);
    /// All of it.
    QString quote() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void cut();
    bool fits(const QString& text) const;

    int m_linesAtMost;
    QString m_frame = QStringLiteral("%1");
    QString m_words;
    QString m_kept;
};

} // namespace entente
