// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/leavequestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QWidget>

namespace entente
{

namespace
{

class LeaveQuestion
{
    Q_DECLARE_TR_FUNCTIONS(LeaveQuestion)

public:
    static QString words() { return tr("Leave without what you have entered here?"); }
};

} // namespace

bool mayLeave(QWidget* dialog, bool isTyped, const QString& question)
{
    return !isTyped || QMessageBox::question(dialog, dialog->windowTitle(),
                                             question.isEmpty() ? LeaveQuestion::words() : question,
                                             QMessageBox::Yes | QMessageBox::No,
                                             QMessageBox::No) == QMessageBox::Yes;
}

} // namespace entente
