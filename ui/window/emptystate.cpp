// SPDX-License-Identifier: Apache-2.0
#include "ui/window/emptystate.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente
{

EmptyState::EmptyState(QAction& openFolder, QAction& openSample, QWidget* parent)
    : QWidget(parent)
{
    auto* sentence = new QLabel(
        tr("Open a folder of annotated articles to see who met whom, and the words that say so."),
        this);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignCenter);
    QFont font = sentence->font();
    font.setPixelSize(17);
    sentence->setFont(font);
    sentence->setFixedWidth(420);
    auto* open = new QPushButton(tr("Open a Folder…"), this);
    open->setProperty("primary", true);
    auto* sample = new QPushButton(tr("or look at the sample"), this);
    sample->setProperty("link", true);
    sample->setCursor(Qt::PointingHandCursor);
    connect(open, &QPushButton::clicked, &openFolder, &QAction::trigger);
    connect(sample, &QPushButton::clicked, &openSample, &QAction::trigger);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(16);
    layout->addWidget(open, 0, Qt::AlignHCenter);
    layout->addWidget(sample, 0, Qt::AlignHCenter);
}

} // namespace entente
