// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/articlereader.h"

#include "graph/base/overloaded.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "ui/panels/articlelist.h"
#include "ui/panels/articletext.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/evidenceheading.h"
#include "ui/panels/evidencewords.h"
#include "ui/panels/namefilter.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/picklist.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QToolTip>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int filterFrom = 8; ///< Articles; fewer are seen at a glance.

QLabel* makeLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

std::optional<Subject> subjectOf(const Target& target)
{
    return std::visit(Overloaded{[](std::monostate) { return std::optional<Subject>(); },
                                 [](auto id) { return std::optional<Subject>(id); }},
                      target);
}

} // namespace

ArticleReader::ArticleReader(const Workspace& workspace, const Selection& selection,
                             QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_selection(selection)
    , m_model(new ArticleListModel(workspace.store(), this))
    , m_shown(new NameFilter(this))
    , m_delegate(new ArticleRowDelegate(this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_articles(new QWidget(m_split))
    , m_filterBox(new QLineEdit(m_articles))
    , m_list(new PickList(m_articles))
    , m_title(makeLabel(this))
    , m_below(makeLabel(this))
    , m_notice(makeLabel(this))
    , m_text(new ArticleText(this))
    , m_read(std::make_shared<const SourceText>())
{
    setObjectName(QStringLiteral("articleReader"));
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_split);
    buildList();
    buildText();
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setHandleWidth(1);
    m_split->setSizes({208, 540}); // The box, and three articles and a bit.
    m_split->setChildrenCollapsible(false);

    connect(&workspace, &Workspace::opened, this, &ArticleReader::read);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            read();
    });
    connect(&selection, &Selection::changed, this, &ArticleReader::showSelection);
    setStyle(Style::of(Theme::Light));
    read();
}

void ArticleReader::buildList()
{
    auto* column = new QVBoxLayout(m_articles);
    column->setContentsMargins(0, 8, 0, 4);
    auto* box = new QHBoxLayout;
    box->setContentsMargins(12, 0, 12, 0);
    box->addWidget(m_filterBox);
    column->addLayout(box);
    column->addWidget(m_list);
    m_filterBox->setPlaceholderText(tr("Narrow by title, outlet or date"));
    m_filterBox->setAccessibleName(m_filterBox->placeholderText());
    m_filterBox->setObjectName(QStringLiteral("narrow"));
    m_filterBox->setClearButtonEnabled(true);
    m_shown->setFilterRole(ArticleListModel::FoldedRole);
    m_shown->setSourceModel(m_model);
    m_list->setModel(m_shown);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Articles"));
    m_list->setMinimumHeight(48);
    connect(m_filterBox, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_shown->setWords(typed);
        followArticle();
    });
    connect(m_list, &PickList::picked, this, &ArticleReader::openRow);
    connect(m_list, &QListView::activated, this, &ArticleReader::openRow);
}

void ArticleReader::buildText()
{
    auto* page = new QWidget(m_split);
    auto* column = new QVBoxLayout(page);
    m_column = column;
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(4);
    for (QLabel* label : {m_title, m_below, m_notice}) {
        label->setContentsMargins(20, 0, 16, 0);
        column->addWidget(label);
    }
    column->addSpacing(8);
    column->addWidget(m_text, 1);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_text->setAccessibleName(tr("Text of the article"));
    connect(m_text, &ArticleText::clicked, this, &ArticleReader::pick);
    connect(m_text, &ArticleText::hovered, this, &ArticleReader::explain);
}

void ArticleReader::setListAway(bool isAway)
{
    m_isListAway = isAway;
    showList();
    showNotice();
}

void ArticleReader::showList() { m_articles->setVisible(m_model->rowCount() > 1 && !m_isListAway); }

void ArticleReader::showNotice() { m_notice->setVisible(m_hasNotice && !m_isListAway); }

void ArticleReader::addBelow(QWidget* below) { m_column->addWidget(below); }

QByteArray ArticleReader::saveState() const { return m_split->saveState(); }

void ArticleReader::restoreState(const QByteArray& state) { m_split->restoreState(state); }

EvidenceBase ArticleReader::base() const
{
    return {m_workspace.store(), m_workspace.ontology(), *m_workspace.events(),
            *m_workspace.actors()};
}

void ArticleReader::setStyle(const Style& style)
{
    QPalette palette = panelPalette(style);
    setPalette(palette);
    m_delegate->setStyle(style);
    m_text->setStyle(style);
    m_title->setFont(sized(font(), titlePixels, QFont::DemiBold));
    m_below->setFont(sized(font(), smallPixels));
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_below->setPalette(palette);
    m_quiet = style.secondaryText;
    m_warning = warningColour(style);
    nameNotice();
    m_list->viewport()->update();
}

QListView* ArticleReader::list() const { return m_list; }

void ArticleReader::read()
{
    m_model->read();
    const int count = m_model->rowCount();
    const bool isThere = m_workspace.store().article(m_article) != nullptr;
    showList();
    m_filterBox->setVisible(count >= filterFrom);
    if (!isThere || count < filterFrom)
        m_filterBox->clear(); // It would hide articles for no reason that is seen.
    if (isThere)
        reopen();
    else
        open(count > 0 ? m_model->at(0) : ArticleId());
}

