// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/addingarticle.h"
#include "graph/query/knowntexts.h"
#include "ui/jobs/jobs.h"

#include <QDialog>
#include <QTimer>

#include <map>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace entente
{

class ExactTextBox;
class LikenessList;
struct Style;

/// Asks for an article: its text, pasted, dropped or from a file, and what is known of it. Says at
/// once what is wrong with it, and which articles have its words already.
class ArticleDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param store what it is to be added to.
    ArticleDialog(const Store& store, const Style& style, QWidget* parent);
    ~ArticleDialog() override;

    /// Takes its text, and what stands beside it in NAME.json, where nothing was typed yet. Asks
    /// before a text goes that was typed.
    void takeFile(const QString& file);
    ArticleWish wish() const;
    /// Asks for it to be added by wanted(), once it was compared with the others; or says what is
    /// wrong. The dialog stays until somebody closes it.
    void accept() override;
    void reject() override;

    // The parts, for tests.
    ExactTextBox& textBox() const { return *m_text; }
    QLineEdit* titleBox() const { return m_title; }
    QLineEdit* outletBox() const { return m_outlet; }
    QLineEdit* bylineBox() const { return m_byline; }
    QLineEdit* dateBox() const { return m_date; }
    QLineEdit* addressBox() const { return m_address; }
    QLineEdit* languageBox() const { return m_language; }
    QComboBox* gradeBox() const { return m_grade; }
    QPushButton* fileButton() const { return m_fromFile; }
    QPushButton* languageButton() const { return m_useLanguage; }
    QPushButton* addButton() const { return m_add; }
    LikenessList& likeness() const { return *m_likeness; }
    /// What is said of where the text comes from; of the date and the language below them.
    QString textNote() const;
    QString dateNote() const;
    QString languageNote() const;
    bool isComparing() const;

Q_SIGNALS:
    void wanted(const entente::ArticleWish& wish);
    /// To be read instead.
    void articleWanted(entente::ArticleId article);

private:
    void build();
    QWidget* buildText();
    QWidget* buildFields();
    void wire();
    void chooseFile();
    void takeFiles(const QStringList& files);
    /// A line that is typed into, and what is wished by it.
    struct Field
    {
        QLineEdit* box;
        std::string ArticleWish::*value;
    };
    std::vector<Field> fields() const;
    void fillFrom(const ArticleWish& wish);
    /// What a file filled in is no word on the next.
    void clearFilled();
    bool isTextTyped() const;
    bool isFieldTyped() const;
    /// Shortly after the text has changed.
    void readText();
    void compare();
    void takeAlike(const std::vector<Alike>& alike);
    void say(QLabel* note, const QString& words, bool isTrouble) const;
    void showTextNote();
    void showDate();
    void showLanguage();
    QString troubleWith(WishField field) const;
    bool showTroubles();

    const Store& m_store;
    QColor m_quiet, m_warning;
    ExactTextBox* m_text;
    QLabel* m_textNote;
    QPushButton* m_fromFile;
    QLineEdit* m_title;
    QLineEdit* m_outlet;
    QLineEdit* m_byline;
    QLineEdit* m_date;
    QLabel* m_dateNote;
    QLineEdit* m_address;
    QLineEdit* m_language;
    QLabel* m_languageNote;
    QPushButton* m_useLanguage;
    QComboBox* m_grade;
    LikenessList* m_likeness;
    QPushButton* m_add;
    QString m_failure;    ///< Why a file could not be taken, or others were not.
    ArticleWish m_filled; ///< What a file has filled in, each where nothing was.
    std::string m_bytes;
    std::optional<std::string> m_metadata;
    std::string m_guess;                       ///< Of the language.
    QTimer m_reading;                          ///< Once typing pauses.
    std::shared_ptr<const KnownTexts> m_known; ///< Null: not yet.
    bool m_isCompared = false;
    bool m_isAwaited = false;    ///< It is to be added if nothing is alike.
    bool m_isTextMissed = false; ///< It was to be added without one.
    Jobs m_indexing, m_comparing;
};

} // namespace entente
