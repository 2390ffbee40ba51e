// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/filter.h"

#include <QFrame>
#include <QPoint>
#include <QRect>
#include <QString>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTreeView;

namespace entente
{

class NameFilter;

/// A value that can be asked for, as a person reads it.
struct FilterChoice
{
    std::string value; ///< As in a condition.
    QString words;
    int events = 0; ///< That it would leave.
};

/// What one condition of the filter may be: a list of values with what each would leave, to be
/// ticked; of dates also from when to when. Each tick is told at once.
class FilterPopup : public QFrame
{
    Q_OBJECT

public:
    FilterPopup(Condition condition, QWidget* parent);

    /// Which are there, once they are counted; those that are ticked stay ticked.
    void setChoices(const std::vector<FilterChoice>& choices);
    /// Below a widget, or where there is room.
    void openAt(const QWidget& anchor);

    const Condition& condition() const { return m_condition; }
    QTreeView* list() const { return m_list; }
    QLineEdit* narrowBox() const { return m_narrow; }
    QLineEdit* fromBox() const { return m_from; }
    QLineEdit* toBox() const { return m_to; }
    QCheckBox* notBox() const { return m_not; }
    /// Where there is nothing to choose from, that is said here.
    QLabel* noneLabel() const { return m_none; }

Q_SIGNALS:
    void changed(const entente::Condition& condition);
    /// It is turned round: the choices count the other way.
    void turned(bool isNegated);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void buildList();
    void buildDates();
    void toggle(const QModelIndex& shown);
    void takeDates();
    void takeDay();
    void tell();
    bool has(const std::string& value) const;
    std::vector<FilterChoice> withTicked(std::vector<FilterChoice> choices) const;

    Condition m_condition;
    QPoint m_below;
    QRect m_screen;
    QLabel* m_title;
    QCheckBox* m_not;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QLabel* m_dateTrouble;
    QLabel* m_none;
    QLineEdit* m_narrow;
    QTreeView* m_list;
    QStandardItemModel* m_model;
    NameFilter* m_shown;
    bool m_isCounted = false;
};

} // namespace entente
