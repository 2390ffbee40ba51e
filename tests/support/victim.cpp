// SPDX-License-Identifier: Apache-2.0
#include "tests/support/victim.h"

#include "graph/project/backups.h"
#include "graph/project/editlog.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>

namespace entente
{

namespace
{

const Author analyst{"anna", Uuid{}};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesUnder(const QString& folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         it.hasNext();)
        files << it.next();
    return files;
}

} // namespace

std::int64_t lastNumberIn(const QByteArray& out)
{
    std::int64_t last = 0;
    const QList<QByteArray> lines = out.split('\n'); // The last one may be torn.
    for (qsizetype line = 0; line + 1 < lines.size(); ++line)
        last = std::max<std::int64_t>(last, lines[line].toLongLong());
    return last;
}

Victim::Victim()
{
    if (!QDir().mkpath(file(QStringLiteral("work"))) ||
        !QDir().mkpath(file(QStringLiteral("data"))))
        qFatal("there is no folder to work in");
}

std::filesystem::path Victim::backups() const
{
    return file(QStringLiteral("data/entente/entente/projects")).toStdString();
}

QString Victim::log() const
{
    return QString::fromStdString(Backups(backups(), path().toStdString()).log().string());
}

QProcessEnvironment Victim::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), file(QStringLiteral("data")));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

QByteArray Victim::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

std::int64_t Victim::lastInLog() const
{
    std::int64_t last = 0;
    EditLog(log().toStdString()).forEach([&](int, const auto& logged) {
        last = logged ? logged->number : last;
        return true;
    });
    return last;
}

Victim::Found Victim::open(const std::function<QString(const ProjectFile&)>& compare) const
{
    QElapsedTimer timer;
    timer.start();
    const auto project = ProjectFile::open(path().toStdString(), analyst, backups());
    Found found;
    found.milliseconds = timer.elapsed();
    if (!project) {
        found.wrong = QString::fromStdString(project.error().words);
        return found;
    }
    found.store = project->store();
    found.version = project->version();
    found.wrong = compare(*project);
    for (const std::string& wrong : project->verify())
        found.wrong += QStringLiteral(" verify: ") + QString::fromStdString(wrong);
    found.wrong += wrongLog(*project) + wrongFiles();
    return found;
}

Victim::Found Victim::openAfter(const EditScript& script, std::int64_t base,
                                std::int64_t acknowledged) const
{
    const std::int64_t behind = acknowledged - lastInLog();
    Found found = open([&](const ProjectFile& project) -> QString {
        const std::int64_t version = project.version();
        if (version < acknowledged)
            return QStringLiteral("version %1 was acknowledged, %2 is there")
                .arg(acknowledged)
                .arg(version);
        if (version - base > static_cast<std::int64_t>(script.edits().size()))
            return QStringLiteral("there are more edits than were made");
        const auto done = static_cast<std::size_t>(version - base);
        if (!(project.store() == script.after(done)))
            return QStringLiteral("half of an edit is there");
        return wrongWords(script.erasedBy(done));
    });
    if (behind > 0)
        found.wrong += QStringLiteral(" the second log was %1 lines behind").arg(behind);
    return found;
}

/// No file is left that somebody could take for a project, or that holds what nobody looks after.
QString Victim::wrongFiles() const
{
    const QString kept = QFileInfo(log()).path();
    for (const QString& found : filesUnder(file(QStringLiteral("work")))) {
        if (found != path() && found != path() + QStringLiteral("-journal"))
            return QStringLiteral(" there is a file ") + found;
    }
    for (const Backup& backup : Backups(backups(), path().toStdString()).list()) {
        const auto opened = ProjectFile::open(backup.path, analyst);
        if (!opened || opened->version() != backup.version)
            return QStringLiteral(" a backup is not whole: ") +
                   QString::fromStdString(backup.path.string());
    }
    for (const QString& found : QDir(kept).entryList(QDir::Files | QDir::Hidden)) {
        if (found.startsWith(QLatin1Char('.')))
            return QStringLiteral(" there is a file %1/%2").arg(kept, found);
    }
    return {};
}

/// Each edit of the project, and no other, is in the second log, in its order.
QString Victim::wrongLog(const ProjectFile& project) const
{
    QString wrong;
    std::int64_t next = 1;
    EditLog(log().toStdString()).forEach([&](int line, const auto& logged) {
        const auto known = project.loggedEdit(next);
        if (!logged || !known || lineOf(*logged) != lineOf(*known))
            wrong = QStringLiteral(" line %1 of the second log is not edit %2").arg(line).arg(next);
        ++next;
        return wrong.isEmpty();
    });
    if (wrong.isEmpty() && next != project.version() + 1)
        wrong = QStringLiteral(" the second log ends before edit %1").arg(next);
    return wrong;
}

QString Victim::wrongWords(const std::vector<std::string>& erased) const
{
    if (erased.empty())
        return {};
    for (const QString& found :
         filesUnder(file(QStringLiteral("work"))) + filesUnder(file(QStringLiteral("data")))) {
        const QByteArray bytes = bytesOf(found);
        for (const std::string& word : erased) {
            if (bytes.contains(word.c_str()))
                return QStringLiteral(" “%1” was erased and stands in %2")
                    .arg(QString::fromStdString(word), found);
        }
    }
    return {};
}

} // namespace entente
