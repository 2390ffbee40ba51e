// SPDX-License-Identifier: Apache-2.0
// The real window, opened on a project and edited by a script as fast as it goes, for a test that
// kills it:
//
//   windowdriver PROJECT SCRIPT
//
// Writes the version of the project whenever the window says that all is saved. With
// ENTENTE_MUTANT=early it says so of what it has only asked for: then the test must find losses.
#include "graph/project/editjson.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTimer>

#include <cstdio>

using namespace entente;

namespace
{

class Driver : public QObject
{
    Q_OBJECT

public:
    Driver(MainWindow& window, QList<QByteArray> lines)
        : m_window(window)
        , m_lines(std::move(lines))
    {
        connect(&window.journal(), &Journal::stateChanged, this, &Driver::tell);
        m_timer.callOnTimeout(this, &Driver::step);
        m_timer.start(0);
    }

private:
    void step()
    {
        Journal& journal = m_window.journal();
        if (journal.state() == Journal::State::NoFile || m_window.workspace().paths().empty())
            return;
        // Some edits are under way at once, as when somebody drags and types.
        constexpr std::int64_t atOnce = 4;
        if (m_base < 0)
            m_base = journal.version();
        if (m_next == m_lines.size() || m_base + m_next - journal.version() >= atOnce)
            return;
        const auto edit = editFromJson(m_lines[m_next].toStdString());
        if (!edit || !m_window.workspace().perform(*edit))
            qFatal("line %lld cannot be done", m_next + 1);
        ++m_next;
        if (m_isEarly)
            say(m_base + m_next);
    }

    void tell()
    {
        const Journal& journal = m_window.journal();
        if (journal.state() == Journal::State::Failed)
            qFatal("%s", qPrintable(journal.trouble()));
        if (journal.state() == Journal::State::Saved && journal.version() > m_told)
            say(m_told = journal.version());
    }

    static void say(std::int64_t version)
    {
        std::printf("%lld\n", static_cast<long long>(version));
        std::fflush(stdout);
    }

    MainWindow& m_window;
    QList<QByteArray> m_lines;
    qsizetype m_next = 0;
    std::int64_t m_base = -1;
    std::int64_t m_told = 0;
    bool m_isEarly = qEnvironmentVariable("ENTENTE_MUTANT") == QStringLiteral("early");
    QTimer m_timer;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("entente"));
    QCoreApplication::setApplicationName(QStringLiteral("entente"));
    const QStringList arguments = QCoreApplication::arguments();
    QFile script(arguments.value(2));
    if (!script.open(QIODevice::ReadOnly))
        return 2;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       qEnvironmentVariable("XDG_DATA_HOME"));
    MainWindow window({.program = QStringLiteral(ENTENTE_LAYOUT), .arguments = {}});
    window.show();
    window.open({arguments.value(1)});
    const Driver driver(window, script.readAll().trimmed().split('\n'));
    return QApplication::exec();
}

#include "windowdriver.moc"
