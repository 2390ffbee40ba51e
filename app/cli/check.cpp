// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"

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

struct Counts
{
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::size_t files = 0;
};

Counts countsOf(const Diagnostics& diagnostics)
{
    const auto count = [&](Severity severity) {
        return static_cast<std::size_t>(
            std::ranges::count(diagnostics, severity, &Diagnostic::severity));
    };
    std::set<std::string_view> files;
    for (const Diagnostic& diagnostic : diagnostics)
        files.insert(diagnostic.file);
    return {count(Severity::Error), count(Severity::Warning), count(Severity::Note), files.size()};
}

std::string wordsOf(const Counts& counts, std::size_t articles)
{
    if (counts.files == 0)
        return fmt::format("Nothing to complain of in {}.", counted(articles, "article"));
    return fmt::format("{}, {}, {} in {}; {} read.", counted(counts.errors, "error"),
                       counted(counts.warnings, "warning"), counted(counts.notes, "note"),
                       counted(counts.files, "file"), counted(articles, "article"));
}

Json jsonOf(const Diagnostics& diagnostics, const Counts& counts, std::size_t articles)
{
    Json document = {{"articles", articles},
                     {"errors", counts.errors},
                     {"warnings", counts.warnings},
                     {"notes", counts.notes}};
    document["problems"] = Json::array();
    for (const Diagnostic& diagnostic : diagnostics)
        document["problems"].push_back(
            {{"file", diagnostic.file},
             {"line", diagnostic.line == 0 ? Json() : Json(diagnostic.line)},
             {"severity", nameOf(diagnostic.severity)},
             {"message", diagnostic.message}});
    return document;
}

Exit check(const Arguments& arguments, const Streams& streams)
{
    const std::optional<Corpus> corpus = readCorpus("check", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const Counts counts = countsOf(corpus->diagnostics);
    const std::size_t articles = corpus->store.articles().size();
    if (arguments.has("json")) {
        streams.out << jsonOf(corpus->diagnostics, counts, articles)
                           .dump(1, ' ', false, Json::error_handler_t::replace)
                    << '\n';
    } else {
        print(corpus->diagnostics, streams.out);
        streams.err << wordsOf(counts, articles) << '\n';
    }
    return counts.errors == 0 ? Exit::Done : Exit::NotDone;
}

} // namespace

Command checkCommand()
{
    return {
        "check",
        "Lists what is wrong in articles, their annotation and their metadata.",
        {},
        {jsonOption()},
        "One problem a line, as compilers write it: \"file:line: severity: message\". These\n"
        "lines are the result and go to standard output; how many there are goes to\n"
        "standard error. The exit code is 1 when there are errors.\n"
        "\n"
        "An error is what could not be understood or checked, a warning what does not fit\n"
        "the annotation.conf that holds for the file or was put right, a note what is\n"
        "worth knowing.",
        check,
    };
}

} // namespace entente
