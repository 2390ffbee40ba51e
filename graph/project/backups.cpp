// SPDX-License-Identifier: Apache-2.0
#include "graph/project/backups.h"

#include "graph/base/sha256.h"
#include "graph/base/writefile.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".entente";

/// "20240115T093000Z-45.entente"
std::optional<Backup> backupAt(const fs::path& path)
{
    const std::string name = path.filename().string();
    const std::size_t dash = name.find('-');
    if (dash == std::string::npos || !name.ends_with(suffix))
        return std::nullopt;
    Backup backup{path, name.substr(0, dash), 0};
    const char* end = name.data() + name.size() - suffix.size();
    const auto [rest, error] = std::from_chars(name.data() + dash + 1, end, backup.version);
    return error == std::errc() && rest == end ? std::optional(backup) : std::nullopt;
}

/// The day of "20240115T093000Z", counted from 1970; 0 where it is none.
int dayOf(const std::string& at)
{
    using namespace std::chrono;
    int number = 0;
    if (at.size() < 8 || std::from_chars(at.data(), at.data() + 8, number).ptr != at.data() + 8)
        return 0;
    const year_month_day day{year(number / 10000), month(static_cast<unsigned>(number / 100 % 100)),
                             std::chrono::day(static_cast<unsigned>(number % 100))};
    return day.ok() ? static_cast<int>(sys_days(day).time_since_epoch().count()) : 0;
}

/// Keeps the first, which is the newest, of each of so many periods.
template <class PeriodOf>
void keepOneEach(const std::vector<Backup>& backups, std::size_t periods, PeriodOf periodOf,
                 std::set<fs::path>& kept)
{
    auto last = decltype(periodOf(backups.front()))();
    std::size_t seen = 0;
    for (const Backup& backup : backups) {
        const auto period = periodOf(backup);
        if (seen > 0 && period == last)
            continue;
        if (seen++ == periods)
            return;
        last = period;
        kept.insert(backup.path);
    }
}

} // namespace

std::vector<Backup> outdated(const std::vector<Backup>& backups)
{
    // As Anki keeps them; four more, so that the last hours of a day have more than one.
    constexpr std::size_t newest = 4;
    constexpr std::size_t days = 12;
    constexpr std::size_t weeks = 10;
    constexpr std::size_t months = 9;
    std::set<fs::path> kept;
    for (std::size_t i = 0; i < std::min(newest, backups.size()); ++i)
        kept.insert(backups[i].path);
    keepOneEach(
        backups, days, [](const Backup& one) { return dayOf(one.at); }, kept);
    // 1970 began on a Thursday.
    keepOneEach(
        backups, weeks, [](const Backup& one) { return (dayOf(one.at) + 3) / 7; }, kept);
    keepOneEach(
        backups, months, [](const Backup& one) { return one.at.substr(0, 6); }, kept);
    std::vector<Backup> rest;
    std::ranges::copy_if(backups, std::back_inserter(rest),
                         [&](const Backup& one) { return !kept.contains(one.path); });
    return rest;
}

namespace
{

/// One file, one name: by whichever links and dots somebody came to it.
fs::path realName(const fs::path& path)
{
    std::error_code error;
    const fs::path whole = fs::absolute(path, error);
    const fs::path real = fs::weakly_canonical(whole, error);
    return error ? whole : real;
}

} // namespace

Backups::Backups(const fs::path& root, const fs::path& project)
    : m_project(realName(project))
    , m_folder(root / fmt::format("{}-{}", m_project.stem().string(),
                                  sha256Of(m_project.string()).substr(0, 12)))
{
}

Backups Backups::in(const fs::path& folder)
{
    Backups backups;
    backups.m_folder = folder;
    return backups;
}

fs::path Backups::aside(const std::string& when) const { return m_folder / ("before-" + when); }

std::error_code Backups::setAside(const std::string& when) const
{
    std::error_code error;
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        if (entry.path().extension() == suffix || entry.path() == log())
            all.push_back(entry.path());
    }
    return error ? error : moveAside(all, when);
}

std::error_code Backups::setLogAside(const std::string& when) const
{
    return moveAside({log()}, when);
}

std::error_code Backups::moveAside(const std::vector<fs::path>& paths,
                                   const std::string& when) const
{
    std::error_code error;
    const fs::path folder = aside(when);
    fs::create_directory(folder, error);
    for (const fs::path& path : paths) {
        if (!error)
            error = putInPlace(path, folder / path.filename(), Existing::Keep);
    }
    return error;
}

void Backups::removeAll() const
{
    std::error_code error;
    fs::remove_all(m_folder, error);
}

fs::path Backups::newName(std::string_view at, std::int64_t version) const
{
    return m_folder / fmt::format("{}-{}{}", at, version, suffix);
}

bool Backups::make() const
{
    std::error_code error;
    if (fs::is_directory(m_folder, error))
        return true;
    fs::create_directories(m_folder, error);
    if (error)
        return false;
    fs::permissions(m_folder, fs::perms::owner_all, error);
    // For people: the folder's name does not say it all.
    return !writeFile(m_folder / "project.txt", m_project.string() + "\n");
}

void Backups::removeLeftovers() const
{
    std::error_code error;
    std::vector<fs::path> leftovers;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        if (entry.path().filename().string().starts_with('.')) // As all temporary names do.
            leftovers.push_back(entry.path());
    }
    for (const fs::path& leftover : leftovers)
        fs::remove(leftover, error);
}

std::vector<Backup> Backups::list() const
{
    std::vector<Backup> all;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        if (auto backup = backupAt(entry.path()))
            all.push_back(*std::move(backup));
    }
    std::ranges::sort(all, [](const Backup& a, const Backup& b) {
        return std::pair(a.at, a.version) > std::pair(b.at, b.version);
    });
    return all;
}

std::optional<Backup> Backups::newest() const
{
    const std::vector<Backup> all = list();
    return all.empty() ? std::nullopt : std::optional(all.front());
}

void Backups::prune() const
{
    std::error_code error;
    for (const Backup& backup : outdated(list()))
        fs::remove(backup.path, error);
}

bool liesBelow(const fs::path& path, const fs::path& folder)
{
    if (folder.empty())
        return false;
    const fs::path all = realName(folder); // By what they lead to: a link must not hide it.
    return std::ranges::mismatch(all, realName(path)).in1 == all.end();
}

} // namespace entente
