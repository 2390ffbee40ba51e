// SPDX-License-Identifier: Apache-2.0
// Whatever an analyst does: written to files and read again it is the same.
#include "graph/text/sourcetext.h"
#include "tests/support/brat.h"
#include "tests/support/exported.h"

#include <QTest>

#include <rapidcheck.h>

#include <filesystem>

using namespace entente;

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

/// A store to begin with: articles whose files are known, of which one is a hard case, and articles
/// that were never in a file.
Store firstStore()
{
    Store store = storeFrom(twoReports);
    const std::string sample = ENTENTE_SOURCE_DIR "/resources/sample/2018/";
    ArticleBytes plain;
    plain.name = "pompeo-trip-off";
    plain.text = bytesOf(asQString(sample + plain.name + ".txt"));
    plain.annotation = bytesOf(asQString(sample + plain.name + ".ann"));
    plain.metadata = bytesOf(asQString(sample + plain.name + ".json"));
    mustApply(store, AddArticle{importBytes(plain, testOntology()).imported->records});
    ArticleBytes strange;
    strange.name = "strange/one";
    strange.text = "\U0001F600 Choe visits Russia.\r\nLavrov met Choe.\r\n";
    // Counts UTF-16 code units; has an id twice, a role without filler, an attribute twice, what no
    // one understands, and a relation that leads nowhere.
    strange.annotation =
        "T1\tPerson 3 7\tChoe\r\nT2\tVisit 8 14\tvisits\r\nT3\tState 15 21\tRussia\r\n"
        "T3\tPerson 24 30\tLavrov\r\nT5\tMeeting 31 34\tmet\r\n"
        "T6\tPerson 35 39\tChoe\r\nE1\tVisit:T2 Visitor:T1 Topic:T9\r\n"
        "E2\tMeeting:T5 Participant:T6\r\n?\r\nA1\tModality E1 Perhaps\r\n"
        "A2\tPolarity E1 Positive\r\nA3\tPolarity E1 Negative\r\n"
        "R1\tNear Arg1:T1 Arg2:T99\r\nR2\tSameAs Arg1:T1 Arg2:T6\r\n"
        "*\tSameEvent E1\r\n";
    mustApply(store, AddArticle{importBytes(strange, testOntology()).imported->records});
    return store;
}

