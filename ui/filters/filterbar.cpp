// SPDX-License-Identifier: Apache-2.0
#include "ui/filters/filterbar.h"

#include "ui/filters/flowlayout.h"

#include <QAction>
#include <QBoxLayout>
#include <QFontMetrics>
#include <QMenu>
#include <QToolButton>

namespace entente
{

namespace
{

constexpr int gap = 6;
constexpr int chipWidthAtMost = 360; // Some twelve words; all of them are in the tooltip.

} // namespace

FilterBar::FilterBar(const FilterBarParts& parts, QWidget* parent)
    : QFrame(parent)
    , m_flow(new FlowLayout(gap))
    , m_add(makeButton(tr("Filter ▾"), &parts.facets))
    , m_match(makeButton({}))
    , m_clear(makeButton({}))
    , m_views(makeButton(tr("Views ▾"), &parts.views))
{
    setObjectName(QStringLiteral("filters"));
    setAccessibleName(tr("Filters"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(gap);
    row->addLayout(m_flow, 1);
    for (QToolButton* button : {m_match, m_clear, m_views})
        row->addWidget(button, 0, Qt::AlignTop);
    m_flow->addWidget(m_add);
    m_match->setDefaultAction(&parts.matchAny);
    m_clear->setDefaultAction(&parts.clear);
    m_add->setToolTip(tr("Show only what passes"));
    m_add->setAccessibleName(tr("Add a filter"));
    m_views->setToolTip(tr("Ways of looking that were kept"));
    m_views->setAccessibleName(tr("Saved views"));
    setConditions({});
}

QToolButton* FilterBar::makeButton(const QString& words, QMenu* menu)
{
    auto* button = new QToolButton(this);
    button->setProperty("quiet", true);
    button->setText(words);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    // It hears nothing of a mouse that leaves while its menu is open, and would stay lit.
    if (menu != nullptr)
        connect(menu, &QMenu::aboutToHide, button, [button] {
            button->setAttribute(Qt::WA_UnderMouse,
                                 button->rect().contains(button->mapFromGlobal(QCursor::pos())));
            button->update();
        });
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void FilterBar::setConditions(const QStringList& conditions)
{
    m_words = conditions;
    while (m_chips.size() > static_cast<std::size_t>(conditions.size())) {
        m_flow->removeWidget(m_chips.back().frame);
        m_chips.back().frame->hide();
        m_chips.back().frame->deleteLater(); // It may be its click that has led here.
        m_chips.pop_back();
    }
    while (m_chips.size() < static_cast<std::size_t>(conditions.size()))
        m_chips.push_back(makeChip(static_cast<int>(m_chips.size())));
    for (int i = 0; i < conditions.size(); ++i) {
        QString words = fontMetrics().elidedText(conditions[i], Qt::ElideMiddle, chipWidthAtMost);
        chip(i)->setText(words.replace(QLatin1Char('&'), QStringLiteral("&&")));
        chip(i)->setToolTip(conditions[i]);
        chip(i)->setAccessibleName(tr("Filter %1").arg(conditions[i]));
        cross(i)->setToolTip(tr("Take this filter away"));
        cross(i)->setAccessibleName(tr("Take away the filter %1").arg(conditions[i]));
    }
    m_match->setVisible(conditions.size() > 1);
    m_clear->setVisible(!conditions.isEmpty());
    QWidget* last = m_add;
    for (int i = 0; i < conditions.size(); ++i) {
        setTabOrder(last, chip(i));
        setTabOrder(chip(i), cross(i));
        last = cross(i);
    }
    for (QToolButton* button : {m_match, m_clear, m_views}) {
        setTabOrder(last, button);
        last = button;
    }
    m_flow->invalidate();
    updateGeometry();
}

FilterBar::Chip FilterBar::makeChip(int condition)
{
    Chip made{new QFrame(this), makeButton({}), makeButton(QStringLiteral("×"))};
    made.frame->setObjectName(QStringLiteral("chip"));
    auto* row = new QHBoxLayout(made.frame);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(made.words);
    row->addWidget(made.cross);
    connect(made.words, &QToolButton::clicked, this,
            [this, condition] { Q_EMIT opened(condition); });
    connect(made.cross, &QToolButton::clicked, this,
            [this, condition] { Q_EMIT removed(condition); });
    m_flow->addWidget(made.frame);
    made.frame->show();
    return made;
}

QToolButton* FilterBar::chip(int condition) const
{
    return m_chips.at(static_cast<std::size_t>(condition)).words;
}

QToolButton* FilterBar::cross(int condition) const
{
    return m_chips.at(static_cast<std::size_t>(condition)).cross;
}

} // namespace entente
