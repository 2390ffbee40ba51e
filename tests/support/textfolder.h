// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

namespace entente
{

/// A folder of small files that goes away with the test, or before.
class TextFolder
{
public:
    void write(const std::string& name, const std::string& bytes) const
    {
        const std::filesystem::path file = path() / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    }
    void remove(const std::string& name) const { std::filesystem::remove(path() / name); }
    void removeAll() { m_dir.remove(); }
    std::filesystem::path path() const { return m_dir.path().toStdString(); }

private:
    QTemporaryDir m_dir;
};

} // namespace entente
