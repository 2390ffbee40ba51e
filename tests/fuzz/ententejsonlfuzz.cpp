// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/ententelines.h"
#include "tests/support/exported.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace entente;

namespace
{

/// Two articles, whose ids the files of ententejsonlfuzz/ name.
const Store& articles()
{
    static const Store store = storeFrom(R"(
    article a 2024-01-15
    Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
    Meeting: Participant Person "Choe Son-hui", Topic #1
    article b 2024-01-16
    HoldsPosition: Arg1 Person "Ms Choe", Arg2 Position "Foreign Minister"
)");
    return store;
}

[[noreturn]] void fail(const std::string& why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::abort();
}

} // namespace

/// Whatever the lines say, the articles stay, and what comes of it can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Store store = articles();
    (void)takeEntenteLines({reinterpret_cast<const char*>(data), size}, "fuzz.jsonl", store);
    if (store.articles().size() != articles().articles().size())
        fail("an article went, or came");
    const BratExport exported = exportBrat(store, ENTENTE_SOURCE_DIR "/resources");
    if (!exported.lost.empty())
        return 0; // One article took ids of another's lines, and it was seen.
    Diagnostics troubles;
    const Store again = readBack(exported.files, troubles);
    if (!troubles.empty())
        fail(troubles.front().text());
    if (!saySame(again, store))
        fail("it is not the same once read again");
    return 0;
}
