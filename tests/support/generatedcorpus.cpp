// SPDX-License-Identifier: Apache-2.0
#include "tests/support/generatedcorpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <random>
#include <set>
#include <stdexcept>
#include <string_view>

namespace entente
{

namespace
{

constexpr double meetingsAPair = 3.8;
constexpr double meetingsADocument = 10.8; // Of 5.2 T lines each: 56.
constexpr double meetOneOther = 0.42;
constexpr double hubsShare = 0.085;
constexpr double exponent = 2.1;

/// The distributions of <random> differ from library to library; its engines do not.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_engine(seed)
    {
    }

    /// In [0, 1).
    double fraction() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    /// In [0, count).
    std::size_t below(std::size_t count)
    {
        return static_cast<std::size_t>(fraction() * static_cast<double>(count));
    }
    bool happens(double chance) { return fraction() < chance; }
    template <class List>
    const auto& oneOf(const List& list)
    {
        return list[below(list.size())];
    }
    template <class List>
    void shuffle(List& list)
    {
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[below(i)]);
    }

private:
    std::mt19937_64 m_engine;
};

/// How many meetings each document tells of: spread about the median as article lengths are.
std::vector<int> meetingCounts(int documents, Dice& dice)
{
    std::vector<int> counts;
    for (int i = 0; i < documents; ++i) {
        double bell = -6.0;
        for (int k = 0; k < 12; ++k)
            bell += dice.fraction();
        counts.push_back(
            std::max(1, static_cast<int>(std::lround(meetingsADocument * std::exp(0.35 * bell)))));
    }
    return counts;
}

/// Degrees by quantile, so that the shape does not hang on luck; the largest first.
std::vector<int> degreesOf(int actors)
{
    const int largest = std::max(2, static_cast<int>(std::lround(hubsShare * actors)));
    std::vector<double> upTo; // Share of the actors with at most 2, 3, 4 … neighbours.
    double sum = 0;
    for (int k = 2; k <= largest; ++k)
        upTo.push_back(sum += std::pow(k, -exponent));

    std::vector<int> degrees{largest};
    for (int i = 1; i < actors; ++i) {
        const double place = 1.0 - (i + 0.5) / actors;
        if (place < meetOneOther) {
            degrees.push_back(1);
            continue;
        }
        const double among = (place - meetOneOther) / (1.0 - meetOneOther) * sum;
        degrees.push_back(2 +
                          static_cast<int>(std::ranges::lower_bound(upTo, among) - upTo.begin()));
    }
    return degrees;
}

using Pair = std::pair<int, int>;

/// Joins each actor, the busiest first, to as many others as its degree says; an end that finds no
/// partner any more is left off.
std::vector<Pair> pairsOf(const std::vector<int>& degrees, Dice& dice)
{
    std::vector<int> ends; // Each actor as often as it still lacks partners.
    for (int actor = 0; actor < static_cast<int>(degrees.size()); ++actor)
        ends.insert(ends.end(), static_cast<std::size_t>(degrees[static_cast<std::size_t>(actor)]),
                    actor);
    std::set<Pair> pairs;
    for (int actor = 0; actor < static_cast<int>(degrees.size()); ++actor) {
        auto open = std::erase(ends, actor);
        for (int tries = 0; open > 0 && !ends.empty() && tries < 2000; ++tries) {
            const std::size_t at = dice.below(ends.size());
            if (!pairs.insert({actor, ends[at]}).second)
                continue;
            ends[at] = ends.back();
            ends.pop_back();
            --open;
        }
    }
    return {pairs.begin(), pairs.end()};
}

/// One entry for each meeting, in the order in which they are told.
std::vector<Pair> meetingsOf(const std::vector<Pair>& pairs, int count, Dice& dice)
{
    std::vector<Pair> meetings = pairs;
    meetings.resize(std::min(meetings.size(), static_cast<std::size_t>(count)));
    std::size_t pair = 0;
    while (static_cast<int>(meetings.size()) < count) {
        // So that the number of further meetings falls off geometrically from pair to pair.
        if (dice.happens(1.0 - 1.0 / meetingsAPair))
            meetings.push_back(pairs[pair]);
        else
            pair = (pair + 1) % pairs.size();
    }
    dice.shuffle(meetings);
    return meetings;
}

