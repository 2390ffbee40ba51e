// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// The files of a folder, by name.
using FolderContent = std::map<std::string, std::string>;

/// What a file holds for certain, and what was done to it since.
class UnflushedFile
{
public:
    explicit UnflushedFile(std::string durable = {})
        : m_durable(std::move(durable))
    {
    }

    void write(std::size_t offset, std::string_view bytes);
    void resize(std::size_t size);
    void flush();

    /// Each sector of each write is there, is not, or is torn; what was not written of a file that
    /// grew is zeros or rubbish.
    std::string afterPowerCut(std::mt19937& random) const;

private:
    struct Change
    {
        std::size_t offset = 0; ///< The new size when it resizes.
        std::string bytes;
        bool resizes = false;
    };
    static void apply(const Change& change, std::string& content);

    std::string m_durable;
    std::vector<Change> m_changes;
};

/// The model of a disk with one folder, as strict as the standards allow a disk to be: what was
/// written is there after a power cut only when its file was flushed, and a name that was made or
/// removed only when the folder was. Until then any part of it may be there, in any order.
class ForgetfulDisk
{
public:
    using File = std::shared_ptr<UnflushedFile>;

    /// @param folder is there, and empty; its files hold what programs see before the cut.
    explicit ForgetfulDisk(const std::filesystem::path& folder);

    const std::filesystem::path& folder() const { return m_folder; }
    std::filesystem::path path(const std::string& name) const { return m_folder / name; }

    /// What programs see of a file.
    std::string bytesOf(const std::string& name) const;

    /// Starts anew, with these files, all of them flushed.
    void fill(const FolderContent& content);

    /// @returns the file of this name, a new and empty one where there was none.
    File open(const std::string& name);
    void remove(const std::string& name);
    void flushFolder();

    FolderContent afterPowerCut(std::mt19937& random) const;

private:
    struct Name
    {
        File durable;            ///< Null: none.
        std::vector<File> since; ///< What it led to after each change that was not flushed.

        const File& now() const { return since.empty() ? durable : since.back(); }
    };

    std::filesystem::path m_folder;
    std::map<std::string, Name> m_names;
};

} // namespace entente
