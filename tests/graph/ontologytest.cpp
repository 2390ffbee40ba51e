// SPDX-License-Identifier: Apache-2.0
#include "graph/ontology/ontology.h"
#include "graph/ontology/colours.h"
#include "tests/support/brat.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace entente;

namespace
{

std::filesystem::path pathOf(const QString& path) { return path.toStdString(); }

const QString oursFolder = QStringLiteral(ENTENTE_SOURCE_DIR "/resources/ontology");

/// A folder of somebody else's annotations.
class Folder
{
public:
    void write(const QString& name, const char* bytes) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    ReadOntology read(const QString& below = QStringLiteral(".")) const
    {
        const QString folder = QDir::cleanPath(m_folder.filePath(below));
        return readOntology(pathOf(folder), pathOf(m_folder.path()), pathOf(oursFolder));
    }

private:
    QTemporaryDir m_folder;
};

Ontology ours()
{
    return readOntology(pathOf(oursFolder), pathOf(oursFolder), pathOf(oursFolder)).ontology;
}

bool isReadable(const TypeColours& colours)
{
    return contrastOf(colours.line, colours.fill) >= 4.5;
}

} // namespace

class OntologyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursAreReadInAllTheirSpellings_data();
    void coloursAreReadInAllTheirSpellings();
    void aTintIsReadableHoweverStrongItsHue_data();
    void aTintIsReadableHoweverStrongItsHue();
    void ourTypesHaveShapesUsesAndReadableColours();
    void eventsTakeTheColoursOfTheirFamily();
    void rolesKnowWhoMayFillThem();
    void onlyParticipantsMakeTies();
    void relationsAttributesAndAuthoritiesAreKnown();
    void typesThatNobodyNamesAreNeutral();
    void aFolderWithoutAConfigurationIsReadByOurs();
    void aForeignCorpusIsReadByItsOwnTypes();
    void theConfigurationMayStandAboveTheFolder();
    void aConfigurationAboveTheRootIsNotOurs();
    void aCorpusOfUnknownTypesHasActorsAllTheSame();
    void badLinesOfAConfigurationAreReported();
    void theRealConfigurationIsRead();
};

void OntologyTest::coloursAreReadInAllTheirSpellings_data()
{
    QTest::addColumn<int>("colour");
    QTest::newRow("#E6F1F8") << 0xE6F1F8;
    QTest::newRow("#e6f1f8") << 0xE6F1F8;
    QTest::newRow("#abc") << 0xAABBCC;
    QTest::newRow("lightgreen") << 0x90EE90;
    QTest::newRow("LightGreen") << 0x90EE90;
    QTest::newRow("aliceblue") << 0xF0F8FF;
    QTest::newRow("yellowgreen") << 0x9ACD32;
    for (const char* none : {"darken", "", "#", "#12", "#12345g", "#1234567", "zzz", "-"})
        QTest::newRow(none) << -1;
}

void OntologyTest::coloursAreReadInAllTheirSpellings()
{
    QFETCH(int, colour);
    const std::optional<Rgb> read = parseColour(QTest::currentDataTag());
    QCOMPARE(read ? static_cast<int>(*read) : -1, colour);
}

void OntologyTest::aTintIsReadableHoweverStrongItsHue_data()
{
    QTest::addColumn<QString>("colour");
    for (const char* colour : {"black", "white", "red", "blue", "yellow", "lime", "#FF821C",
                               "#E6F1F8", "grey", "navy", "pink"})
        QTest::newRow(colour) << QString::fromLatin1(colour);
}

void OntologyTest::aTintIsReadableHoweverStrongItsHue()
{
    QFETCH(QString, colour);
    const Tint tint = tintOf(parseColour(colour.toStdString()).value_or(0), std::nullopt);
    QVERIFY(isReadable(tint.light));
    QVERIFY(isReadable(tint.dark));
    QVERIFY(contrastOf(tint.light.fill, 0x000000) > contrastOf(tint.dark.fill, 0x000000));
}

