// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace entente
{

/// The files of this machine in what is dragged or pasted.
QStringList localFiles(const QMimeData& data);

/// Files that are dropped onto a window, wherever they fall.
class Dropping : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the window.
    explicit Dropping(QWidget& window);

    /// Has what is dropped onto a part of it count, too, which would take a file's name as words.
    void watch(QWidget& part);

Q_SIGNALS:
    void dropped(const QStringList& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace entente
