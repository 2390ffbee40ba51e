// SPDX-License-Identifier: Apache-2.0
#include "graph/model/store.h"
#include "graph/project/editjson.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace entente;

/// What can be done can be taken back; but for what is erased for good.
static void doAndTakeBack(const Edit& edit, const std::string& json)
{
    if (json.find("eraseArticle") != std::string::npos)
        return;
    Store store;
    const auto applied = store.apply(edit);
    if (!applied)
        return;
    if (store.apply(applied->inverse) && store == Store())
        return;
    std::fprintf(stderr, "not taken back:\n%s\n", json.c_str());
    std::abort();
}

/// An edit that could be read is written in such a way that it is read as the same, and written the
/// same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto edit = editFromJson({reinterpret_cast<const char*>(data), size});
    if (!edit)
        return 0;
    const std::string json = toJson(*edit);
    const auto again = editFromJson(json);
    if (again && *again == *edit && toJson(*again) == json) {
        doAndTakeBack(*edit, json);
        return 0;
    }
    std::fprintf(stderr, "not read back as the same:\n%s\n%s\n", json.c_str(),
                 again ? "" : again.error().c_str());
    std::abort();
}
