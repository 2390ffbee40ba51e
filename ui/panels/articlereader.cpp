// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/articlereader.h"

#include "graph/base/overloaded.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "ui/panels/articlelist.h"
#include "ui/panels/articletext.h"
#include "ui/panels/evidenceheading.h"
#include "ui/panels/evidencewords.h"
#include "ui/panels/panelstyle.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
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
    , m_shown(new QSortFilterProxyModel(this))
    , m_delegate(new ArticleRowDelegate(this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_articles(new QWidget(m_split))
    , m_filterBox(new QLineEdit(m_articles))
    , m_list(new QListView(m_articles))
    , m_title(makeLabel(this))
    , m_below(makeLabel(this))
    , m_notice(makeLabel(this))
    , m_text(new ArticleText(this))
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
    m_split->setSizes({150, 600});
    m_split->setChildrenCollapsible(false);

    connect(&workspace, &Workspace::opened, this, &ArticleReader::read);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content)
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
    m_filterBox->setClearButtonEnabled(true);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(ArticleListModel::SearchRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_shown);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Articles"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(48);
    connect(m_filterBox, &QLineEdit::textChanged, m_shown,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ArticleReader::followList);
}

void ArticleReader::buildText()
{
    auto* page = new QWidget(m_split);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(4);
    for (QLabel* label : {m_title, m_below, m_notice}) {
        label->setContentsMargins(20, 0, 16, 0);
        column->addWidget(label);
    }
    column->addWidget(m_text, 1);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setText(tr("This article has not been annotated yet: nothing in it is marked."));
    m_text->setAccessibleName(tr("Text of the article"));
    connect(m_text, &ArticleText::clicked, this, &ArticleReader::pick);
    connect(m_text, &ArticleText::hovered, this, &ArticleReader::explain);
}

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
    palette.setColor(QPalette::WindowText, warningColour(style));
    m_notice->setPalette(palette);
    m_list->viewport()->update();
}

void ArticleReader::read()
{
    const ArticleId before = m_article;
    m_model->read();
    const int count = m_model->rowCount();
    m_articles->setVisible(count > 1);
    m_filterBox->setVisible(count >= filterFrom);
    const bool isThere = m_workspace.store().article(before) != nullptr;
    open(isThere ? before : count > 0 ? m_model->at(0) : ArticleId());
}

void ArticleReader::open(ArticleId id)
{
    m_article = id;
    const Article* article = m_workspace.store().article(id);
    m_title->setVisible(article);
    m_below->setVisible(article);
    m_notice->setVisible(article && !article->annotated);
    if (!article) {
        m_text->show(SourceText(), {}, m_workspace.ontology());
        return;
    }
    m_title->setText(visibleForm(toQString(article->title)));
    m_below->setText(sourceLineOf(*article));
    m_text->show(*article->text, marksOf(base(), id), m_workspace.ontology());
    const QModelIndex row = m_shown->mapFromSource(m_model->index(m_model->rowOf(id)));
    if (row.isValid() && row != m_list->currentIndex())
        m_list->setCurrentIndex(row);
}

void ArticleReader::followList()
{
    const QModelIndex row = m_list->currentIndex();
    if (!row.isValid())
        return;
    if (const ArticleId article = m_model->at(m_shown->mapToSource(row).row());
        article != m_article)
        open(article);
}

void ArticleReader::show(ArticleId article, const TextSpans& spans)
{
    if (article != m_article)
        open(article);
    m_text->setAmber(spans);
    if (!spans.empty())
        m_text->scrollTo(hullOf(spans));
}

void ArticleReader::showSelection()
{
    const std::optional<Subject> subject = subjectOf(m_selection.current());
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
    const ArticleMark* mark = markAt(m_text->marks(), codePoint);
    if (!mark)
        return;
    const QScopedValueRollback picking(m_picking, true);
    Q_EMIT picked(std::visit([](auto id) { return Target(id); }, *mark->target));
}

void ArticleReader::explain(int codePoint, QPoint place)
{
    const ArticleMark* mark = codePoint < 0 ? nullptr : markAt(m_text->marks(), codePoint);
    if (!mark) {
        QToolTip::hideText();
        return;
    }
    const Heading heading = headingOf(base(), {*mark->target}, {});
    // Tooltips guess at HTML; this one is text.
    QToolTip::showText(place,
                       QStringLiteral("<span>%1: %2</span>")
                           .arg(heading.kind.toHtmlEscaped(), heading.title.toHtmlEscaped()),
                       m_text->viewport());
}

} // namespace entente
