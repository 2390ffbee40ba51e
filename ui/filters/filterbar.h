// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QStringList>

#include <vector>

class QAction;
class QMenu;
class QToolButton;

namespace entente
{

class FlowLayout;

/// What the filter bar says and leads to.
struct FilterBarParts
{
    QMenu& facets; ///< What can be asked.
    QMenu& views;  ///< What was kept.
    QAction& matchAny;
    QAction& clear;
};

/// Above the canvas: a chip for each condition of the filter, with a cross to take it away. It
/// always has its place, so that the first condition moves nothing.
class FilterBar : public QFrame
{
    Q_OBJECT

public:
    explicit FilterBar(const FilterBarParts& parts, QWidget* parent = nullptr);

    /// One chip for each condition, in words.
    void setConditions(const QStringList& conditions);
    QStringList conditions() const { return m_words; }

    /// What a chip is opened with, and taken away with. @pre there is such a chip.
    QToolButton* chip(int condition) const;
    QToolButton* cross(int condition) const;
    QToolButton* addButton() const { return m_add; }

Q_SIGNALS:
    void opened(int condition);
    void removed(int condition);

private:
    struct Chip
    {
        QFrame* frame;
        QToolButton* words;
        QToolButton* cross;
    };

    QToolButton* makeButton(const QString& words, QMenu* menu = nullptr);
    Chip makeChip(int condition);

    QStringList m_words;
    std::vector<Chip> m_chips;
    FlowLayout* m_flow;
    QToolButton* m_add;
    QToolButton* m_match;
    QToolButton* m_clear;
    QToolButton* m_views;
};

} // namespace entente
