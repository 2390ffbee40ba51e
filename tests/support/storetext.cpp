// SPDX-License-Identifier: Apache-2.0
#include "tests/support/storetext.h"

#include "graph/annotation/import.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>
#include <stdexcept>

namespace entente
{

namespace
{

/// Words, quoted strings as one word, and the signs ':' and ',' as words of their own at the end of
/// one.
std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] == ' ') {
            ++i;
        } else if (line[i] == '"') {
            const std::size_t end = line.find('"', i + 1);
            words.emplace_back(line.substr(i, end + 1 - i));
            i = end + 1;
        } else if (line[i] == ',') {
            words.emplace_back(",");
            ++i;
        } else {
            std::size_t end = line.find_first_of(" ,", i);
            if (end == std::string_view::npos)
                end = line.size();
            std::string word(line.substr(i, end - i));
            const bool endsHead = word.ends_with(':');
            if (endsHead)
                word.pop_back();
            if (!word.empty())
                words.push_back(word);
            if (endsHead)
                words.emplace_back(":");
            i = end;
        }
    }
    return words;
}

std::string unquoted(const std::string& word) { return word.substr(1, word.size() - 2); }

class ArticleText
{
public:
    explicit ArticleText(const std::vector<std::string>& head)
    {
        m_article.id = articleIdFor(head.at(1));
        m_article.name = m_article.title = head.at(1);
        m_article.file = head.at(1) + ".txt";
        m_article.language = "en";
        if (head.size() > 2)
            m_article.published = parseEdtf(head.at(2));
    }

    void add(const std::vector<std::string>& words)
    {
        if (words.at(0) == "same")
            addEquivalence(words);
        else
            addClaim(words);
    }

    ArticleRecords records()
    {
        m_article.text = std::make_shared<const SourceText>(m_text);
        return importArticle(m_article, m_annotations, testOntology(), m_article.name + ".ann")
            .records;
    }

private:
    std::string addTextBound(const std::string& type, const std::string& text)
    {
        const int begin = SourceText(m_text).size();
        m_text += text;
        TextBound line;
        line.id = "T" + std::to_string(m_annotations.textBounds.size() + 1);
        line.type = type;
        line.text = text;
        line.spans = {{begin, begin + SourceText(text).size()}};
        m_text += ' ';
        m_annotations.textBounds.push_back(line);
        return line.id;
    }

    std::string thing(const std::string& type, const std::string& name)
    {
        const std::string id = addTextBound(type, name);
        std::string& first = m_things[{type, name}];
        if (first.empty())
            first = id;
        else
            m_annotations.equivs.push_back({"SameAs", {first, id}, 0, {}});
        return id;
    }

    void addReference(const std::string& target, const std::string& database,
                      const std::string& entry)
    {
        NormalizationLine line;
        line.id = "N" + std::to_string(m_annotations.normalizations.size() + 1);
        line.target = target;
        line.database = database;
        line.entry = entry;
        m_annotations.normalizations.push_back(line);
    }

    void addAttribute(const std::string& target, const std::string& name, const std::string& value)
    {
        AttributeLine line;
        line.id = "A" + std::to_string(m_annotations.attributes.size() + 1);
        line.name = name;
        line.target = target;
        line.value = value;
        m_annotations.attributes.push_back(line);
    }

    void addEquivalence(const std::vector<std::string>& words)
    {
        EquivLine line;
        const bool events = words.at(1) == "event";
        line.type = events ? "SameEvent" : "SameAs";
        for (std::size_t i = events ? 2 : 1; i < words.size(); ++i)
            line.members.push_back(events ? "E" + words[i] : idOf(unquoted(words[i])));
        m_annotations.equivs.push_back(line);
    }

    std::string idOf(const std::string& name) const
    {
        for (const auto& [thing, id] : m_things) {
            if (thing.second == name)
                return id;
        }
        throw std::invalid_argument("no such name: " + name);
    }

    void addClaim(const std::vector<std::string>& words)
    {
        const std::string& type = words.at(0);
        const bool isRelation = testOntology().knowsRelation(type);
        const std::string id = isRelation ? "R" + std::to_string(m_annotations.relations.size() + 1)
                                          : "E" + std::to_string(m_annotations.events.size() + 1);
        EventLine event;
        event.id = id;
        event.type = type;
        if (!isRelation)
            event.trigger = addTextBound(type, type);
        std::size_t i = takeHead(words, id, event);
        for (; i < words.size(); ++i) {
            if (words[i] != ",")
                i = takeArgument(words, i, event);
        }
        m_text.back() = '.';
        m_text += ' ';
        if (isRelation)
            m_annotations.relations.push_back(
                {id, type, event.arguments.at(0).role, event.arguments.at(0).target,
                 event.arguments.at(1).role, event.arguments.at(1).target, 0});
        else
            m_annotations.events.push_back(event);
    }

