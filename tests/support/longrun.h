// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace entente
{

/// QtTest ends a function after five minutes; one that a variable of the environment makes long may
/// take its time. To be called from initMain().
inline void allowLongRun(const char* variable)
{
    if (qEnvironmentVariableIsSet(variable) && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "2000000000"); // In milliseconds.
}

} // namespace entente
