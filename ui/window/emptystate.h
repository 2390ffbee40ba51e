// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace entente
{

/// What stands where the graph will be while there is none: what to do next, and the button for it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    enum class Why {
        NothingOpen,
        NothingImported,  ///< A new project.
        NothingAnnotated, ///< There are texts, but no graph.
        NothingRead,      ///< There were files, and none of them could be used.
    };

    EmptyState(QAction& openFolder, QAction& openSample, QAction& importFolder, QAction& addArticle,
               QWidget* parent = nullptr);

    void say(Why why);
    QString sentence() const;

Q_SIGNALS:
    void readingWanted();

private:
    QLabel* m_sentence;
    QPushButton* m_open;
    QPushButton* m_import;
    QPushButton* m_read;
    QPushButton* m_add;
    QPushButton* m_sample;
};

} // namespace entente
