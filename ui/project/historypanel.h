// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace entente
{

class HistoryDelegate;
class HistoryModel;
class Journal;
class NameFilter;

/// What was done in the project, by whom and when, with the words before and after; any one of it
/// can be taken back that nothing has been built upon.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(Journal& journal, QWidget* parent = nullptr);

    void setStyle(const Style& style);
    QListView* list() const { return m_list; }
    QLineEdit* filterBox() const { return m_filterBox; }
    QPushButton* takeBackButton() const { return m_takeBack; }
    QString details() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// Reads what has been added, if anybody looks.
    void read();
    void startAnew();
    void showChosen();
    void showState();
    int chosenRow() const;

    Journal& m_journal;
    HistoryModel* m_model;
    NameFilter* m_shown;
    HistoryDelegate* m_delegate;
    QLabel* m_none;
    QLineEdit* m_filterBox;
    QListView* m_list;
    QLabel* m_details;
    QPushButton* m_takeBack;
    bool m_isReading = false;
    int m_reading = 0; ///< Which file's: what another one's says is not for us.
};

} // namespace entente
