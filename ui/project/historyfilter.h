// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/namefilter.h"

#include <QDate>
#include <QString>

namespace entente
{

/// Lets through what one analyst did, on one day, to one actor or meeting, and what has all of the
/// words typed.
class HistoryFilter : public NameFilter
{
    Q_OBJECT

public:
    explicit HistoryFilter(QObject* parent = nullptr);

    void setAnalyst(const QString& analyst); ///< Empty: any.
    void setDay(QDate day);                  ///< None: any.
    void setActor(const QString& name);      ///< Empty: any.
    void setMeeting(const QString& name);    ///< Empty: any.

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_analyst;
    QDate m_day;
    QString m_actor, m_meeting;
};

} // namespace entente
