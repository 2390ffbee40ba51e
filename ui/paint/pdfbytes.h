// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace entente
{

/// Takes the day and the time zone out of a PDF that Qt wrote, and sets its table of offsets right,
/// so that the same picture gives the same bytes.
/// @returns the PDF as it was when it is not of the form that Qt writes.
QByteArray withoutDate(const QByteArray& pdf);

} // namespace entente
