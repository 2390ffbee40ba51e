// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/ontologies.h"

#include "graph/model/store.h"

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// Words of all of one's types, and of the other's that are new.
void addTypes(Ontology& all, const Ontology& more)
{
    auto copy = more;
    all.entities.merge(copy.entities);
    all.events.merge(copy.events);
    all.relations.merge(copy.relations);
    all.attributes.merge(copy.attributes);
    all.authorities.merge(copy.authorities);
    const auto addNew = [](std::vector<std::string>& names,
                           const std::vector<std::string>& others) {
        for (const std::string& name : others) {
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    };
    addNew(all.tieRoles, more.tieRoles);
    addNew(all.entityOrder, more.entityOrder);
    addNew(all.eventOrder, more.eventOrder);
}

/// Whether articles use a type that one does not know and the other does.
bool areNeeded(const Store& store, const Ontology& known, const Ontology& more)
{
    const auto isEntity = [&](const Entity& entity) {
        return !known.knowsEntity(entity.type) && more.knowsEntity(entity.type);
    };
    const auto isClaim = [&](const Claim& claim) {
        return claim.isRelation()
                   ? !known.knowsRelation(claim.type) && more.knowsRelation(claim.type)
                   : !known.knowsEvent(claim.type) && more.knowsEvent(claim.type);
    };
    return std::ranges::any_of(store.articles(), [&](ArticleId id) {
        const ArticleRecords& records = store.records(id);
        return std::ranges::any_of(records.entities, isEntity) ||
               std::ranges::any_of(records.claims, isClaim);
    });
}

} // namespace

Ontologies::Ontologies(Has has, Read read)
    : m_has(std::move(has))
    , m_read(std::move(read))
{
}

Ontologies Ontologies::onDisk(fs::path ours)
{
    return {[](const fs::path& path) {
                std::error_code error;
                return fs::exists(path, error);
            },
            [ours = std::move(ours)](const fs::path& folder) {
                return readOntology(folder, folder.root_path(), ours);
            }};
}

Ontologies Ontologies::kept(const KeptFiles& files, fs::path ours)
{
    return {[&files](const fs::path& path) { return files.contains(path.generic_string()); },
            [&files, ours = std::move(ours)](const fs::path& folder) {
                return readOntology(files, folder, ours);
            }};
}

FolderOntology& Ontologies::of(fs::path folder, const fs::path& opened)
{
    while (!m_has(folder / "annotation.conf")) {
        if (!folder.has_relative_path()) {
            folder = opened;
            break;
        }
        folder = folder.parent_path();
    }
    const auto [place, isNew] = m_folders.try_emplace(folder);
    if (isNew)
        place->second.read = m_read(folder);
    return place->second;
}

Ontology Ontologies::all() const
{
    Ontology all;
    for (const auto& [path, folder] : m_folders) {
        if (!folder.isUsed)
            continue;
        if (all.entities.empty() && all.events.empty())
            all = folder.read.ontology;
        else
            addTypes(all, folder.read.ontology);
    }
    return all;
}

bool isVocabularyFile(const std::filesystem::path& path)
{
    const std::filesystem::path name = path.filename();
    return name == "annotation.conf" || name == "visual.conf" || name == "tools.conf";
}

Ontology ontologyOf(const Store& store, const fs::path& resources)
{
    const fs::path ours = resources / "ontology";
    const Ontology own = readOntology(ours, ours, ours).ontology;
    if (store.vocabulary().empty() || store.articles().empty())
        return own;
    Ontologies ontologies = Ontologies::kept(store.vocabulary(), ours);
    for (const ArticleId id : store.articles())
        ontologies.of(fs::path(store.article(id)->name).parent_path(), {}).isUsed = true;
    Ontology all = ontologies.all();
    // Articles from a folder without a configuration may have come in beside those of another.
    if (areNeeded(store, all, own))
        addTypes(all, own);
    return all;
}

} // namespace entente
