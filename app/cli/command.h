// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// Where a command writes to, so that tests can read it.
struct Streams
{
    std::ostream& out; ///< Results.
    std::ostream& err; ///< Diagnostics, and why it was not done.
    bool errIsTerminal = false;
    std::istream* in = nullptr; ///< Null: standard input.
    /// Whether nobody reads the results any more, as behind "| head"; null: nobody can go away.
    bool (*readerIsGone)() = nullptr;
};

/// What a program hands back to its shell.
enum class Exit {
    Done = 0,
    NotDone = 1, ///< And, for check: errors were found.
    WrongUsage = 2,
};

/// "-o, --output FILE".
struct Option
{
    std::string name;  ///< "output"
    std::string value; ///< "FILE"; empty: a switch.
    std::string about;
    std::vector<std::string> choices; ///< What the value may be; empty: anything.
    std::string letter;               ///< "o"; empty: none.
    bool isList = false;              ///< Given again, it goes on, as behind a comma.
};

/// What a command was asked, taken apart.
struct Arguments
{
    std::vector<std::filesystem::path> paths;
    std::string operand;                        ///< The one NAME; empty when there is none.
    std::map<std::string, std::string> options; ///< Those given, by name; switches are empty.
    /// Each time that an option with a value was given, in that order.
    std::map<std::string, std::vector<std::string>> given = {};

    bool has(const std::string& option) const { return options.contains(option); }
    /// What was given, or the default.
    std::string value(const std::string& option, const std::string& otherwise = {}) const;
    /// All that was given, for what may be given several times and may have commas in it.
    std::vector<std::string> values(const std::string& option) const;
};

/// A whole number from 1 that an option gives. @returns the default when it is not given; nothing
/// when it is none, or greater than it may be.
std::optional<int> numberOf(const Arguments& arguments, const std::string& option, int otherwise,
                            int atMost);

/// One command of the program: what it is called, takes and does. Its texts are what --help shows.
struct Command
{
    std::string name;
    std::string line;    ///< What it does, in one line.
    std::string operand; ///< What comes after the paths: "NAME"; empty: nothing.
    std::vector<Option> options;
    std::string about; ///< More, for its --help; lines of at most 80 characters.
    std::function<Exit(const Arguments&, const Streams&)> run;
};

/// Takes apart what stands after the command's name. @returns what is wrong with it, in words.
Expected<Arguments, std::string> parseArguments(const Command& command,
                                                const std::vector<std::string>& arguments);

/// "entente-cli quotes PATH... NAME [OPTION...]"
std::string usageOf(const Command& command);
std::string helpFor(const Command& command);

/// Says how the command is used, after what is wrong.
Exit wrongUsage(const Streams& streams, const std::string& command, const std::string& reason);

} // namespace entente
