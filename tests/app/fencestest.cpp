// SPDX-License-Identifier: Apache-2.0
// The fences between the folders. Include paths alone do not hold them: <QtWidgets/QLabel> compiles
// wherever Qt6::Gui is linked, and <graphviz/gvc.h> anywhere.

#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <optional>
#include <vector>

namespace
{

/// What the files of a folder may include, besides the standard library and small libraries.
struct Fence
{
    QString folder;   ///< The longest that fits a file counts.
    QStringList ours; ///< Folders of the tree.
    QStringList qt;   ///< Modules of Qt.
};

const std::vector<Fence>& fences()
{
    static const QStringList none;
    static const QStringList gui{"QtCore", "QtGui", "QtSvg", "QtConcurrent"};
    static const QStringList background{"QtCore", "QtConcurrent"};
    static const QStringList widgets{"QtCore",       "QtGui",     "QtSvg",
                                     "QtConcurrent", "QtWidgets", "QtPrintSupport"};
    static const std::vector<Fence> all{
        {"graph/", {"graph/"}, none},
        {"ui/text/", {"graph/", "ui/text/"}, {"QtCore"}},
        {"ui/paint/", {"graph/", "ui/text/", "ui/paint/"}, gui},
        {"ui/jobs/", {"graph/", "ui/jobs/"}, background},
        {"ui/", {"graph/", "ui/"}, widgets},
        {"app/entente/", {"graph/", "ui/", "app/entente/"}, widgets},
        {"app/cli/", {"graph/", "ui/text/", "ui/paint/", "ui/jobs/", "app/cli/"}, gui},
        {"app/allocator/", {"app/allocator/"}, none},
        {"app/layout/", {"graph/", "app/layout/"}, none},
    };
    return all;
}

const Fence* fenceOf(const QString& file)
{
    const Fence* best = nullptr;
    for (const Fence& fence : fences()) {
        if (file.startsWith(fence.folder) && (!best || fence.folder.size() > best->folder.size()))
            best = &fence;
    }
    return best;
}

/// The module of Qt that a header belongs to, however it is written: "QLabel", "qlabel.h",
/// "QtWidgets/QLabel", "QtWidgets". Empty: it is not Qt's.
QString qtModuleOf(const QString& header)
{
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::LibraryLocation::HeadersPath));
    static const QStringList modules =
        headers.entryList({"Qt*"}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    static const QRegularExpression spelledOut(R"((?:^|/)(Qt[A-Z]\w*)(?:/|$))");
    if (const auto match = spelledOut.match(header);
        match.hasMatch() && (header.contains('/') || modules.contains(header)))
        return match.captured(1);
    for (const QString& module : modules) {
        if (QFile::exists(headers.filePath(module + "/" + header)))
            return module;
    }
    // A module that is not installed here is Qt all the same.
    static const QRegularExpression looksLikeQt("^Q[A-Z]\\w*$");
    return looksLikeQt.match(header).hasMatch() ? QString("Qt") : QString();
}

bool isGraphviz(const QString& header)
{
    static const QRegularExpression names(
        R"(^(.*/)?(graphviz/.*|gv[a-z_]*\.h|cgraph\.h|cdt\.h|xdot\.h|pathplan\.h|pack\.h)$)");
    return names.match(header).hasMatch();
}

