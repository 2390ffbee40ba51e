// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/apartdialog.h"

#include "graph/model/graph.h"
#include "ui/panels/evidencewords.h"
#include "ui/panels/phrases.h"
#include "ui/workspace/workspace.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace entente
{

ApartDialog::ApartDialog(const Workspace& workspace, NodeId node, QWidget* parent)
    : QDialog(parent)
    , m_node(node)
    , m_parts(partsOf({workspace.store(), workspace.ontology(), *workspace.events()}, node))
    , m_list(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Take Apart"));
    resize(640, 360);
    auto* what = new QLabel(tr("This is what %1 is put together from. Tick what is another: it "
                               "goes, with its quotes, and is kept apart.")
                                .arg(Phrases::name(workspace.events()->node(node)->name)),
                            this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_list->setHeaderLabels({tr("Its words"), tr("Article"), tr("Where it is from")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->setAccessibleName(tr("What it is put together from"));
    for (const Part& part : m_parts) {
        const Article& article = *workspace.store().article(part.article);
        auto* item = new QTreeWidgetItem(
            m_list, {Phrases::name(part.words), Phrases::name(article.title), sourceOf(article)});
        item->setCheckState(0, Qt::Unchecked);
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
        if (m_list->topLevelItem(i)->checkState(0) == Qt::Checked)
            parts.push_back(m_parts[static_cast<std::size_t>(i)]);
    }
    return parts;
}

void ApartDialog::check()
{
    const std::size_t count = ticked().size();
    m_button->setEnabled(count > 0 && count < m_parts.size());
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
