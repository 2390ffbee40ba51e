// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace entente
{

class Journal;
class SceneKeeper;
class Workspace;

/// Says how much there is and how much of it is on screen; the problems are a click away.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void show(const Workspace& workspace, const SceneKeeper& scene);
    QString counts() const;
    /// Whether all that was done is on the disk, and where.
    void showSaving(const Journal& journal);
    QString saving() const;
    QToolButton* problems() const { return m_problems; }

private:
    QLabel* m_counts;
    QLabel* m_saving;
    QToolButton* m_problems;
};

} // namespace entente
