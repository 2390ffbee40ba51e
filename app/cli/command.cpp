// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

#include <fmt/format.h>

#include <QCommandLineParser>

#include <algorithm>
#include <charconv>
#include <ostream>

namespace entente
{

namespace
{

std::string choicesOf(const Option& option)
{
    return fmt::format("{}", fmt::join(option.choices, ", "));
}

QCommandLineOption toQt(const Option& option)
{
    QStringList names{QString::fromStdString(option.name)};
    if (!option.letter.empty())
        names.prepend(QString::fromStdString(option.letter));
    return {names, QString(), QString::fromStdString(option.value)};
}

/// "-o, --output FILE"
std::string nameInHelp(const Option& option)
{
    std::string text = option.letter.empty() ? "    " : "-" + option.letter + ", ";
    text += "--" + option.name;
    return option.value.empty() ? text : text + " " + option.value;
}

std::string aboutInHelp(const Option& option)
{
    return option.choices.empty() ? option.about
                                  : fmt::format("{} ({})", option.about, choicesOf(option));
}

/// Two columns, the second broken into lines that fit a terminal.
std::string row(const std::string& name, const std::string& about, std::size_t width)
{
    constexpr std::size_t lineAtMost = 80;
    const std::string indent(width + 4, ' ');
    std::string text = fmt::format("  {:<{}}  ", name, width);
    std::size_t column = text.size();
    std::size_t begin = 0;
    while (begin < about.size()) {
        const std::size_t end = std::min(about.find(' ', begin), about.size());
        if (column + end - begin > lineAtMost && column > indent.size()) {
            text.back() = '\n';
            text += indent;
            column = indent.size();
        }
        text += about.substr(begin, end - begin) + ' ';
        column += end - begin + 1;
        begin = end + 1;
    }
    text.back() = '\n';
    return text;
}

Expected<Arguments, std::string> sorted(const Command& command, std::vector<std::string> words)
{
    const bool hasOperand = !command.operand.empty();
    if (words.empty())
        return Unexpected{hasOperand ? fmt::format("a PATH and a {} are missing", command.operand)
                                     : std::string("a PATH is missing")};
    if (hasOperand && words.size() < 2)
        return Unexpected{fmt::format("either a PATH or the {} is missing: there is only “{}”",
                                      command.operand, words.front())};
    Arguments arguments;
    if (hasOperand) {
        arguments.operand = words.back();
        words.pop_back();
    }
    for (const std::string& word : words) {
        if (word.empty())
            return Unexpected{std::string("a PATH is empty")};
        arguments.paths.emplace_back(word);
    }
    return arguments;
}

} // namespace

std::string Arguments::value(const std::string& option, const std::string& otherwise) const
{
    const auto found = options.find(option);
    return found == options.end() ? otherwise : found->second;
}

std::vector<std::string> Arguments::values(const std::string& option) const
{
    const auto found = given.find(option);
    return found == given.end() ? std::vector<std::string>() : found->second;
}

std::optional<int> numberOf(const Arguments& arguments, const std::string& option, int otherwise,
                            int atMost)
{
    if (!arguments.has(option))
        return otherwise;
    const std::string text = arguments.value(option);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && number >= 1 && number <= atMost ? std::optional(number) : std::nullopt;
}

Expected<Arguments, std::string> parseArguments(const Command& command,
                                                const std::vector<std::string>& arguments)
{
    QCommandLineParser parser;
    for (const Option& option : command.options)
        parser.addOption(toQt(option));
    QStringList words{QString::fromStdString(command.name)};
    for (const std::string& argument : arguments)
        words.append(QString::fromStdString(argument));
    if (!parser.parse(words))
        return Unexpected{parser.errorText().toStdString()};

    std::vector<std::string> positional;
    for (const QString& word : parser.positionalArguments())
        positional.push_back(word.toStdString());
    Expected<Arguments, std::string> result = sorted(command, std::move(positional));
    if (!result)
        return result;
    for (const Option& option : command.options) {
        const QString name = QString::fromStdString(option.name);
        if (!parser.isSet(name))
            continue;
        const std::string value = parser.value(name).toStdString();
        if (!option.choices.empty() &&
            std::ranges::find(option.choices, value) == option.choices.end())
            return Unexpected{fmt::format("--{} cannot be “{}”; it can be {}", option.name, value,
                                          choicesOf(option))};
        const QStringList all = parser.values(name);
        if (!option.value.empty() && all.contains(QString()))
            return Unexpected{fmt::format("--{} is empty", option.name)};
        for (const QString& one : all)
            result->given[option.name].push_back(one.toStdString());
        result->options[option.name] =
            option.isList ? all.join(QLatin1Char(',')).toStdString() : value;
    }
    return result;
}

std::string usageOf(const Command& command)
{
    return fmt::format("entente-cli {} PATH...{} [OPTION...]", command.name,
                       command.operand.empty() ? "" : " " + command.operand);
}

std::string helpFor(const Command& command)
{
    std::string text = fmt::format("{}\n\n{}\n", usageOf(command), command.line);
    if (!command.about.empty())
        text += "\n" + command.about + "\n";
    std::vector<Option> options = command.options;
    options.push_back({"help", "", "shows this", {}, "h"});
    std::size_t width = 0;
    for (const Option& option : options)
        width = std::max(width, nameInHelp(option).size());
    text += "\nPATH is a folder of articles (NAME.txt with NAME.ann beside it), or one .ann or\n"
            ".txt file. Nothing is ever written into what is opened.\n\nOptions:\n";
    for (const Option& option : options)
        text += row(nameInHelp(option), aboutInHelp(option), width);
    return text;
}

Exit wrongUsage(const Streams& streams, const std::string& command, const std::string& reason)
{
    const std::string called = command.empty() ? "entente-cli" : "entente-cli " + command;
    streams.err << fmt::format("{}: {}{}\nSee {} --help.\n", called, reason,
                               reason.ends_with('.') ? "" : ".", called);
    return Exit::WrongUsage;
}

} // namespace entente