void OntologyTest::ourTypesHaveShapesUsesAndReadableColours()
{
    const Ontology ontology = ours();
    QVERIFY(ontology.entity("Person").shape == Shape::Circle);
    QVERIFY(ontology.entity("State").shape == Shape::RoundedSquare);
    QVERIFY(ontology.entity("Organization").shape == Shape::Hexagon);
    QVERIFY(ontology.entity("Group").shape == Shape::DoubleCircle);
    QVERIFY(ontology.entity("Place").shape == Shape::Pill);
    QVERIFY(ontology.entity("Position").use == EntityUse::Position);
    QVERIFY(ontology.entity("Date").use == EntityUse::Date);
    QVERIFY(ontology.entity("Cue").use == EntityUse::Cue);
    QVERIFY(ontology.entity("Quote").use == EntityUse::Quote);
    QCOMPARE(asQString(ontology.entity("Person").plural), QStringLiteral("People"));
    QVERIFY(ontology.entity("Person").isActor && !ontology.entity("Place").isActor);
    QVERIFY(ontology.entity("Person").light == (TypeColours{0x0B6BA8, 0xE6F1F8}));
    for (const auto& [name, type] : ontology.entities)
        QVERIFY2(isReadable(type.light) && isReadable(type.dark), name.c_str());
    for (const auto& [name, type] : ontology.events)
        QVERIFY2(isReadable(type.light) && isReadable(type.dark), name.c_str());
    QCOMPARE(ontology.entityOrder.size(), ontology.entities.size());
    QCOMPARE(ontology.eventOrder.size(), ontology.events.size());
}

void OntologyTest::eventsTakeTheColoursOfTheirFamily()
{
    const Ontology ontology = ours();
    QCOMPARE(asQString(ontology.event("Visit").family), QStringLiteral("Contact"));
    QCOMPARE(ontology.event("Visit").light.line, Rgb{0x7C3AED});
    QVERIFY(ontology.event("Visit").light == ontology.event("Talks").light);
    QVERIFY(ontology.event("Visit").light != ontology.event("Election").light);
    QVERIFY(!ontology.knowsEvent("Contact")); // a heading
    QCOMPARE(asQString(ontology.event("ArmsTransfer").label), QStringLiteral("Arms transfer"));
}

void OntologyTest::rolesKnowWhoMayFillThem()
{
    const Ontology ontology = ours();
    const Role* const visitor = ontology.event("Visit").role("Visitor");
    QVERIFY(visitor);
    QCOMPARE(visitor->atLeast, 1);
    QCOMPARE(visitor->atMost, -1);
    QVERIFY(visitor->accepts("Person") && visitor->accepts("State") && !visitor->accepts("Date"));
    const Role* const topic = ontology.event("Talks").role("Topic");
    QVERIFY(topic && topic->accepts("Item") && topic->accepts("Visit"));
    QVERIFY(!topic->accepts("Contact") && !topic->accepts("Person"));
    QVERIFY(!ontology.event("Talks").role("Visitor"));
}

void OntologyTest::onlyParticipantsMakeTies()
{
    const Ontology ontology = ours();
    for (const char* role : {"Participant", "Visitor", "Host", "Inviter", "Invitee", "Actor",
                             "Recipient", "Supplier", "Receiver", "Speaker", "Addressee"})
        QVERIFY2(ontology.makesTies(role), role);
    for (const char* role : {"Source", "Place", "Destination", "Time", "Cue", "Evidence", "Topic",
                             "Content", "Item", "Object"})
        QVERIFY2(!ontology.makesTies(role), role);
}

void OntologyTest::relationsAttributesAndAuthoritiesAreKnown()
{
    const Ontology ontology = ours();
    QVERIFY(ontology.isIdentity("SameAs") && ontology.isIdentity("SameEvent"));
    QVERIFY(!ontology.isIdentity("HoldsPosition"));
    QVERIFY(ontology.relation("SameAs").symmetric && !ontology.relation("OrganOf").symmetric);
    QCOMPARE(asQString(ontology.relation("HoldsPosition").label), QStringLiteral("holds position"));
    QCOMPARE(asQStrings(ontology.relation("HoldsPosition").from),
             QStringList{QStringLiteral("Person")});
    QVERIFY(ontology.knowsAttribute("Modality") && !ontology.knowsAttribute("Mood"));
    QCOMPARE(ontology.attributes.at("Modality").values.size(), 7U);
    QCOMPARE(asQString(ontology.attributes.at("Polarity").defaultValue),
             QStringLiteral("Positive"));
    QVERIFY(ontology.authorities.at("Wikidata").urlBase.find("%s") != std::string::npos);
}

