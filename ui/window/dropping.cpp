// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dropping.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace entente
{

QStringList localFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            files.push_back(url.toLocalFile());
    }
    return files;
}

Dropping::Dropping(QWidget& window)
    : QObject(&window)
{
    watch(window);
}

void Dropping::watch(QWidget& part)
{
    part.setAcceptDrops(true);
    part.installEventFilter(this);
}

bool Dropping::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event); // Those of dragging are made from it.
    const QStringList files = localFiles(*drop->mimeData());
    if (files.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->acceptProposedAction();
    if (type == QEvent::Drop)
        Q_EMIT dropped(files);
    return true;
}

} // namespace entente
