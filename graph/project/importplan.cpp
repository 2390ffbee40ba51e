// SPDX-License-Identifier: Apache-2.0
#include "graph/project/importplan.h"

#include "graph/annotation/ontologies.h"
#include "graph/model/recordcheck.h"
#include "graph/model/store.h"
#include "graph/project/importrest.h"
#include "graph/project/reimport.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace entente
{

namespace
{

/// What the project keeps of other folders stays: articles that came from there need it.
void addVocabulary(const Store& project, const Store& read, ImportPlan& plan)
{
    const auto put = [&](const std::string& name, std::optional<std::string> bytes) {
        plan.edit.edits.emplace_back(PutVocabularyFile{name, std::move(bytes)});
        plan.hasVocabulary = true;
    };
    for (const auto& [name, bytes] : read.vocabulary()) {
        const auto kept = project.vocabulary().find(name);
        if (kept == project.vocabulary().end() || kept->second != bytes)
            put(name, bytes);
    }
    for (const auto& [name, bytes] : project.vocabulary()) {
        const auto types = std::filesystem::path(name).replace_filename("annotation.conf");
        // A folder that came with its types came with all that goes with them.
        if (!read.vocabulary().contains(name) && read.vocabulary().contains(types.generic_string()))
            put(name, std::nullopt);
    }
}

/// Plans for articles that the project has, with another text or annotation.
class Renewal
{
public:
    Renewal(const Store& project, const std::filesystem::path& resources, ImportPlan& plan)
        : m_project(project)
        , m_ontologies(Ontologies::kept(project.vocabulary(), resources / "ontology"))
        , m_plan(plan)
    {
        for (const auto& [pair, verdict] : project.entityVerdicts())
            m_judged.entities.insert({pair.first, pair.second});
        for (const auto& [pair, verdict] : project.eventVerdicts())
            m_judged.events.insert({pair.first, pair.second});
    }

    void add(ArticleRecords theirs)
    {
        const ArticleRecords& mine = m_project.records(theirs.article.id);
        const auto folder = std::filesystem::path(mine.article.name).parent_path();
        const Ontology& ontology = m_ontologies.of(folder, {}).read.ontology;
        const auto base = importedAgain(mine.article, ontology);
        if (!base)
            return tell(theirs.article,
                        "Its first annotation file was not kept, so that work on it could "
                        "not be told from that; it was left as it is");
        if (mine.article.annotated && !theirs.article.annotated) {
            tell(theirs.article, "There is no annotation beside its text any more; the one that "
                                 "is here was kept");
            if (theirs.article.sha256 == mine.article.sha256 &&
                (!theirs.article.metadata || theirs.article.metadata == mine.article.metadata))
                return;
            theirs.article.annotated = true;
            theirs.article.annotation = mine.article.annotation;
            theirs.article.annotationSha256 = mine.article.annotationSha256;
            if (auto again = importedAgain(std::move(theirs.article), ontology)) // It always can.
                theirs = *std::move(again);
        }
        lookForLoss(*base, theirs);
        Reimported renewed = reimport({*base, mine, theirs}, m_judged);
        if (std::string broken = brokenReference(renewed.records); !broken.empty())
            return tell(theirs.article, std::move(broken) + "; it was left as it is");
        for (std::string& words : renewed.unfit)
            tell(theirs.article, std::move(words));
        replace(std::move(renewed.records));
    }

private:
    void tell(const Article& article, std::string words)
    {
        m_plan.unfit.push_back({article.title, article.file, std::move(words)});
    }

    void lookForLoss(const ArticleRecords& before, const ArticleRecords& after)
    {
        const auto size = [](const ArticleRecords& records) {
            return records.mentions.size() + records.claims.size();
        };
        // Fewer are taken away by hand, one by one, and soon marked anew.
        constexpr std::size_t few = 10;
        if (size(before) >= size(after) + few && size(after) * 2 < size(before))
            m_plan.shrunk.push_back({before.article.title, size(before), size(after)});
    }

    /// Verdicts and places stay, as they go by ids.
    void replace(ArticleRecords records)
    {
        const ArticleId id = records.article.id;
        const auto place = std::ranges::find(m_project.articles(), id);
        const auto position = static_cast<int>(place - m_project.articles().begin());
        m_plan.edit.edits.emplace_back(RemoveArticle{id});
        m_plan.edit.edits.emplace_back(AddArticle{std::move(records), position});
        ++m_plan.renewed;
    }

    const Store& m_project;
    Ontologies m_ontologies;
    JudgedRecords m_judged;
    ImportPlan& m_plan;
};

} // namespace

ImportPlan planImport(const Store& project, const Store& read,
                      const std::filesystem::path& resources)
{
    ImportPlan plan;
    addVocabulary(project, read, plan);
    Renewal renewal(project, resources, plan);
    for (const ArticleId id : read.articles()) {
        const Article& article = *read.article(id);
        const Article* there = project.article(id);
        if (there == nullptr) {
            plan.edit.edits.emplace_back(AddArticle{read.sharedRecords(id)});
            ++plan.added;
        } else if (there->sha256 == article.sha256 &&
                   there->annotationSha256 == article.annotationSha256 &&
                   (!article.metadata || there->metadata == article.metadata)) {
            ++plan.there;
        } else {
            renewal.add(read.records(id));
        }
    }
    addRest(project, read, plan.edit);
    return plan;
}

} // namespace entente
