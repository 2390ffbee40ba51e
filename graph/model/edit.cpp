// SPDX-License-Identifier: Apache-2.0
#include "graph/model/edit.h"

#include "graph/model/fieldtables.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace entente
{

namespace
{

/// "note and 2 other fields"
template <class Fields, class Table>
std::string fieldWords(const Fields& fields, const Table& table)
{
    std::vector<std::string_view> words;
    eachField(table, [&](const auto& field) {
        if (fields.*(field.wanted))
            words.push_back(field.word);
    });
    if (words.empty())
        return "nothing";
    if (words.size() == 1)
        return std::string(words.front());
    if (words.size() == 2)
        return fmt::format("{} and {}", words[0], words[1]);
    return fmt::format("{} and {} other fields", words[0], words.size() - 1);
}

std::string claimWords(const ClaimFields& fields)
{
    ClaimFields others = fields;
    others.rejected.reset();
    if (fields.rejected && others == ClaimFields())
        return *fields.rejected ? "Reject a claim" : "Accept a claim again";
    return fmt::format("Change the {} of a claim", fieldWords(fields, claimFields));
}

template <class IdType>
std::string samenessWords(const JudgeSameness<IdType>& judge, std::string_view what)
{
    if (!judge.verdict)
        return fmt::format("Leave two {} to what the articles say", what);
    return *judge.verdict == Sameness::One ? fmt::format("Merge two {}", what)
                                           : fmt::format("Keep two {} apart", what);
}

struct Words
{
    std::string operator()(const AddArticle& add) const
    {
        return fmt::format("Add “{}”", add.records->article.title);
    }
    std::string operator()(const RemoveArticle&) const { return "Remove an article"; }
    std::string operator()(const EraseArticle&) const { return "Erase an article for good"; }
    std::string operator()(const ChangeArticle& change) const
    {
        return fmt::format("Change the {} of an article", fieldWords(change.fields, articleFields));
    }
    std::string operator()(const AddMention& add) const
    {
        return fmt::format("Mark “{}”", add.record.text);
    }
    std::string operator()(const ChangeMention& change) const
    {
        return fmt::format("Change the {} of a mark", fieldWords(change.fields, mentionFields));
    }
    std::string operator()(const RemoveMention&) const { return "Remove a mark"; }
    std::string operator()(const AddEntity& add) const
    {
        return fmt::format("Add a {}", add.record.type);
    }
    std::string operator()(const ChangeEntity& change) const
    {
        if (change.fields.name && change.fields.name->empty())
            return "Take back the name"; // It goes by what the articles call it again.
        if (change.fields.name)
            return fmt::format("Rename to “{}”", *change.fields.name);
        return fmt::format("Change the {}", fieldWords(change.fields, entityFields));
    }
    std::string operator()(const RemoveEntity&) const { return "Remove an actor or thing"; }
    std::string operator()(const AddEvent& add) const
    {
        return fmt::format("Add a {}", add.record.type);
    }
    std::string operator()(const ChangeEvent& change) const
    {
        return fmt::format("Change the {} of a meeting", fieldWords(change.fields, eventFields));
    }
    std::string operator()(const RemoveEvent&) const { return "Remove a meeting"; }
    std::string operator()(const AddClaim& add) const
    {
        return fmt::format("Add a claim ({})", add.record.type);
    }
    std::string operator()(const ChangeClaim& change) const { return claimWords(change.fields); }
    std::string operator()(const RemoveClaim&) const { return "Remove a claim"; }
    std::string operator()(const JudgeEntities& judge) const
    {
        return samenessWords(judge, "actors or things");
    }
    std::string operator()(const JudgeEvents& judge) const
    {
        return samenessWords(judge, "meetings");
    }
    std::string operator()(const PlaceNodes& place) const
    {
        return place.placements.size() == 1 ? "Move a node"
                                            : fmt::format("Move {} nodes", place.placements.size());
    }
    std::string operator()(const PutView& put) const
    {
        return fmt::format("Keep the view “{}”", put.view.name);
    }
    std::string operator()(const RemoveView&) const { return "Remove a view"; }
    std::string operator()(const PutVocabularyFile& put) const
    {
        return fmt::format("{} the vocabulary in {}", put.bytes ? "Keep" : "Take away", put.name);
    }
    std::string operator()(const SettleMatter& settle) const
    {
        if (!settle.because)
            return "Open a matter again";
        return settle.because->empty()
                   ? "Leave a matter as it is"
                   : fmt::format("Leave a matter as it is: “{}”", *settle.because);
    }
    std::string operator()(const Together& together) const
    {
        if (together.edits.empty())
            return "Change nothing";
        if (const auto import = importWords(together))
            return *import;
        std::string first = std::visit(*this, together.edits.front());
        return together.edits.size() == 1
                   ? first
                   : fmt::format("{} and {} more", first, together.edits.size() - 1);
    }

private:
    /// What a folder says besides its articles.
    static bool comesWithArticles(const SingleEdit& edit)
    {
        return std::holds_alternative<PutVocabularyFile>(edit) ||
               std::holds_alternative<JudgeEntities>(edit) ||
               std::holds_alternative<JudgeEvents>(edit) ||
               std::holds_alternative<PlaceNodes>(edit) || std::holds_alternative<PutView>(edit) ||
               std::holds_alternative<SettleMatter>(edit);
    }

    /// What an import is called: by its articles, whatever comes with them.
    std::optional<std::string> importWords(const Together& together) const
    {
        const AddArticle* one = nullptr;
        std::size_t articles = 0;
        std::set<ArticleId> renewed; // They go, to come again as they are by now.
        for (const SingleEdit& edit : together.edits) {
            if (const auto* add = std::get_if<AddArticle>(&edit)) {
                one = add;
                ++articles;
                renewed.erase(add->records->article.id);
            } else if (const auto* remove = std::get_if<RemoveArticle>(&edit)) {
                renewed.insert(remove->article);
            } else if (!comesWithArticles(edit)) {
                return std::nullopt;
            }
        }
        if (articles == 0 || !renewed.empty())
            return std::nullopt;
        if (articles > 1)
            return fmt::format("Import {} articles", articles);
        const bool isNew = std::ranges::none_of(together.edits, [](const SingleEdit& edit) {
            return std::holds_alternative<RemoveArticle>(edit);
        });
        return isNew ? (*this)(*one)
                     : fmt::format("Import “{}” again", one->records->article.title);
    }
};

} // namespace

SingleEdit::SingleEdit() = default;
SingleEdit::SingleEdit(const SingleEdit& other) = default;
SingleEdit::SingleEdit(SingleEdit&& other) noexcept = default;
SingleEdit& SingleEdit::operator=(const SingleEdit& other) = default;
SingleEdit& SingleEdit::operator=(SingleEdit&& other) noexcept = default;
SingleEdit::~SingleEdit() = default;

bool SingleEdit::operator==(const SingleEdit& other) const
{
    return static_cast<const Kinds&>(*this) == static_cast<const Kinds&>(other);
}

Edit::Edit() = default;
Edit::Edit(const Edit& other) = default;
Edit::Edit(Edit&& other) noexcept = default;
Edit& Edit::operator=(const Edit& other) = default;
Edit& Edit::operator=(Edit&& other) noexcept = default;
Edit::~Edit() = default;

bool Edit::operator==(const Edit& other) const
{
    return static_cast<const Kinds&>(*this) == static_cast<const Kinds&>(other);
}

void Change::add(Change other)
{
    articles.merge(other.articles);
    order = order || other.order;
    entityVerdicts.merge(other.entityVerdicts);
    eventVerdicts.merge(other.eventVerdicts);
    placed.merge(other.placed);
    views.merge(other.views);
    vocabulary.merge(other.vocabulary);
    settled.merge(other.settled);
}

bool concerns(const std::string& matter, ArticleId article)
{
    return matter.find(article.text()) != std::string::npos;
}

std::string wordsOf(const Edit& edit) { return std::visit(Words(), edit); }

} // namespace entente
