// SPDX-License-Identifier: Apache-2.0
#include "ui/text/translations.h"

#include "graph/base/resourcefolder.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStringList>
#include <QTranslator>

#include <memory>

namespace entente
{

namespace
{

/// With the resources when installed; in the tree, where the build puts them, beside the folder of
/// the programs.
QStringList ourFolders()
{
    return {QString::fromStdString((resourceFolder() / "translations").string()),
            QCoreApplication::applicationDirPath() + QStringLiteral("/../translations")};
}

void install(const QString& name, const QLocale& locale, const QStringList& folders)
{
    for (const QString& folder : folders) {
        auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
        if (!translator->load(locale, name, QStringLiteral("_"), folder))
            continue;
        QCoreApplication::installTranslator(translator.release());
        return;
    }
}

} // namespace

void installTranslations(const QLocale& locale)
{
    install(QStringLiteral("qtbase"), locale, {QLibraryInfo::path(QLibraryInfo::TranslationsPath)});
    // The last one is asked first, so English answers for what the other does not know.
    install(QStringLiteral("entente"), QLocale(QLocale::English), ourFolders());
    if (locale.language() != QLocale::English)
        install(QStringLiteral("entente"), locale, ourFolders());
}

} // namespace entente
