// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs/filedialog.h"
#include "ui/mainwindow.h"
#include "ui/project/journal.h"
#include "ui/text/paths.h"
#include "ui/window/actions.h"
#include "ui/window/imageexportdialog.h"
#include "ui/workspace/scenekeeper.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>
#include <string>

namespace entente
{

/// The window as a user has it, with a home of its own: what a test sets and leaves behind is
/// nobody else's. For tests to inherit from, privately.
class RealWindow
{
protected:
    static LayoutWorker worker()
    {
        return {.program = QStringLiteral(ENTENTE_LAYOUT), .arguments = {}};
    }
    static QString sample() { return QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"); }

    /// Once, before all else.
    void moveIn(const QString& test)
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
        QCoreApplication::setOrganizationName(QStringLiteral("entente"));
        QCoreApplication::setApplicationName(test);
    }
    /// What the test before has set, and done: the window would tell of it.
    static void forget()
    {
        QSettings().clear();
        QDir(toQt(untitledFolder())).removeRecursively();
    }
    void show(QSize size = {}, const LayoutWorker& layouts = worker())
    {
        m_window = std::make_unique<MainWindow>(layouts);
        if (!size.isEmpty())
            m_window->resize(size);
        static_cast<QWidget*>(m_window.get())->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void open(const QStringList& paths)
    {
        m_window->open(paths);
        settle();
    }
    void open(const QString& path) { open(QStringList{path}); }
    void settle()
    {
        // What one part has told the next by a queued signal is under way after this.
        for (int calm = 0; calm < 3; ++calm) {
            QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 60000);
            QTest::qWait(5);
        }
    }

    /// An edit, as small as they come.
    NodeId moveSomething()
    {
        const NodeId node = m_window->scene().shown().nodes.front();
        m_window->scene().move({node}, {40, 30});
        settle();
        return node;
    }
    /// As a project of this name. @returns its file.
    QString saveAs(const QString& name)
    {
        QString file = m_home.filePath(name);
        FileDialog::answerNext({file});
        m_window->actions().saveAs->trigger();
        settle();
        return file;
    }
    /// As the dialog has it at first.
    void exportImage(const QString& file)
    {
        m_window->actions().exportImage->trigger();
        FileDialog::answerNext({file});
        m_window->findChild<ImageExportDialog*>()->accept();
    }
    static std::string fileBytes(const std::filesystem::path& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }

    QTemporaryDir m_home;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace entente
