// SPDX-License-Identifier: Apache-2.0
#pragma once

class QDialog;

namespace entente
{

/// Has Ctrl+Enter accept a dialog in which Enter is a line end.
void acceptByCtrlEnter(QDialog* dialog);

} // namespace entente
