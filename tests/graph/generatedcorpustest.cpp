// SPDX-License-Identifier: Apache-2.0
// What benchmarks measure is worth as much as the shape of what they measure it on.

#include "tests/support/generatedcorpus.h"
#include "graph/text/sourcetext.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

using namespace entente;

namespace
{

const GeneratedCorpus& corpus()
{
    static const GeneratedCorpus made = generateCorpus(1000);
    return made;
}

/// Of each actor: how many others it meets; the largest first.
std::vector<int> degrees()
{
    std::map<int, std::set<int>> partners;
    for (const auto& [first, second] : corpus().meetings) {
        partners[first].insert(second);
        partners[second].insert(first);
    }
    std::vector<int> all;
    all.reserve(partners.size());
    for (const auto& [actor, others] : partners)
        all.push_back(static_cast<int>(others.size()));
    std::ranges::sort(all, std::greater());
    return all;
}

/// The exponent that makes these degrees most likely, from the second neighbour on, in a power law
/// that ends at the hub.
double exponentOf(const std::vector<int>& degrees)
{
    double best = 0;
    double bestLikelihood = -1e300;
    for (int hundredths = 150; hundredths < 300; ++hundredths) {
        const double exponent = hundredths / 100.0;
        double norm = 0;
        for (int k = 2; k <= degrees.front(); ++k)
            norm += std::pow(k, -exponent);
        double likelihood = 0;
        for (const int degree : degrees) {
            if (degree >= 2)
                likelihood -= exponent * std::log(degree) + std::log(norm);
        }
        if (likelihood > bestLikelihood) {
            bestLikelihood = likelihood;
            best = exponent;
        }
    }
    return best;
}

template <class Count>
int medianOf(Count count)
{
    std::vector<int> counts;
    for (const GeneratedCorpus::Document& document : corpus().documents)
        counts.push_back(count(document));
    std::ranges::sort(counts);
    return counts[counts.size() / 2];
}

std::vector<std::string> linesOf(const GeneratedCorpus::Document& document)
{
    std::vector<std::string> lines;
    std::istringstream in(document.annotations);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

class GeneratedCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewActorsAreInMostMeetings();
    void aPairMeetsNearlyFourTimes();
    void articlesHaveTheLengthOfRealOnes();
    void everySpanHoldsItsWords();
    void theSameSeedGivesTheSameBytes();
};

void GeneratedCorpusTest::fewActorsAreInMostMeetings()
{
    const std::vector<int> all = degrees();
    const auto share = [&](auto count) {
        return static_cast<double>(count) / static_cast<double>(all.size());
    };
    const double hub = share(all.front());
    QVERIFY2(hub > 0.08 && hub < 0.09, qPrintable(QString::number(hub)));
    const double ones = share(std::ranges::count(all, 1));
    QVERIFY2(ones > 0.33 && ones < 0.5, qPrintable(QString::number(ones)));
    const double exponent = exponentOf(all);
    QVERIFY2(std::abs(exponent - 2.1) < 0.1, qPrintable(QString::number(exponent)));
    // All actors that were planned meet someone.
    QVERIFY(share(corpus().actors) < 1.01);
}

void GeneratedCorpusTest::aPairMeetsNearlyFourTimes()
{
    std::map<std::pair<int, int>, int> pairs;
    for (const auto& meeting : corpus().meetings) {
        QVERIFY(meeting.first < meeting.second);
        ++pairs[meeting];
    }
    const double mean =
        static_cast<double>(corpus().meetings.size()) / static_cast<double>(pairs.size());
    QVERIFY2(std::abs(mean - 3.8) < 0.2, qPrintable(QString::number(mean)));
    // Not all alike: some meet once, some often.
    QVERIFY(std::ranges::any_of(pairs, [](const auto& pair) { return pair.second == 1; }));
    QVERIFY(std::ranges::any_of(pairs, [](const auto& pair) { return pair.second > 10; }));
}

void GeneratedCorpusTest::articlesHaveTheLengthOfRealOnes()
{
    QCOMPARE(corpus().documents.size(), std::size_t{1000});
    const int marks = medianOf([](const GeneratedCorpus::Document& document) {
        return static_cast<int>(std::ranges::count_if(
            linesOf(document), [](const std::string& line) { return line[0] == 'T'; }));
    });
    QVERIFY2(std::abs(marks - 56) <= 4, qPrintable(QString::number(marks)));
    const int characters = medianOf(
        [](const GeneratedCorpus::Document& document) { return SourceText(document.text).size(); });
    QVERIFY2(std::abs(characters - 1500) <= 100, qPrintable(QString::number(characters)));
}

void GeneratedCorpusTest::everySpanHoldsItsWords()
{
    for (const GeneratedCorpus::Document& document : corpus().documents) {
        const SourceText text(document.text);
        for (const std::string& line : linesOf(document)) {
            std::istringstream in(line);
            std::string id;
            std::string type;
            std::string words;
            TextSpan span;
            if (line[0] != 'T')
                continue;
            in >> id >> type >> span.begin >> span.end;
            in.ignore();
            std::getline(in, words);
            QCOMPARE(std::string(text.slice(span)), words);
        }
    }
}

void GeneratedCorpusTest::theSameSeedGivesTheSameBytes()
{
    const GeneratedCorpus once = generateCorpus(20, 7);
    const GeneratedCorpus again = generateCorpus(20, 7);
    const GeneratedCorpus other = generateCorpus(20, 8);
    QCOMPARE(once.documents.size(), std::size_t{20});
    for (std::size_t i = 0; i < once.documents.size(); ++i) {
        QCOMPARE(once.documents[i].text, again.documents[i].text);
        QCOMPARE(once.documents[i].annotations, again.documents[i].annotations);
    }
    QVERIFY(once.documents[0].annotations != other.documents[0].annotations);
}

QTEST_GUILESS_MAIN(GeneratedCorpusTest)
#include "generatedcorpustest.moc"
