// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"

#include "app/cli/commands.h"

#include <QCoreApplication>
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace entente
{

namespace
{

constexpr std::string_view programUsage = "entente-cli COMMAND PATH... [ARGUMENT] [OPTION...]";

std::string programHelp()
{
    std::string text =
        fmt::format("{}\n\nReads annotated articles and says what they tell: the same "
                    "core as the window's.\n\nCommands:\n",
                    programUsage);
    for (const Command& command : commands())
        text += fmt::format("  {:<11}  {}\n", command.name, command.line);
    text +=
        "\nResults go to standard output, diagnostics (but those of check) to standard error as\n"
        "\"file:line: severity: message\". The exit code is 0 when it was done, 1 when not\n"
        "(for check: when there are errors), 2 when it was called wrongly.\n\n"
        "entente-cli COMMAND --help says more. entente-cli --version says which version.\n";
    return text;
}

bool isHelp(const std::string& word) { return word == "--help" || word == "-h"; }

/// Before any "--", after which all words are arguments.
bool asksForHelp(const std::vector<std::string>& arguments)
{
    const auto end = std::ranges::find(arguments, "--");
    return std::any_of(arguments.begin(), end, isHelp);
}

std::string names()
{
    std::vector<std::string> all;
    for (const Command& command : commands())
        all.push_back(command.name);
    return fmt::format("{}", fmt::join(all, ", "));
}

Exit dispatch(const std::vector<std::string>& arguments, const Streams& streams)
{
    if (arguments.empty())
        return wrongUsage(streams, {}, fmt::format("a command is missing: one of {}", names()));
    const std::string& first = arguments.front();
    if (isHelp(first)) {
        streams.out << programHelp();
        return Exit::Done;
    }
    if (first == "--version") {
        streams.out << "entente-cli " ENTENTE_VERSION "\n";
        return Exit::Done;
    }
    const auto command = std::ranges::find(commands(), first, &Command::name);
    if (command == commands().end())
        return wrongUsage(streams, {},
                          fmt::format("there is no command “{}”; there are {}", first, names()));
    const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
    if (asksForHelp(rest)) {
        streams.out << helpFor(*command);
        return Exit::Done;
    }
    const Expected<Arguments, std::string> parsed = parseArguments(*command, rest);
    if (!parsed)
        return wrongUsage(streams, command->name, parsed.error());
    return command->run(*parsed, streams);
}

} // namespace

const std::vector<Command>& commands()
{
    // clang-format off
    static const std::vector<Command> all{
        checkCommand(),
        summaryCommand(),
        graphCommand(),
        quotesCommand(),
        neighboursCommand(),
        searchCommand(),
        pathCommand(),
        rankCommand(),
        sourcesCommand(),
        contestedCommand(),
        toCheckCommand(),
        timelineCommand(),
        exportCommand(),
        dossierCommand(),
        citeCommand(),
        convertCommand(),
        importCommand(),
        editCommand(),
        logCommand(),
        verifyCommand(),
        backupCommand(),
        recoverCommand(),
        exportBratCommand(),
    };
    // clang-format on
    return all;
}

Exit runCli(const std::vector<std::string>& arguments, const Streams& streams)
{
    // The window's settings are ours.
    QCoreApplication::setOrganizationName(QStringLiteral("entente"));
    QCoreApplication::setApplicationName(QStringLiteral("entente"));
    const Exit result = dispatch(arguments, streams);
    streams.out.flush();
    if (streams.out.good())
        return result;
    if (streams.readerIsGone != nullptr && streams.readerIsGone())
        return result; // Who reads has read enough.
    // A full disk: what is on its way is not all there is.
    streams.err << "entente-cli: the results could not be written in full to standard output.\n";
    return Exit::NotDone;
}

} // namespace entente
