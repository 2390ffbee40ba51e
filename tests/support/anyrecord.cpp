// SPDX-License-Identifier: Apache-2.0
#include "tests/support/anyrecord.h"

#include "graph/annotation/articlereading.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <rapidcheck.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>

namespace entente
{

namespace
{

const char* const twoReports = R"(
    article a 2024-01-15
    Visit Happened CT+ on 2024-01-15 id trip: Visitor Person "Choe Son-hui", Destination State "Russia" Wikidata:Q159
    Meeting Expected evidence: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
    article b 2024-01-16
    Meeting: Participant Person "Ms Choe", Participant Person "Sergei Lavrov"
    Statement: Speaker State "North Korea", Content #1
    same "Ms Choe" "Sergei Lavrov"
)";

std::string bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

AddArticle imported(const ArticleBytes& bytes)
{
    return {importBytes(bytes, testOntology()).imported.value().records};
}

AddArticle plainArticle()
{
    const std::string sample = ENTENTE_SOURCE_DIR "/resources/sample/2018/";
    ArticleBytes plain;
    plain.name = "pompeo-trip-off";
    plain.text = bytesOf(sample + plain.name + ".txt");
    plain.annotation = bytesOf(sample + plain.name + ".ann");
    plain.metadata = bytesOf(sample + plain.name + ".json");
    return imported(plain);
}

/// Counts UTF-16 code units; has an id twice, a role without filler, an attribute twice, what no
/// one understands, and a relation that leads nowhere.
AddArticle strangeArticle()
{
    ArticleBytes strange;
    strange.name = "strange/one";
    strange.text = "\U0001F600 Choe visits Russia.\r\nLavrov met Choe.\r\n";
    strange.annotation =
        "T1\tPerson 3 7\tChoe\r\nT2\tVisit 8 14\tvisits\r\nT3\tState 15 21\tRussia\r\n"
        "T3\tPerson 24 30\tLavrov\r\nT5\tMeeting 31 34\tmet\r\n"
        "T6\tPerson 35 39\tChoe\r\nE1\tVisit:T2 Visitor:T1 Topic:T9\r\n"
        "E2\tMeeting:T5 Participant:T6\r\n?\r\nA1\tModality E1 Perhaps\r\n"
        "A2\tPolarity E1 Positive\r\nA3\tPolarity E1 Negative\r\n"
        "R1\tNear Arg1:T1 Arg2:T99\r\nR2\tSameAs Arg1:T1 Arg2:T6\r\n"
        "*\tSameEvent E1\r\n";
    return imported(strange);
}

TextSpan someSpan(const Article& article)
{
    const int size = article.text ? article.text->size() : 0;
    const int begin = size > 0 ? below(size) : 0;
    return {begin, begin + 1 + below(8)};
}

std::string wordsAt(const TextSpans& spans, const Article& article)
{
    return article.text ? article.text->slice(spans) : std::string();
}

Filler someFiller(const ArticleRecords& records)
{
    if (!records.claims.empty() && oneIn(4))
        return anyIdOf(records.claims);
    return records.mentions.empty() ? Filler(ClaimId()) : Filler(anyIdOf(records.mentions));
}

std::vector<RoleFiller> someRoles(const ArticleRecords& records, int count)
{
    std::vector<RoleFiller> roles;
    for (; count > 0; --count)
        roles.push_back({oneWord(), someFiller(records)});
    return roles;
}

Quote someQuote(const ArticleRecords& records)
{
    Quote quote;
    quote.spans = {someSpan(records.article)};
    quote.text = wordsAt(quote.spans, records.article);
    return quote;
}

template <class Fields>
Fields someWholeFields(std::optional<std::string> Fields::*name)
{
    Fields fields;
    maybe(&Fields::type, fields, oneWord);
    maybe(name, fields, someWords);
    maybe(&Fields::ids, fields, [] { return some(someId); });
    maybe(&Fields::note, fields, someWords);
    maybe(&Fields::tags, fields, [] { return some(someWords); });
    return fields;
}

} // namespace

Store storeToWorkIn()
{
    Store store = storeFrom(twoReports);
    for (AddArticle& add : std::vector{plainArticle(), strangeArticle()}) {
        if (const auto applied = store.apply(std::move(add)); !applied)
            throw std::runtime_error(applied.error());
    }
    return store;
}

int below(int end) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end)); }

Uuid newUuid()
{
    const auto half =
        rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint64_t>()));
    return {1, *half};
}

std::string someWords()
{
    return oneOf<const char*>({"",
                               "Person",
                               "Visit",
                               "Meeting",
                               "State",
                               "Date",
                               "Quote",
                               "Talks",
                               "Zeppelin",
                               "High",
                               "B",
                               "3",
                               "Choe Son-hui",
                               "two\nlines",
                               "tab\there",
                               " blank before",
                               "blank after ",
                               "a:b",
                               "\xff no UTF-8",
                               "최선희",
                               "T1",
                               "E1",
                               "carriage\rreturn",
                               "Negative",
                               "\n",
                               "#"});
}

std::string oneWord()
{
    return oneOf<const char*>({"Person", "State", "Visit", "Meeting", "Quote", "Position", "Talks",
                               "Zeppelin", "two words", "a:b", "\xff", "Participant", "Side1",
                               "Arg1", "Arg2", "Time"});
}

