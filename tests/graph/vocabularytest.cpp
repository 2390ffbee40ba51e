// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/corpus.h"
#include "graph/annotation/ontologies.h"
#include "graph/exchange/bratexport.h"
#include "graph/model/making.h"
#include "graph/project/importplan.h"
#include "graph/project/projectcorpus.h"
#include "tests/support/projectreports.h"
#include "tests/support/textfolder.h"

#include <QTemporaryDir>
#include <QTest>

#include <sstream>

using namespace entente;

namespace
{

const std::filesystem::path resources = std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources";

// Somebody else's vocabulary, and a meeting in it that was cancelled beside one that took place.
const char* const types = "[entities]\nDiplomat\nRealm\n[relations]\nServes\tArg1:Diplomat, "
                          "Arg2:Realm\n[events]\n!Encounter\n\tParley\tParticipant+:Diplomat\n"
                          "[attributes]\nModality\tArg:<EVENT>, Value:Happened|DidNotHappen\n";
const char* const looks = "[labels]\nDiplomat | Envoy\nServes | in the service of\n"
                          "[drawing]\nDiplomat\tbgColor:#ff8800\n";
const char* const tools = "[normalization]\nArchive\tDB:<NONE>, <URL>:http://a.example, "
                          "<URLBASE>:http://a.example/%s\n";
const char* const text = "Choe met Lavrov. Choe never met Kuleba.\n";
const char* const annotation =
    "T1\tDiplomat 0 4\tChoe\nT2\tParley 5 8\tmet\nT3\tDiplomat 9 15\tLavrov\n"
    "E1\tParley:T2 Participant:T1 Participant2:T3\nA1\tModality E1 Happened\n"
    "T4\tParley 28 31\tmet\nT5\tDiplomat 32 38\tKuleba\n"
    "E2\tParley:T4 Participant:T1 Participant2:T5\nA2\tModality E2 DidNotHappen\n";

Corpus read(const std::vector<std::filesystem::path>& paths)
{
    auto corpus = openCorpus(paths, resources, {});
    if (!corpus)
        qFatal("%s", corpus.error().c_str());
    return *std::move(corpus);
}

/// All that can be seen of a vocabulary.
std::string textOf(const Ontology& ontology)
{
    std::ostringstream all;
    const auto colours = [&](const auto& type) {
        all << ' ' << std::hex << type.light.line << '/' << type.light.fill << '/' << type.dark.line
            << '/' << type.dark.fill << std::dec;
    };
    for (const std::string& name : ontology.entityOrder) {
        const EntityType& type = ontology.entity(name);
        all << name << " (" << type.label << ", " << type.plural << ") "
            << static_cast<int>(type.shape) << type.isActor << type.isPerson;
        colours(type);
        all << '\n';
    }
    for (const std::string& name : ontology.eventOrder) {
        const EventType& type = ontology.event(name);
        all << name << " (" << type.label << ") in " << type.family << ':';
        for (const Role& role : type.roles)
            all << ' ' << role.name << (ontology.makesTies(role.name) ? "!" : "");
        colours(type);
        all << '\n';
    }
    for (const auto& [name, type] : ontology.relations)
        all << name << " (" << type.label << ")\n";
    for (const auto& [name, type] : ontology.authorities)
        all << name << " at " << type.urlBase << '\n';
    return all.str();
}

std::string graphsOf(const Corpus& corpus)
{
    const KnowledgeGraph graph = fold(corpus.store, corpus.ontology);
    return textOf(graph) + textOf(actorsProjection(graph, corpus.ontology));
}

QString asText(const Corpus& corpus)
{
    return QString::fromStdString(textOf(corpus.ontology) + graphsOf(corpus));
}

void writeForeign(const TextFolder& folder, const std::string& within = {})
{
    folder.write(within + "annotation.conf", types);
    folder.write(within + "visual.conf", looks);
    folder.write(within + "tools.conf", tools);
    folder.write(within + "a.txt", text);
    folder.write(within + "a.ann", annotation);
}

} // namespace

class VocabularyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_project.emplace();
        m_path = m_project->filePath(QStringLiteral("p.entente")).toStdString();
    }

    void aProjectKeepsTheVocabularyOfItsFolder()
    {
        TextFolder folder;
        writeForeign(folder);
        const Corpus direct = read({folder.path()});
        QVERIFY(direct.ontology.entity("Diplomat").label == "Envoy");
        import(direct);
        folder.removeAll();
        const Corpus kept = corpusOf(openOrDie(m_path), resources);
        QCOMPARE(asText(kept), asText(direct));
        QVERIFY(kept.store == direct.store);
        QCOMPARE(all(openOrDie(m_path).verify()), QString());
    }

    /// Each article by the nearest configuration, as in the folder; what lies above counts, too.
    void foldersWithinKeepTheirOwn()
    {
        TextFolder folder;
        folder.write("visual.conf", "[labels]\nShip | Vessel\n");
        folder.write("opened/annotation.conf", "[entities]\nShip\n");
        folder.write("opened/b.txt", "Aurora\n");
        folder.write("opened/b.ann", "T1\tShip 0 6\tAurora\n");
        writeForeign(folder, "opened/2024/north/");
        folder.write("opened/2024/c.txt", "Potemkin\n");
        folder.write("opened/2024/c.ann", "T1\tShip 0 8\tPotemkin\n");
        const Corpus direct = read({folder.path() / "opened"});
        QCOMPARE(namesIn(direct.store),
                 QStringLiteral("2024/north/annotation.conf 2024/north/tools.conf "
                                "2024/north/visual.conf annotation.conf visual.conf"));
        import(direct);
        folder.removeAll();
        const Corpus kept = corpusOf(openOrDie(m_path), resources);
        QCOMPARE(asText(kept), asText(direct));
        QCOMPARE(kept.ontology.entity("Ship").label, std::string("Vessel"));
    }

    void foldersThatWereOpenedTogetherKeepTheirOwn()
    {
        TextFolder folder;
        writeForeign(folder, "north/");
        folder.write("south/annotation.conf", "[entities]\nShip\n");
        folder.write("south/a.txt", "Aurora\n");
        folder.write("south/a.ann", "T1\tShip 0 6\tAurora\n");
        const Corpus direct = read({folder.path() / "north", folder.path() / "south"});
        QVERIFY(direct.store.vocabulary().contains("south/annotation.conf"));
        import(direct);
        QCOMPARE(asText(corpusOf(openOrDie(m_path), resources)), asText(direct));
    }

    /// Imported one after the other: what the second takes from the program it has all the same.
    void articlesWithoutAVocabularyHaveOursBesideOthers()
    {
        TextFolder foreign;
        writeForeign(foreign);
        TextFolder plain;
        plain.write("p.txt", "Putin\n");
        plain.write("p.ann", "T1\tPerson 0 5\tPutin\n");
        import(read({foreign.path()}));
        import(read({plain.path()}));
        const Corpus kept = corpusOf(openOrDie(m_path), resources);
        QVERIFY(kept.ontology.knowsEntity("Diplomat"));
        QVERIFY(kept.ontology.entity("Person").isPerson);
    }

    void aProjectOfOursKeepsNone()
    {
        TextFolder folder;
        folder.write("p.txt", "Putin\n");
        folder.write("p.ann", "T1\tPerson 0 5\tPutin\n");
        const Corpus direct = read({folder.path()});
        QVERIFY(direct.store.vocabulary().empty());
        import(direct);
        QCOMPARE(asText(corpusOf(openOrDie(m_path), resources)), asText(direct));
    }

    /// The articles are there; what is new is what their types mean. It can be taken back.
    void aVocabularyThatChangedIsTakenOver()
    {
        TextFolder folder;
        writeForeign(folder);
        import(read({folder.path()}));
        const QString before = asText(corpusOf(openOrDie(m_path), resources));
        folder.write("visual.conf", "[labels]\nDiplomat | Ambassador\n");
        folder.remove("tools.conf");
        const Corpus changed = read({folder.path()});
        const Edit back = import(changed);
        QCOMPARE(asText(corpusOf(openOrDie(m_path), resources)), asText(changed));
        QCOMPARE(namesIn(openOrDie(m_path).store()), QStringLiteral("annotation.conf visual.conf"));
        QVERIFY(planImport(openOrDie(m_path).store(), changed.store, resources).edit.edits.empty());
        QVERIFY(openOrDie(m_path).perform(back));
        QCOMPARE(asText(corpusOf(openOrDie(m_path), resources)), before);
        QCOMPARE(all(openOrDie(m_path).verify()), QString());
    }

    void anImportIsNamedByItsArticles()
    {
        TextFolder folder;
        writeForeign(folder);
        const ImportPlan plan = planImport({}, read({folder.path()}).store, resources);
        QCOMPARE(plan.edit.edits.size(), 4U);
        QCOMPARE(plan.added, 1);
        QCOMPARE(QString::fromStdString(wordsOf(plan.edit)), QStringLiteral("Add “a”"));
    }

    void bytesThatAreNoTextAreKept()
    {
        TextFolder folder;
        writeForeign(folder);
        folder.write("visual.conf", "[labels]\nDiplomat | Attach\xE9\n");
        const Corpus direct = read({folder.path()});
        import(direct);
        QVERIFY(openOrDie(m_path).store().vocabulary() == direct.store.vocabulary());
        QCOMPARE(all(openOrDie(m_path).verify()), QString());
    }

    void anExportTakesItsVocabularyAlong()
    {
        TextFolder folder;
        writeForeign(folder);
        const Corpus direct = read({folder.path()});
        Store store = direct.store;
        // A file from elsewhere may name what is not in the folder, or of no vocabulary.
        QVERIFY(store.apply(PutVocabularyFile{"../annotation.conf", "x"}));
        QVERIFY(store.apply(PutVocabularyFile{".profile", "x"}));
        const BratExport exported = exportBrat(store, resources);
        QVERIFY(exported.lost.empty());
        QCOMPARE(exported.notInBrat.size(), 2U);
        TextFolder written;
        for (const auto& [name, bytes] : exported.files)
            written.write(name, bytes);
        QVERIFY(!std::filesystem::exists(written.path() / ".profile"));
        const Corpus again = read({written.path()});
        QCOMPARE(QString::fromStdString(textOf(again.ontology)),
                 QString::fromStdString(textOf(direct.ontology)));
        QVERIFY(again.store.vocabulary() == store.vocabulary());
    }

    void eachArticleIsExportedByTheVocabularyNearestToIt()
    {
        TextFolder folder;
        folder.write("one/annotation.conf", "[entities]\nFoo\n[events]\nBar\n");
        folder.write("two/annotation.conf", "[entities]\nBar\n[events]\nFoo\n");
        for (const char* in : {"one/a", "two/a"}) {
            folder.write(std::string(in) + ".txt", "Choe met Lavrov.\n");
            folder.write(std::string(in) + ".ann", "T1\tFoo 0 4\tChoe\nT2\tBar 9 15\tLavrov\n");
        }
        const Corpus direct = read({folder.path()});
        const BratExport exported = exportBrat(direct.store, resources);
        QVERIFY(exported.lost.empty() && exported.notInBrat.empty());
        TextFolder written;
        for (const auto& [name, bytes] : exported.files)
            written.write(name, bytes);
        QCOMPARE(QString::fromStdString(graphsOf(read({written.path()}))),
                 QString::fromStdString(graphsOf(direct)));
    }

    void anExportBelowAnotherVocabularyIsSeen()
    {
        TextFolder folder;
        folder.write("annotation.conf", types);
        const BratExport plain = exportBrat(Store(), resources);
        QVERIFY(vocabularyAbove(plain, folder.path() / "out") == folder.path() / "annotation.conf");
        TextFolder foreign;
        writeForeign(foreign);
        const BratExport withOwn = exportBrat(read({foreign.path()}).store, resources);
        QVERIFY(!vocabularyAbove(withOwn, folder.path() / "out"));
    }

    void whatMakesAStoreMakesItsVocabulary()
    {
        TextFolder folder;
        writeForeign(folder);
        const Corpus direct = read({folder.path()});
        Store made;
        QVERIFY(made.apply(editThatMakes(direct.store)));
        QVERIFY(made == direct.store);
    }

    void aVocabularyOfManyMegabytesIsRefused()
    {
        Store store;
        QVERIFY(!store.apply(
            PutVocabularyFile{"visual.conf", std::string(vocabularyBytesAtMost + 1, '#')}));
        QVERIFY(!store.apply(PutVocabularyFile{"", "x"}));
        QVERIFY(store == Store());
    }

private:
    /// @returns what takes it back.
    Edit import(const Corpus& corpus) const
    {
        auto project = std::filesystem::exists(m_path) ? ProjectFile::open(m_path, analyst)
                                                       : ProjectFile::create(m_path, analyst);
        const auto applied =
            project->perform(planImport(project->store(), corpus.store, resources).edit);
        if (!applied)
            qFatal("%s", applied.error().words.c_str());
        return applied->inverse;
    }

    static QString namesIn(const Store& store)
    {
        QStringList names;
        for (const auto& [name, bytes] : store.vocabulary())
            names << QString::fromStdString(name);
        return names.join(QLatin1Char(' '));
    }

    std::optional<QTemporaryDir> m_project;
    std::filesystem::path m_path;
};

QTEST_GUILESS_MAIN(VocabularyTest)
#include "vocabularytest.moc"
