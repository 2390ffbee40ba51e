// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/knowntexts.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace entente
{

class Store;

/// Says which articles have the words of a text already, and how many of them; each can be opened.
class LikenessList : public QFrame
{
    Q_OBJECT

public:
    explicit LikenessList(QWidget* parent = nullptr);

    /// None: it is not to be seen.
    void show(const std::vector<Alike>& alike, const Store& store);
    /// What it says, a line for each, and the button beside it.
    const QStringList& lines() const { return m_lines; }
    const std::vector<QPushButton*>& buttons() const { return m_buttons; }

Q_SIGNALS:
    void articleWanted(entente::ArticleId article);

private:
    void addRow(const QString& words, ArticleId article);

    QVBoxLayout* m_column;
    QStringList m_lines;
    std::vector<QPushButton*> m_buttons;
};

} // namespace entente
