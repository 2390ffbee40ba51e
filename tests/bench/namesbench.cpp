// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores: names are suggested in an article of 50 kB against 10,000 known ones in 50
// ms, and each letter that is typed is answered with candidates of 10,000 nodes in 30 ms.

#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/proposals/entitycandidates.h"
#include "graph/proposals/knownnames.h"
#include "graph/proposals/statenames.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <vector>

using namespace entente;

class NamesBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readTheNamesOfStates_data();
    void readTheNamesOfStates();
    void makeTheNames();
    void lookThroughALongArticle();
    void makeTheCandidates();
    void typeLetterByLetter_data();
    void typeLetterByLetter();

private:
    QTemporaryDir m_folder;
    Corpus m_corpus;
    std::shared_ptr<const KnowledgeGraph> m_events;
    ArticleId m_long;
};

namespace
{

/// @param syllables that names are made of, so that many begin alike, as Korean ones do.
std::string nameNumber(int number, bool inHangul)
{
    static const std::vector<std::string> latin{"Kim", "Lee", "Choe", "Jong", "Son", "Yo", "Hui"};
    static const std::vector<std::string> hangul{"김", "이", "최", "정", "선", "여", "희"};
    const std::vector<std::string>& syllables = inHangul ? hangul : latin;
    std::string name;
    for (int rest = number + 1; rest > 0; rest /= static_cast<int>(syllables.size())) {
        if (!name.empty() && !inHangul)
            name += ' ';
        name += syllables[static_cast<std::size_t>(rest) % syllables.size()];
    }
    return inHangul ? name + name : name + " Istvan";
}

} // namespace

void NamesBench::initTestCase()
{
    // 10,000 people in 100 articles, a third of them in Hangul, and one long article that names
    // every twentieth.
    const std::filesystem::path folder = m_folder.path().toStdString();
    constexpr int people = 10000;
    constexpr int inOneArticle = 100;
    std::string text;
    for (int first = 0; first < people; first += inOneArticle) {
        std::ofstream words(folder / ("a" + std::to_string(first) + ".txt"));
        std::ofstream marks(folder / ("a" + std::to_string(first) + ".ann"));
        int at = 0;
        for (int i = first; i < first + inOneArticle; ++i) {
            const std::string name = nameNumber(i, i % 3 == 0);
            const auto letters = static_cast<int>(std::ranges::count_if(
                name, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
            words << name << ".\n";
            marks << 'T' << i << "\tPerson " << at << ' ' << at + letters << '\t' << name << '\n';
            at += letters + 2;
            if (i % 20 == 0)
                text += "A visit of " + name + " to Russia was called off by the minister. ";
        }
    }
    while (text.size() < 50000)
        text += "Kim of Seoul and Lee said that the North Korean side had not yet answered. ";
    std::ofstream(folder / "long.txt") << text;
    auto corpus = openCorpus({folder}, resourceFolder(), Progress());
    QVERIFY2(corpus, corpus ? "" : corpus.error().c_str());
    m_corpus = std::move(*corpus);
    m_events = std::make_shared<const KnowledgeGraph>(fold(m_corpus.store, m_corpus.ontology));
    for (const ArticleId id : m_corpus.store.articles()) {
        if (m_corpus.store.article(id)->name == "long")
            m_long = id;
    }
    qInfo("%d nodes, an article of %zu bytes", m_events->nodeCount(), text.size());
}

void NamesBench::readTheNamesOfStates_data()
{
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "ko", "ru"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void NamesBench::readTheNamesOfStates()
{
    QFETCH(QString, language);
    QBENCHMARK
    {
        QVERIFY(readStateNames(resourceFolder(), language.toStdString()).diagnostics.empty());
    }
}

void NamesBench::makeTheNames()
{
    QBENCHMARK { KnownNames(m_corpus.store, m_events, m_corpus.ontology); }
}

void NamesBench::lookThroughALongArticle()
{
    const KnownNames names(m_corpus.store, m_events, m_corpus.ontology);
    const StateNames states = readStateNames(resourceFolder(), "en").names;
    std::size_t count = 0;
    QBENCHMARK { count = names.suggest(m_long, states).size(); }
    qInfo("%zu suggestions", count);
    QVERIFY(count > 0);
}

void NamesBench::makeTheCandidates()
{
    QBENCHMARK { EntityCandidates(m_corpus.store, m_events, m_corpus.ontology); }
}

void NamesBench::typeLetterByLetter_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("a name") << QStringLiteral("Kim Jong Son");
    QTest::newRow("in Hangul") << QStringLiteral("김정선");
    QTest::newRow("in Cyrillic") << QStringLiteral("Лавров");
    QTest::newRow("nobody") << QStringLiteral("qwertzuiop");
}

void NamesBench::typeLetterByLetter()
{
    QFETCH(QString, words);
    const EntityCandidates candidates(m_corpus.store, m_events, m_corpus.ontology);
    const StateNames states = readStateNames(resourceFolder(), "en").names;
    CandidateWish wish;
    wish.type = "Person";
    wish.article = m_long;
    wish.states = &states;
    std::vector<double> milliseconds;
    std::size_t found = 0;
    for (int round = 0; round < 5; ++round) {
        for (int letters = 0; letters <= words.size(); ++letters) {
            QElapsedTimer timer;
            timer.start();
            found = candidates.find(words.first(letters).toStdString(), wish).size();
            milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }
    std::ranges::sort(milliseconds);
    qInfo("%s: median %.1f ms, slowest %.1f ms, in the end %zu found", qPrintable(words),
          milliseconds[milliseconds.size() / 2], milliseconds.back(), found);
}

QTEST_GUILESS_MAIN(NamesBench)
#include "namesbench.moc"
