// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"
#include "ui/panels/evidence.h"

#include <QWidget>

#include <functional>
#include <memory>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QSplitter;

namespace entente
{

class ArticleListModel;
class ArticleRowDelegate;
class ArticleText;
class NameFilter;
class PickList;
class Selection;
class Workspace;
struct Style;

/// The articles to be read: a list of them, and the text of one with what the annotation marks. A
/// click on marked words picks what they stand for; what is selected shows its words in amber.
class ArticleReader : public QWidget
{
    Q_OBJECT

public:
    ArticleReader(const Workspace& workspace, const Selection& selection,
                  QWidget* parent = nullptr);

    void setStyle(const Style& style);
    ArticleId article() const { return m_article; }
    ArticleText& text() { return *m_text; }
    QListView* list() const;
    /// Puts something below the text, for good.
    void addBelow(QWidget* below);
    /// Whether the list of articles, and what is said of the annotation, leave their room to the
    /// text, and to what stands below it.
    void setListAway(bool isAway);
    /// Shows the words of what is selected in amber again, once something else has been.
    void showAmber();
    /// The text is about this now. It stays where it is.
    void turnTo(const Subject& subject);
    /// Who is asked first what a click at a code point is for; true: it is no pick.
    void setTaker(std::function<bool(int codePoint)> taker) { m_taker = std::move(taker); }
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);
    QSize sizeHint() const override { return {400, 600}; }

public Q_SLOTS:
    /// Opens an article with these words in amber and in view.
    void show(entente::ArticleId article, const entente::TextSpans& spans);

Q_SIGNALS:
    void picked(const entente::Target& target);
    /// The text is about it, and nobody has asked to be led there.
    void turnedTo(const entente::Target& target);
    /// Another article is shown, or the same with other marks.
    void shown();

private:
    void buildList();
    void buildText();
    void read();
    void reopen();
    void open(ArticleId article);
    void showHeading(const Article* article);
    void nameNotice();
    void followArticle();
    void openRow(const QModelIndex& shown);
    void showSelection();
    void showList();
    void showNotice();
    void pick(int codePoint);
    void explain(int codePoint, QPoint place);
    EvidenceBase base() const;

    const Workspace& m_workspace;
    const Selection& m_selection;
    ArticleListModel* m_model;
    NameFilter* m_shown;
    ArticleRowDelegate* m_delegate;
    QSplitter* m_split;
    QWidget* m_articles;
    QLineEdit* m_filterBox;
    PickList* m_list;
    QLabel* m_title;
    QLabel* m_below;
    QLabel* m_notice;
    QColor m_warning, m_quiet; ///< For the notice.
    ArticleText* m_text;
    QBoxLayout* m_column = nullptr; ///< Of the text, with what is above and below it.
    ArticleId m_article;
    std::shared_ptr<const SourceText> m_read; ///< What m_text shows; never null.
    std::function<bool(int codePoint)> m_taker;
    bool m_isListAway = false;
    bool m_hasNotice = false;
    bool m_isAmberSelected = true; ///< What is in amber is what is selected.
    bool m_picking = false; ///< What is selected comes from a click here: the text stays put.
};

} // namespace entente
