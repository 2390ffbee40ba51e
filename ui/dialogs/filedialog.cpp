// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/filedialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>

#include <deque>
#include <optional>

namespace entente
{

namespace
{

std::deque<QStringList>& answers()
{
    static std::deque<QStringList> laidReady;
    return laidReady;
}

std::optional<QStringList> laidReadyAnswer()
{
    if (answers().empty())
        return {};
    QStringList answer = answers().front();
    answers().pop_front();
    return answer;
}

QString lastFolder(const QString& use)
{
    return QSettings().value(QStringLiteral("folders/") + use).toString();
}

void rememberFolder(const QString& use, const QString& path)
{
    if (!path.isEmpty())
        QSettings().setValue(QStringLiteral("folders/") + use, QFileInfo(path).absolutePath());
}

/// Qt's own dialog knows which name its question is about; the desktop's ones ask about what was
/// typed, whatever is added to it afterwards.
bool asksForTheWholeName(const QFileDialog& dialog)
{
    return dialog.findChild<QLineEdit*>() != nullptr;
}

QString suffixOf(const QFileDialog& dialog, const QStringList& suffixes)
{
    return suffixes.value(dialog.nameFilters().indexOf(dialog.selectedNameFilter()));
}

/// The name's suffix, when it is one of those, follows the chosen filter; a bare name gets it.
void followFilter(QFileDialog& dialog, const QStringList& suffixes)
{
    const auto follow = [&dialog, suffixes] {
        const QString suffix = suffixOf(dialog, suffixes);
        if (asksForTheWholeName(dialog))
            dialog.setDefaultSuffix(suffix);
        const QFileInfo name(dialog.selectedFiles().value(0));
        if (name.suffix() != suffix && suffixes.contains(name.suffix().toLower()))
            dialog.selectFile(name.path() + QLatin1Char('/') + name.completeBaseName() +
                              QLatin1Char('.') + suffix);
    };
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, follow);
    follow();
}

void showName(QFileDialog& dialog, const QString& name)
{
    const QFileInfo info(name);
    if (info.isAbsolute())
        dialog.setDirectory(info.path());
    dialog.selectFile(info.fileName());
}

/// Ends the name in a suffix that says what to write. @returns false when there is a file of that
/// name and the user does not want it replaced.
bool completeName(QFileDialog& dialog, const QString& suffix, const QStringList& suffixes,
                  QString& name)
{
    if (suffixes.contains(QFileInfo(name).suffix().toLower()))
        return true;
    name += QLatin1Char('.') + suffix;
    if (!QFileInfo::exists(name))
        return true;
    return QMessageBox::warning(&dialog, dialog.windowTitle(),
                                FileDialog::tr("%1 already exists. Do you want to replace it?")
                                    .arg(QFileInfo(name).fileName()),
                                QMessageBox::Yes | QMessageBox::No,
                                QMessageBox::No) == QMessageBox::Yes;
}

} // namespace

QString FileDialog::folder(QWidget* parent, const QString& title)
{
    if (const auto answer = laidReadyAnswer())
        return answer->value(0);
    QString chosen =
        QFileDialog::getExistingDirectory(parent, title, lastFolder(QStringLiteral("open")));
    rememberFolder(QStringLiteral("open"), chosen);
    return chosen;
}

QString FileDialog::file(QWidget* parent, const QString& title, const QString& filter)
{
    if (const auto answer = laidReadyAnswer())
        return answer->value(0);
    QString chosen =
        QFileDialog::getOpenFileName(parent, title, lastFolder(QStringLiteral("open")), filter);
    rememberFolder(QStringLiteral("open"), chosen);
    return chosen;
}

QStringList FileDialog::files(QWidget* parent, const QString& title, const QString& filter)
{
    if (const auto answer = laidReadyAnswer())
        return *answer;
    QStringList chosen =
        QFileDialog::getOpenFileNames(parent, title, lastFolder(QStringLiteral("open")), filter);
    rememberFolder(QStringLiteral("open"), chosen.value(0));
    return chosen;
}

QString FileDialog::saveName(QWidget* parent, const QString& title, const QString& suggested,
                             const QStringList& filters, const QStringList& suffixes)
{
    if (const auto answer = laidReadyAnswer())
        return answer->value(0);
    const QString folder = lastFolder(QStringLiteral("export"));
    QString name = folder.isEmpty() ? suggested : folder + QLatin1Char('/') + suggested;
    QFileDialog dialog(parent, title);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(filters);
    followFilter(dialog, suffixes);
    // Again, as long as the name would replace a file that the dialog did not ask about.
    do {
        showName(dialog, name);
        if (dialog.exec() != QDialog::Accepted)
            return {};
        name = dialog.selectedFiles().value(0);
    } while (!completeName(dialog, suffixOf(dialog, suffixes), suffixes, name));
    return name;
}

void FileDialog::wasSaved(const QString& file) { rememberFolder(QStringLiteral("export"), file); }

void FileDialog::answerNext(const QStringList& answer) { answers().push_back(answer); }

int FileDialog::answersLeft() { return static_cast<int>(answers().size()); }

} // namespace entente
