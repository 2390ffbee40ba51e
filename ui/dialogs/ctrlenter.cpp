// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/ctrlenter.h"

#include <QDialog>
#include <QShortcut>

namespace entente
{

void acceptByCtrlEnter(QDialog* dialog)
{
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        QObject::connect(new QShortcut(QKeySequence(Qt::CTRL | enter), dialog),
                         &QShortcut::activated, dialog, &QDialog::accept);
}

} // namespace entente
