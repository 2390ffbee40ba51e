// SPDX-License-Identifier: Apache-2.0
#include "graph/query/tocheck.h"

#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "graph/model/store.h"
#include "graph/query/copies.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// Those of --kind, or all. @returns what is wrong with it, in words.
Expected<std::set<CheckKind>, std::string> kindsOf(const Arguments& arguments)
{
    std::set<CheckKind> kinds;
    if (!arguments.has("kind"))
        return std::set(allCheckKinds.begin(), allCheckKinds.end());
    std::string rest = arguments.value("kind");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const std::string name = rest.substr(0, end);
        rest.erase(0, end + 1);
        const auto kind = parseCheckKind(name);
        if (!kind)
            return Unexpected{fmt::format("there is no kind “{}” (see --help)", name)};
        kinds.insert(*kind);
    }
    return kinds;
}

/// "choe-visits:120": the article, and where in its text, in code points.
std::string placeOf(const ToCheck& item, const Store& store)
{
    const Article* article = store.article(item.article);
    if (article == nullptr)
        return {};
    return item.spans.empty() ? article->name
                              : fmt::format("{}:{}", article->name, hullOf(item.spans).begin);
}

void printItem(const ToCheck& item, const Store& store, std::ostream& stream)
{
    stream << "  " << plain(item.about);
    if (const std::string place = placeOf(item, store); !place.empty())
        stream << " [" << plain(place) << ']';
    stream << "\n    " << plain(item.what) << '\n';
    if (item.settled)
        stream << "    Left as it is" << (item.settled->empty() ? "" : ": ") << plain(*item.settled)
               << '\n';
    stream << "    " << item.matter << '\n';
}

void printText(const std::vector<ToCheck>& all, const Store& store, std::ostream& stream)
{
    for (auto item = all.begin(); item != all.end();) {
        const auto end = std::find_if(
            item, all.end(), [&](const ToCheck& other) { return other.kind != item->kind; });
        stream << wordsOf(item->kind) << " (" << nameOf(item->kind) << "): " << end - item << '\n';
        for (; item != end; ++item)
            printItem(*item, store, stream);
    }
    stream << counted(all.size(), "thing") << " to check\n";
}

template <class IdType>
Json listOf(const std::vector<IdType>& ids)
{
    Json list = Json::array();
    for (const IdType id : ids)
        list.push_back(id.text());
    return list;
}

Json jsonOf(const ToCheck& item, const Store& store)
{
    Json json{{"kind", nameOf(item.kind)},
              {"matter", item.matter},
              {"about", item.about},
              {"what", item.what},
              {"fix", item.fix},
              {"nodes", listOf(item.nodes)},
              {"edges", listOf(item.edges)},
              {"claims", listOf(item.claims)}};
    if (const Article* article = store.article(item.article)) {
        json["article"] = article->name;
        json["spans"] = Json::array();
        for (const TextSpan span : item.spans)
            json["spans"].push_back({span.begin, span.end});
    }
    if (item.settled)
        json["settled"] = *item.settled;
    return json;
}

Json documentOf(const std::vector<ToCheck>& all, const Store& store)
{
    Json document{{"count", all.size()}, {"kinds", Json::object()}, {"items", Json::array()}};
    for (const CheckKind kind : allCheckKinds) {
        if (const auto count = std::ranges::count(all, kind, &ToCheck::kind); count > 0)
            document["kinds"][std::string(nameOf(kind))] = count;
    }
    for (const ToCheck& item : all)
        document["items"].push_back(jsonOf(item, store));
    return document;
}

Exit toCheckCli(const Arguments& arguments, const Streams& streams)
{
    const auto kinds = kindsOf(arguments);
    if (!kinds)
        return wrongUsage(streams, "to-check", kinds.error());
    const std::optional<Corpus> corpus = readAndReport("to-check", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const KnowledgeGraph events = foldFor(*corpus, arguments);
    const Copies copies = Copies::among(corpus->store);
    std::vector<ToCheck> all =
        toCheck({corpus->store, corpus->ontology, events, copies},
                arguments.has("settled") ? Settled::Marked : Settled::LeftOut);
    std::erase_if(all, [&](const ToCheck& item) { return !kinds->contains(item.kind); });
    if (arguments.has("json"))
        print(documentOf(all, corpus->store), streams.out);
    else
        printText(all, corpus->store, streams.out);
    return Exit::Done;
}

} // namespace

Command toCheckCommand()
{
    return {
        "to-check",
        "Lists what should be looked at before it is relied on, the gravest first.",
        "",
        {{.name = "kind",
          .value = "KINDS",
          .about = "lists these kinds only, as in no-quote,misfit",
          .choices = {},
          .letter = {},
          .isList = true},
         {.name = "settled",
          .value = {},
          .about = "lists what an analyst leaves as it is, too, and why",
          .choices = {},
          .letter = {}},
         jsonOption(),
         identityOption()},
        "The kinds, with the gravest first:\n"
        "  quote-missing   recorded words that do not stand in the article\n"
        "  no-quote        edges for which no words of a text are quoted\n"
        "  misfit          too few or too many who fill a role, or of a type it does not take\n"
        "  contested       sources contradict each other\n"
        "  look-alike      names that look the same or are spellings of one, of several\n"
        "  by-name         joined across articles by nothing but a name\n"
        "  quote-moved     words found in another place than recorded\n"
        "  anonymous-only  nobody who has a name says so\n"
        "  no-date         events that happened, and nothing says when\n"
        "  one-source      events that happened, as far as one source says: one by one where\n"
        "                  several articles turn out to be one source or an analyst relies on\n"
        "                  them, the rest together by source\n"
        "\n"
        "Below each stands its key. An edit settles it, so that it is not listed again:\n"
        R"(  {"kind":"settleMatter","matter":"KEY","because":"…"})",
        toCheckCli,
    };
}

} // namespace entente
