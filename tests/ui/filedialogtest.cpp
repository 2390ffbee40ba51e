// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/filedialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <memory>

using namespace entente;
using namespace std::chrono_literals;

namespace
{

/// A user who answers what is asked: types a name, chooses a kind, says yes or no.
class User : public QObject
{
public:
    User()
    {
        connect(&m_looking, &QTimer::timeout, this, &User::look);
        m_looking.start(10ms);
    }

    QString filter;       ///< Chosen before anything is typed; empty: none.
    QString typed;        ///< Empty: what is suggested.
    bool replaces = true; ///< When asked; else gives up.
    QStringList questions;

private:
    void look()
    {
        QWidget* asking = QApplication::activeModalWidget();
        if (auto* box = qobject_cast<QMessageBox*>(asking)) {
            questions += box->text();
            box->button(replaces ? QMessageBox::Yes : QMessageBox::No)->click();
        } else if (auto* dialog = qobject_cast<QFileDialog*>(asking)) {
            m_answered ? dialog->reject() : answer(*dialog);
        }
    }

    void answer(QFileDialog& dialog)
    {
        m_answered = true;
        auto* filters = dialog.findChild<QComboBox*>(QStringLiteral("fileTypeCombo"));
        while (!filter.isEmpty() && filters->currentText() != filter)
            QTest::keyClick(filters, Qt::Key_Down);
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        if (!typed.isEmpty())
            name->setText(typed);
        // Not from within the timer, which would then not see the question that follows.
        QMetaObject::invokeMethod(&dialog, "accept", Qt::QueuedConnection);
    }

    QTimer m_looking;
    bool m_answered = false;
};

} // namespace

class FileDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theNameFollowsTheFilter_data();
    void theNameFollowsTheFilter();
    void nothingIsReplacedUnasked_data();
    void nothingIsReplacedUnasked();
    void whatIsNotToBeReplacedIsNotWritten_data() { nothingIsReplacedUnasked_data(); }
    void whatIsNotToBeReplacedIsNotWritten();
    void answersLaidReadyAskNobody();

private:
    QString save() const
    {
        return FileDialog::saveName(
            nullptr, QStringLiteral("Export Image"), QStringLiteral("events.png"),
            {QStringLiteral("PNG image (*.png)"), QStringLiteral("SVG drawing (*.svg)"),
             QStringLiteral("PDF document (*.pdf)")},
            {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")});
    }
    QString in(const QString& name) const { return m_folder->filePath(name); }

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileDialogTest::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    QCoreApplication::setOrganizationName(QStringLiteral("entente"));
    QCoreApplication::setApplicationName(QStringLiteral("entente"));
}

void FileDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings().setValue(QStringLiteral("folders/export"), m_folder->path());
}

void FileDialogTest::theNameFollowsTheFilter_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("written");
    const auto row = [](const char* what, const char* filter, const char* typed,
                        const char* written) {
        QTest::newRow(what) << QString::fromLatin1(filter) << QString::fromLatin1(typed)
                            << QString::fromLatin1(written);
    };
    row("as suggested", "", "", "events.png");
    row("another kind", "SVG drawing (*.svg)", "", "events.svg");
    row("a bare name", "", "picture", "picture.png");
    row("a bare name of another kind", "PDF document (*.pdf)", "picture", "picture.pdf");
    row("a name that says its kind", "", "picture.svg", "picture.svg");
    row("a dot that says no kind", "SVG drawing (*.svg)", "v1.2", "v1.2.svg");
    row("in capitals", "", "PICTURE.SVG", "PICTURE.SVG");
}

void FileDialogTest::theNameFollowsTheFilter()
{
    QFETCH(QString, filter);
    QFETCH(QString, typed);
    QFETCH(QString, written);
    User user;
    user.filter = filter;
    user.typed = typed;
    QCOMPARE(save(), in(written));
    QCOMPARE(user.questions, QStringList());
}

void FileDialogTest::nothingIsReplacedUnasked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("there");
    QTest::newRow("the whole name") << "picture.png"
                                    << "picture.png";
    QTest::newRow("a bare name") << "picture"
                                 << "picture.png";
    QTest::newRow("a dot that says no kind") << "v1.2"
                                             << "v1.2.png";
}

void FileDialogTest::nothingIsReplacedUnasked()
{
    QFETCH(QString, typed);
    QFETCH(QString, there);
    QVERIFY(QFile(in(there)).open(QIODevice::WriteOnly));
    User user;
    user.typed = typed;
    QCOMPARE(save(), in(there));
    QCOMPARE(user.questions.size(), qsizetype(1));
    QVERIFY2(user.questions.front().contains(there), qPrintable(user.questions.front()));
}

void FileDialogTest::whatIsNotToBeReplacedIsNotWritten()
{
    QFETCH(QString, typed);
    QFETCH(QString, there);
    QVERIFY(QFile(in(there)).open(QIODevice::WriteOnly));
    User user;
    user.typed = typed;
    user.replaces = false;
    QCOMPARE(save(), QString());
    QCOMPARE(user.questions.size(), qsizetype(1));
}

void FileDialogTest::answersLaidReadyAskNobody()
{
    FileDialog::answerNext({in(QStringLiteral("a.svg"))});
    QCOMPARE(save(), in(QStringLiteral("a.svg")));
    QCOMPARE(FileDialog::answersLeft(), 0);
}

QTEST_MAIN(FileDialogTest)
#include "filedialogtest.moc"