/// What a line of source includes; nothing when it is no include.
std::optional<QString> includeOf(const QString& line)
{
    static const QRegularExpression directive(
        R"(^\s*#\s*(?:include|include_next|import)\b\s*(.*?)\s*(?://.*)?$)");
    const auto match = directive.match(line);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

/// Why a file must not include this; empty: it may.
QString offence(const QString& file, const QString& included)
{
    const Fence* fence = fenceOf(file);
    if (!fence)
        return "the folder has no fence; give it one in this test";
    const bool quoted = included.startsWith('"');
    if (!quoted && !included.startsWith('<'))
        return "an include must be written out, to be seen here";
    const QString header = included.mid(1, included.size() - 2);
    if (isGraphviz(header)) {
        return file.startsWith("graph/layout/graphviz.")
                   ? QString()
                   : "only graph/layout/graphviz.* knows Graphviz";
    }
    if (const QString module = qtModuleOf(header); !module.isEmpty())
        return fence->qt.contains(module) ? QString() : fence->folder + " must not know " + module;
    static const QRegularExpression ofTheTree("^(graph|ui|app|tests)/");
    if (!ofTheTree.match(header).hasMatch()) {
        const bool generated = header.endsWith(".moc");
        return quoted && !generated ? "include from the root of the tree: \"graph/…\"" : QString();
    }
    for (const QString& folder : fence->ours) {
        if (header.startsWith(folder))
            return {};
    }
    return fence->folder + " must not know " + header.section('/', 0, -2) + "/";
}

QDir tree() { return {ENTENTE_SOURCE_DIR}; }

/// Paths from the root of the tree, of the files of ours with these names.
QStringList filesIn(const QStringList& folders, const QStringList& names)
{
    QStringList files;
    for (const QString& folder : folders) {
        QDirIterator walk(tree().filePath(folder), names, QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            files << tree().relativeFilePath(walk.next());
    }
    files.sort();
    return files;
}

QStringList linesOf(const QString& file)
{
    QFile opened(tree().filePath(file));
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file));
    QStringList lines = QString::fromUtf8(opened.readAll()).split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

const QStringList sources{"*.h", "*.cpp"};
const QStringList everythingWritten{"*.h",  "*.cpp",  "CMakeLists.txt", "*.cmake",
                                    "*.sh", "*.svg",  "*.xml",          "*.desktop",
                                    "run",  "*.supp", "*.qrc",          "packages.txt"};

} // namespace

class FencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFolderIncludesWhatItMustNotKnow();
    void aForbiddenIncludeIsFound_data();
    void aForbiddenIncludeIsFound();
    void anIncludeIsSeenHoweverItIsWritten();
    void everyFileNamesItsLicence();
    void noSourceFileIsTooLongToRead();
    void aNameIsOneTypeInAllHeaders();
};

/// Two types of one name are a violation of the one definition rule, which no compiler tells: the
/// linker takes the functions of one of them for both.
void FencesTest::aNameIsOneTypeInAllHeaders()
{
    static const QRegularExpression definition(
        R"(^(?:struct|class|enum class) (\w+)(?: final)?(?: ?: [^;]*)?$)");
    std::map<QString, QString> headers; // by name
    QStringList twice;
    for (const QString& file : filesIn({"graph", "ui", "app"}, {"*.h"})) {
        for (const QString& line : linesOf(file)) {
            const auto match = definition.match(line);
            if (!match.hasMatch())
                continue;
            const auto [known, isNew] = headers.emplace(match.captured(1), file);
            if (!isNew && known->second != file)
                twice << match.captured(1) + " in " + known->second + " and " + file;
        }
    }
    QVERIFY(headers.size() > 200);
    QVERIFY2(twice.isEmpty(), qPrintable("\n" + twice.join('\n')));
}

void FencesTest::noFolderIncludesWhatItMustNotKnow()
{
    const QStringList files = filesIn({"graph", "ui", "app"}, sources);
    QVERIFY2(files.size() > 20, "hardly any sources: this test looks in the wrong place");
    QStringList offences;
    for (const QString& file : files) {
        const QStringList lines = linesOf(file);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const std::optional<QString> included = includeOf(lines[i]);
            if (!included)
                continue;
            if (const QString reason = offence(file, *included); !reason.isEmpty())
                offences << QString("%1:%2: %3: %4").arg(file).arg(i + 1).arg(*included, reason);
        }
    }
    QVERIFY2(offences.isEmpty(), qPrintable("\n" + offences.join('\n')));
}

void FencesTest::aForbiddenIncludeIsFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("included");
    QTest::addColumn<bool>("allowed");

    const auto row = [](const char* file, const char* included, bool allowed) {
        QTest::addRow("%s in %s", included, file)
            << QString(file) << QString::fromUtf8(included) << allowed;
    };
    row("graph/model/store.cpp", "<map>", true);
    row("graph/model/graph.h", "<boost/graph/adjacency_list.hpp>", true);
    row("graph/model/store.cpp", "\"graph/model/store.h\"", true);
    row("graph/model/store.cpp", "<QString>", false);
    row("graph/model/store.cpp", "<qstring.h>", false);
    row("graph/model/store.cpp", "<QtCore/QString>", false);
    row("graph/model/store.cpp", "\"ui/text/qtext.h\"", false);
    row("graph/model/store.cpp", "\"store.h\"", false);
    row("graph/model/store.cpp", "\"../../ui/text/qtext.h\"", false);
    row("graph/layout/codec.cpp", "<graphviz/gvc.h>", false);
    row("graph/layout/codec.cpp", "<cgraph.h>", false);
    row("graph/layout/graphviz.cpp", "<gvc.h>", true);
    row("graph/layout/graphviz.cpp", "<QProcess>", false);
    row("ui/paint/painter.cpp", "<QPainter>", true);
    row("ui/paint/painter.cpp", "<QSvgRenderer>", true);
    row("ui/paint/backbuffer.cpp", "<QtConcurrentRun>", true);
    row("ui/paint/painter.cpp", "<QLabel>", false);
    row("ui/paint/painter.cpp", "<QtWidgets/QLabel>", false);
    row("ui/paint/painter.cpp", "<QtWidgets>", false);
    row("ui/paint/painter.cpp", "\"ui/canvas/graphcanvas.h\"", false);
    row("ui/text/qtext.h", "<QWidget>", false);
    row("ui/jobs/layoutclient.cpp", "<QProcess>", true);
    row("ui/jobs/layoutclient.cpp", "<QtConcurrentRun>", true);
    row("ui/jobs/layoutclient.cpp", "<QColor>", false);
    row("ui/jobs/layoutclient.cpp", "<QApplication>", false);
    row("ui/jobs/layoutclient.cpp", "\"ui/paint/style.h\"", false);
    row("ui/canvas/graphcanvas.cpp", "<QWidget>", true);
    row("ui/canvas/graphcanvas.cpp", "<graphviz/gvc.h>", false);
    row("ui/canvas/graphcanvas.cpp", "\"app/cli/command.h\"", false);
    row("ui/canvas/graphcanvas.cpp", "<QNetworkAccessManager>", false);
    row("app/cli/main.cpp", "\"ui/paint/exporter.h\"", true);
    row("app/cli/main.cpp", "<QApplication>", false);
    row("app/cli/main.cpp", "\"app/entente/main.h\"", false);
    row("app/entente/main.cpp", "\"ui/mainwindow/mainwindow.h\"", true);
    row("app/entente/main.cpp", "\"app/layout/limits.h\"", false);
    row("app/layout/main.cpp", "\"graph/layout/arrange.h\"", true);
    row("app/layout/main.cpp", "<QCoreApplication>", false);
    row("app/layout/main.cpp", "<gvc.h>", false);
    row("app/other/main.cpp", "<map>", false);
    row("graph/model/store.cpp", "HEADER_OF_SOMETHING", false);
}

void FencesTest::aForbiddenIncludeIsFound()
{
    QFETCH(const QString, file);
    QFETCH(const QString, included);
    QFETCH(const bool, allowed);
    QCOMPARE(offence(file, included).isEmpty(), allowed);
}

void FencesTest::anIncludeIsSeenHoweverItIsWritten()
{
    QCOMPARE(includeOf("#include <QLabel>").value_or(""), QString("<QLabel>"));
    QCOMPARE(includeOf("  #  include\"a.h\" // why").value_or(""), QString("\"a.h\""));
    QCOMPARE(includeOf("#import <gvc.h>").value_or(""), QString("<gvc.h>"));
    QCOMPARE(includeOf("#include HEADER").value_or(""), QString("HEADER"));
    QVERIFY(!includeOf("// #include <QLabel>"));
    QVERIFY(!includeOf("#if __has_include(<QLabel>)"));
}

void FencesTest::everyFileNamesItsLicence()
{
    QStringList without;
    for (const QString& file :
         filesIn({"app", "graph", "ui", "tests", "resources/icons", "resources/desktop", ".ci"},
                 everythingWritten) +
             QStringList{"CMakeLists.txt", "resources/CMakeLists.txt"}) {
        if (file.startsWith("tests/data/"))
            continue; // Input as others write it.
        const QStringList lines = linesOf(file);
        if (!lines.mid(0, 2).join('\n').contains("SPDX-License-Identifier: Apache-2.0"))
            without << file;
    }
    QVERIFY2(without.isEmpty(), qPrintable("no SPDX line in\n" + without.join('\n')));
}

void FencesTest::noSourceFileIsTooLongToRead()
{
    constexpr qsizetype mostLines = 600;
    QStringList tooLong;
    for (const QString& file : filesIn({"app", "graph", "ui", "tests"}, everythingWritten)) {
        if (const qsizetype lines = linesOf(file).size();
            lines > mostLines && !file.startsWith("tests/data/"))
            tooLong << QString("%1: %2 lines").arg(file).arg(lines);
    }
    QVERIFY2(tooLong.isEmpty(), qPrintable("over 600 lines:\n" + tooLong.join('\n')));
}

QTEST_GUILESS_MAIN(FencesTest)
#include "fencestest.moc"
