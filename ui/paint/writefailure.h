// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <system_error>

namespace entente
{

/// Why writeFile() could not write, and what to do now, for people.
QString whyNotWritten(const QString& path, std::error_code error);

} // namespace entente
