// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/likenesslist.h"

#include "graph/model/store.h"
#include "ui/panels/phrases.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace entente
{

namespace
{

constexpr std::size_t rowsAtMost = 3; ///< More of them say nothing new.

QString nameOf(const Article& article)
{
    const QString title = Phrases::name(article.title);
    const QString source =
        Phrases::listed({Phrases::name(article.outlet), Phrases::date(article.published)});
    return source.isEmpty() ? LikenessList::tr("“%1”").arg(title)
                            : LikenessList::tr("“%1” (%2)").arg(title, source);
}

/// @param name of the article that has it.
QString wordsOf(const Alike& alike, const QString& name)
{
    if (alike.isSame)
        return LikenessList::tr("This text is here already, to the byte: %1").arg(name);
    switch (qRound(10 * alike.share)) {
    case 10:
        return alike.share >= 1 ? LikenessList::tr("All of its words stand in %1").arg(name)
                                : LikenessList::tr("Nearly all of its words stand in %1").arg(name);
    case 9:
        return LikenessList::tr("Nine tenths of its words stand in %1").arg(name);
    case 8:
        return LikenessList::tr("Eight tenths of its words stand in %1").arg(name);
    case 7:
        return LikenessList::tr("Seven tenths of its words stand in %1").arg(name);
    case 6:
        return LikenessList::tr("Six tenths of its words stand in %1").arg(name);
    default:
        return LikenessList::tr("Half of its words stand in %1").arg(name);
    }
}

} // namespace

LikenessList::LikenessList(QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    setProperty("error", true); // Its edge is in the colour of warnings.
    m_column->setContentsMargins(12, 4, 8, 4);
    m_column->setSpacing(0);
    hide();
}

void LikenessList::show(const std::vector<Alike>& alike, const Store& store)
{
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    while (QLayoutItem* row = m_column->takeAt(0))
        delete row;
    m_lines.clear();
    m_buttons.clear();
    for (const Alike& one : alike) {
        const Article* article = store.article(one.article);
        if (article != nullptr && m_buttons.size() < rowsAtMost)
            addRow(wordsOf(one, nameOf(*article)), one.article);
    }
    setVisible(!m_lines.isEmpty());
}

void LikenessList::addRow(const QString& words, ArticleId article)
{
    auto* label = new QLabel(words, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto* open = new QPushButton(tr("Open It"), this);
    open->setProperty("link", true);
    open->setAccessibleName(tr("Open it: %1").arg(words));
    connect(open, &QPushButton::clicked, this, [this, article] { Q_EMIT articleWanted(article); });
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(open);
    m_column->addLayout(row);
    m_lines += words;
    m_buttons.push_back(open);
}

} // namespace entente
