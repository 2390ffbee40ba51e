// SPDX-License-Identifier: Apache-2.0
// How a person sets up the real window: preferences, and the overview in the corner.
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/canvas/minimap.h"
#include "ui/dialogs/filedialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/jobs/backupsettings.h"
#include "ui/text/paths.h"
#include "ui/text/translations.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace entente;

class WindowSettingsTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowsettingstest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show({1400, 880});
    }

    void cleanup() { m_window.reset(); }

    void theOverviewIsAwayWhileAllIsSeen()
    {
        open(sample());
        QVERIFY(!minimap().isVisible());
        zoomFarIn();
        QVERIFY(minimap().isVisible());
        m_window->actions().showMinimap->trigger();
        QVERIFY(!minimap().isVisible());
        m_window.reset();
        show({1400, 880});
        QVERIFY(!m_window->actions().showMinimap->isChecked()); // Remembered.
    }

    void aClickInTheOverviewLooksThere()
    {
        open(sample());
        zoomFarIn();
        const QPointF before = m_window->canvas().viewport().centre();
        QTest::mouseClick(&minimap(), Qt::LeftButton, {}, QPoint(20, 60));
        const QPointF after = m_window->canvas().viewport().centre();
        QVERIFY(after.x() < before.x());
        QVERIFY(minimap().frame().center().x() < minimap().width() / 2.0);
        // A drag of the frame takes the view along.
        const QPoint middle = minimap().frame().center().toPoint();
        QTest::mousePress(&minimap(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(&minimap(), middle + QPoint(40, 0));
        QTest::mouseRelease(&minimap(), Qt::LeftButton, {}, middle + QPoint(40, 0));
        QVERIFY(m_window->canvas().viewport().centre().x() > after.x());
    }

    void preferencesAreAppliedAtOnceAndCancelTakesThemBack()
    {
        const int usual = QFontInfo(QApplication::font()).pixelSize();
        PreferencesDialog* dialog = ask();
        dialog->themeBox()->setCurrentIndex(2);
        QVERIFY(m_window->scene().style().canvas.lightnessF() < 0.5F);
        dialog->sizeBox()->setValue(150);
        QVERIFY(QFontInfo(QApplication::font()).pixelSize() > usual);
        dialog->animationBox()->setChecked(false);
        QCOMPARE(QSettings().value(QStringLiteral("animation")).toBool(), false);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(m_window->scene().style().canvas.lightnessF() > 0.5F);
        QCOMPARE(QFontInfo(QApplication::font()).pixelSize(), usual);
        QCOMPARE(QSettings().value(QStringLiteral("animation")).toBool(), true);
    }

    void aNameGivenIsKept()
    {
        PreferencesDialog* dialog = ask();
        dialog->nameBox()->setText(QStringLiteral("A. Analyst"));
        dialog->accept();
        QCOMPARE(readPreferences().name, QStringLiteral("A. Analyst"));
    }

    void backupsAreKeptWhereThePersonSays()
    {
        const QTemporaryDir disk;
        FileDialog::answerNext({disk.path()});
        PreferencesDialog* dialog = ask();
        QTest::mouseClick(dialog->backupButton(), Qt::LeftButton);
        const QString chosen = disk.filePath(QStringLiteral("Entente backups"));
        QCOMPARE(toQt(backupPlace().root), chosen);
        dialog->reject();
        QVERIFY(backupPlace().root == usualBackupRoot());
        FileDialog::answerNext({disk.path()});
        dialog = ask();
        QTest::mouseClick(dialog->backupButton(), Qt::LeftButton);
        dialog->accept();
        const BackupPlace place = backupPlace();
        QCOMPARE(toQt(place.root), chosen);
        QCOMPARE(place.former.size(), 1U);
        QVERIFY(place.former.front() == usualBackupRoot());
    }

    void whoOnlyLooksIsStillAskedForTheName()
    {
        PreferencesDialog* dialog = ask();
        dialog->themeBox()->setCurrentIndex(2);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!QSettings().contains(QStringLiteral("analyst/name")));
    }

    void keysOfStoredSelectionsAreTaken()
    {
        PreferencesDialog* dialog = ask();
        choose(dialog, m_window->actions().fitAll);
        type(dialog, QKeySequence(Qt::CTRL | Qt::Key_1)); // Recalls a selection.
        QVERIFY(!dialog->conflict().isEmpty());
        type(dialog, QKeySequence(QKeyCombination(Qt::CTRL | Qt::Key_K),
                                  QKeyCombination(Qt::CTRL | Qt::Key_C)));
        QVERIFY(!dialog->conflict().isEmpty()); // It begins as those of the palette.
        dialog->reject();
    }

    void aCommandGetsOtherKeysUnlessTheyAreTaken()
    {
        PreferencesDialog* dialog = ask();
        choose(dialog, m_window->actions().fitAll);
        type(dialog, QKeySequence(Qt::CTRL | Qt::Key_L)); // Those of Lay Out Again.
        QVERIFY(!dialog->conflict().isEmpty());
        QCOMPARE(m_window->actions().fitAll->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_0));
        type(dialog, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F12));
        QCOMPARE(m_window->actions().fitAll->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F12));
        dialog->accept();
        m_window.reset();
        show();
        QCOMPARE(m_window->actions().fitAll->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F12));
        ask()->reject();
        QCOMPARE(m_window->actions().fitAll->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F12));
    }

private:
    Minimap& minimap() { return m_window->canvas().minimap(); }
    void zoomFarIn()
    {
        for (int i = 0; i < 8; ++i)
            m_window->canvas().zoomIn();
        settle();
    }
    PreferencesDialog* ask()
    {
        m_window->actions().preferences->trigger();
        return m_window->findChildren<PreferencesDialog*>().constLast();
    }
    static void choose(PreferencesDialog* dialog, const QAction* action)
    {
        const QString words = action->text().remove(QLatin1Char('&'));
        dialog->commands()->setCurrentItem(
            dialog->commands()->findItems(words, Qt::MatchExactly).constFirst());
    }
    static void type(PreferencesDialog* dialog, const QKeySequence& keys)
    {
        dialog->keyBox()->setKeySequence(keys);
        Q_EMIT dialog->keyBox()->editingFinished();
    }
};

QTEST_MAIN(WindowSettingsTest)

#include "windowsettingstest.moc"
