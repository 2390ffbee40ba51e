// SPDX-License-Identifier: Apache-2.0
#include "app/entente/screenshot.h"

#include "ui/mainwindow.h"

#include <QApplication>
#include <QPixmap>
#include <QTextStream>

#include <chrono>

namespace entente
{

namespace
{

using namespace std::chrono_literals;

constexpr int calmEnough = 5; ///< What follows from an event is under way by the next look.

int complain(const QString& what)
{
    QTextStream(stderr) << what << Qt::endl;
    return 1;
}

} // namespace

Screenshot::Screenshot(MainWindow& window, QString file, QString select, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_file(std::move(file))
    , m_select(std::move(select))
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start(50ms);
}

void Screenshot::look()
{
    m_calm = m_window.isSettled() ? m_calm + 1 : 0;
    if (m_calm < calmEnough)
        return;
    m_calm = 0;
    if (m_select.isEmpty())
        return take();
    const QString name = std::exchange(m_select, {});
    if (!m_window.select(name))
        QApplication::exit(complain(tr("Nothing goes by the name “%1”.").arg(name)));
}

void Screenshot::take()
{
    m_timer.stop();
    const bool written = m_window.grab().save(m_file);
    QApplication::exit(written ? 0 : complain(tr("%1 cannot be written.").arg(m_file)));
}

} // namespace entente