void OntologyTest::typesThatNobodyNamesAreNeutral()
{
    const Ontology ontology = ours();
    const EntityType& unknown = ontology.entity("Weapon");
    QVERIFY(!ontology.knowsEntity("Weapon") && !unknown.known);
    QCOMPARE(asQString(unknown.name), QStringLiteral("Weapon"));
    QVERIFY(unknown.shape == Shape::Tag && unknown.use == EntityUse::Vertex);
    QVERIFY(!ontology.event("Siege").known && !ontology.relation("Owns").known);
    QVERIFY(isReadable(unknown.light) && isReadable(unknown.dark));

    // entente.json says the same of foreign types that it does not know.
    Folder folder;
    folder.write(QStringLiteral("annotation.conf"), "[entities]\nWeapon\n");
    const Ontology foreign = folder.read().ontology;
    QVERIFY(foreign.entity("Weapon").known);
    QVERIFY(foreign.entity("Weapon").light == unknown.light);
    QVERIFY(foreign.entity("Weapon").dark == unknown.dark);
}

void OntologyTest::aFolderWithoutAConfigurationIsReadByOurs()
{
    const Folder folder;
    const ReadOntology read = folder.read();
    QCOMPARE(messagesOf(read.diagnostics), QStringList{});
    QVERIFY(read.ontology.knowsEntity("Person") && read.ontology.knowsEvent("Visit"));
    QVERIFY(!read.ontology.hasEntityTypes);
}

void OntologyTest::aForeignCorpusIsReadByItsOwnTypes()
{
    Folder folder;
    folder.write(
        QStringLiteral("annotation.conf"),
        "[entities]\nPerson\n\tPolitician\nGPE|Country\n"
        "[relations]\nPartOf\tArg1:GPE, Arg2:GPE\nPartOf\tArg1:Person, Arg2:GPE\n"
        "[events]\nConflict\n\tAttack\tAttacker*:<ENTITY>\n\t\tAirStrike\tAttacker*:Person\n"
        "Visit\tVisitor:Person\n[attributes]\nNegation\tArg:<EVENT>\n");
    folder.write(QStringLiteral("visual.conf"), "[labels]\nAttack | Assault\n[drawing]\n"
                                                "GPE\tbgColor:#FF821C\nPerson\tbgColor:red\n"
                                                "Conflict\tbgColor:navy\n");
    folder.write(QStringLiteral("tools.conf"),
                 "[normalization]\nISO\t<URLBASE>:https://x.org/%s\n");
    const ReadOntology read = folder.read();
    QCOMPARE(messagesOf(read.diagnostics), QStringList{});
    const Ontology& ontology = read.ontology;
    QVERIFY(ontology.hasEntityTypes);
    QVERIFY(!ontology.knowsEntity("State") && !ontology.knowsEvent("Summit"));

    // Types of our names look as ours do, and what stands under them too.
    QVERIFY(ontology.entity("Person").light == ours().entity("Person").light);
    QVERIFY(ontology.entity("Politician").shape == Shape::Circle);
    QVERIFY(ontology.entity("Politician").isActor);
    QCOMPARE(asQString(ontology.entity("Politician").parent), QStringLiteral("Person"));
    QVERIFY(ontology.event("Visit").light == ours().event("Visit").light);

    // Others have their own colour as a tint, or that of the type above.
    QCOMPARE(asQString(ontology.entity("GPE").label), QStringLiteral("Country"));
    QVERIFY(ontology.entity("GPE").shape == Shape::RoundedSquare);
    QVERIFY(ontology.entity("GPE").isActor && !ontology.entity("GPE").isPerson);
    QVERIFY(ontology.entity("GPE").light != ours().entity("State").light);
    QVERIFY(ontology.entity("GPE").light.fill != neutralLight.fill);
    QVERIFY(isReadable(ontology.entity("GPE").light) && isReadable(ontology.entity("GPE").dark));
    QVERIFY(ontology.event("AirStrike").light == ontology.event("Conflict").light);

    QCOMPARE(asQString(ontology.event("AirStrike").family), QStringLiteral("Conflict"));
    QCOMPARE(asQString(ontology.event("AirStrike").label), QStringLiteral("Air strike"));
    QCOMPARE(asQString(ontology.event("Attack").label), QStringLiteral("Assault"));
    // A role that takes a type takes those under it.
    QVERIFY(ontology.event("AirStrike").role("Attacker")->accepts("Politician"));
    QVERIFY(!ontology.event("AirStrike").role("Attacker")->accepts("GPE"));
    QCOMPARE(asQStrings(ontology.relation("PartOf").from),
             (QStringList{QStringLiteral("GPE"), QStringLiteral("Person"),
                          QStringLiteral("Politician")}));
    QCOMPARE(ontology.attributes.at("Negation").values.size(), 0U);
    QVERIFY(ontology.authorities.contains("ISO") && ontology.authorities.contains("Wikidata"));
}

