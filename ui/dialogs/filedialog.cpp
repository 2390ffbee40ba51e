// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/filedialog.h"

#include <QFileDialog>
#include <QFileInfo>
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
    const QString start = folder.isEmpty() ? suggested : folder + QLatin1Char('/') + suggested;
    QString filter = filters.value(0);
    QString chosen = QFileDialog::getSaveFileName(parent, title, start,
                                                  filters.join(QStringLiteral(";;")), &filter);
    if (!chosen.isEmpty() && QFileInfo(chosen).suffix().isEmpty())
        chosen += QLatin1Char('.') + suffixes.value(filters.indexOf(filter));
    rememberFolder(QStringLiteral("export"), chosen);
    return chosen;
}

void FileDialog::answerNext(const QStringList& answer) { answers().push_back(answer); }

int FileDialog::answersLeft() { return static_cast<int>(answers().size()); }

} // namespace entente
