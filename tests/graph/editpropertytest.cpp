// SPDX-License-Identifier: Apache-2.0
// Whatever is done, taken back, done again and opened anew: the store, the file and its log agree.
#include "graph/model/making.h"
#include "graph/model/recordcheck.h"
#include "graph/project/contents.h"
#include "graph/project/editjson.h"
#include "tests/support/anyedit.h"
#include "tests/support/anyrecord.h"
#include "tests/support/longrun.h"
#include "tests/support/projectreports.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <ranges>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace entente;

namespace
{

using Taken = Expected<Applied, std::string>;

/// ENTENTE_EDIT_SEQUENCES says how many, however long they take.
template <class Property>
bool holds(const std::string& words, int sequences, const Property& property)
{
    const int wanted = qEnvironmentVariableIntValue("ENTENTE_EDIT_SEQUENCES");
    rc::detail::TestParams params = rc::detail::configuration().testParams; // Prints the seed.
    params.maxSuccess = wanted > 0 ? wanted : sequences;
    rc::detail::TestMetadata about;
    about.id = about.description = words;
    std::cerr << "- " << words << '\n';
    const rc::detail::TestResult result = rc::detail::checkTestable(property, about, params);
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << '\n';
    return result.is<rc::detail::SuccessResult>();
}

template <std::size_t... each>
std::array<std::string_view, sizeof...(each)> namesOfKinds(std::index_sequence<each...>)
{
    return {kindOf(Edit(std::variant_alternative_t<each, Edit::Kinds>()))...};
}

/// How often each kind of edit was done: one that never was has not been tested.
class Kinds
{
public:
    void add(const Edit& edit) { ++m_done.at(edit.index()); }
    void addRefused() { ++m_refused; }

    QStringList missing() const
    {
        QStringList names;
        for (std::size_t i = 0; i < kinds; ++i) {
            if (m_done.at(i) == 0)
                names << nameOf(i);
        }
        if (m_refused == 0)
            names << QStringLiteral("refused");
        return names;
    }

    QString text() const
    {
        QStringList counts;
        for (std::size_t i = 0; i < kinds; ++i)
            counts << QStringLiteral("%1 %2").arg(m_done.at(i)).arg(nameOf(i));
        counts << QStringLiteral("%1 refused").arg(m_refused);
        return counts.join(QStringLiteral(", "));
    }

private:
    static constexpr std::size_t kinds = std::variant_size_v<Edit::Kinds>;

    static QString nameOf(std::size_t kind)
    {
        static const auto names = namesOfKinds(std::make_index_sequence<kinds>());
        return QString::fromUtf8(names.at(kind).data(),
                                 static_cast<qsizetype>(names.at(kind).size()));
    }

    std::array<int, kinds> m_done{};
    int m_refused = 0;
};

/// Whether every record is found under its id, and says of its article only what stands there.
std::string inconsistencyIn(const Store& store)
{
    std::size_t mentions = 0;
    std::size_t claims = 0;
    for (const ArticleId id : store.articles()) {
        const ArticleRecords& records = store.records(id);
        const auto isFound = [](const auto& list, const auto& find) {
            return std::ranges::all_of(
                list, [&](const auto& record) { return find(record.id) == &record; });
        };
        if (store.article(id) != &records.article ||
            !isFound(records.mentions, [&](MentionId each) { return store.mention(each); }) ||
            !isFound(records.entities, [&](EntityId each) { return store.entity(each); }) ||
            !isFound(records.events, [&](EventId each) { return store.event(each); }) ||
            !isFound(records.claims, [&](ClaimId each) { return store.claim(each); }))
            return "a record is not found under its id";
        if (std::string broken = brokenReference(records); !broken.empty())
            return broken;
        const auto isSaid = [&](const auto& quoted) { return isVerbatim(quoted, records.article); };
        const auto areSaid = [&](const Claim& claim) {
            return std::ranges::all_of(claim.quotes, isSaid);
        };
        if (!std::ranges::all_of(records.mentions, isSaid) ||
            !std::ranges::all_of(records.claims, areSaid))
            return "a quote does not stand where it was marked";
        mentions += records.mentions.size();
        claims += records.claims.size();
    }
    return mentions == store.mentionCount() && claims == store.claimCount()
               ? std::string()
               : "a record is found that no article has";
}

/// Whether a change says all that is different; else what is derived from the store would not
/// follow, the file first of all.
class Untold
{
public:
    Untold(const Store& before, const Store& after, const Change& change)
        : m_before(before)
        , m_after(after)
        , m_change(change)
    {
    }

