// SPDX-License-Identifier: Apache-2.0
#include "app/entente/screenshot.h"
#include "ui/mainwindow.h"
#include "ui/text/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QHashSeed>
#include <QIcon>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

#include <clocale>
#include <optional>

namespace
{

using namespace entente;

struct Options
{
    QStringList paths;
    QString screenshot, select;
    std::optional<ThemeChoice> theme;
    QSize size;
};

int refuse(const QString& what)
{
    QTextStream(stderr) << what << Qt::endl;
    return 2;
}

/// @returns nothing, after saying why, when the arguments make no sense.
std::optional<Options> read(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::tr("Entente shows who met whom, and the words that say so."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("PATH"),
                                 QApplication::tr("Folders or articles to open."),
                                 QStringLiteral("[PATH…]"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        QApplication::tr("Write the window as PNG and quit."),
                                        QStringLiteral("FILE"));
    const QCommandLineOption select(QStringLiteral("select"),
                                    QApplication::tr("Select an actor or meeting first."),
                                    QStringLiteral("NAME"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QApplication::tr("system, light or dark, this time only."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption size(QStringLiteral("size"),
                                  QApplication::tr("Size of the window, such as 1600x1000."),
                                  QStringLiteral("WxH"));
    parser.addOptions({screenshot, select, theme, size});
    parser.process(application);

    Options options{.paths = parser.positionalArguments(),
                    .screenshot = parser.value(screenshot),
                    .select = parser.value(select),
                    .theme = {},
                    .size = {}};
    if (parser.isSet(theme)) {
        options.theme = parseThemeChoice(parser.value(theme));
        if (nameOf(*options.theme) != parser.value(theme)) {
            refuse(QApplication::tr("There is no theme “%1”.").arg(parser.value(theme)));
            return {};
        }
    }
    if (parser.isSet(size)) {
        const QStringList parts = parser.value(size).split(QLatin1Char('x'));
        options.size = {parts.value(0).toInt(), parts.value(1).toInt()};
        if (parts.size() != 2 || options.size.isEmpty()) {
            refuse(QApplication::tr("“%1” is no size such as 1600x1000.").arg(parser.value(size)));
            return {};
        }
    }
    return options;
}

/// Qt would end with a message that speaks of reinstalling.
bool hasScreen()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

int main(int argc, char* argv[])
{
    if (!hasScreen()) {
        QTextStream(stderr) << "entente: there is no display to open a window on. entente-cli does "
                               "the same work without one.\n";
        return 1;
    }
    // The same input gives the same pictures, byte for byte, in every process.
    QHashSeed::setDeterministicGlobalSeed();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("entente"));
    QApplication::setOrganizationName(QStringLiteral("entente"));
    QApplication::setApplicationDisplayName(QStringLiteral("Entente"));
    QApplication::setApplicationVersion(QStringLiteral(ENTENTE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("entente"));
    // QApplication has taken the desktop's locale for its words; what is computed must not depend
    // on it.
    (void)std::setlocale(LC_ALL, "C.UTF-8");
    // Qt's own words and ours, in the desktop's language where there is a translation.
    installTranslations(QLocale());

    const std::optional<Options> options = read(application);
    if (!options)
        return 2;
    // A picture for a manual is neither shaped by this user's settings nor changes them.
    const QTemporaryDir noSettings;
    if (!options->screenshot.isEmpty()) {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, noSettings.path());
    }

    MainWindow window;
    if (options->theme)
        window.lookLike(*options->theme);
    if (!options->size.isEmpty())
        window.resize(options->size);
    window.open(options->paths);
    window.show();
    std::optional<Screenshot> screenshot;
    if (!options->screenshot.isEmpty())
        screenshot.emplace(window, options->screenshot, options->select);
    else if (!options->select.isEmpty())
        return refuse(QApplication::tr("--select goes with --screenshot."));
    return QApplication::exec();
}