/// The same article as it is now: who is reading it reads on where they are.
void ArticleReader::reopen()
{
    const Article& article = *m_workspace.store().article(m_article);
    showHeading(&article);
    followArticle();
    nameNotice();
    if (*article.text == *m_read) {
        m_text->setMarks(marksOf(base(), m_article), m_workspace.ontology());
        if (m_isAmberSelected)
            showAmber();
        Q_EMIT shown();
        return;
    }
    const int scrolled = m_text->scrolled();
    open(m_article);
    showAmber();
    m_text->scrollBackTo(scrolled);
}

void ArticleReader::nameNotice()
{
    const Store& store = m_workspace.store();
    const bool isMarked =
        store.article(m_article) != nullptr && !store.records(m_article).mentions.empty();
    m_notice->setText(isMarked ? tr("All that is marked here was marked by hand.")
                               : tr("This article has not been annotated yet: nothing in it is "
                                    "marked."));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, isMarked ? m_quiet : m_warning);
    m_notice->setPalette(colours);
}

void ArticleReader::open(ArticleId article)
{
    m_article = article;
    const Article* found = m_workspace.store().article(article);
    showHeading(found);
    // It stays while somebody marks, so that the text stays where it is.
    m_hasNotice = found != nullptr && !found->annotated &&
                  m_workspace.store().records(article).mentions.empty();
    showNotice();
    nameNotice();
    followArticle();
    m_read = found != nullptr ? found->text : std::make_shared<const SourceText>();
    m_text->show(*m_read);
    if (found != nullptr)
        m_text->setMarks(marksOf(base(), article), m_workspace.ontology());
    Q_EMIT shown();
}

void ArticleReader::showHeading(const Article* article)
{
    m_title->setVisible(article);
    m_below->setVisible(article);
    if (!article)
        return;
    m_title->setText(visibleForm(toQString(article->title)));
    m_below->setText(sourceLineOf(*article));
}

/// The list's row is the article that is open; none when it is narrowed away.
void ArticleReader::followArticle()
{
    const int row = m_model->rowOf(m_article);
    const QModelIndex shown = row < 0 ? QModelIndex() : m_shown->mapFromSource(m_model->index(row));
    if (!shown.isValid())
        m_list->selectionModel()->clear();
    else if (shown != m_list->currentIndex())
        m_list->setCurrentIndex(shown);
}

void ArticleReader::openRow(const QModelIndex& shown)
{
    if (const ArticleId article = m_model->at(m_shown->mapToSource(shown).row());
        article != m_article)
        open(article);
}

void ArticleReader::show(ArticleId article, const TextSpans& spans)
{
    if (article != m_article)
        open(article);
    m_text->setAmber(spans);
    m_isAmberSelected = false;
    if (!spans.empty())
        m_text->scrollTo(hullOf(spans));
}

void ArticleReader::showAmber()
{
    const std::optional<Subject> subject = subjectOf(m_selection.current());
    m_isAmberSelected = true;
    m_text->setAmber(subject ? spansOf(base(), *subject, m_article) : TextSpans());
}

void ArticleReader::turnTo(const Subject& subject)
{
    const QScopedValueRollback picking(m_picking, true);
    Q_EMIT turnedTo(std::visit([](auto id) { return Target(id); }, subject));
}

void ArticleReader::showSelection()
{
    const std::optional<Subject> subject = subjectOf(m_selection.current());
    m_isAmberSelected = true;
    if (!subject) {
        m_text->setAmber({});
        return;
    }
    TextSpans spans = spansOf(base(), *subject, m_article);
    if (spans.empty() && !m_picking) {
        const std::vector<ArticleId> articles = articlesOf(base(), *subject);
        if (articles.empty())
            return;
        open(articles.front());
        spans = spansOf(base(), *subject, m_article);
    }
    m_text->setAmber(spans);
    const bool isInView =
        std::ranges::any_of(spans, [this](TextSpan span) { return m_text->isInView(span); });
    if (!spans.empty() && !isInView && !m_picking)
        m_text->scrollTo(spans.front());
}

void ArticleReader::pick(int codePoint)
{
    if (m_taker && m_taker(codePoint))
        return;
    const ArticleMark* mark = markAt(m_text->marks(), codePoint);
    if (!mark || !mark->target)
        return;
    const QScopedValueRollback picking(m_picking, true);
    Q_EMIT picked(std::visit([](auto id) { return Target(id); }, *mark->target));
}

void ArticleReader::explain(int codePoint, QPoint place)
{
    const ArticleMark* mark = codePoint < 0 ? nullptr : markAt(m_text->marks(), codePoint);
    if (!mark || !mark->target) {
        QToolTip::hideText();
        return;
    }
    const Heading heading = headingOf(base(), {*mark->target}, {});
    QToolTip::showText(place, plainTip(tr("%1: %2").arg(heading.kind, heading.title)),
                       m_text->viewport());
}

} // namespace entente
