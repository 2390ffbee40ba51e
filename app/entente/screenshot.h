// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace entente
{

class MainWindow;

/// Takes a picture of the real window, once nothing is under way in it any more, and quits: 0 when
/// it was written, else 1.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// @param select the name of an actor or a meeting to select first; empty: none.
    Screenshot(MainWindow& window, QString file, QString select, QObject* parent = nullptr);

private:
    void look();
    void take();

    MainWindow& m_window;
    QString m_file;
    QString m_select;
    QTimer m_timer;
    int m_calm = 0; ///< How often in a row nothing was under way.
};

} // namespace entente