/// Words that files find easy and words that they find hard.
std::string someWords()
{
    return *rc::gen::elementOf(std::vector<std::string>{"",
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
    return *rc::gen::elementOf(std::vector<std::string>{
        "Person", "State", "Visit", "Meeting", "Quote", "Position", "Talks", "Zeppelin",
        "two words", "a:b", "\xff", "Participant", "Side1", "Arg1", "Arg2", "Time"});
}

template <class Value, class Make>
std::vector<Value> some(Make make)
{
    std::vector<Value> values;
    for (int count = *rc::gen::inRange(0, 3); count > 0; --count)
        values.push_back(make());
    return values;
}

OutsideId someId()
{
    return {*rc::gen::elementOf(std::vector<std::string>{"Wikidata", "wikidata", "EDTF", "Event",
                                                         "a:b", "two words"}),
            *rc::gen::elementOf(std::vector<std::string>{"Q1", "Q2", "trip", "a b", "x:y", ""}),
            someWords()};
}

template <class Record>
std::optional<Record> one(const std::vector<Record>& records)
{
    if (records.empty())
        return std::nullopt;
    return *rc::gen::elementOf(records);
}

TextSpan someSpan(const Article& article)
{
    const int begin = *rc::gen::inRange(0, article.text->size());
    return {begin, begin + *rc::gen::inRange(1, 9)};
}

Mention someMention(const ArticleRecords& records)
{
    Mention mention;
    mention.id = MentionId(randomUuid());
    mention.article = records.article.id;
    mention.type = oneWord();
    mention.spans = {someSpan(records.article)};
    if (*rc::gen::inRange(0, 4) == 0)
        mention.spans.push_back(someSpan(records.article));
    mention.text = records.article.text->slice(mention.spans);
    const auto entity = one(records.entities);
    if (entity && *rc::gen::arbitrary<bool>())
        mention.entity = entity->id;
    mention.ids = some<OutsideId>(someId);
    mention.note = someWords();
    mention.form = *rc::gen::elementOf(std::vector<std::string>{"", "", "Nominal"});
    return mention;
}

Filler someFiller(const ArticleRecords& records)
{
    const auto claim = one(records.claims);
    if (claim && *rc::gen::inRange(0, 4) == 0)
        return claim->id;
    const auto mention = one(records.mentions);
    return mention ? Filler(mention->id) : Filler(ClaimId());
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
    quote.text = records.article.text->slice(quote.spans);
    return quote;
}

Claim someClaim(const ArticleRecords& records)
{
    Claim claim;
    claim.id = ClaimId(randomUuid());
    claim.article = records.article.id;
    claim.type = oneWord();
    const auto event = one(records.events);
    const auto trigger = one(records.mentions);
    const bool isEvent = event && *rc::gen::arbitrary<bool>();
    if (isEvent)
        claim.event = event->id;
    if (trigger && *rc::gen::inRange(0, 4) != 0 && isEvent)
        claim.trigger = trigger->id;
    claim.roles = someRoles(records, isEvent ? *rc::gen::inRange(0, 4) : 2);
    claim.quotes = {someQuote(records)};
    claim.modality =
        *rc::gen::elementOf(std::vector<std::optional<Modality>>{std::nullopt, Modality::Planned});
    if (*rc::gen::inRange(0, 3) == 0)
        claim.otherAttributes = {{oneWord(), someWords()}};
    claim.notes = some<std::string>(someWords);
    claim.dates = some<Edtf>([] { return *parseEdtf("2024-03"); });
    claim.origin = *rc::gen::elementOf(std::vector{Origin::ByHand, Origin::Annotated});
    claim.rejected = *rc::gen::inRange(0, 4) == 0;
    return claim;
}

template <class Fields, class Value, class Make>
void maybe(std::optional<Value> Fields::*field, Fields& fields, Make make)
{
    if (*rc::gen::inRange(0, 4) == 0)
        fields.*field = make();
}

ClaimFields someClaimFields(const ArticleRecords& records)
{
    ClaimFields fields;
    maybe(&ClaimFields::type, fields, oneWord);
    maybe(&ClaimFields::event, fields, [&] {
        const auto event = one(records.events);
        return event ? event->id : EventId();
    });
    maybe(&ClaimFields::trigger, fields, [&] {
        const auto mention = one(records.mentions);
        return mention ? mention->id : MentionId();
    });
    maybe(&ClaimFields::quotes, fields, [&] { return std::vector{someQuote(records)}; });
    maybe(&ClaimFields::roles, fields, [&] { return someRoles(records, *rc::gen::inRange(0, 4)); });
    maybe(&ClaimFields::modality, fields, [] { return std::optional(Modality::Announced); });
    maybe(&ClaimFields::factuality, fields, [] { return std::optional<Factuality>(); });
    maybe(&ClaimFields::polarity, fields, someWords);
    maybe(&ClaimFields::aspect, fields, someWords);
    maybe(&ClaimFields::dates, fields,
          [] { return some<Edtf>([] { return *parseEdtf("2023-10"); }); });
    maybe(&ClaimFields::confidence, fields, someWords);
    maybe(&ClaimFields::reliability, fields, someWords);
    maybe(&ClaimFields::ids, fields, [] { return some<OutsideId>(someId); });
    maybe(&ClaimFields::notes, fields, [] { return some<std::string>(someWords); });
    maybe(&ClaimFields::tags, fields, [] { return some<std::string>(someWords); });
    maybe(&ClaimFields::rejected, fields, [] { return true; });
    return fields;
}

MentionFields someMentionFields(const ArticleRecords& records)
{
    MentionFields fields;
    maybe(&MentionFields::type, fields, oneWord);
    if (*rc::gen::inRange(0, 4) == 0) {
        fields.spans = TextSpans{someSpan(records.article)};
        fields.text = records.article.text->slice(*fields.spans);
        fields.status = QuoteStatus::Exact;
    }
    maybe(&MentionFields::entity, fields, [&] {
        const auto entity = one(records.entities);
        return entity && *rc::gen::inRange(0, 4) != 0 ? entity->id : EntityId();
    });
    maybe(&MentionFields::ids, fields, [] { return some<OutsideId>(someId); });
    maybe(&MentionFields::form, fields, someWords);
    maybe(&MentionFields::note, fields, someWords);
    return fields;
}

template <class Fields>
Fields someWholeFields(std::optional<std::string> Fields::*name)
{
    Fields fields;
    maybe(&Fields::type, fields, oneWord);
    maybe(name, fields, someWords);
    maybe(&Fields::ids, fields, [] { return some<OutsideId>(someId); });
    maybe(&Fields::note, fields, someWords);
    maybe(&Fields::tags, fields, [] { return some<std::string>(someWords); });
    return fields;
}

ArticleFields someArticleFields()
{
    ArticleFields fields;
    maybe(&ArticleFields::title, fields, someWords);
    maybe(&ArticleFields::outlet, fields, someWords);
    maybe(&ArticleFields::chain, fields, [] { return some<std::string>(someWords); });
    maybe(&ArticleFields::published, fields, [] { return parseEdtf("2024?"); });
    maybe(&ArticleFields::language, fields, [] { return std::string("ko"); });
    maybe(&ArticleFields::reliability, fields, someWords);
    maybe(&ArticleFields::tags, fields, [] { return some<std::string>(someWords); });
    return fields;
}

template <class IdType>
IdType idOf(const auto& record)
{
    return record ? record->id : IdType();
}

/// Of any kind but those that add whole articles; some of them the store will refuse.
Edit someEdit(const Store& store)
{
    const ArticleId id = *rc::gen::elementOf(store.articles());
    const ArticleRecords& records = store.records(id);
    const ArticleRecords& others = store.records(store.articles().front());
    switch (*rc::gen::inRange(0, 18)) {
    case 0:
        return ChangeArticle{id, someArticleFields()};
    case 1:
    case 2:
        return AddMention{someMention(records)};
    case 3:
    case 4:
        return ChangeMention{idOf<MentionId>(one(records.mentions)), someMentionFields(records)};
    case 5:
        return RemoveMention{idOf<MentionId>(one(records.mentions))};
    case 6:
        return AddEntity{{EntityId(randomUuid()),
                          id,
                          oneWord(),
                          some<OutsideId>(someId),
                          someWords(),
                          someWords(),
                          {}}};
    case 7:
        return ChangeEntity{idOf<EntityId>(one(records.entities)),
                            someWholeFields(&EntityFields::name)};
    case 8:
        return RemoveEntity{idOf<EntityId>(one(records.entities))};
    case 9:
        return AddEvent{{EventId(randomUuid()), id, oneWord(), {}, someWords(), someWords(), {}},
                        0};
    case 10:
        return ChangeEvent{idOf<EventId>(one(records.events)),
                           someWholeFields(&EventFields::title)};
    case 11:
        return RemoveEvent{idOf<EventId>(one(records.events))};
    case 12:
    case 13:
        return AddClaim{someClaim(records)};
    case 14:
        return ChangeClaim{idOf<ClaimId>(one(records.claims)), someClaimFields(records)};
    case 15:
        return RemoveClaim{idOf<ClaimId>(one(records.claims))};
    case 16:
        return JudgeEntities{idOf<EntityId>(one(records.entities)),
                             idOf<EntityId>(one(others.entities)), Sameness::Apart};
    default:
        return PutView{{ViewId(randomUuid()), someWords(), someWords()}};
    }
}

/// The lines that only one of two files has.
std::string differenceOf(const std::string& before, const std::string& after)
{
    const QStringList a = QString::fromStdString(before).split(u'\n');
    const QStringList b = QString::fromStdString(after).split(u'\n');
    std::string difference;
    for (const QString& line : a)
        difference += b.contains(line) ? "" : "- " + line.toStdString() + '\n';
    for (const QString& line : b)
        difference += a.contains(line) ? "" : "+ " + line.toStdString() + '\n';
    return difference;
}

} // namespace

class BratRoundTripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverWasDoneComesBack()
    {
        const Store first = firstStore();
        const bool holds = rc::check("export and import are the same store", [&] {
            Store store = first;
            for (int left = *rc::gen::inRange(1, 25); left > 0; --left)
                (void)store.apply(someEdit(store));
            const BratExport exported = exportBrat(store, ENTENTE_SOURCE_DIR "/resources");
            RC_ASSERT(exported.lost.empty());
            Diagnostics troubles;
            const Store again = readBack(exported.files, troubles);
            if (!troubles.empty())
                RC_FAIL(troubles.front().text());
            RC_ASSERT(saySame(again, store));

            // And what came back is written as it was: nothing grows by being carried to and fro.
            const BratExport once = exportBrat(again, ENTENTE_SOURCE_DIR "/resources");
            for (const auto& [path, bytes] : exported.files) {
                if (path.ends_with(".ann") && once.files.at(path) != bytes)
                    RC_FAIL(path + " changed:\n" + differenceOf(bytes, once.files.at(path)));
            }
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(BratRoundTripTest)
#include "bratroundtriptest.moc"
