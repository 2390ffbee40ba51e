// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace entente
{

/// Asks an analyst why an edge is there that no article has words for. There is no edge without it.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param claim what would be said, in words.
    ReasonDialog(const QString& claim, QWidget* parent);

    void accept() override;
    void reject() override;
    // The parts, for tests.
    QPlainTextEdit* box() const { return m_box; }
    QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void given(const QString& reason);

private:
    QString reason() const;

    QPlainTextEdit* m_box;
    QPushButton* m_button;
};

} // namespace entente