    std::string text() const
    {
        if (!articlesAreTold(m_before.articles()) || !articlesAreTold(m_after.articles()))
            return "articles";
        if (!m_change.order &&
            !std::ranges::equal(m_before.articles(),
                                m_after.articles() | std::views::take(m_before.articles().size())))
            return "the order of articles";
        if (!areTold(m_before.placements(), m_after.placements(), m_change.placed))
            return "placements";
        if (!areTold(m_before.entityVerdicts(), m_after.entityVerdicts(),
                     m_change.entityVerdicts) ||
            !areTold(m_before.eventVerdicts(), m_after.eventVerdicts(), m_change.eventVerdicts))
            return "verdicts";
        if (!areTold(m_before.views(), m_after.views(), m_change.views))
            return "views";
        if (!areTold(m_before.settled(), m_after.settled(), m_change.settled))
            return "settled matters";
        return areTold(m_before.vocabulary(), m_after.vocabulary(), m_change.vocabulary)
                   ? ""
                   : "vocabulary";
    }

private:
    bool articlesAreTold(const std::vector<ArticleId>& articles) const
    {
        return std::ranges::all_of(articles, [&](ArticleId id) {
            const ArticleRecords& before = m_before.records(id);
            const ArticleRecords& after = m_after.records(id);
            return m_change.articles.contains(id) || &before == &after || before == after;
        });
    }

    template <class Key, class Value>
    static bool areTold(const std::map<Key, Value>& before, const std::map<Key, Value>& after,
                        const std::set<Key>& told)
    {
        const auto areIn = [&](const auto& all, const auto& others) {
            return std::ranges::all_of(all, [&](const auto& entry) {
                const auto other = others.find(entry.first);
                return told.contains(entry.first) ||
                       (other != others.end() && other->second == entry.second);
            });
        };
        return areIn(before, after) && areIn(after, before);
    }

    const Store& m_before;
    const Store& m_after;
    const Change& m_change;
};

/// Where edits are done.
class Place
{
public:
    Place() = default;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    Place(Place&&) = delete;
    Place& operator=(Place&&) = delete;
    virtual ~Place() = default;

    virtual const Store& store() const = 0;
    virtual Taken perform(const Edit& edit) = 0;
    virtual bool forgetsWhatIsErased() const = 0;
};

/// As a project does it, with no file.
Taken performIn(Store& store, Edit edit)
{
    if (std::string trouble = sealContents(edit); !trouble.empty())
        return Unexpected{std::move(trouble)};
    return store.apply(std::move(edit));
}

/// As a project does it with an article that it erases.
void forgetMatters(Store& store, ArticleId article)
{
    const std::map<std::string, std::string> settled = store.settled();
    for (const auto& [matter, because] : settled) {
        if (concerns(matter, article))
            (void)store.apply(SettleMatter{matter, {}});
    }
}

class Memory : public Place
{
public:
    explicit Memory(Store start)
        : m_store(std::move(start))
    {
    }

    const Store& store() const override { return m_store; }
    Taken perform(const Edit& edit) override { return performIn(m_store, edit); }
    bool forgetsWhatIsErased() const override { return false; }

private:
    Store m_store;
};

class File : public Place
{
public:
    /// @param backups empty: no second copy is kept.
    File(std::filesystem::path path, std::filesystem::path backups)
        : m_path(std::move(path))
        , m_backups(std::move(backups))
    {
        auto made = ProjectFile::create(m_path, analyst, m_backups);
        if (!made)
            RC_FAIL(made.error().words);
        m_project = std::make_unique<ProjectFile>(*std::move(made));
    }

    const Store& store() const override { return m_project->store(); }
    Taken perform(const Edit& edit) override
    {
        auto applied = m_project->perform(edit);
        if (!applied)
            return Unexpected{applied.error().words};
        return *std::move(applied);
    }
    bool forgetsWhatIsErased() const override { return true; }

    void reopen()
    {
        m_project.reset(); // Nobody opens it twice.
        auto opened = ProjectFile::open(m_path, analyst, m_backups);
        if (!opened)
            RC_FAIL(opened.error().words);
        m_project = std::make_unique<ProjectFile>(*std::move(opened));
    }

