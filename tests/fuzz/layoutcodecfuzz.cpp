// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace entente;

namespace
{

/// What could be read is written in such a way that it is read as the same, and written the same.
template <class Value>
void checkReadBack(const Expected<Value, std::string>& value,
                   Expected<Value, std::string> (*decode)(std::string_view))
{
    if (!value)
        return;
    const std::string text = encode(*value);
    const auto again = decode(text);
    if (again && *again == *value && encode(*again) == text)
        return;
    std::fprintf(stderr, "not read back as the same:\n%s", text.c_str());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    checkReadBack(decodeRequest(text), decodeRequest);
    checkReadBack(decodeLayout(text), decodeLayout);
    return 0;
}
