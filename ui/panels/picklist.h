// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace entente
{

/// A list that tells which row a person picks: by a click, or by the keys that step from row to
/// row. What code makes current is not picked, nor the neighbour of a row that goes.
class PickList : public QListView
{
    Q_OBJECT

public:
    explicit PickList(QWidget* parent = nullptr);

Q_SIGNALS:
    void picked(const QModelIndex& index);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace entente