void OntologyTest::theConfigurationMayStandAboveTheFolder()
{
    Folder folder;
    folder.write(QStringLiteral("annotation.conf"), "[entities]\nShip\n");
    folder.write(QStringLiteral("a/b/x.txt"), "");
    folder.write(QStringLiteral("a/annotation.conf"), "[entities]\nPlane\n");
    QVERIFY(folder.read(QStringLiteral("a/b")).ontology.knowsEntity("Plane"));
    QVERIFY(!folder.read(QStringLiteral("a/b")).ontology.knowsEntity("Ship"));
    QVERIFY(folder.read(QStringLiteral("c")).ontology.knowsEntity("Ship"));
}

void OntologyTest::aConfigurationAboveTheRootIsNotOurs()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("annotation.conf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[entities]\nShip\n");
    file.close();
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("opened")));
    const auto opened = pathOf(folder.filePath(QStringLiteral("opened")));
    const Ontology ontology = readOntology(opened, opened, pathOf(oursFolder)).ontology;
    QVERIFY(!ontology.knowsEntity("Ship") && ontology.knowsEntity("Person"));
}

void OntologyTest::aCorpusOfUnknownTypesHasActorsAllTheSame()
{
    Folder folder;
    folder.write(QStringLiteral("annotation.conf"), "[entities]\nDiplomat\nRealm\n");
    const Ontology ontology = folder.read().ontology;
    QVERIFY(ontology.entity("Diplomat").isActor && ontology.entity("Realm").isActor);
}

void OntologyTest::badLinesOfAConfigurationAreReported()
{
    Folder folder;
    folder.write(QStringLiteral("annotation.conf"), "[entities]\nPers%n\nState\n");
    folder.write(QStringLiteral("visual.conf"), "[drawing]\nState\n");
    const ReadOntology read = folder.read();
    QCOMPARE(read.diagnostics.size(), 2U);
    QVERIFY(asQString(read.diagnostics[0].file).endsWith(QStringLiteral("/annotation.conf")));
    QCOMPARE(read.diagnostics[0].line, 2);
    QVERIFY(asQString(read.diagnostics[1].file).endsWith(QStringLiteral("/visual.conf")));
    QVERIFY(read.ontology.knowsEntity("State"));
}

void OntologyTest::theRealConfigurationIsRead()
{
    const QString folder = sharedFolder() + QStringLiteral("/articles");
    if (!QFile::exists(folder + QStringLiteral("/annotation.conf")))
        QSKIP("the real article is not here: set ENTENTE_SHARED to its folder");
    const ReadOntology read = readOntology(pathOf(folder), pathOf(folder), pathOf(oursFolder));
    QCOMPARE(messagesOf(read.diagnostics), QStringList{});
    QCOMPARE(read.ontology.entities.size(), 11U);
    QCOMPARE(read.ontology.events.size(), 23U);
    QCOMPARE(read.ontology.relations.size(), 12U);
    QCOMPARE(read.ontology.attributes.size(), 9U);
    // Its types are ours by name, so they look like ours and not as brat draws them there.
    QVERIFY(read.ontology.entity("Person").light == ours().entity("Person").light);
    QVERIFY(read.ontology.entity("Date").use == EntityUse::Date);
}

QTEST_GUILESS_MAIN(OntologyTest)
#include "ontologytest.moc"