struct Kind
{
    std::string_view event, before, trigger, after, firstRole, secondRole;
};

constexpr std::array<Kind, 6> kinds{{
    {"Meeting", " ", "met", " with ", "Participant", "Participant2"},
    {"Talks", " held ", "talks", " with ", "Participant", "Participant2"},
    {"Visit", " paid a ", "visit", " to ", "Visitor", "Host"},
    {"RemoteContact", " ", "telephoned", " ", "Participant", "Participant2"},
    {"Agreement", " signed an ", "agreement", " with ", "Participant", "Participant2"},
    {"Statement", " had a ", "message", " for ", "Speaker", "Addressee"},
}};

constexpr std::array<std::string_view, 24> syllables{
    "ka", "lo",  "mé", "ri", "tan", "vo", "shi", "dun", "el", "ğa",  "nör", "pe",
    "su", "zha", "ob", "in", "qua", "rë", "tol", "ui",  "ba", "ski", "mor", "dé"};

/// Different for each number.
std::string wordOf(int number)
{
    std::string word;
    for (int rest = number + 24; rest > 0; rest /= 24)
        word += syllables[static_cast<std::size_t>(rest % 24)];
    // The first letter of every syllable is plain ASCII but one, which has no other case.
    if (word[0] >= 'a' && word[0] <= 'z')
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

std::string typeOf(int actor, int actors)
{
    if (actor < actors / 20) // The hubs.
        return "State";
    return actor % 3 == 0 ? "Organization" : "Person";
}

std::string nameOf(int actor, int actors)
{
    if (typeOf(actor, actors) != "Person")
        return wordOf(actor);
    return wordOf(actor * 7 % 300) + " " + wordOf(actor);
}

struct Span
{
    int begin = 0;
    int end = 0;
};

/// Writes one article and its annotation side by side.
class DocumentWriter
{
public:
    DocumentWriter(int actors, Dice& dice)
        : m_actors(actors)
        , m_dice(dice)
    {
    }

    void tell(const Pair& pair);
    GeneratedCorpus::Document finish(std::string name) &&
    {
        return {std::move(name), std::move(m_text), std::move(m_annotations)};
    }

private:
    Span add(std::string_view words)
    {
        const Span span{m_length,
                        m_length + static_cast<int>(std::ranges::count_if(
                                       words, [](char c) { return (c & 0xC0) != 0x80; }))};
        m_text += words;
        m_length = span.end;
        return span;
    }
    std::string mark(std::string_view type, Span span, std::string_view words)
    {
        std::string id = "T" + std::to_string(++m_marks);
        m_annotations += id + "\t" + std::string(type) + " " + std::to_string(span.begin) + " " +
                         std::to_string(span.end) + "\t" + std::string(words) + "\n";
        return id;
    }
    std::string addActor(int actor)
    {
        const std::string name = nameOf(actor, m_actors);
        std::string id = mark(typeOf(actor, m_actors), add(name), name);
        m_annotations += "N" + std::to_string(++m_references) + "\tReference " + id +
                         " Wikidata:Q" + std::to_string(900'000'000 + actor) + "\t" + name + "\n";
        return id;
    }
    void addJudgement(const std::string& event);

    int m_actors;
    Dice& m_dice;
    std::string m_text, m_annotations;
    int m_length = 0; ///< Of the text, in code points.
    int m_marks = 0, m_events = 0, m_references = 0, m_attributes = 0;
};

void DocumentWriter::addJudgement(const std::string& event)
{
    constexpr std::array<std::string_view, 6> modalities{"Happened",  "Happened", "Happened",
                                                         "Announced", "Expected", "DidNotHappen"};
    constexpr std::array<std::string_view, 4> factualities{"CT+", "CT+", "PR+", "PS+"};
    const auto attribute = [&](std::string_view name, std::string_view value) {
        m_annotations += "A" + std::to_string(++m_attributes) + "\t" + std::string(name) + " " +
                         event + " " + std::string(value) + "\n";
    };
    if (m_dice.happens(0.8))
        attribute("Modality", m_dice.oneOf(modalities));
    if (m_dice.happens(0.6))
        attribute("Factuality", m_dice.oneOf(factualities));
}

void DocumentWriter::tell(const Pair& pair)
{
    constexpr std::array<std::string_view, 4> subjects{
        " to speak of trade, of borders and of the return of the archives",
        " about a pipeline that neither of the two has paid for as yet",
        ", and both spoke of ‘open questions’ over grain and the railway",
        " on fishing rights, visas and the conference of the coming spring"};
    const Kind& kind = m_dice.oneOf(kinds);
    const std::size_t start = m_text.size();
    const int begin = m_length;
    const bool forward = m_dice.happens(0.5);

    std::string time;
    add("As ");
    add(m_dice.happens(0.5) ? "officials" : "two diplomats");
    add(" said, ");
    if (m_dice.happens(0.7)) {
        const std::string day = std::to_string(1 + m_dice.below(28)) + " March " +
                                std::to_string(2000 + m_dice.below(25));
        add("on ");
        time = mark("Date", add(day), day);
        add(" ");
    }
    const std::string first = addActor(forward ? pair.first : pair.second);
    add(kind.before);
    const std::string trigger = mark(kind.event, add(kind.trigger), kind.trigger);
    add(kind.after);
    const std::string second = addActor(forward ? pair.second : pair.first);
    std::string place;
    if (m_dice.happens(0.5)) {
        const std::string city = wordOf(5000 + static_cast<int>(m_dice.below(200)));
        add(" in ");
        place = mark("Place", add(city), city);
    }
    add(m_dice.oneOf(subjects));
    add(".");

    const std::string evidence = mark("Quote", {begin, m_length}, m_text.substr(start));
    add(m_events % 3 == 2 ? "\n\n" : " ");
    const std::string event = "E" + std::to_string(++m_events);
    m_annotations += event + "\t" + std::string(kind.event) + ":" + trigger + " " +
                     std::string(kind.firstRole) + ":" + first + " " +
                     std::string(kind.secondRole) + ":" + second +
                     (place.empty() ? "" : " Place:" + place) +
                     (time.empty() ? "" : " Time:" + time) + " Evidence:" + evidence + "\n";
    addJudgement(event);
}

std::string numbered(int number)
{
    const std::string digits = std::to_string(number);
    return "article-" + std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
}

} // namespace

