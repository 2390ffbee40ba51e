// SPDX-License-Identifier: Apache-2.0
// Kills the real program while it edits, and looks for every edit that it had acknowledged.

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace
{

/// A hundred, or as many as fit into a minute; ENTENTE_KILLS says how many however long they take.
struct Kills
{
    Kills() { m_clock.start(); }
    bool areOver(int done) const
    {
        if (m_wanted > 0)
            return done >= m_wanted;
        return done >= 100 || m_clock.elapsed() > 60000;
    }

private:
    int m_wanted = qEnvironmentVariableIntValue("ENTENTE_KILLS");
    QElapsedTimer m_clock;
};

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAcknowledgedEditIsEverLost()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.entente"));
        run({QStringLiteral("import"), QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"),
             QStringLiteral("-o"), path});
        const QByteArray edits = someEdits(400);
        const Kills enough;
        int kills = 0;
        qint64 acknowledged = versionOf(path);
        qint64 slowest = 0;
        int amidst = 0;
        QRandomGenerator random(1);
        for (; !enough.areOver(kills); ++kills) {
            QProcess editor;
            editor.start(QStringLiteral(ENTENTE_CLI), {QStringLiteral("edit"), path});
            QVERIFY(editor.waitForStarted());
            editor.write(edits);
            editor.closeWriteChannel();
            while (editor.bytesToWrite() > 0)
                QVERIFY(editor.waitForBytesWritten());
            std::this_thread::sleep_for(std::chrono::microseconds(random.bounded(150000)));
            amidst += editor.state() == QProcess::Running ? 1 : 0;
            editor.kill();
            editor.waitForFinished();
            const QList<QByteArray> lines = editor.readAllStandardOutput().split('\n');
            // The last line may be torn; whole ones have been said.
            for (qsizetype line = 0; line + 1 < lines.size(); ++line)
                acknowledged = std::max(acknowledged, lines[line].toLongLong());
            QElapsedTimer timer;
            timer.start();
            const qint64 version = versionOf(path);
            slowest = std::max(slowest, timer.elapsed());
            QVERIFY2(version >= acknowledged, qPrintable(QString::number(kills)));
            acknowledged = version + 1;
        }
        qInfo("%d kills, %d of them while it worked; %lld edits; opened and listed in at most "
              "%lld ms",
              kills, amidst, acknowledged, slowest);
        QVERIFY(amidst * 2 > kills); // Else this would test nothing.
        QVERIFY(slowest < 2000);
        run({QStringLiteral("verify"), path});
    }

private:
    static QByteArray run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess program;
        program.start(QStringLiteral(ENTENTE_CLI), arguments);
        program.write(input);
        program.closeWriteChannel();
        if (!program.waitForFinished(120000) || program.exitCode() != 0)
            qFatal("%s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
                   program.readAllStandardError().constData());
        return program.readAllStandardOutput();
    }

    /// Found by one edit more.
    static qint64 versionOf(const QString& path)
    {
        return run({QStringLiteral("edit"), path}, someEdits(1)).trimmed().toLongLong() - 1;
    }

    /// Views and placements: edits of both small and larger rows.
    static QByteArray someEdits(int count)
    {
        QByteArray edits;
        for (int i = 0; i < count; ++i) {
            const QByteArray id =
                "00000000-0000-0001-0000-" + QByteArray::number(i % 50).rightJustified(12, '0');
            if (i % 2 == 0)
                edits += "{'kind':'putView','view':{'id':'" + id + "','name':'v','state':'" +
                         QByteArray(i % 50 * 20, 's') + "'}}\n";
            else
                edits +=
                    "{'kind':'placeNodes','placements':[{'node':'" + id + "','point':[1,2]}]}\n";
        }
        return edits.replace('\'', '"');
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
