// SPDX-License-Identifier: Apache-2.0
#include "graph/text/wordlessscript.h"

#include <unicode/uscript.h>

namespace entente
{

bool isRunTogether(char32_t character)
{
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(character), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HANGUL:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
        return true;
    default:
        return false;
    }
}

} // namespace entente
