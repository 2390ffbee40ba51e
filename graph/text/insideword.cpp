// SPDX-License-Identifier: Apache-2.0
#include "graph/text/insideword.h"

#include "graph/text/sourcetext.h"

#include <string_view>

namespace entente
{

namespace
{

bool isWordByte(std::string_view bytes, std::size_t at)
{
    if (at >= bytes.size())
        return false;
    const char c = bytes[at];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

bool isInsideWord(const SourceText& text, TextSpan span)
{
    const std::string_view bytes = text.utf8();
    const std::size_t begin = text.byteAt(span.begin);
    const std::size_t end = text.byteAt(span.end);
    return (begin > 0 && isWordByte(bytes, begin - 1) && isWordByte(bytes, begin)) ||
           (end > 0 && isWordByte(bytes, end - 1) && isWordByte(bytes, end));
}

} // namespace entente
