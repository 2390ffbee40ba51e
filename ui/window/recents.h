// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QStringList>

namespace entente
{

/// What was opened lately, newest first, kept in the settings: each a folder, or files opened
/// together.
class Recents : public QObject
{
    Q_OBJECT

public:
    static constexpr int atMost = 10;

    using QObject::QObject;

    QList<QStringList> all() const;
    void add(const QStringList& paths);
    void clear();
    /// "2024", "a12.ann and 3 more"
    static QString nameOf(const QStringList& paths);
    /// For a menu: the name, and where it is.
    static QString wordsFor(const QStringList& paths);

Q_SIGNALS:
    void changed();

private:
    void keep(const QList<QStringList>& recents);
};

} // namespace entente
