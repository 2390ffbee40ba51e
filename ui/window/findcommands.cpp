// SPDX-License-Identifier: Apache-2.0
#include "ui/window/findcommands.h"

#include "ui/canvas/graphcanvas.h"
#include "ui/panels/articlereader.h"
#include "ui/window/actions.h"
#include "ui/window/stage.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"

#include <QLineEdit>

namespace entente
{

namespace
{

/// Of a hit in the graph; the background where it is in an article only.
Target targetOf(const Hit& hit)
{
    if (const auto* node = std::get_if<NodeId>(&hit.id))
        return *node;
    if (const auto* edge = std::get_if<EdgeId>(&hit.id))
        return *edge;
    return {};
}

} // namespace

FindCommands::FindCommands(const FindParts& parts, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_finders(parts.workspace)
    , m_search(m_finders)
    , m_hits(parts.workspace, parts.scene, m_search)
    , m_bar(new FindBar(m_search, m_hits))
    , m_palette(new Palette(m_finders, parts.workspace, parts.scene, parts.menus, window))
{
    parts.stage.setCorner(m_bar);
    connect(parts.actions.find, &QAction::triggered, m_bar, &FindBar::begin);
    connect(parts.actions.findNext, &QAction::triggered, m_bar, &FindBar::next);
    connect(parts.actions.findPrevious, &QAction::triggered, m_bar, &FindBar::previous);
    connect(m_bar, &FindBar::resized, &parts.stage, &Stage::arrange);
    connect(m_bar, &FindBar::foundChanged, &parts.canvas, &GraphCanvas::bringOut);
    connect(m_bar, &FindBar::picked, this, &FindCommands::pick);
    connect(m_bar, &FindBar::showWanted, this, [this](const Hit& hit) {
        if (m_hits.standingOf(hit) == Standing::LeftOut) // As its button says.
            Q_EMIT goToUnfiltered(targetOf(hit));
        else
            showIt(hit);
    });
    connect(m_bar, &FindBar::closed, &parts.canvas, qOverload<>(&QWidget::setFocus));
    connect(parts.actions.palette, &QAction::triggered, m_palette, &Palette::begin);
    connect(m_palette, &Palette::closed, &parts.canvas, qOverload<>(&QWidget::setFocus));
    connect(m_palette, &Palette::chosen, this, [this](const Hit& hit) {
        if (std::holds_alternative<ArticleId>(hit.id))
            return read(hit);
        m_parts.selection.set(targetOf(hit));
        showIt(hit);
    });
}

void FindCommands::pick(const Hit& hit)
{
    const Target target = targetOf(hit);
    if (!std::holds_alternative<std::monostate>(target)) {
        m_parts.selection.set(target);
        if (m_hits.standingOf(hit) == Standing::Shown)
            m_parts.canvas.reveal(target);
        return;
    }
    read(hit);
    m_bar->box()->setFocus(); // The next thing is one Enter away.
}

void FindCommands::read(const Hit& hit)
{
    const TextSpan place = m_search.placeOf(hit);
    Q_EMIT articleWanted();
    m_parts.reader.show(std::get<ArticleId>(hit.id),
                        place.isEmpty() ? TextSpans() : TextSpans{place});
}

void FindCommands::setStyle(const Style& style)
{
    m_bar->setStyle(style);
    m_palette->setStyle(style);
}

void FindCommands::showIt(const Hit& hit)
{
    if (const Target target = targetOf(hit); !std::holds_alternative<std::monostate>(target))
        Q_EMIT goTo(target);
}

} // namespace entente
