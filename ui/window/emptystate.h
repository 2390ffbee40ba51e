// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;

namespace entente
{

/// What stands where the graph will be while nothing is open: what to do next, and the button for
/// it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(QAction& openFolder, QAction& openSample, QWidget* parent = nullptr);
};

} // namespace entente