    const ProjectFile& project() const { return *m_project; }

private:
    std::filesystem::path m_path, m_backups;
    std::unique_ptr<ProjectFile> m_project;
};

/// Does edits in a place, takes them back and does them again, with the two stacks of steps that a
/// window has; knows what the store must be after each.
class Analyst
{
public:
    Analyst(Place& place, Kinds& kinds)
        : m_place(place)
        , m_kinds(kinds)
        , m_states{place.store()}
    {
    }

    void edit()
    {
        const Attempt attempt = anyAttempt(now());
        m_did.emplace_back(attempt.isWrong ? "wrong" : "edit", attempt.edit);
        Store next = now();
        const Taken expected = performIn(next, attempt.edit);
        const auto* erase = std::get_if<EraseArticle>(&attempt.edit);
        if (erase != nullptr && m_place.forgetsWhatIsErased())
            forgetMatters(next, erase->article);
        const Taken taken = m_place.perform(attempt.edit);
        must(!taken || !attempt.isWrong, "what is wrong was taken");
        must(taken.has_value() == expected.has_value(),
             taken ? "what memory refuses was taken" : taken.error());
        if (!taken) {
            m_kinds.addRefused();
            return compare();
        }
        m_kinds.add(attempt.edit);
        takeStep(*taken, std::move(next));
        if (m_place.forgetsWhatIsErased() && erase != nullptr)
            return forgetSteps(taken->inverse);
        must(taken->inverse == expected->inverse, "it would be taken back in another way");
        m_undo.push_back(taken->inverse);
        m_redo.clear();
    }

    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    void undo() { move("undo", m_undo, m_redo, -1); }
    void redo() { move("redo", m_redo, m_undo, +1); }

    /// What was there when the first step that can be undone was not done yet.
    const Store& start() const { return m_states.front(); }
    const Store& now() const { return m_states.at(m_at); }

    /// Whether the place has what it must have.
    void compare() const
    {
        must(m_place.store() == now(), "the store is not what it must be");
        const std::string inconsistency = inconsistencyIn(m_place.store());
        must(inconsistency.empty(), inconsistency);
    }

    /// For a reader of what failed: what was done until then.
    void must(bool isSo, const std::string& words) const
    {
        if (isSo)
            return;
        std::string story = words + ", after\n";
        for (const auto& [how, edit] : m_did)
            story += how + ' ' + toJson(edit).substr(0, 2000) + '\n';
        RC_FAIL(story);
    }

private:
    void takeStep(const Applied& applied, Store next)
    {
        const std::string untold = Untold(now(), next, applied.change).text();
        must(untold.empty(), "the change does not say all: " + untold);
        m_states.resize(m_at + 1);
        m_states.push_back(std::move(next));
        ++m_at;
        compare();
    }

    void forgetSteps(const Edit& inverse)
    {
        must(inverse == Edit(Together{}), "what was erased would come back");
        m_states = {now()};
        m_at = 0;
        m_undo.clear();
        m_redo.clear();
    }

    void move(const char* how, std::vector<Edit>& from, std::vector<Edit>& to, int by)
    {
        m_did.emplace_back(how, from.back());
        const Taken taken = m_place.perform(from.back());
        must(taken.has_value(), taken ? "" : taken.error());
        from.pop_back();
        to.push_back(taken->inverse);
        const Store& before = now();
        m_at = by < 0 ? m_at - 1 : m_at + 1;
        const std::string untold = Untold(before, now(), taken->change).text();
        must(untold.empty(), "the change does not say all: " + untold);
        compare();
    }

    Place& m_place;
    Kinds& m_kinds;
    std::vector<Store> m_states; ///< After each step that was done or can be done again.
    std::size_t m_at = 0;
    std::vector<Edit> m_undo, m_redo;
    std::vector<std::pair<std::string, Edit>> m_did;
};

void undoAndRedoAll(Analyst& analyst)
{
    const Store end = analyst.now();
    int undone = 0;
    for (; analyst.canUndo(); ++undone)
        analyst.undo();
    analyst.must(analyst.now() == analyst.start(), "the way back does not lead to the start");
    for (; undone > 0; --undone)
        analyst.redo();
    analyst.must(analyst.now() == end, "the way back and forth does not lead to the end");
    while (analyst.canRedo())
        analyst.redo();
}

/// What a log adds up to, and what is left once all of it is taken back, the last first.
class Replay
{
public:
    Replay(const ProjectFile& project, const Analyst& analyst)
        : m_project(project)
        , m_analyst(analyst)
    {
    }

