// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forgetfuldisk.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t sectorSize = 512;

bool happens(std::mt19937& random, double probability)
{
    return std::bernoulli_distribution(probability)(random);
}

std::size_t below(std::mt19937& random, std::size_t end)
{
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

/// All, nothing and all but a few sectors are as likely as any half of them: a disk writes much at
/// once, and most losses want a certain sector to be there, or not.
double shareThatIsWritten(std::mt19937& random)
{
    constexpr std::array shares{0.0, 0.02, 0.5, 0.98, 1.0};
    return shares.at(below(random, shares.size()));
}

void grow(std::string& content, std::size_t size, bool withRubbish, std::mt19937& random)
{
    const std::size_t before = content.size();
    if (size <= before)
        return;
    content.resize(size);
    if (withRubbish)
        std::generate(content.begin() + static_cast<std::ptrdiff_t>(before), content.end(),
                      [&] { return static_cast<char>(random()); });
}

} // namespace

void UnflushedFile::write(std::size_t offset, std::string_view bytes)
{
    m_changes.push_back({offset, std::string(bytes)});
}

void UnflushedFile::resize(std::size_t size) { m_changes.push_back({size, {}, true}); }

void UnflushedFile::apply(const Change& change, std::string& content)
{
    if (change.resizes) {
        content.resize(change.offset);
        return;
    }
    content.resize(std::max(content.size(), change.offset + change.bytes.size()));
    content.replace(change.offset, change.bytes.size(), change.bytes);
}

void UnflushedFile::flush()
{
    for (const Change& change : m_changes)
        apply(change, m_durable);
    m_changes.clear();
}

std::string UnflushedFile::afterPowerCut(std::mt19937& random) const
{
    constexpr double torn = 0.05;
    const double share = shareThatIsWritten(random);
    const bool rubbish = happens(random, 0.5);
    std::string found = m_durable;
    for (const Change& change : m_changes) {
        if (change.resizes) {
            if (happens(random, share))
                apply(change, found);
            continue;
        }
        const std::size_t end = change.offset + change.bytes.size();
        for (std::size_t begin = change.offset; begin < end;) {
            const std::size_t sectorEnd = std::min(end, (begin / sectorSize + 1) * sectorSize);
            if (happens(random, share)) {
                std::size_t count = sectorEnd - begin;
                if (happens(random, torn))
                    count = below(random, count + 1);
                grow(found, begin + count, rubbish, random);
                found.replace(begin, count, change.bytes, begin - change.offset, count);
            }
            begin = sectorEnd;
        }
        if (happens(random, share)) // The size is kept apart from what it is the size of.
            grow(found, end, rubbish, random);
    }
    return found;
}

ForgetfulDisk::ForgetfulDisk(const fs::path& folder)
    : m_folder(fs::canonical(folder))
{
}

std::string ForgetfulDisk::bytesOf(const std::string& name) const
{
    std::ifstream file(path(name), std::ios::binary | std::ios::ate);
    if (!file)
        return {};
    std::string bytes(static_cast<std::size_t>(file.tellg()), '\0');
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

void ForgetfulDisk::fill(const FolderContent& content)
{
    for (const auto& entry : fs::directory_iterator(m_folder))
        fs::remove(entry.path());
    m_names.clear();
    for (const auto& [name, bytes] : content) {
        std::ofstream file(path(name), std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        m_names[name].durable = std::make_shared<UnflushedFile>(bytes);
    }
}

ForgetfulDisk::File ForgetfulDisk::open(const std::string& name)
{
    Name& known = m_names[name];
    if (!known.now() && known.since.empty()) {
        // Somebody made it without telling; how well is not for this model to say.
        if (std::string bytes = bytesOf(name); !bytes.empty())
            known.durable = std::make_shared<UnflushedFile>(std::move(bytes));
    }
    if (!known.now())
        known.since.push_back(std::make_shared<UnflushedFile>());
    return known.now();
}

void ForgetfulDisk::remove(const std::string& name)
{
    if (const auto known = m_names.find(name); known != m_names.end() && known->second.now())
        known->second.since.emplace_back();
}

void ForgetfulDisk::flushFolder()
{
    for (auto& [name, known] : m_names) {
        known.durable = known.now();
        known.since.clear();
    }
}

FolderContent ForgetfulDisk::afterPowerCut(std::mt19937& random) const
{
    FolderContent found;
    for (const auto& [name, known] : m_names) {
        const std::size_t changes = below(random, known.since.size() + 1);
        if (const File& file = changes == 0 ? known.durable : known.since[changes - 1])
            found[name] = file->afterPowerCut(random);
    }
    return found;
}

} // namespace entente
