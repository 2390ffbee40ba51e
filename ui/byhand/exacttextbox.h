// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/giventext.h"

#include <QPlainTextEdit>
#include <QStringList>

namespace entente
{

/// A box for a text whose bytes count: what is pasted, dropped or set is kept to the byte, also
/// what a box cannot show, for as long as it is not typed over.
class ExactTextBox : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ExactTextBox(QWidget* parent = nullptr);

    /// In the place of all there is; no undo.
    void setBytes(std::string bytes);
    std::string bytes() const;
    bool isEmpty() const { return document()->isEmpty(); }
    /// Whether there is a text that was pasted, dropped or set, and nothing was typed into it.
    bool isAsGiven() const;
    /// Whether there was one, whatever became of it.
    bool wasGiven() const { return !m_given.bytes().empty(); }

Q_SIGNALS:
    /// @param isAll it is all that is in the box.
    void textPasted(bool isAll);
    void filesDropped(const QStringList& files);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// As in the document: without the NBSPs made spaces, as toPlainText() has them.
    QString shown() const;

    GivenText m_given;
};

} // namespace entente
