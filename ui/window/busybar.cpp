// SPDX-License-Identifier: Apache-2.0
#include "ui/window/busybar.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace entente
{

BusyBar::BusyBar(std::chrono::milliseconds delay, QWidget* parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_keep(new QPushButton(tr("Stop and Keep"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("card"));
    m_keep->setObjectName(QStringLiteral("keepDraft"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(6);
    layout->addWidget(m_label, 0, 0);
    layout->addWidget(m_bar, 1, 0);
    layout->addWidget(m_keep, 0, 1, 2, 1);
    layout->addWidget(m_cancel, 0, 2, 2, 1);
    layout->setColumnMinimumWidth(0, 320);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &BusyBar::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &BusyBar::cancel);
    connect(m_keep, &QPushButton::clicked, this, &BusyBar::stopped);
    setHasDraft(false);
    hide();
}

void BusyBar::setHasDraft(bool hasDraft)
{
    m_keep->setEnabled(hasDraft);
    m_keep->setToolTip(hasDraft ? tr("Takes the draft that there is by now")
                                : tr("There is no draft yet"));
}

bool BusyBar::cancel()
{
    if (m_works.empty())
        return false;
    Q_EMIT cancelled(m_works.begin()->first);
    return true;
}

void BusyBar::begin(Work work, const QString& words)
{
    if (!m_works.try_emplace(work, State{.words = words}).second)
        return;
    if (isHidden() && !m_delay.isActive())
        m_delay.start();
    if (!isHidden())
        refresh();
}

void BusyBar::progress(Work work, const QString& words, int done, int total)
{
    const auto found = m_works.find(work);
    if (found == m_works.end())
        return;
    found->second = {.words = words, .done = done, .total = total};
    if (!isHidden())
        refresh();
}

void BusyBar::end(Work work)
{
    m_works.erase(work);
    if (m_works.empty()) {
        m_delay.stop();
        hide();
    } else if (!isHidden()) {
        refresh();
    }
}

QString BusyBar::text() const { return m_label->text(); }

void BusyBar::refresh()
{
    if (m_works.empty())
        return;
    const auto& [work, state] = *m_works.begin();
    // Beside a layout at all times, so that nothing moves when there is a draft.
    m_keep->setVisible(work == Work::Layout);
    const QLocale locale;
    m_label->setText(state.total > 0 ? tr("%1 — %2 of %3")
                                           .arg(state.words, locale.toString(state.done),
                                                locale.toString(state.total))
                                     : state.words + QStringLiteral("…"));
    setAccessibleName(m_label->text());
    m_bar->setRange(0, state.total);
    m_bar->setValue(state.done);
    const bool appears = isHidden();
    show();
    raise();
    if (appears)
        Q_EMIT resized();
}

} // namespace entente
