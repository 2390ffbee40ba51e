// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/edtf.h"

#include <QDialog>

#include <string>
#include <vector>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace entente
{

/// A question about some claims, with room for its answer, what is made of that, and the buttons.
/// It goes away once it is closed; whoever opens it listens to accepted().
class ClaimDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param question what is asked for, and of how many claims.
    ClaimDialog(const QString& title, const QString& question, QWidget* parent);

    /// What is said of the answer, below it.
    QString echo() const;
    QPushButton& okButton() const { return *m_ok; }
    /// Asks first, if what was typed would be lost.
    void reject() override;

protected:
    /// Whether there are words that it would be work to type again.
    virtual bool isTyped() const { return false; }
    void addField(QWidget* field, const QString& name);
    void say(const QString& words, bool isTrouble = false);

private:
    QBoxLayout* m_fields;
    QLabel* m_echo;
    QPushButton* m_ok;
};

/// When it was: dates as they are written in files, with what they mean in words while one types.
class DateDialog : public ClaimDialog
{
    Q_OBJECT

public:
    DateDialog(const QString& question, const std::vector<Edtf>& dates, QWidget* parent);

    /// In the order in which they are typed; only once it is accepted.
    const std::vector<Edtf>& dates() const { return m_dates; }
    QLineEdit& box() const { return *m_box; }

private:
    void read();

    QLineEdit* m_box;
    std::vector<Edtf> m_dates;
};

/// How confident an analyst is, and why.
class ConfidenceDialog : public ClaimDialog
{
    Q_OBJECT

public:
    ConfidenceDialog(const QString& question, const std::string& confidence, const QString& reason,
                     QWidget* parent);

    std::string confidence() const;
    std::string reason() const;
    QComboBox& levels() const { return *m_levels; }
    QLineEdit& box() const { return *m_reason; }

protected:
    bool isTyped() const override;

private:
    QComboBox* m_levels;
    QLineEdit* m_reason;
};

/// Notes, one a paragraph: an empty line parts them.
class NoteDialog : public ClaimDialog
{
    Q_OBJECT

public:
    NoteDialog(const QString& question, const std::vector<std::string>& notes, QWidget* parent);

    std::vector<std::string> notes() const;
    QPlainTextEdit& box() const { return *m_box; }

protected:
    bool isTyped() const override;
    /// Ctrl+Enter is done; Enter alone begins a line.

private:
    QPlainTextEdit* m_box;
    std::vector<std::string> m_before;
    QString m_textBefore;
};

/// Tags with commas between them.
class TagsDialog : public ClaimDialog
{
    Q_OBJECT

public:
    /// @param known that others have, to be offered.
    TagsDialog(const QString& question, const std::vector<std::string>& tags,
               const std::vector<std::string>& known, QWidget* parent);

    std::vector<std::string> tags() const;
    QLineEdit& box() const { return *m_box; }

protected:
    bool isTyped() const override;

private:
    QLineEdit* m_box;
    std::vector<std::string> m_before;
    QString m_textBefore;
};

} // namespace entente
