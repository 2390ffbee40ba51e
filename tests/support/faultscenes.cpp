// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faultscenes.h"

#include "graph/project/backups.h"
#include "graph/project/editjson.h"
#include "graph/project/editlog.h"
#include "graph/project/projectfile.h"

#include <QDir>
#include <QFile>

#include <optional>
#include <set>

namespace entente
{

namespace
{

const Author analyst{"anna", Uuid{}};

std::filesystem::path fsPath(const QString& path) { return path.toStdString(); }

ChangeEntity renamed(EntityId id, const std::string& name)
{
    ChangeEntity change{id, {}};
    change.fields.name = name;
    return change;
}

/// Small and large rows, one row and many, some gone and back again.
std::vector<Edit> someEdits(const Store& store)
{
    const ArticleRecords& records = store.records(store.articles().front());
    const EntityId one = records.entities.front().id;
    const EntityId other = records.entities.back().id;
    ChangeClaim reject{records.claims.front().id, {}};
    reject.fields.rejected = true;
    return {
        renamed(one, "Choe the envoy"),
        PutView{{ViewId(Uuid{1, 1}), "Moscow", std::string(9000, 's')}},
        Together{{reject, PlaceNodes{{{nodeId(one), Point{1, 2}}, {nodeId(other), Point{3, 4}}}},
                  JudgeEntities{one, other, Sameness::Apart}}},
        SettleMatter{"no-date:" + one.text(), "Nobody says when."}, // Makes a table.
        RemoveArticle{records.article.id},
        RemoveView{ViewId(Uuid{1, 1})},
    };
}

/// What the program is asked to do with what a folder holds.
Scene sceneOf(const FolderContent& before, const QStringList& arguments)
{
    Scene scene;
    scene.before = before;
    scene.program = QStringLiteral(ENTENTE_CLI);
    scene.arguments = arguments;
    return scene;
}

} // namespace

QString FaultScenes::makeReady()
{
    if (!QDir().mkpath(articles()))
        return articles();
    takeArticle(QStringLiteral("lavrov-in-pyongyang"));
    m_begun = contentAfter(importing());
    takeArticle(QStringLiteral("pompeo-trip-off"));
    m_imported = contentAfter(importing());
    if (QString wrong = workOut(); !wrong.isEmpty())
        return wrong;

    QFile older(QStringLiteral(ENTENTE_SOURCE_DIR "/tests/graph/projects/form1.entente"));
    if (!older.open(QIODevice::ReadOnly))
        return older.errorString();
    m_older = older.readAll();
    m_edited = contentAfter(editing());
    m_forBrat = contentAfter(exportingForBrat());
    m_withPicture = contentAfter(exportingAPicture());
    m_withDossier = contentAfter(exportingADossier());
    return {};
}

/// From the sample.
void FaultScenes::takeArticle(const QString& name) const
{
    const QDir sample(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample/2018"));
    for (const QString& file : sample.entryList({name + QStringLiteral(".*")})) {
        if (!QFile::copy(sample.filePath(file), articles() + QLatin1Char('/') + file))
            qFatal("%s was not copied", qPrintable(file));
    }
}

/// What the project with all articles holds after each edit.
QString FaultScenes::workOut()
{
    prepare(m_imported);
    const auto opened = ProjectFile::open(fsPath(project()), analyst);
    if (!opened || opened->store().articles().size() != 2)
        return QStringLiteral("two articles were not imported");
    m_firstVersion = opened->version();
    m_states = {opened->store()};
    m_edits = someEdits(opened->store());
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        Store next = m_states.back();
        const auto applied = next.apply(m_edits[i]);
        if (!applied)
            return QString::fromStdString(applied.error());
        if (std::holds_alternative<RemoveArticle>(m_edits[i]))
            m_edits.push_back(applied->inverse);
        m_states.push_back(next);
    }
    return {};
}

std::filesystem::path FaultScenes::backups() const
{
    return fsPath(m_fails.data() + QStringLiteral("/entente/entente/projects"));
}

FolderContent FaultScenes::contentAfter(const Scene& scene) const
{
    prepare(scene.before);
    const Outcome outcome = run(scene);
    if (outcome.exit != 0)
        qFatal("%s", outcome.err.constData());
    return content();
}

/// Opens a project as it was left, with nothing that fails.
QString FaultScenes::wrongProject(const QString& path,
                                  const std::function<QString(const ProjectFile&)>& compare) const
{
    const auto opened = ProjectFile::open(fsPath(path), analyst, backups());
    if (!opened)
        return QString::fromStdString(opened.error().words);
    for (const std::string& wrong : opened->verify())
        return QString::fromStdString(wrong);
    if (QString wrong = wrongLog(*opened); !wrong.isEmpty())
        return wrong;
    return compare(*opened);
}

/// Every edit that is in the project is in the second log as well.
QString FaultScenes::wrongLog(const ProjectFile& opened) const
{
    std::set<std::string> lines;
    EditLog(Backups(backups(), opened.path()).log()).forEach([&](int, const auto& logged) {
        if (logged)
            lines.insert(lineOf(*logged));
        return true;
    });
    for (std::int64_t number = 1; number <= opened.version(); ++number) {
        if (const auto known = opened.loggedEdit(number); !known || !lines.contains(lineOf(*known)))
            return QStringLiteral("edit %1 is not in the second log").arg(number);
    }
    return {};
}

Scene FaultScenes::editing() const
{
    Scene scene = sceneOf(m_imported, {QStringLiteral("edit"), project()});
    for (const Edit& edit : m_edits)
        scene.input += QByteArray::fromStdString(toJson(edit)) + '\n';
    scene.wrong = [this](const Outcome& outcome) { return wrongEdits(outcome); };
    return scene;
}

QString FaultScenes::wrongEdits(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    std::int64_t acknowledged = m_firstVersion;
    for (const QByteArray& line : outcome.out.split('\n')) {
        if (!line.isEmpty() && line.toLongLong() != ++acknowledged)
            return QStringLiteral("it skipped a version");
    }
    if (outcome.exit == 0 && acknowledged != m_firstVersion + std::int64_t(m_edits.size()))
        return QStringLiteral("it did not say that it had not done all");
    return wrongProject(project(), [&](const ProjectFile& opened) -> QString {
        if (opened.version() < acknowledged || opened.version() > acknowledged + 1)
            return QStringLiteral("version %1 was acknowledged, %2 is there")
                .arg(acknowledged)
                .arg(opened.version());
        const auto& state =
            m_states.at(static_cast<std::size_t>(opened.version() - m_firstVersion));
        return opened.store() == state ? QString() : QStringLiteral("half of an edit is there");
    });
}

Scene FaultScenes::editingWithoutLog() const
{
    Scene scene = editing();
    scene.part = m_fails.data();
    scene.wrong = [this](const Outcome& outcome) { return wrongEditsWithoutLog(outcome); };
    return scene;
}

QString FaultScenes::wrongEditsWithoutLog(const Outcome& outcome) const
{
    if (outcome.exit != 0 || outcome.out.count('\n') != qsizetype(m_edits.size()))
        return QStringLiteral("an edit failed");
    std::int64_t last = 0;
    EditLog(Backups(backups(), fsPath(project())).log()).forEach([&](int, const auto& logged) {
        last = logged ? logged->number : last;
        return true;
    });
    if (last != m_firstVersion + std::int64_t(m_edits.size()) && outcome.err.isEmpty())
        return QStringLiteral("it did not tell that the second log ends at %1").arg(last);
    return wrongEdits(outcome);
}

Scene FaultScenes::erasing()
{
    const ArticleId erased = m_states.front().articles().front();
    m_erased = QByteArray::fromStdString(m_states.front().article(erased)->title);
    Scene scene = sceneOf(m_imported, {QStringLiteral("edit"), project()});
    scene.input = QByteArray::fromStdString(toJson(EraseArticle{erased})) + '\n';
    scene.wrong = [this](const Outcome& outcome) { return wrongErasure(outcome); };
    return scene;
}

/// As soon as it is gone from the project it is to be gone from all else, once that is opened.
QString FaultScenes::wrongErasure(const Outcome& outcome) const
{
    bool isErased = false;
    QString wrong = wrongProject(project(), [&](const ProjectFile& opened) {
        isErased = opened.store().articles().size() == 1;
        return QString::fromStdString(opened.backupTrouble());
    });
    if (!wrong.isEmpty())
        return wrong;
    if (!isErased)
        return outcome.out.isEmpty() ? QString() : QStringLiteral("it is there again");
    for (const auto& [name, bytes] : content()) {
        if (bytes.contains(m_erased))
            return QStringLiteral("its words stand in %1").arg(name);
    }
    return {};
}

Scene FaultScenes::importing(const FolderContent& before) const
{
    Scene scene =
        sceneOf(before, {QStringLiteral("import"), articles(), QStringLiteral("-o"), project()});
    scene.wrong = [this, again = scene](const Outcome& outcome) {
        return wrongImport(again, outcome);
    };
    return scene;
}

/// @param again the import that failed, to be done again.
QString FaultScenes::wrongImport(const Scene& again, const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    if (!QFile::exists(project()) && (outcome.exit == 0 || !again.before.empty()))
        return QStringLiteral("there is no project");
    if (QFile::exists(project())) {
        QString wrong = wrongProject(project(), [&](const ProjectFile& opened) -> QString {
            return again.before.empty() || !opened.store().articles().empty()
                       ? QString()
                       : QStringLiteral("what was there is gone");
        });
        if (!wrong.isEmpty())
            return wrong;
    }
    if (outcome.exit != 0) {
        const Outcome second = run(again);
        if (second.exit != 0)
            return QStringLiteral("it cannot be done again: ") + QString::fromUtf8(second.err);
    }
    return wrongProject(project(), [&](const ProjectFile& opened) -> QString {
        if (!(opened.store() == m_states.front()))
            return QStringLiteral("it does not hold what was imported");
        for (const ArticleId id : opened.store().articles()) {
            if (!opened.store().article(id)->annotation)
                return QStringLiteral("it does not hold the annotation's bytes");
        }
        return {};
    });
}

Scene FaultScenes::backingUp() const
{
    Scene scene =
        sceneOf(m_imported, {QStringLiteral("backup"), project(), QStringLiteral("-o"), copy()});
    scene.wrong = [this](const Outcome& outcome) { return wrongBackup(outcome); };
    return scene;
}

QString FaultScenes::wrongBackup(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    if (content()[QStringLiteral("p.entente")] != m_imported.at(QStringLiteral("p.entente")))
        return QStringLiteral("the project was changed");
    if (!QFile::exists(copy()))
        return outcome.exit == 0 ? QStringLiteral("there is no copy") : QString();
    return wrongProject(copy(), [&](const ProjectFile& opened) -> QString {
        return opened.store() == m_states.front() ? QString()
                                                  : QStringLiteral("the copy is another project");
    });
}

Scene FaultScenes::savingAs() const
{
    Scene scene = sceneOf(m_imported, {project(), copy()});
    scene.program = QStringLiteral(ENTENTE_SAVE_AS);
    scene.before[QStringLiteral("copy.entente")] = m_begun.at(QStringLiteral("p.entente"));
    scene.wrong = [this](const Outcome& outcome) { return wrongSaveAs(outcome); };
    return scene;
}

QString FaultScenes::wrongSaveAs(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    FolderContent left = content();
    if (left[QStringLiteral("p.entente")] != m_imported.at(QStringLiteral("p.entente")))
        return QStringLiteral("the project was changed");
    if (left[QStringLiteral("copy.entente")] == m_begun.at(QStringLiteral("p.entente")))
        return outcome.exit == 0 ? QStringLiteral("the old file is still there") : QString();
    return wrongProject(copy(), [&](const ProjectFile& opened) -> QString {
        return opened.store() == m_states.front() ? QString()
                                                  : QStringLiteral("the copy is another project");
    });
}

Scene FaultScenes::backingUpAmongOthers() const
{
    Scene scene = sceneOf(m_imported, {QStringLiteral("backup"), project()});
    scene.wrong = [this](const Outcome& outcome) { return wrongBackups(outcome); };
    return scene;
}

QString FaultScenes::wrongBackups(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    FolderContent left = content();
    for (const auto& [name, bytes] : m_imported) {
        if (name.endsWith(QStringLiteral(".entente")) && left[name] != bytes)
            return QStringLiteral("%1 was changed").arg(name);
    }
    if (outcome.exit == 0 && !QFile::exists(QString::fromUtf8(outcome.out.trimmed())))
        return QStringLiteral("the backup that it names is not there");
    for (const Backup& backup : Backups(backups(), fsPath(project())).list()) {
        const auto opened = ProjectFile::open(backup.path, analyst);
        if (!opened || !opened->verify().empty())
            return QStringLiteral("a backup is not whole");
    }
    return wrongProject(project(), [](const ProjectFile&) { return QString(); });
}

Scene FaultScenes::openingAnOlderForm() const
{
    Scene scene =
        sceneOf({{QStringLiteral("p.entente"), m_older}}, {QStringLiteral("edit"), project()});
    scene.wrong = [this](const Outcome& outcome) { return wrongMigration(outcome); };
    return scene;
}

QString FaultScenes::wrongMigration(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    return wrongProject(project(), [&](const ProjectFile& opened) -> QString {
        const Store& store = opened.store();
        return opened.version() == 4 && store.articles().size() == 2 &&
                       store.placements().size() == 1
                   ? QString()
                   : QStringLiteral("something of it is lost");
    });
}

Scene FaultScenes::recovering() const
{
    Scene scene =
        sceneOf(m_imported, {QStringLiteral("recover"), project(), QStringLiteral("-o"), copy()});
    scene.before[QStringLiteral("p.entente")] = "damaged";
    scene.wrong = [this](const Outcome& outcome) { return wrongRecovery(outcome); };
    return scene;
}

QString FaultScenes::wrongRecovery(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    FolderContent left = content();
    for (const auto& [name, bytes] : m_imported) {
        if (left[name] != (name == QStringLiteral("p.entente") ? QByteArray("damaged") : bytes))
            return QStringLiteral("%1 was changed").arg(name);
    }
    if (!QFile::exists(copy()))
        return outcome.exit == 0 ? QStringLiteral("there is no project") : QString();
    return wrongProject(copy(), [&](const ProjectFile& opened) -> QString {
        if (opened.store() == m_states.front())
            return {};
        return outcome.exit == 0 ? QStringLiteral("it is another project, and that was not said")
                                 : QString();
    });
}

/// Into a folder with files of these names that are others, and without one of them.
Scene FaultScenes::exportingForBrat() const
{
    const QString folder = QStringLiteral("brat/");
    Scene scene =
        sceneOf(m_edited, {QStringLiteral("export-brat"), project(), QStringLiteral("-o"),
                           m_folder.filePath(QStringLiteral("brat")), QStringLiteral("--force")});
    for (const auto& [name, bytes] : m_forBrat) {
        if (name.startsWith(folder) && name != folder + QStringLiteral("entente.jsonl"))
            scene.before[name] = "what was there before";
    }
    scene.wrong = [this, old = scene.before](const Outcome& outcome) {
        return wrongExport(content(), old, m_forBrat, outcome);
    };
    return scene;
}

Scene FaultScenes::exportingAPicture() const
{
    const QString picture = QStringLiteral("picture.svg");
    Scene scene = sceneOf(m_edited, {QStringLiteral("export"), project(), QStringLiteral("-o"),
                                     m_folder.filePath(picture)});
    scene.before[picture] = "what was there before";
    scene.wrong = [this, old = scene.before](const Outcome& outcome) {
        return wrongExport(content(), old, m_withPicture, outcome);
    };
    return scene;
}

/// Both are new, or both are old. What is left of a name of its own, when a file cannot even be
/// deleted, is in nobody's way.
Scene FaultScenes::exportingADossier(bool canBeTakenBack) const
{
    const QString text = QStringLiteral("dossier.md");
    const QString picture = QStringLiteral("dossier.svg");
    Scene scene = sceneOf(m_edited, {QStringLiteral("dossier"), project(), QStringLiteral("-o"),
                                     m_folder.filePath(text)});
    scene.before[text] = "![what was there before](<dossier.svg>)";
    scene.before[picture] = "and its picture";
    scene.wrong = [this, old = scene.before, text, picture,
                   canBeTakenBack](const Outcome& outcome) -> QString {
        if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
            return wrong;
        if (outcome.exit != 0 && !outcome.err.contains("entente-cli dossier"))
            return QStringLiteral("it did not say why");
        const FolderContent left = content();
        const auto is = [&](const QString& name, const FolderContent& then) {
            return left.contains(name) && left.at(name) == then.at(name);
        };
        const bool areNew = is(text, m_withDossier) && is(picture, m_withDossier);
        const bool areOld = is(text, old) && is(picture, old);
        const bool areWhole = (is(text, old) || is(text, m_withDossier)) &&
                              (is(picture, old) || is(picture, m_withDossier));
        if (outcome.exit == 0 ? areNew : areOld || (areWhole && !canBeTakenBack))
            return {};
        return QStringLiteral("what is there are not two files that belong together");
    };
    return scene;
}

/// Each file is as it was or as it is wanted, all of them where nothing failed.
QString FaultScenes::wrongExport(const FolderContent& left, const FolderContent& old,
                                 const FolderContent& wanted, const Outcome& outcome)
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    // What brat cannot hold is told, too, and is no reason.
    if (outcome.exit != 0 && !outcome.err.contains("entente-cli export"))
        return QStringLiteral("it did not say why");
    const auto fileIn = [](const FolderContent& one, const QString& name) {
        const auto file = one.find(name);
        return file == one.end() ? std::optional<QByteArray>() : file->second;
    };
    for (const auto& [name, bytes] : wanted) {
        const auto file = fileIn(left, name);
        if (file == bytes)
            continue;
        if (file != fileIn(old, name))
            return QStringLiteral("%1 is neither what it was nor what it was to be").arg(name);
        if (outcome.exit == 0)
            return QStringLiteral("%1 was not written, and that was not said").arg(name);
    }
    return {};
}

} // namespace entente
