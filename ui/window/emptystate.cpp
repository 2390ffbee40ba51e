// SPDX-License-Identifier: Apache-2.0
#include "ui/window/emptystate.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente
{

EmptyState::EmptyState(QAction& openFolder, QAction& openSample, QAction& importFolder,
                       QAction& addArticle, QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_open(new QPushButton(tr("Open a Folder…"), this))
    , m_import(new QPushButton(tr("Import a Folder…"), this))
    , m_read(new QPushButton(tr("Read the Articles"), this))
    , m_add(new QPushButton(tr("or add an article"), this))
    , m_sample(new QPushButton(tr("or look at the sample"), this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    QFont font = m_sentence->font();
    font.setPixelSize(17);
    m_sentence->setFont(font);
    m_sentence->setFixedWidth(420);
    m_open->setProperty("primary", true);
    m_import->setProperty("primary", true);
    m_read->setProperty("primary", true);
    for (QPushButton* link : {m_add, m_sample}) {
        link->setProperty("link", true);
        link->setCursor(Qt::PointingHandCursor);
    }
    connect(m_open, &QPushButton::clicked, &openFolder, &QAction::trigger);
    connect(m_import, &QPushButton::clicked, &importFolder, &QAction::trigger);
    connect(m_add, &QPushButton::clicked, &addArticle, &QAction::trigger);
    connect(m_sample, &QPushButton::clicked, &openSample, &QAction::trigger);
    connect(m_read, &QPushButton::clicked, this, &EmptyState::readingWanted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(16);
    for (QPushButton* button : {m_open, m_import, m_read, m_sample, m_add})
        layout->addWidget(button, 0, Qt::AlignHCenter);
    say(Why::NothingOpen);
}

void EmptyState::say(Why why)
{
    switch (why) {
    case Why::NothingOpen:
        m_sentence->setText(tr("Open a folder of annotated articles to see who met whom, and the "
                               "words that say so."));
        break;
    case Why::NothingImported:
        m_sentence->setText(tr("An empty project. Import a folder of annotated articles: they are "
                               "copied into the project, and stay there whatever happens to the "
                               "folder."));
        break;
    case Why::NothingAnnotated:
        m_sentence->setText(tr("Nothing is annotated here yet. Read an article, select the "
                               "names and what happened, and mark them with a letter each."));
        break;
    case Why::NothingRead:
        m_sentence->setText(tr("None of the articles here could be read. View > Problems says of "
                               "each why."));
        break;
    }
    m_open->setVisible(why == Why::NothingOpen || why == Why::NothingRead);
    m_import->setVisible(why == Why::NothingImported);
    m_add->setVisible(why == Why::NothingOpen || why == Why::NothingImported);
    m_sample->setVisible(why == Why::NothingOpen);
    m_read->setVisible(why == Why::NothingAnnotated);
}

QString EmptyState::sentence() const { return m_sentence->text(); }

} // namespace entente