Edtf someDate()
{
    return parseEdtf(
               oneOf<const char*>({"2024-03", "2023-10", "2024?", "2024-01-15", "../2024-01"}))
        .value();
}

OutsideId someId()
{
    return {oneOf<const char*>({"Wikidata", "wikidata", "EDTF", "Event", "a:b", "two words"}),
            oneOf<const char*>({"Q1", "Q2", "trip", "a b", "x:y", ""}), someWords()};
}

Mention someMention(const ArticleRecords& records)
{
    Mention mention;
    mention.id = MentionId(newUuid());
    mention.article = records.article.id;
    mention.type = oneWord();
    mention.spans = {someSpan(records.article)};
    if (oneIn(4))
        mention.spans.push_back(someSpan(records.article));
    mention.text = wordsAt(mention.spans, records.article);
    if (oneIn(2))
        mention.entity = anyIdOf(records.entities);
    mention.ids = some(someId);
    mention.note = someWords();
    mention.form = oneOf<const char*>({"", "", "Nominal"});
    return mention;
}

Entity someEntity(const ArticleRecords& records)
{
    return {EntityId(newUuid()), records.article.id, oneWord(), some(someId),
            someWords(),         someWords(),        {}};
}

Event someEvent(const ArticleRecords& records)
{
    return {EventId(newUuid()), records.article.id, oneWord(), {}, someWords(), someWords(), {}};
}

Claim someClaim(const ArticleRecords& records)
{
    Claim claim;
    claim.id = ClaimId(newUuid());
    claim.article = records.article.id;
    claim.type = oneWord();
    const bool isEvent = !records.events.empty() && oneIn(2);
    if (isEvent)
        claim.event = anyIdOf(records.events);
    if (isEvent && !oneIn(4))
        claim.trigger = anyIdOf(records.mentions);
    claim.roles = someRoles(records, isEvent ? below(4) : 2);
    claim.quotes = {someQuote(records)};
    claim.modality = oneOf<std::optional<Modality>>({std::nullopt, Modality::Planned});
    if (oneIn(3))
        claim.otherAttributes = {{oneWord(), someWords()}};
    claim.notes = some(someWords);
    claim.dates = some(someDate);
    claim.origin = oneOf({Origin::ByHand, Origin::Annotated});
    claim.rejected = oneIn(4);
    return claim;
}

ArticleFields someArticleFields()
{
    ArticleFields fields;
    maybe(&ArticleFields::title, fields, someWords);
    maybe(&ArticleFields::outlet, fields, someWords);
    maybe(&ArticleFields::chain, fields, [] { return some(someWords); });
    maybe(&ArticleFields::published, fields, [] { return parseEdtf("2024?"); });
    maybe(&ArticleFields::language, fields, [] { return std::string("ko"); });
    maybe(&ArticleFields::reliability, fields, someWords);
    maybe(&ArticleFields::tags, fields, [] { return some(someWords); });
    return fields;
}

MentionFields someMentionFields(const ArticleRecords& records)
{
    MentionFields fields;
    maybe(&MentionFields::type, fields, oneWord);
    if (oneIn(4)) {
        fields.spans = TextSpans{someSpan(records.article)};
        fields.text = wordsAt(*fields.spans, records.article);
        fields.status = QuoteStatus::Exact;
    }
    maybe(&MentionFields::entity, fields,
          [&] { return oneIn(4) ? EntityId() : anyIdOf(records.entities); });
    maybe(&MentionFields::ids, fields, [] { return some(someId); });
    maybe(&MentionFields::form, fields, someWords);
    maybe(&MentionFields::note, fields, someWords);
    return fields;
}

EntityFields someEntityFields() { return someWholeFields(&EntityFields::name); }
EventFields someEventFields() { return someWholeFields(&EventFields::title); }

ClaimFields someClaimFields(const ArticleRecords& records)
{
    ClaimFields fields;
    maybe(&ClaimFields::type, fields, oneWord);
    maybe(&ClaimFields::event, fields, [&] { return anyIdOf(records.events); });
    maybe(&ClaimFields::trigger, fields, [&] { return anyIdOf(records.mentions); });
    maybe(&ClaimFields::quotes, fields, [&] { return std::vector{someQuote(records)}; });
    maybe(&ClaimFields::roles, fields, [&] { return someRoles(records, below(4)); });
    maybe(&ClaimFields::modality, fields, [] { return std::optional(Modality::Announced); });
    maybe(&ClaimFields::factuality, fields, [] { return std::optional<Factuality>(); });
    maybe(&ClaimFields::polarity, fields, someWords);
    maybe(&ClaimFields::aspect, fields, someWords);
    maybe(&ClaimFields::dates, fields, [] { return some(someDate); });
    maybe(&ClaimFields::confidence, fields, someWords);
    maybe(&ClaimFields::reliability, fields, someWords);
    maybe(&ClaimFields::ids, fields, [] { return some(someId); });
    maybe(&ClaimFields::notes, fields, [] { return some(someWords); });
    maybe(&ClaimFields::tags, fields, [] { return some(someWords); });
    maybe(&ClaimFields::rejected, fields, [] { return true; });
    return fields;
}

} // namespace entente
