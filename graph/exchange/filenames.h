// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

namespace entente
{

/// Names of files within a folder for articles, each once. Most are the articles' own; those that
/// would lead out of the folder, or that mean something else there, are changed.
class FileNames
{
public:
    std::string nameFor(const std::string& article);

private:
    std::set<std::string> m_taken;
};

} // namespace entente