    void compare()
    {
        std::vector<LoggedEdit> log;
        m_project.forEachEdit([&](const LoggedEdit& logged) {
            log.push_back(logged);
            m_analyst.must(logged.number == std::ssize(log), "the log has a gap");
            return true;
        });
        m_analyst.must(std::ssize(log) == m_project.version(), "the log has another length");
        for (LoggedEdit& logged : log) {
            auto whole = m_project.loggedEdit(logged.number);
            m_analyst.must(whole.has_value(), whole ? "" : whole.error().words);
            logged = *std::move(whole);
            apply(editOf(logged));
        }
        m_analyst.must(m_store == m_project.store(), "the log does not add up to what is there");
        for (const LoggedEdit& logged : log | std::views::reverse)
            apply(inverseOf(logged));
        m_analyst.must(m_store == Store(), "the log does not lead back to nothing");
    }

private:
    void apply(const Expected<Edit, std::string>& edit)
    {
        m_analyst.must(edit.has_value(), edit ? "" : edit.error());
        const Taken taken = m_store.apply(*edit);
        m_analyst.must(taken.has_value(), taken ? "" : "the log: " + taken.error());
    }

    const ProjectFile& m_project;
    const Analyst& m_analyst;
    Store m_store;
};

/// With something of each kind that nothing else needs.
Store beginning()
{
    Store store = storeToWorkIn();
    for (const ArticleId article : store.articles()) {
        const Uuid id{2, article.uuid().low};
        for (Edit& edit : std::vector<Edit>{
                 AddEntity{{EntityId(id), article, "Person", {}, "Pak", {}, {}}},
                 AddEvent{{EventId(id), article, "Meeting", {}, "Talks", {}, {}}},
                 PutView{{ViewId(id), "Moscow", "{}"}},
                 SettleMatter{"no-date:" + article.text(), "Nobody says when."},
             })
            RC_ASSERT(store.apply(std::move(edit)).has_value());
    }
    return store;
}

/// Some of that, or nothing.
Together someBeginning()
{
    static const Together whole = editThatMakes(beginning());
    Together some;
    std::ranges::copy_if(whole.edits, std::back_inserter(some.edits),
                         [](const SingleEdit&) { return oneIn(2); });
    return some;
}

void editAnything(Kinds& kinds)
{
    Store start;
    RC_ASSERT(performIn(start, someBeginning()).has_value());
    Memory memory(std::move(start));
    Analyst analyst(memory, kinds);
    for (int steps = *rc::gen::inRange(1, 60); steps > 0; --steps) {
        const int what = below(10);
        if (what >= 8 && analyst.canRedo())
            analyst.redo();
        else if (what >= 6 && analyst.canUndo())
            analyst.undo();
        else
            analyst.edit();
    }
    undoAndRedoAll(analyst);
}

void editAnythingInFile(Kinds& kinds)
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    File file(root / "p.entente", oneIn(2) ? root / "backups" : std::filesystem::path());
    RC_ASSERT(file.perform(someBeginning()).has_value());
    Analyst analyst(file, kinds);
    for (int steps = *rc::gen::inRange(1, 60); steps > 0; --steps) {
        const int what = below(10);
        if (what == 9) {
            file.reopen();
            analyst.compare();
        } else if (what == 8 && analyst.canRedo()) {
            analyst.redo();
        } else if (what >= 6 && analyst.canUndo()) {
            analyst.undo();
        } else {
            analyst.edit();
        }
    }
    Replay(file.project(), analyst).compare();
    const std::string wrong = all(file.project().verify()).toStdString();
    analyst.must(wrong.empty(), wrong);
    file.reopen();
    analyst.compare();

    while (analyst.canUndo())
        analyst.undo();
    file.reopen();
    analyst.must(file.store() == analyst.start(), "the way back does not lead to the start");
}

} // namespace

class EditPropertyTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRun("ENTENTE_EDIT_SEQUENCES"); }

private Q_SLOTS:
    void everyStepLeadsBackAndForth()
    {
        Kinds kinds;
        QVERIFY(holds("edit, undo, redo", 300, [&] { editAnything(kinds); }));
        qInfo().noquote() << kinds.text();
        QCOMPARE(kinds.missing(), QStringList());
    }

    void theFileIsWhatItsLogAddsUpTo()
    {
        Kinds kinds;
        QVERIFY(holds("edit, undo, redo, reopen", 60, [&] { editAnythingInFile(kinds); }));
        qInfo().noquote() << kinds.text();
        QCOMPARE(kinds.missing(), QStringList());
    }
};

QTEST_GUILESS_MAIN(EditPropertyTest)
#include "editpropertytest.moc"
