// SPDX-License-Identifier: Apache-2.0
#include "tests/support/editscript.h"

#include "graph/byhand/claiming.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/project/contents.h"
#include "graph/project/editjson.h"
#include "graph/text/sourcetext.h"
#include "tests/support/projectreports.h"
#include "tests/support/storetext.h"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>

namespace entente
{

namespace
{

/// Who is in an article that a script has added and nowhere else; nothing: it added another one.
std::optional<std::string> wordOf(const Article& article)
{
    if (!article.name.starts_with("qzx"))
        return std::nullopt;
    return article.name;
}

} // namespace

EditScript::EditScript(Store start, unsigned seed, int edits)
    : m_start(std::move(start))
    , m_store(m_start)
    , m_seed(seed)
    , m_random(seed)
{
    while (m_edits.size() < static_cast<std::size_t>(edits))
        perform(next());
}

std::string EditScript::lines() const
{
    std::string lines;
    for (const Edit& edit : m_edits)
        lines += toJson(edit) + '\n';
    return lines;
}

Store EditScript::after(std::size_t edits) const
{
    Store store = m_start;
    for (std::size_t i = 0; i < edits; ++i) {
        if (const auto applied = store.apply(m_edits.at(i)); !applied)
            throw std::runtime_error(applied.error());
    }
    return store;
}

std::vector<std::string> EditScript::erasedBy(std::size_t edits) const
{
    std::vector<std::string> words;
    for (const Erased& erased : m_erased) {
        if (erased.by <= edits)
            words.push_back(erased.word);
    }
    return words;
}

unsigned EditScript::below(std::size_t end)
{
    return std::uniform_int_distribution<unsigned>(0, static_cast<unsigned>(end) - 1)(m_random);
}

template <class Record>
const Record& EditScript::any(const std::vector<Record>& records)
{
    return records.at(below(records.size()));
}

Edit EditScript::next()
{
    if (m_store.articles().size() < 3)
        return report();
    const ArticleRecords& records = m_store.records(any(m_store.articles()));
    const ViewId view(Uuid{1, 1 + below(20)});
    switch (below(17)) {
    case 0:
        return m_store.articles().size() < 12 ? report() : RemoveArticle{records.article.id};
    case 1:
        return RemoveArticle{records.article.id};
    case 2:
    case 3:
        return m_gone.empty() ? report() : m_gone.back();
    case 4:
        return below(4) == 0 ? erasure() : change(records);
    case 5:
        return PutView{{view, fmt::format("view {}", below(9)), std::string(below(9000), 's')}};
    case 6:
        return RemoveView{view};
    case 7:
        return judgement(records);
    case 8:
        return PlaceNodes{{{nodeId(any(records.entities).id), Point{double(below(900)), 1}}}};
    case 9:
        return Together{{renamed(any(records.entities).id, fmt::format("both {}", below(999))),
                         PlaceNodes{{{nodeId(records.entities.front().id), Point{3, 4}}}}}};
    case 10:
    case 11:
        return annotation(records);
    case 12:
        return SettleMatter{fmt::format("no-date:{}", below(5)),
                            below(3) == 0 ? std::nullopt
                                          : std::optional(fmt::format("because {}", below(9)))};
    default:
        return change(records);
    }
}

/// As an analyst does it in the text: words are marked, as a name or as telling of an event, and
/// marks taken away with what rests on them.
Edit EditScript::annotation(const ArticleRecords& records)
{
    const KnowledgeGraph graph = fold(m_store, testOntology());
    const HandBase base{m_store, testOntology(), graph};
    const SourceText& text = *records.article.text;
    const int begin = static_cast<int>(below(static_cast<std::size_t>(text.size())));
    const TextSpans words = spansToMark(text, {begin, begin + 1 + static_cast<int>(below(12))});
    const auto orElse = [&](const auto& made) { return made ? Edit(made->edit) : change(records); };
    switch (below(3)) {
    case 0:
        return orElse(markWords(base, {.article = records.article.id,
                                       .spans = words,
                                       .type = "Person",
                                       .who = graph.nodeOf(any(records.entities).id),
                                       .ids = {},
                                       .form = {}}));
    case 1:
        return orElse(addEvent(base, {.article = records.article.id,
                                      .trigger = words,
                                      .type = "Visit",
                                      .modality = Modality::Planned,
                                      .factuality = {},
                                      .polarity = {}}));
    default: {
        // Something must be left that others can be done to.
        if (records.claims.size() < 3 || records.entities.size() < 3)
            return change(records);
        const auto gone = unmark(base, any(records.mentions).id);
        return gone ? Edit(*gone) : change(records);
    }
    }
}

Edit EditScript::change(const ArticleRecords& records)
{
    const unsigned number = below(1'000'000);
    switch (below(3)) {
    case 0: {
        ChangeArticle titled{records.article.id, {}};
        titled.fields.title = fmt::format("title {}", number);
        return titled;
    }
    case 1:
        return renamed(any(records.entities).id, fmt::format("name {}", number));
    default: {
        ChangeClaim judged{any(records.claims).id, {}};
        judged.fields.rejected = number % 2 == 0;
        judged.fields.notes = std::vector<std::string>(1 + below(20), fmt::format("n {}", number));
        return judged;
    }
    }
}

Edit EditScript::judgement(const ArticleRecords& records)
{
    const ArticleRecords& others = m_store.records(any(m_store.articles()));
    const std::vector<std::optional<Sameness>> verdicts{Sameness::One, Sameness::Apart, {}};
    if (below(2) == 0 && !records.events.empty() && !others.events.empty())
        return JudgeEvents{any(records.events).id, any(others.events).id, any(verdicts)};
    return JudgeEntities{any(records.entities).id, any(others.entities).id, any(verdicts)};
}

/// A word of its own in its name, its text and its annotation; some are long.
Edit EditScript::report()
{
    const std::string word = fmt::format("qzx{}w{}e", m_seed, ++m_reports);
    std::string text = fmt::format("article {} 2024-01-15\n", word);
    for (unsigned i = 0; i < (below(8) == 0 ? 30U : 3U); ++i)
        text += fmt::format("Visit Happened: Visitor Person \"{} the {}th\", Destination State "
                            "\"State {}\"\n",
                            word, i, i % 7);
    const Store store = storeFrom(text);
    AddArticle add{store.records(store.articles().front())};
    add.records.own().article.sha256.clear();
    add.records.own().article.annotation =
        std::make_shared<const std::string>("T1\tPerson 0 3\t" + word + '\n');
    return add;
}

/// Of an article that a script added, where there is one.
Edit EditScript::erasure()
{
    const ArticleId id = any(m_store.articles());
    if (const auto word = wordOf(*m_store.article(id)))
        return EraseArticle{id};
    return report();
}

void EditScript::perform(Edit edit)
{
    if (const std::string wrong = sealContents(edit); !wrong.empty())
        throw std::runtime_error(wrong);
    std::optional<std::string> erased;
    if (const auto* erase = std::get_if<EraseArticle>(&edit))
        erased = wordOf(*m_store.article(erase->article));
    const auto applied = m_store.apply(edit);
    if (!applied)
        return; // Such as a view that is not there.
    const bool isBack = !m_gone.empty() && edit == m_gone.back();
    if (isBack)
        m_gone.pop_back();
    if (std::holds_alternative<RemoveArticle>(edit))
        m_gone.push_back(applied->inverse);
    m_edits.push_back(std::move(edit));
    if (erased)
        m_erased.push_back({m_edits.size(), *erased});
}

} // namespace entente