GeneratedCorpus generateCorpus(int documents, std::uint64_t seed)
{
    Dice dice(seed);
    const std::vector<int> counts = meetingCounts(documents, dice);
    int meetings = 0;
    for (const int count : counts)
        meetings += count;

    // As many actors as make so many pairs; how many that is hangs on the hub, which hangs on them.
    int actors = 3;
    std::vector<int> degrees;
    for (double ends = 0; ends < 2.0 * meetings / meetingsAPair; actors += 1 + actors / 200) {
        degrees = degreesOf(actors);
        ends = 0;
        for (const int degree : degrees)
            ends += degree;
    }

    GeneratedCorpus corpus;
    corpus.actors = static_cast<int>(degrees.size());
    corpus.meetings = meetingsOf(pairsOf(degrees, dice), meetings, dice);
    auto next = corpus.meetings.begin();
    for (int i = 0; i < documents; ++i) {
        DocumentWriter writer(corpus.actors, dice);
        for (int k = 0; k < counts[static_cast<std::size_t>(i)]; ++k)
            writer.tell(*next++);
        corpus.documents.push_back(std::move(writer).finish(numbered(i + 1)));
    }
    return corpus;
}

void writeCorpus(const GeneratedCorpus& corpus, const std::filesystem::path& folder)
{
    const auto write = [](const std::filesystem::path& file, const std::string& bytes) {
        std::ofstream out(file, std::ios::binary);
        out << bytes;
        if (!out.flush())
            throw std::runtime_error("cannot write " + file.string());
    };
    for (const GeneratedCorpus::Document& document : corpus.documents) {
        write(folder / (document.name + ".txt"), document.text);
        write(folder / (document.name + ".ann"), document.annotations);
    }
}

} // namespace entente
