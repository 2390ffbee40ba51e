// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

class QWidget;

namespace entente
{

/// Asks for files and folders by the desktop's dialogs, or takes the answers that a test has laid
/// ready.
class FileDialog
{
    Q_DECLARE_TR_FUNCTIONS(FileDialog)

public:
    // An empty answer: cancelled.
    static QString folder(QWidget* parent, const QString& title);
    static QString file(QWidget* parent, const QString& title, const QString& filter);
    static QStringList files(QWidget* parent, const QString& title, const QString& filter);
    /// @param suffixes of the filters, in their order: the name returned ends in one of these, and
    /// follows the filter that is chosen. No file is replaced that was not asked about.
    static QString saveName(QWidget* parent, const QString& title, const QString& suggested,
                            const QStringList& filters, const QStringList& suffixes);

    /// Where the next saving begins: not where one has failed.
    static void wasSaved(const QString& file);

    /// The next question is answered by this instead of a dialog; answers queue up.
    static void answerNext(const QStringList& answer);
    /// How many answers nobody has asked for.
    static int answersLeft();
};

} // namespace entente
