// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/claimdialogs.h"

class QListView;
class QStandardItemModel;

namespace entente
{

class NameFilter;

/// One row to pick from.
struct PickRow
{
    QString name;
    QString below; ///< In smaller words; may be empty.
    QString words; ///< Others that it is found by.
};

/// A list with a box that narrows it: one row is picked (Enter or a double click take it), or any
/// number of them are ticked.
class PickDialog : public ClaimDialog
{
    Q_OBJECT

public:
    PickDialog(const QString& title, const QString& question, const std::vector<PickRow>& rows,
               QWidget* parent);
    /// @param ticks of the rows; what is ticked partially stays so until somebody turns it.
    PickDialog(const QString& title, const QString& question, const std::vector<PickRow>& rows,
               const std::vector<Qt::CheckState>& ticks, QWidget* parent);

    /// Among the rows; -1: none.
    int picked() const;
    Qt::CheckState tick(int row) const;
    QLineEdit& box() const { return *m_box; }
    QListView& list() const { return *m_list; }

protected:
    /// The box has the focus while the arrows walk the list.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const QString& name);
    void narrow(const QString& words);
    bool walk(int key);

    QLineEdit* m_box;
    QListView* m_list;
    QStandardItemModel* m_model;
    NameFilter* m_shown;
    bool m_ticks;
};

} // namespace entente
