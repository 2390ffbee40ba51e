// SPDX-License-Identifier: Apache-2.0
// Data of what is on screen, or of some of it, as somebody asks for it.
#include "graph/model/graph.h"
#include "tests/support/realwindow.h"
#include "ui/panels/choicebox.h"
#include "ui/text/translations.h"
#include "ui/window/dataexportdialog.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace entente;

class DataExportTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("dataexporttest"));
        installTranslations(QLocale(QLocale::English));
    }

    void init()
    {
        forget();
        show({1200, 800});
        open(sample());
    }

    void cleanup()
    {
        m_window.reset();
        QCOMPARE(FileDialog::answersLeft(), 0);
    }

    void onlyWhatIsShown()
    {
        hide(3);
        DataExportDialog& dialog = ask(QStringLiteral("What is shown on the canvas"));
        const int all = graph().nodeCount();
        const auto shown = static_cast<int>(m_window->scene().shown().nodes.size());
        QVERIFY(shown < all);
        QVERIFY2(dialog.what().startsWith(QStringLiteral("%1 nodes and ").arg(shown)),
                 qPrintable(dialog.what()));
        QVERIFY2(dialog.what().contains(
                     QStringLiteral("Left out, as it is not shown: %1 of %2 nodes and ")
                         .arg(all - shown)
                         .arg(all)),
                 qPrintable(dialog.what()));
        const QJsonObject json = save(dialog, DataFormat::NodeLinkJson, QStringLiteral("a.json"));
        QCOMPARE(json[QStringLiteral("nodes")].toArray().size(), shown);
        QCOMPARE(json[QStringLiteral("links")].toArray().size(),
                 qsizetype(m_window->scene().shown().edges.size()));
        // Whoever has nothing but the file knows that it is not all.
        const QString part = json[QStringLiteral("graph")][QStringLiteral("part")].toString();
        QVERIFY2(
            part.startsWith(QStringLiteral("what is shown: %1 of %2 nodes").arg(shown).arg(all)),
            qPrintable(part));
    }

    void allOfItHoweverLittleIsShown()
    {
        hide(3);
        DataExportDialog& dialog = ask(QStringLiteral("All of this view, on screen or not"));
        QVERIFY2(!dialog.what().contains(QStringLiteral("Left out")), qPrintable(dialog.what()));
        const QJsonObject json = save(dialog, DataFormat::NodeLinkJson, QStringLiteral("b.json"));
        QCOMPARE(json[QStringLiteral("nodes")].toArray().size(), graph().nodeCount());
        QVERIFY(!json[QStringLiteral("graph")].toObject().contains(QStringLiteral("part")));
    }

    void onlyWhatIsSelectedAndOfAnEdgeItsEnds()
    {
        const EdgeId edge = m_window->scene().shown().edges.front();
        m_window->selection().set({}, {edge});
        DataExportDialog& dialog = ask(QStringLiteral("What is selected"));
        QVERIFY2(dialog.what().startsWith(QStringLiteral("2 nodes and 1 edge.")),
                 qPrintable(dialog.what()));
        // What a format loses is counted of this, and not of all.
        dialog.choose(DataFormat::GraphMl);
        QVERIFY2(dialog.losses().contains(QStringLiteral("The claims behind 1 edge ")),
                 qPrintable(dialog.losses()));
        const QJsonObject json = save(dialog, DataFormat::NodeLinkJson, QStringLiteral("c.json"));
        QCOMPARE(json[QStringLiteral("links")].toArray().size(), 1);
        QCOMPARE(json[QStringLiteral("links")][0][QStringLiteral("key")].toString(),
                 QString::fromStdString(edge.text()));
    }

    void withNothingSelectedThatIsNotOffered()
    {
        m_window->actions().exportData->trigger();
        const auto* dialog = m_window->findChildren<DataExportDialog*>().back();
        QCOMPARE(dialog->findChild<ChoiceBox*>()->count(), 2);
    }

    void whatTheFiltersLeaveOutIsCounted()
    {
        Filter filter;
        filter.conditions.push_back({Facet::Type, {"Visit"}, false});
        m_window->explorer().setFilter(filter);
        settle();
        DataExportDialog& dialog =
            ask(QStringLiteral("All that the filters leave, on screen or not"));
        const int whole = m_window->scene().whole().nodeCount();
        QVERIFY2(
            dialog.what().contains(QStringLiteral("Left out, by the filters (")) &&
                dialog.what().contains(
                    QStringLiteral("%1 of %2 nodes").arg(whole - graph().nodeCount()).arg(whole)),
            qPrintable(dialog.what()));
    }

    void theVersionOfGexfIsRemembered()
    {
        DataExportDialog& dialog = ask(QStringLiteral("What is shown on the canvas"));
        dialog.choose(DataFormat::Gexf13);
        FileDialog::answerNext({m_home.filePath(QStringLiteral("d.gexf"))});
        dialog.accept();
        finish();
        QVERIFY(read(QStringLiteral("d.gexf")).contains("xmlns=\"http://gexf.net/1.3\""));
        m_window->actions().exportData->trigger();
        QCOMPARE(m_window->findChildren<DataExportDialog*>().back()->format(), DataFormat::Gexf13);
    }

private:
    const KnowledgeGraph& graph() const { return m_window->scene().graph(); }
    void hide(int count)
    {
        const std::vector<NodeId>& nodes = m_window->scene().shown().nodes;
        m_window->selection().set({nodes.begin(), nodes.begin() + count}, {});
        m_window->actions().hideSelected->trigger();
        settle();
    }
    DataExportDialog& ask(const QString& part)
    {
        m_window->actions().exportData->trigger();
        auto& dialog = *m_window->findChildren<DataExportDialog*>().back();
        auto* box = dialog.findChild<ChoiceBox*>();
        if (box->findText(part) < 0)
            qFatal("there is no such part: %s", qPrintable(part));
        box->setCurrentIndex(box->findText(part));
        return dialog;
    }
    QJsonObject save(DataExportDialog& dialog, DataFormat format, const QString& name)
    {
        dialog.choose(format);
        FileDialog::answerNext({m_home.filePath(name)});
        dialog.accept();
        finish();
        return QJsonDocument::fromJson(read(name)).object();
    }
    void finish() const { QTRY_VERIFY(m_window->actions().exportData->isEnabled()); }
    QByteArray read(const QString& name)
    {
        QFile file(m_home.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_MAIN(DataExportTest)
#include "dataexporttest.moc"
