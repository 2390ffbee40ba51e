// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QHashSeed>

#include <clocale>
#include <csignal>
#include <exception>
#include <iostream>

#include <poll.h>
#include <unistd.h>

namespace
{

/// What is computed must not depend on the user's language; Qt takes its locale from here too.
void fixLocale()
{
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("LANG", "C.UTF-8");
    qunsetenv("LANGUAGE");
}

/// On a server without a session Qt complains that it has no place for sockets, of which there are
/// none; all else that it has to say is passed on.
void passOn(QtMsgType, const QMessageLogContext&, const QString& message)
{
    if (!message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR")))
        std::cerr << "entente-cli: " << message.toStdString() << '\n';
}

bool readerIsGone()
{
    pollfd standardOutput{STDOUT_FILENO, 0, 0};
    return ::poll(&standardOutput, 1, 0) > 0 && (standardOutput.revents & POLLERR) != 0;
}

} // namespace

int main(int count, char** words)
{
    QHashSeed::setDeterministicGlobalSeed();
    fixLocale();
    qInstallMessageHandler(passOn);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // A reader that goes away ("| head") or a limit on file sizes shall be noticed, not the end.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);

    const std::vector<std::string> arguments(words + 1, words + count);
    try {
        return static_cast<int>(
            entente::runCli(arguments, {.out = std::cout,
                                        .err = std::cerr,
                                        .errIsTerminal = ::isatty(STDERR_FILENO) == 1,
                                        .readerIsGone = readerIsGone}));
    } catch (const std::exception& error) {
        std::cerr << "entente-cli: this should not have happened: " << error.what() << '\n';
        return static_cast<int>(entente::Exit::NotDone);
    }
}
