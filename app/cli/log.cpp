// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"
#include "graph/project/editjson.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

std::string jsonOf(const LoggedEdit& logged)
{
    const Json json{
        {"number", logged.number},
        {"id", logged.id.text()},
        {"at", logged.at},
        {"analyst", logged.author.analyst},
        {"device", logged.author.device.isNil() ? Json() : Json(logged.author.device.text())},
        {"base", logged.base},
        {"edit", Json::parse(logged.edit, nullptr, false)},
        {"inverse", Json::parse(logged.inverse, nullptr, false)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Exit log(const Arguments& arguments, const Streams& streams)
{
    const auto project = openProject("log", arguments, streams);
    if (!project)
        return project.error();
    const bool wantsJson = arguments.has("json");
    project->forEachEdit([&](const LoggedEdit& logged) {
        if (wantsJson) {
            streams.out << jsonOf(logged) << '\n';
            return true;
        }
        const auto edit = editFromJson(logged.edit);
        streams.out << plain(fmt::format("{:>6}  {}  {}  {}", logged.number, logged.at,
                                         logged.author.analyst,
                                         edit ? wordsOf(*edit) : logged.kind))
                    << '\n';
        return true;
    });
    return Exit::Done;
}

} // namespace

Command logCommand()
{
    return {
        "log",
        "Lists who changed what in a project, and when.",
        {},
        {jsonOption()},
        "From the first edit on; with --json one object a line, with the edit and the one\n"
        "that takes it back.",
        log,
    };
}

} // namespace entente
