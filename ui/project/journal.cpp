// SPDX-License-Identifier: Apache-2.0
#include "ui/project/journal.h"

#include "graph/base/writefile.h"
#include "graph/model/making.h"
#include "graph/project/backups.h"
#include "ui/jobs/authorsettings.h"
#include "ui/jobs/backupsettings.h"
#include "ui/paint/writefailure.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>
#include <deque>
#include <utility>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

QString wordsOf(const ProjectTrouble& trouble) { return toQString(trouble.words); }

} // namespace

/// The file, and the edits that it has not taken. Lives on the thread of the pool.
struct Journal::Writer
{
    fs::path path;
    bool isUntitled = false;
    Author author;
    std::shared_ptr<ProjectFile> file; ///< Null: it could not be made yet.
    std::deque<Edit> unsaved;
    std::optional<ProjectTrouble> trouble;

    Writer(fs::path where, bool isUnnamed, Author whoWorks, std::shared_ptr<ProjectFile> opened)
        : path(std::move(where))
        , isUntitled(isUnnamed)
        , author(std::move(whoWorks))
        , file(std::move(opened))
    {
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    Writer(Writer&&) = delete;
    Writer& operator=(Writer&&) = delete;
    ~Writer()
    {
        if (isUntitled && file && file->version() == 0)
            discard(); // Nobody misses a file that nothing was ever written into.
    }

    void flush()
    {
        trouble.reset();
        try {
            if (!file && !make())
                return;
            while (!unsaved.empty()) {
                if (const auto kept = file->perform(unsaved.front()); !kept) {
                    trouble = kept.error();
                    return;
                }
                unsaved.pop_front();
            }
        } catch (const std::exception& error) {
            trouble = unreadable(error);
        }
    }
    /// A medium that went away, or no memory.
    ProjectTrouble unreadable(const std::exception& error) const
    {
        return {ProjectTrouble::Kind::Other, path.string() + " could not be read: " + error.what()};
    }

    std::optional<ProjectTrouble> moveTo(const fs::path& target)
    {
        flush();
        if (!file)
            return makeAt(target);
        if (auto failed = file->copyTo(target, Existing::Replace))
            return failed;
        auto opened = ProjectFile::open(target, author, backupPlace());
        if (!opened)
            return opened.error();
        if (!unsaved.empty() && file->holdsUnconfirmed(unsaved.front()))
            unsaved.pop_front(); // The copy has it.
        file = std::make_shared<ProjectFile>(std::move(*opened));
        const fs::path old = std::exchange(path, target);
        const bool wasUntitled = std::exchange(isUntitled, false);
        flush(); // What the old one could not take.
        if (wasUntitled && unsaved.empty()) {
            remove(old);
        }
        return std::nullopt;
    }

    void discard()
    {
        file.reset();
        unsaved.clear();
        remove(path);
    }

private:
    /// With its second copies: of what is given up no word stays.
    static void remove(const fs::path& project)
    {
        std::error_code error;
        fs::remove(project, error);
        if (const BackupPlace place = backupPlace(); !place.root.empty())
            keptCopies(place, project).removeAll();
    }

    /// Where the file that belongs to it could not be made: no room, or no right to.
    std::optional<ProjectTrouble> makeAt(const fs::path& target)
    {
        auto made = ProjectFile::create(target, author, backupPlace());
        if (!made)
            return made.error();
        file = std::make_shared<ProjectFile>(std::move(*made));
        path = target;
        isUntitled = false;
        flush();
        return std::nullopt;
    }

    bool make()
    {
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        fs::permissions(path.parent_path(), fs::perms::owner_all, error);
        auto made = ProjectFile::create(path, author, backupPlace());
        if (made)
            file = std::make_shared<ProjectFile>(std::move(*made));
        else
            trouble = made.error();
        return file != nullptr;
    }
};

/// What a writer says of itself after each thing it was asked for.
struct Journal::Report
{
    std::weak_ptr<Writer> writer; ///< Weak: it must not end on the UI thread.
    fs::path path;
    std::int64_t version = 0;
    QString trouble; ///< Why edits are not on the disk.
    QString backupTrouble;
    QString failure; ///< Why this one thing could not be done.
    Then then;       ///< What it asks for in turn.
};

Journal::Journal(Workspace& workspace, fs::path untitled, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_untitled(std::move(untitled))
{
    m_pool.setMaxThreadCount(1); // One thread owns the connection, and keeps the order.
    m_pool.setExpiryTimeout(-1);
    connect(&workspace, &Workspace::edited, this, &Journal::keep);
    // Whether one is due is for the file to say.
    constexpr std::chrono::minutes apart(10);
    m_backups.callOnTimeout(this, &Journal::backUpFromTimeToTime);
    m_backups.start(apart);
}

void Journal::backUpFromTimeToTime()
{
    if (!m_writer)
        return;
    ask([](Writer& writer) {
        if (writer.file)
            writer.file->backUpIfDue();
        return Then();
    });
}

Journal::~Journal()
{
    // Whoever listens may be gone already: nothing is told any more.
    if (m_writer)
        m_pool.start([writer = std::move(m_writer)] {});
    m_pool.waitForDone();
}

void Journal::ask(Work work)
{
    ++m_asked;
    m_pool.start([this, writer = m_writer, work = std::move(work)] {
        Report report = reportOn(*writer, work);
        report.writer = writer;
        QMetaObject::invokeMethod(
            this, [this, report] { take(report); }, Qt::QueuedConnection);
    });
}

Journal::Report Journal::reportOn(Writer& writer, const Work& work)
{
    Report report;
    try {
        report.then = work(writer);
    } catch (const std::exception& error) {
        report.failure = wordsOf(writer.unreadable(error));
    }
    report.path = writer.path;
    report.version = writer.file ? writer.file->version() : 0;
    report.trouble = writer.trouble ? wordsOf(*writer.trouble) : QString();
    report.backupTrouble = writer.file ? toQString(writer.file->backupTrouble()) : QString();
    return report;
}

void Journal::take(const Report& report)
{
    --m_asked;
    // Else it speaks of a file that is not open any more.
    if (m_writer && report.writer.lock() == m_writer) {
        m_path = report.path;
        m_trouble = report.trouble;
        m_backupTrouble = report.backupTrouble;
        m_version = report.version;
        if (report.then)
            report.then();
        if (!report.failure.isEmpty())
            Q_EMIT refused(report.failure);
    }
    Q_EMIT stateChanged();
}

Journal::State Journal::state() const
{
    if (!m_writer)
        return State::NoFile;
    if (m_asked > 0)
        return State::Saving;
    return m_trouble.isEmpty() ? State::Saved : State::Failed;
}

bool Journal::isUntitled() const { return m_writer && m_path.parent_path() == m_untitled; }

void Journal::follow(std::shared_ptr<ProjectFile> file)
{
    if (m_writer) // Its file is closed on its own thread, after its last edit.
        m_pool.start([writer = std::move(m_writer)] {});
    m_writer = nullptr;
    m_trouble.clear();
    m_isLetGo = false;
    m_holdsPlacesOnly = false;
    m_version = file ? file->version() : 0;
    m_path = file ? file->path() : fs::path();
    if (file)
        m_writer = std::make_shared<Writer>(m_path, m_path.parent_path() == m_untitled,
                                            authorFromSettings(), std::move(file));
    m_backupTrouble.clear();
    backUpFromTimeToTime();
    Q_EMIT followed();
    Q_EMIT stateChanged();
}

void Journal::keep(const Edit& edit, const Edit& inverse)
{
    if (!m_writer) {
        Store before = m_workspace.store();
        [[maybe_unused]] const auto applied = before.apply(inverse);
        Q_ASSERT(applied);
        beginFrom(std::move(before));
    }
    m_isLetGo = false;
    m_holdsPlacesOnly = m_holdsPlacesOnly && std::holds_alternative<PlaceNodes>(edit);
    ask([edit](Writer& writer) {
        writer.unsaved.push_back(edit);
        writer.flush();
        return Then();
    });
    Q_EMIT stateChanged();
}

void Journal::beginUntitled()
{
    if (!m_writer)
        beginFrom(m_workspace.store());
}

void Journal::beginUntitledAnew()
{
    const std::shared_ptr<Writer> old = std::move(m_writer);
    beginFrom(m_workspace.store());
    ask([old](Writer& writer) {
        if (old && old->isUntitled && !writer.trouble)
            old->discard(); // Only now that the new one has it all.
        return Then();
    });
}

void Journal::beginFrom(Store store)
{
    m_path = newUntitled();
    m_holdsPlacesOnly = true;
    m_writer = std::make_shared<Writer>(m_path, true, authorFromSettings(), nullptr);
    ask([store = std::move(store)](Writer& writer) {
        Together all = editThatMakes(store);
        if (!all.edits.empty())
            writer.unsaved.emplace_back(std::move(all));
        writer.flush();
        return Then();
    });
    Q_EMIT followed();
    Q_EMIT stateChanged();
}

bool Journal::discardUntitled()
{
    [[maybe_unused]] const bool isSaved = finish(); // It may be getting a name just now.
    if (!isUntitled())
        return false;
    ask([](Writer& writer) {
        if (writer.isUntitled)
            writer.discard();
        return Then();
    });
    follow(nullptr);
    return true;
}

void Journal::setAuthor(const Author& author)
{
    if (!m_writer)
        return;
    ask([author](Writer& writer) {
        writer.author = author;
        if (writer.file)
            writer.file->setAuthor(author);
        return Then();
    });
}

void Journal::saveAs(const fs::path& path)
{
    beginUntitled();
    ask([this, path](Writer& writer) -> Then {
        if (const auto failed = writer.moveTo(path))
            return [this, words = wordsOf(*failed)] { Q_EMIT refused(words); };
        writer.file->backUpIfDue();
        return [this, name = toQt(path)] { Q_EMIT savedAs(name); };
    });
    Q_EMIT stateChanged();
}

void Journal::tryAgain()
{
    if (!m_writer)
        return;
    ask([](Writer& writer) {
        writer.flush();
        return Then();
    });
    Q_EMIT stateChanged();
}

void Journal::keepLook(const std::string& look)
{
    if (!m_writer)
        return;
    m_pool.start([writer = m_writer, look] {
        if (writer->file)
            writer->file->keepLook(look);
    });
}

bool Journal::finish()
{
    Q_EMIT finishing();
    do { // What is told now may ask for more.
        m_pool.waitForDone();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    } while (m_asked > 0);
    return m_trouble.isEmpty() || m_isLetGo;
}

void Journal::readHistory(std::int64_t after, std::function<void(std::vector<HistoryEntry>)> then)
{
    if (!m_writer)
        return then({});
    ask([after, then = std::move(then)](Writer& writer) -> Then {
        std::vector<HistoryEntry> entries;
        const auto add = [&](const LoggedEdit& logged) {
            entries.push_back(historyEntryOf(logged, writer.file->store()));
            return true;
        };
        if (writer.file)
            writer.file->forEachEdit(add, after);
        return [then, entries = std::move(entries)] { then(entries); };
    });
}

void Journal::exportHistory(const fs::path& path, std::function<void(const QString&)> then)
{
    if (!m_writer)
        return then(tr("Nothing has been done yet, so that there is no history to export."));
    ask([path, then = std::move(then)](Writer& writer) -> Then {
        std::string lines;
        const auto add = [&](const LoggedEdit& logged) {
            lines += lineOf(logged) + '\n';
            return true;
        };
        if (writer.file)
            writer.file->forEachEdit(add);
        const std::error_code error = writeFile(path, lines);
        return
            [then, words = error ? whyNotWritten(toQt(path), error) : QString()] { then(words); };
    });
}

void Journal::takeBack(std::int64_t number)
{
    if (!m_writer)
        return;
    ask([this, number](Writer& writer) -> Then {
        if (!writer.file)
            return [this] { Q_EMIT refused(m_trouble); };
        const auto logged = writer.file->loggedEdit(number);
        if (!logged)
            return [this, words = wordsOf(logged.error())] { Q_EMIT refused(words); };
        return [this, edit = *logged] { takeBack(edit); };
    });
}

/// Judged by the window's store: the file may not have the last edits yet.
void Journal::takeBack(const LoggedEdit& logged)
{
    if (const auto back = takingBack(logged, m_workspace.store()))
        m_workspace.perform(*back, {.words = tr("Take back an edit")});
    else
        Q_EMIT refused(toQString(back.error()));
}

std::vector<fs::path> Journal::leftBehind() const
{
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_untitled, error)) {
        // One that begins with a dot was never finished, or has its name already.
        const bool isWork = entry.path().extension() == ".entente" &&
                            !entry.path().filename().string().starts_with('.');
        if (isWork && entry.path() != m_path && !ProjectFile::isInUse(entry.path()))
            found.emplace_back(entry.last_write_time(error), entry.path());
    }
    std::ranges::sort(found, std::greater());
    std::vector<fs::path> paths;
    paths.reserve(found.size());
    for (const auto& [time, path] : found)
        paths.push_back(path);
    return paths;
}

fs::path Journal::newUntitled() const
{
    return m_untitled / (randomUuid().text().substr(0, 8) + ".entente");
}

fs::path untitledFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return toPath(data + QStringLiteral("/untitled"));
}

} // namespace entente
