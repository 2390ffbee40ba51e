// SPDX-License-Identifier: Apache-2.0
#include "ui/text/translations.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace entente;

namespace
{

QString actors(int count)
{
    return QCoreApplication::translate("entente::StatusLine", "%Ln actor(s)", nullptr, count);
}

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The strings in the sources that speak of a number of things.
QStringList plurals()
{
    static const QRegularExpression plural(QStringLiteral(R"re("([^"\n]*%L?n[^"\n]*)")re"));
    QStringList all;
    for (const char* folder : {"/ui", "/app"}) {
        QDirIterator walk(QStringLiteral(ENTENTE_SOURCE_DIR) + QLatin1String(folder),
                          {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            auto match = plural.globalMatch(contents(walk.next()));
            while (match.hasNext())
                all += match.next().captured(1);
        }
    }
    return all;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void englishHasItsPlurals()
    {
        QCOMPARE(actors(2), QStringLiteral("2 actor(s)"));
        installTranslations(QLocale(QLocale::English));
        QCOMPARE(actors(1), QStringLiteral("1 actor"));
        QCOMPARE(actors(0), QStringLiteral("0 actors"));
        QCOMPARE(actors(12000), QStringLiteral("12,000 actors"));
    }

    void whereThereIsNoTranslationItIsEnglish()
    {
        installTranslations(QLocale(QStringLiteral("eo")));
        QCOMPARE(actors(1), QStringLiteral("1 actor"));
    }

    void everyPluralOfTheSourcesHasItsEnglish()
    {
        const QString english = contents(QStringLiteral(ENTENTE_SOURCE_DIR) +
                                         QStringLiteral("/resources/translations/entente_en.ts"));
        const QStringList all = plurals();
        QVERIFY(all.size() > 5);
        for (const QString& words : all)
            QVERIFY2(english.contains(QStringLiteral("<source>") + words.toHtmlEscaped() +
                                      QStringLiteral("</source>")),
                     qPrintable(words));
        QVERIFY(!english.contains(QStringLiteral("unfinished")));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translationstest.moc"
