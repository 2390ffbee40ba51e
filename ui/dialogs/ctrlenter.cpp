// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/ctrlenter.h"

#include <QDialog>
#include <QKeyEvent>

namespace entente
{

namespace
{

/// What a text box does not take comes to its dialog.
class CtrlEnter : public QObject
{
public:
    explicit CtrlEnter(QDialog* dialog)
        : QObject(dialog)
        , m_dialog(*dialog)
    {
        dialog->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        if (!isEnter || !key.modifiers().testFlag(Qt::ControlModifier))
            return QObject::eventFilter(watched, event);
        m_dialog.accept();
        return true;
    }

private:
    QDialog& m_dialog;
};

} // namespace

void acceptByCtrlEnter(QDialog* dialog) { new CtrlEnter(dialog); }

} // namespace entente
