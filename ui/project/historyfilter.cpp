// SPDX-License-Identifier: Apache-2.0
#include "ui/project/historyfilter.h"

#include "ui/project/historymodel.h"

namespace entente
{

HistoryFilter::HistoryFilter(QObject* parent)
    : NameFilter(parent)
{
    setFilterRole(HistoryModel::SearchRole);
}

void HistoryFilter::setAnalyst(const QString& analyst)
{
    m_analyst = analyst;
    invalidateFilter();
}

void HistoryFilter::setDay(QDate day)
{
    m_day = day;
    invalidateFilter();
}

void HistoryFilter::setActor(const QString& name)
{
    m_actor = name;
    invalidateFilter();
}

void HistoryFilter::setMeeting(const QString& name)
{
    m_meeting = name;
    invalidateFilter();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto isAbout = [&](const QString& name, int role) {
        return name.isEmpty() || index.data(role).toStringList().contains(name);
    };
    return (m_analyst.isEmpty() || index.data(HistoryModel::AnalystRole) == m_analyst) &&
           (m_day.isNull() || index.data(HistoryModel::DayRole).toDate() == m_day) &&
           isAbout(m_actor, HistoryModel::ActorsRole) &&
           isAbout(m_meeting, HistoryModel::MeetingsRole) &&
           NameFilter::filterAcceptsRow(row, parent);
}

} // namespace entente
