// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/apartdialog.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "ui/panels/evidencewords.h"
#include "ui/panels/phrases.h"
#include "ui/workspace/workspace.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// The words of one article, each with the sentence in which it stands.
void addWords(QTreeWidgetItem* parent, const Store& store, const Article& article, const Part& part)
{
    parent->setFlags(parent->flags() | Qt::ItemIsAutoTristate);
    for (const MentionId id : part.mentions) {
        const Mention& mention = *store.mention(id);
        const TextSpan sentence =
            mention.spans.empty()
                ? TextSpan{}
                : article.text->sentenceRound(mention.spans.front(), article.language);
        auto* item = new QTreeWidgetItem(
            parent, {Phrases::name(mention.text),
                     Phrases::name(std::string(article.text->slice(sentence)))});
        item->setToolTip(1, item->text(1));
        item->setCheckState(0, Qt::Unchecked);
    }
}

std::vector<MentionId> tickedWords(const QTreeWidgetItem& item, const Part& part)
{
    std::vector<MentionId> ticked;
    for (int i = 0; i < item.childCount(); ++i) {
        if (item.child(i)->checkState(0) == Qt::Checked)
            ticked.push_back(part.mentions[static_cast<std::size_t>(i)]);
    }
    return ticked;
}

} // namespace

ApartDialog::ApartDialog(const Workspace& workspace, NodeId node, QWidget* parent)
    : QDialog(parent)
    , m_node(node)
    , m_parts(partsOf({workspace.store(), workspace.ontology(), *workspace.events()}, node))
    , m_list(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Take Apart"));
    resize(640, 360);
    auto* what = new QLabel(tr("This is what %1 is put together from. Tick what is another, an "
                               "article's words or only some of them: it goes, with its quotes, "
                               "and is kept apart.")
                                .arg(Phrases::name(workspace.events()->node(node)->name)),
                            this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_list->setHeaderLabels({tr("Its words"), tr("Article"), tr("Where it is from")});
    m_list->setRootIsDecorated(
        std::ranges::any_of(m_parts, [](const Part& part) { return part.mentions.size() > 1; }));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->setAccessibleName(tr("What it is put together from"));
    for (const Part& part : m_parts) {
        const Article& article = *workspace.store().article(part.article);
        auto* item = new QTreeWidgetItem(
            m_list, {Phrases::name(part.words), Phrases::name(article.title), sourceOf(article)});
        item->setCheckState(0, Qt::Unchecked);
        if (part.mentions.size() > 1)
            addWords(item, workspace.store(), article, part);
    }
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_button = buttons->addButton(tr("Take Apart"), QDialogButtonBox::AcceptRole);
    m_button->setDefault(true);
    connect(m_list, &QTreeWidget::itemChanged, this, &ApartDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &ApartDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    check();
}

std::vector<Part> ApartDialog::ticked() const
{
    std::vector<Part> parts;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem& item = *m_list->topLevelItem(i);
        if (item.checkState(0) == Qt::Unchecked)
            continue;
        Part part = m_parts[static_cast<std::size_t>(i)];
        if (item.checkState(0) == Qt::PartiallyChecked)
            part.mentions = tickedWords(item, part);
        parts.push_back(std::move(part));
    }
    return parts;
}

void ApartDialog::check()
{
    const std::vector<Part> parts = ticked();
    m_button->setEnabled(!parts.empty() && parts != m_parts);
}

void ApartDialog::accept()
{
    if (!m_button->isEnabled())
        return;
    const std::vector<Part> parts = ticked();
    QDialog::accept();
    Q_EMIT wanted(m_node, parts);
}

} // namespace entente
