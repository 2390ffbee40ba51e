// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/metadata.h"

#include "graph/base/jsontext.h"
#include "graph/model/grades.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <type_traits>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// One article's metadata and where to report what is wrong with it.
class Metadata
{
public:
    Metadata(Json json, const std::string& file, Diagnostics& diagnostics)
        : m_json(std::move(json))
        , m_file(file)
        , m_diagnostics(diagnostics)
    {
    }

    std::string text(const char* key)
    {
        const auto found = m_json.find(key);
        if (found == m_json.end() || found->is_null())
            return {};
        if (found->is_string())
            return found->get<std::string>();
        report(fmt::format("“{}” should be a text; it is left out", key));
        return {};
    }

    std::vector<std::string> texts(const char* key)
    {
        std::vector<std::string> result;
        const auto found = m_json.find(key);
        if (found == m_json.end() || found->is_null())
            return result;
        if (!found->is_array()) {
            report(fmt::format("“{}” should be a list of texts; it is left out", key));
            return result;
        }
        for (const Json& member : *found) {
            if (member.is_string())
                result.push_back(member.get<std::string>());
            else
                report(fmt::format("a member of “{}” is no text; it is left out", key));
        }
        return result;
    }

    std::optional<Edtf> date(const char* key)
    {
        const std::string written = text(key);
        if (written.empty())
            return std::nullopt;
        std::optional<Edtf> date = parseEdtf(written);
        if (!date)
            report(fmt::format("“{}” is no EDTF date; the day of publication is unknown", written));
        return date;
    }

    void report(std::string message)
    {
        m_diagnostics.push_back({Severity::Warning, m_file, 0, std::move(message)});
    }

private:
    Json m_json;
    const std::string& m_file;
    Diagnostics& m_diagnostics;
};

} // namespace

void takeMetadata(Article& article, std::string_view json, const std::string& file,
                  Diagnostics& diagnostics)
{
    auto parsed = parsedJson(json);
    if (!parsed || !parsed->is_object()) {
        diagnostics.push_back({Severity::Warning, file, 0,
                               "this is no JSON object; title, outlet and date stay unknown"});
        return;
    }
    Metadata metadata(*std::move(parsed), file, diagnostics);
    if (std::string title = metadata.text("title"); !title.empty())
        article.title = std::move(title);
    article.outlet = metadata.text("outlet");
    article.chain = metadata.texts("chain");
    article.byline = metadata.text("byline");
    article.address = metadata.text("address");
    article.published = metadata.date("published");
    article.language = metadata.text("language");
    article.reliability = metadata.text("reliability");
    if (!isSourceGrade(article.reliability)) {
        metadata.report(fmt::format("“{}” is no grade from A to F; the source counts as not graded",
                                    article.reliability));
        article.reliability.clear();
    }
}

namespace
{

/// What is written beside an article under the name of its file.
Article withMetadata(const std::string& title, const std::optional<std::string>& metadata)
{
    Article article;
    article.title = title;
    Diagnostics told; // When it was read.
    if (metadata)
        takeMetadata(article, *metadata, {}, told);
    return article;
}

} // namespace

Article asItCame(const Article& article)
{
    Article came =
        withMetadata(std::filesystem::path(article.name).filename().string(), article.metadata);
    came.name = article.name;
    came.metadata = article.metadata;
    return came;
}

std::string metadataOf(const Article& article, const std::string& name)
{
    auto read = parsedJson(article.metadata.value_or("{}"));
    if (!read || !read->is_object())
        return article.metadata.value_or(std::string()); // There is no place in it for anything.
    Json json = *std::move(read);
    const Article nothing = withMetadata(name, std::nullopt);
    const Article before = withMetadata(name, article.metadata);
    bool isChanged = false;
    const auto put = [&]<class Value>(const char* key, Value Article::*field) {
        const Value& value = article.*field;
        if (value == before.*field)
            return; // And stays as it is written, if it is, even where it was not understood.
        isChanged = true;
        if (value == nothing.*field)
            json.erase(key);
        else if constexpr (std::is_same_v<Value, std::optional<Edtf>>)
            json[key] = value->text;
        else
            json[key] = value;
    };
    put("title", &Article::title);
    put("outlet", &Article::outlet);
    put("chain", &Article::chain);
    put("byline", &Article::byline);
    put("published", &Article::published);
    put("address", &Article::address);
    put("language", &Article::language);
    put("reliability", &Article::reliability);
    if (!isChanged)
        return article.metadata.value_or("");
    // What is no UTF-8 can come from a file only; it must not end the program.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace entente
