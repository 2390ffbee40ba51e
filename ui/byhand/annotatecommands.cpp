// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/annotatecommands.h"

#include "ui/byhand/annotator.h"
#include "ui/byhand/checkcommands.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/window/actions.h"
#include "ui/window/explorecommands.h"

namespace entente
{

AnnotateCommands::AnnotateCommands(const AnnotateParts& parts, QObject* parent)
    : QObject(parent)
    , m_annotator(new Annotator({.workspace = parts.explore.parts().workspace,
                                 .reader = parts.reader,
                                 .message = parts.explore.parts().message,
                                 .window = parts.window},
                                this))
    , m_checking(new CheckCommands(parts.explore, m_annotator->box(), parts.below, this))
{
    connect(parts.explore.parts().actions.annotateText, &QAction::triggered, this,
            &AnnotateCommands::textWanted);
    connect(m_checking, &CheckCommands::articleWanted, this, &AnnotateCommands::articleWanted);
    connect(m_checking, &CheckCommands::evidenceWanted, &parts.explore.parts().canvas,
            &GraphCanvas::evidenceWanted);
}

void AnnotateCommands::setStyle(const Style& style)
{
    m_annotator->setStyle(style);
    m_checking->panel().setStyle(style);
}

bool AnnotateCommands::isBusy() const { return m_annotator->isBusy() || m_checking->isBusy(); }

} // namespace entente
