// SPDX-License-Identifier: Apache-2.0
// Whatever an analyst does: written to files and read again it is the same.
#include "tests/support/anyrecord.h"
#include "tests/support/exported.h"

#include <QString>
#include <QStringList>
#include <QTest>

#include <rapidcheck.h>

using namespace entente;

namespace
{

/// Of any kind but those that add whole articles; some of them the store will refuse.
Edit someEdit(const Store& store)
{
    const ArticleId id = *anyOf(store.articles());
    const ArticleRecords& records = store.records(id);
    const ArticleRecords& others = store.records(store.articles().front());
    switch (below(19)) {
    case 0:
        return ChangeArticle{id, someArticleFields()};
    case 1:
    case 2:
        return AddMention{someMention(records)};
    case 3:
    case 4:
        return ChangeMention{anyIdOf(records.mentions), someMentionFields(records)};
    case 5:
        return RemoveMention{anyIdOf(records.mentions)};
    case 6:
        return AddEntity{someEntity(records)};
    case 7:
        return ChangeEntity{anyIdOf(records.entities), someEntityFields()};
    case 8:
        return RemoveEntity{anyIdOf(records.entities)};
    case 9:
        return AddEvent{someEvent(records), 0};
    case 10:
        return ChangeEvent{anyIdOf(records.events), someEventFields()};
    case 11:
        return RemoveEvent{anyIdOf(records.events)};
    case 12:
    case 13:
        return AddClaim{someClaim(records)};
    case 14:
        return ChangeClaim{anyIdOf(records.claims), someClaimFields(records)};
    case 15:
        return RemoveClaim{anyIdOf(records.claims)};
    case 16:
        return JudgeEntities{anyIdOf(records.entities), anyIdOf(others.entities), Sameness::Apart};
    case 17:
        return SettleMatter{someWords() + ':' + id.text(), someWords()};
    default:
        return PutView{{ViewId(newUuid()), someWords(), someWords()}};
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
        const Store first = storeToWorkIn();
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
