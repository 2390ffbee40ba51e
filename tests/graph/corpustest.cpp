// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/corpus.h"
#include "graph/model/graph.h"
#include "graph/text/sourcetext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <set>

using namespace entente;

namespace
{

const std::filesystem::path resources = std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources";

/// A folder of small files that goes away with the test.
class Folder
{
public:
    void write(const char* name, const char* bytes) const
    {
        const QString path = m_dir.filePath(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QString path(const char* name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    std::filesystem::path path() const { return m_dir.path().toStdString(); }

private:
    QTemporaryDir m_dir;
};

Corpus opened(const std::vector<std::filesystem::path>& paths)
{
    Expected<Corpus, std::string> corpus = openCorpus(paths, resources, {});
    if (!corpus)
        throw std::runtime_error(corpus.error());
    return *std::move(corpus);
}

QStringList names(const Corpus& corpus)
{
    QStringList all;
    for (const ArticleId id : corpus.store.articles())
        all << QString::fromStdString(corpus.store.article(id)->name);
    return all;
}

QString diagnosticsOf(const Corpus& corpus)
{
    QString text;
    for (const Diagnostic& diagnostic : corpus.diagnostics)
        text += QString::fromStdString(diagnostic.text()) + QLatin1Char('\n');
    return text;
}

const char* const visitText = "Choe visits Russia.\n";
const char* const visitAnn =
    "T1\tPerson 0 4\tChoe\nT2\tVisit 5 11\tvisits\nT3\tState 12 18\tRussia\n"
    "E1\tVisit:T2 Visitor:T1 Destination:T3\nA1\tModality E1 Happened\n";

} // namespace

class CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPairsInTheOrderOfTheirNames()
    {
        const Folder folder;
        folder.write("b.txt", visitText);
        folder.write("b.ann", visitAnn);
        folder.write("2024/c.txt", visitText);
        folder.write("2024/c.ann", visitAnn);
        folder.write("a.txt", visitText);
        folder.write("a.ann", visitAnn);
        folder.write("picture.png", "no article");
        const Corpus corpus = opened({folder.path()});
        QCOMPARE(names(corpus),
                 (QStringList{QStringLiteral("2024/c"), QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(diagnosticsOf(corpus), QString());
        QCOMPARE(corpus.store.claimCount(), 3U);
    }

    void aTextWithoutAnnotationIsAnArticleNotYetAnnotated()
    {
        const Folder folder;
        folder.write("a.txt", visitText);
        const Corpus corpus = opened({folder.path()});
        const Article& article = *corpus.store.article(corpus.store.articles().front());
        QVERIFY(!article.annotated);
        QCOMPARE(article.text->utf8(), std::string(visitText));
        QCOMPARE(diagnosticsOf(corpus), QString());
    }

    void anAnnotationWithoutItsTextIsSaidAndLeftOut()
    {
        const Folder folder;
        folder.write("a.ann", visitAnn);
        folder.write("b.txt", visitText);
        const Corpus corpus = opened({folder.path()});
        QCOMPARE(names(corpus), QStringList{QStringLiteral("b")});
        QVERIFY(diagnosticsOf(corpus).contains(
            QStringLiteral("a.ann: error: there is no a.txt beside it")));
    }

    void aFileThatCannotBeReadDoesNotHideTheOthers()
    {
        const Folder folder;
        folder.write("a.txt", visitText);
        folder.write("a.ann", visitAnn);
        // A folder of that name cannot be read as a file, by root either.
        QVERIFY(QDir().mkpath(folder.path("b.ann")));
        folder.write("b.txt", visitText);
        QVERIFY(QFile::link(folder.path("nowhere"), folder.path("c.txt")));
        const Corpus corpus = opened({folder.path()});
        QCOMPARE(names(corpus), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(diagnosticsOf(corpus).contains(
            QStringLiteral("c.txt: error: this link leads nowhere")));
    }

    void aLinkBackToAFolderAboveEndsTheSearch()
    {
        const Folder folder;
        folder.write("deep/a.txt", visitText);
        QVERIFY(QFile::link(folder.path("."), folder.path("deep/again")));
        QCOMPARE(names(opened({folder.path()})), QStringList{QStringLiteral("deep/a")});
    }

    void aLinkToAFolderElsewhereIsFollowed()
    {
        const Folder elsewhere;
        elsewhere.write("a.txt", visitText);
        const Folder folder;
        QVERIFY(QFile::link(elsewhere.path("."), folder.path("linked")));
        QCOMPARE(names(opened({folder.path()})), QStringList{QStringLiteral("linked/a")});
    }

    void oneFileOpensItsPair()
    {
        const Folder folder;
        folder.write("a.txt", visitText);
        folder.write("a.ann", visitAnn);
        folder.write("b.txt", visitText);
        for (const char* name : {"a.ann", "a.txt"}) {
            const Corpus corpus = opened({folder.path() / name});
            QCOMPARE(names(corpus), QStringList{QStringLiteral("a")});
            QCOMPARE(corpus.store.claimCount(), 1U);
        }
    }

    void articlesOfTwoFoldersKeepApart()
    {
        const Folder folder;
        folder.write("north/a.txt", visitText);
        folder.write("south/a.txt", visitText);
        const Corpus corpus = opened({folder.path() / "north", folder.path() / "south/"});
        QCOMPARE(names(corpus),
                 (QStringList{QStringLiteral("north/a"), QStringLiteral("south/a")}));
    }

    void metadataIsTakenAndWhatIsWrongInItIsSaid()
    {
        const Folder folder;
        folder.write("a.txt", visitText);
        folder.write("a.json",
                     R"({"title":"Choe in Russia","outlet":"The Courier","chain":["The Courier",7],
            "published":"15 January","language":"en","reliability":"B","mood":"kept"})");
        folder.write("b.txt", visitText);
        folder.write("b.json", "{");
        const Corpus corpus = opened({folder.path()});
        const Article& a = *corpus.store.article(corpus.store.articles().front());
        QCOMPARE(a.title, std::string("Choe in Russia"));
        QCOMPARE(a.chain, std::vector<std::string>{"The Courier"});
        QCOMPARE(a.reliability, std::string("B"));
        QVERIFY(!a.published);
        const QString said = diagnosticsOf(corpus);
        QVERIFY(said.contains(QStringLiteral("“15 January” is no EDTF date")));
        QVERIFY(said.contains(QStringLiteral("a member of “chain” is no text")));
        QVERIFY(said.contains(QStringLiteral("b.json: warning: this is no JSON object")));
        QCOMPARE(corpus.store.article(corpus.store.articles().back())->title, std::string("b"));
    }

    void aPathThatIsNotThereIsAnError()
    {
        const auto corpus = openCorpus({"no/such/folder"}, resources, {});
        QVERIFY(!corpus);
        QCOMPARE(corpus.error(), std::string("no/such/folder: there is no such file or folder."));
    }

    void aFolderWithoutArticlesSaysSo()
    {
        const Folder folder;
        const auto corpus = openCorpus({folder.path()}, resources, {});
        QVERIFY(!corpus);
        QVERIFY(QString::fromStdString(corpus.error())
                    .startsWith(QStringLiteral("There are no articles in ")));
    }

    void foldersOfOneNameAreToldApart()
    {
        const Folder folder;
        for (const char* year : {"2023", "2024"}) {
            folder.write(qPrintable(QStringLiteral("%1/articles/a.txt").arg(QLatin1String(year))),
                         "Choe met Lavrov.\n");
        }
        const Corpus folders =
            opened({folder.path() / "2024" / "articles", folder.path() / "2023" / "articles"});
        QCOMPARE(names(folders), (QStringList{QStringLiteral("2023/articles/a"),
                                              QStringLiteral("2024/articles/a")}));
        const Corpus files = opened({folder.path() / "2024" / "articles" / "a.txt",
                                     folder.path() / "2023" / "articles" / "a.txt"});
        QCOMPARE(names(files), names(folders));
        QCOMPARE(diagnosticsOf(files), QString());
    }

    /// As brat looks for it: in the article's folder, then upwards.
    void aConfigurationAboveWhatIsOpenedIsFound()
    {
        const Folder folder;
        folder.write("annotation.conf",
                     "[entities]\nDiplomat\n[relations]\n[events]\n[attributes]\n");
        folder.write("2024/a.txt", "Choe\n");
        folder.write("2024/a.ann", "T1\tDiplomat 0 4\tChoe\n");
        for (const std::filesystem::path& path :
             {folder.path() / "2024", folder.path() / "2024" / "a.ann"}) {
            const Corpus corpus = opened({path});
            QCOMPARE(diagnosticsOf(corpus), QString());
            QVERIFY(corpus.ontology.knowsEntity("Diplomat"));
        }
    }

    void nothingIsWrittenIntoTheFolder()
    {
        const Folder folder;
        folder.write("a.txt", visitText);
        folder.write("a.ann", visitAnn);
        const QStringList before = QDir(folder.path(".")).entryList();
        opened({folder.path()});
        QCOMPARE(QDir(folder.path(".")).entryList(), before);
    }

    void manyArticlesAreReadAsOneByOne()
    {
        const Folder folder;
        for (int i = 0; i < 60; ++i) {
            const QByteArray stem = QByteArrayLiteral("a") + QByteArray::number(i);
            QByteArray ann = visitAnn;
            if (i % 3 == 0)
                ann += "T4\tSubmarine 0 4\tChoe\n"; // The ontology names no such type.
            if (i % 5 == 0)
                ann += "this is no annotation\n";
            if (i % 7 == 0)
                ann += "T5\tPerson 3 7\tChoe\n"; // Stands elsewhere.
            if (i % 11 != 0)
                folder.write((stem + ".txt").constData(), visitText);
            folder.write((stem + ".ann").constData(), ann.constData());
        }
        const Corpus together = opened({folder.path()});

        Corpus oneByOne;
        std::set<std::string> unknownTypes; // Of these one is enough.
        const auto add = [&](const std::filesystem::path& file) {
            const Corpus one = opened({file});
            for (const ArticleId id : one.store.articles())
                QVERIFY(oneByOne.store.apply(AddArticle{one.store.records(id)}));
            for (const Diagnostic& diagnostic : one.diagnostics) {
                if (diagnostic.severity != Severity::Note ||
                    unknownTypes.insert(diagnostic.message).second)
                    oneByOne.diagnostics.push_back(diagnostic);
            }
        };
        std::set<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
            if (entry.path().extension() == ".ann")
                files.insert(entry.path().parent_path() / entry.path().stem());
        }
        for (std::filesystem::path file : files)
            add(file += ".ann");
        QCOMPARE(unknownTypes.size(), 1U);
        QVERIFY(together.store == oneByOne.store);
        QCOMPARE(diagnosticsOf(together), diagnosticsOf(oneByOne));
    }

    void stopsWhenAsked()
    {
        const Folder folder;
        for (int i = 0; i < 20; ++i)
            folder.write(qPrintable(QStringLiteral("%1.txt").arg(i)), visitText);
        std::stop_source stop;
        const Progress progress(stop.get_token(), [&](const std::string& words, int done, int) {
            if (words == "Reading articles" && done == 5)
                stop.request_stop();
        });
        const auto corpus = openCorpus({folder.path()}, resources, progress);
        QVERIFY(corpus);
        QCOMPARE(corpus->store.articles().size(), 5U);
    }

    void theRealArticleGivesItsEntitiesAndEvents()
    {
        const QString shared =
            qEnvironmentVariable("ENTENTE_SHARED", QStringLiteral(ENTENTE_SOURCE_DIR "/../shared"));
        if (!QDir(shared).exists(QStringLiteral("articles")))
            QSKIP("The real article is not here (ENTENTE_SHARED names its folder).");
        const Corpus corpus = opened({shared.toStdString() + "/articles"});
        const KnowledgeGraph graph = fold(corpus.store, corpus.ontology);
        int entities = 0;
        int events = 0;
        for (const NodeId id : graph.nodes())
            ++(graph.node(id)->kind == NodeKind::Entity ? entities : events);
        QCOMPARE(entities, 30);
        QCOMPARE(events, 41);
        QCOMPARE(diagnosticsOf(corpus), QString());
    }
};

QTEST_GUILESS_MAIN(CorpusTest)
#include "corpustest.moc"
