// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/ontology/ontology.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace entente
{

class Store;

/// The ontology of a folder, and what came of its use.
struct FolderOntology
{
    ReadOntology read;
    bool isUsed = false;                     ///< Some article was imported by it.
    std::set<std::string> unknownTypes;      ///< As they were reported: once is enough.
    std::set<std::filesystem::path> keptFor; ///< What was opened, where its files were kept.
};

/// The ontologies of the folders that articles lie in, each read once.
class Ontologies
{
public:
    /// @param ours the program's own ontology folder.
    static Ontologies onDisk(std::filesystem::path ours);
    /// @param files must outlive it.
    static Ontologies kept(const KeptFiles& files, std::filesystem::path ours);

    /// Of the nearest folder upwards, also above what was opened, that has a configuration; of what
    /// was opened when none has.
    FolderOntology& of(std::filesystem::path folder, const std::filesystem::path& opened);

    /// Of the first folder that was used, with the types that others add.
    Ontology all() const;

private:
    using Has = std::function<bool(const std::filesystem::path&)>;
    using Read = std::function<ReadOntology(const std::filesystem::path&)>;

    Ontologies(Has has, Read read);

    Has m_has;   ///< Whether there is a file.
    Read m_read; ///< The ontology of a folder.
    std::map<std::filesystem::path, FolderOntology> m_folders;
};

/// Whether brat looks for a file of this name, for what the types of articles mean and how they
/// look.
bool isVocabularyFile(const std::filesystem::path& path);

/// The vocabulary of what a store holds, as the folder that it came from had it: from the files
/// that are kept with it, and the program's own where there are none.
/// @param resources the program's.
Ontology ontologyOf(const Store& store, const std::filesystem::path& resources);

} // namespace entente
