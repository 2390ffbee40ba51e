// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/tocheck.h"
#include "ui/jobs/jobs.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace entente
{

class Workspace;
struct Style;

/// What an analyst should look at before relying on it: a list by kind, and beside it what is wrong
/// with the one that is chosen, and what can be done. It is looked for off the UI thread while the
/// panel is seen.
class CheckPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CheckPanel(const Workspace& workspace, QWidget* parent = nullptr);

    void setStyle(const Style& style);
    /// Chooses an item. @param settled also one that is left as it is.
    QTreeWidget* list() const { return m_list; }
    const std::vector<ToCheck>& items() const { return m_items; }
    /// The one that is chosen; null: none is.
    const ToCheck* chosen() const;
    QCheckBox* settledBox() const { return m_settledBox; }
    QPushButton* goButton() const { return m_go; }
    QPushButton* leaveButton() const { return m_leave; }
    /// Puts it right, as far as a button can; hidden where none can.
    QPushButton* mendButton() const { return m_mend; }
    /// Says that what is taken for one, or could be, is not.
    QPushButton* partButton() const { return m_part; }
    QString words() const;
    bool isBusy() const { return m_jobs.isBusy(); }
    QSize sizeHint() const override { return {900, 220}; }

Q_SIGNALS:
    void opened(const entente::ToCheck& item);
    /// It is to be left as it is; or, if it is, to be open again.
    void leaveWanted(const entente::ToCheck& item);
    void mendingWanted(const entente::ToCheck& item);
    void partingWanted(const entente::ToCheck& item);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void look();
    void show(std::vector<ToCheck> items);
    void showChosen();
    int indexOf(const QTreeWidgetItem* row) const;

    const Workspace& m_workspace;
    Jobs m_jobs;
    std::vector<ToCheck> m_items;
    bool m_isStale = true;
    QLabel* m_count;
    QCheckBox* m_settledBox;
    QTreeWidget* m_list;
    QLabel* m_about;
    QLabel* m_what;
    QLabel* m_fix;
    QWidget* m_buttons;
    QPushButton* m_go;
    QPushButton* m_mend;
    QPushButton* m_part;
    QPushButton* m_leave;
};

} // namespace entente
