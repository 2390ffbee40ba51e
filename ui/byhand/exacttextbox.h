// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/giventext.h"

#include <QPlainTextEdit>
#include <QStringList>

#include <vector>

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
    /// @param origin whose text it is: the name of a file.
    void setBytes(std::string bytes, const QString& origin);
    std::string bytes() const;
    bool isEmpty() const { return document()->isEmpty(); }
    /// Whether there is a text that was pasted, dropped or set, and nothing was typed into it or
    /// around it.
    bool isAsGiven() const;
    /// Whether there was one, whatever became of it.
    bool wasGiven() const { return lastWhole() != nullptr; }
    /// Of the text that is there as it was given, or else of the last that was. Empty: pasted.
    QString origin() const;

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

    /// A text that the box has had, and how its bytes are.
    struct Given
    {
        GivenText text;
        bool isWhole; ///< All of it came from elsewhere; else it came among what was typed.
        QString origin;
    };

    /// What is there is just this, by undo perhaps; null: nothing that came.
    const Given* shownNow(const QString& shown) const;
    const Given* lastWhole() const;

    std::vector<Given> m_given; ///< The latest last: undo leads back to each.
};

} // namespace entente