    std::size_t takeHead(const std::vector<std::string>& words, const std::string& id,
                         EventLine& event)
    {
        std::size_t i = 1;
        for (; i < words.size() && words[i] != ":"; ++i) {
            if (parseModality(words[i]))
                addAttribute(id, "Modality", words[i]);
            else if (parseFactuality(words[i]))
                addAttribute(id, "Factuality", words[i]);
            else if (words[i] == "id")
                addReference(id, "Event", words.at(++i));
            else if (words[i] == "on")
                addDate(words.at(++i), event);
            else if (words[i] == "evidence")
                addEvidence(event);
            else
                throw std::invalid_argument("what is this: " + words[i]);
        }
        return i + 1;
    }

    void addDate(const std::string& date, EventLine& event)
    {
        const std::string id = addTextBound("Date", date);
        addReference(id, "EDTF", date);
        event.arguments.push_back({"Time", 1, id});
    }

    void addEvidence(EventLine& event)
    {
        const TextBound trigger = m_annotations.textBounds.back();
        TextBound quote = trigger;
        quote.id = "T" + std::to_string(m_annotations.textBounds.size() + 1);
        quote.type = "Quote";
        m_annotations.textBounds.push_back(quote);
        event.arguments.push_back({"Evidence", 1, quote.id});
    }

    std::size_t takeArgument(const std::vector<std::string>& words, std::size_t i, EventLine& event)
    {
        const std::string& role = words.at(i);
        if (words.at(i + 1).starts_with('#')) {
            event.arguments.push_back({role, 1, "E" + words[i + 1].substr(1)});
            return i + 1;
        }
        const std::string name = unquoted(words.at(i + 2));
        const std::string id = words.at(i + 1) == "=" ? idOf(name) : thing(words.at(i + 1), name);
        event.arguments.push_back({role, 1, id});
        i += 2;
        while (i + 1 < words.size() && words[i + 1] != ",") {
            const std::string& reference = words[++i];
            const std::size_t colon = reference.find(':');
            addReference(id, reference.substr(0, colon), reference.substr(colon + 1));
        }
        return i;
    }

    Article m_article;
    std::string m_text;
    Annotations m_annotations;
    std::map<std::pair<std::string, std::string>, std::string> m_things;
};

void addTo(Store& store, std::optional<ArticleText>& article)
{
    if (!article)
        return;
    if (const auto applied = store.apply(AddArticle{article->records()}); !applied)
        throw std::invalid_argument(applied.error());
}

std::string lineFor(const Node& node)
{
    std::ostringstream line;
    line << node.type << " | " << node.name;
    if (node.kind == NodeKind::Event)
        line << " | " << wordsOf(node.modality) << " | " << node.claims.size()
             << (node.claims.size() == 1 ? " claim" : " claims");
    if (node.contested)
        line << " | contested";
    if (node.identity != Identity::Id)
        line << " | by " << nameOf(node.identity);
    return line.str();
}

} // namespace

const Ontology& testOntology()
{
    static const Ontology ontology = [] {
        const std::filesystem::path folder =
            std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources" / "ontology";
        return readOntology(folder, folder, folder).ontology;
    }();
    return ontology;
}

Store storeFrom(std::string_view text)
{
    Store store;
    std::optional<ArticleText> article;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        const std::vector<std::string> words = wordsOf(line);
        if (words.empty())
            continue;
        if (words.front() == "article") {
            addTo(store, article);
            article.emplace(words);
        } else {
            article.value().add(words);
        }
    }
    addTo(store, article);
    return store;
}

std::string textOf(const KnowledgeGraph& graph)
{
    std::vector<std::string> lines;
    for (const NodeId id : graph.nodes())
        lines.push_back(lineFor(*graph.node(id)));
    std::vector<std::string> edges;
    for (const EdgeId id : graph.edges()) {
        const Edge& edge = *graph.edge(id);
        std::string line = graph.node(graph.source(id))->name + " --" + edge.label + "--> " +
                           graph.node(graph.target(id))->name;
        if (edge.claims.size() > 1)
            line += " | " + std::to_string(edge.claims.size()) + " claims";
        edges.push_back(line);
    }
    std::ranges::sort(lines);
    std::ranges::sort(edges);
    lines.insert(lines.end(), edges.begin(), edges.end());
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

} // namespace entente
