// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/tabledata.h"

#include "graph/base/overloaded.h"
#include "graph/exchange/csv.h"
#include "graph/text/fold.h"
#include "ui/text/qtext.h"

#include <QCollator>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace entente
{

namespace
{

QString tr(const char* words) { return QCoreApplication::translate("Tables", words); }

/// What a cell is sorted by. Dates by their first day, an open beginning before all; then by their
/// last; numbers and words of their own order by that; names by the language.
class SortKey
{
public:
    SortKey(const Cell& cell, const QCollator& collator)
        : m_isKnown(!std::holds_alternative<std::monostate>(cell))
    {
        std::visit(Overloaded{[](std::monostate) {}, [&](int number) { m_number = number; },
                              [&](const std::string& text) {
                                  m_name = collator.sortKey(visibleForm(toQString(text)));
                              },
                              [&](const RankedWords& ranked) { m_number = ranked.rank; },
                              [&](const Edtf& date) {
                                  m_date = {date.earliest, date.latest};
                              }},
                   cell);
    }

    bool isKnown() const { return m_isKnown; }

    bool operator<(const SortKey& other) const
    {
        if (m_number != other.m_number)
            return m_number < other.m_number;
        if (m_date != other.m_date)
            return m_date < other.m_date;
        return m_name && other.m_name && *m_name < *other.m_name;
    }

private:
    bool m_isKnown;
    int m_number = 0;
    std::pair<std::optional<Day>, std::optional<Day>> m_date;
    std::optional<QCollatorSortKey> m_name;
};

std::vector<int> ranksOf(const Table& table, std::size_t column, const QCollator& collator)
{
    std::vector<std::pair<SortKey, std::size_t>> keys;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (SortKey key(table.rows[row].cells[column], collator); key.isKnown())
            keys.emplace_back(std::move(key), row);
    }
    std::ranges::sort(keys, [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<int> ranks(table.rows.size(), TableData::noRank);
    int rank = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0 && keys[i - 1].first < keys[i].first)
            ++rank;
        ranks[keys[i].second] = rank;
    }
    return ranks;
}

/// As it is seen, and as it is written: "15 January 2024" is found, and "2024-01" too.
QString foldedOf(const TableRow& row)
{
    QString words = toQString(row.otherNames);
    for (const Cell& cell : row.cells) {
        words += QLatin1Char('\n') + wordsOf(cell);
        if (std::holds_alternative<Edtf>(cell))
            words += QLatin1Char('\n') + toQString(textOf(cell));
    }
    return toQString(folded(toUtf8(words)));
}

} // namespace

TableData readied(Table table)
{
    TableData data{
        .table = std::move(table), .ranks = {}, .folded = {}, .rowOfNode = {}, .rowOfEdge = {}};
    QCollator collator{QLocale()};
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    for (std::size_t column = 0; column < data.table.columns.size(); ++column)
        data.ranks.push_back(ranksOf(data.table, column, collator));
    for (int row = 0; row < data.rowCount(); ++row) {
        data.folded.push_back(foldedOf(data.row(row)));
        std::visit(Overloaded{[&](NodeId id) { data.rowOfNode.emplace(id, row); },
                              [&](EdgeId id) { data.rowOfEdge.emplace(id, row); },
                              [](ArticleId) {}},
                   data.row(row).id);
    }
    return data;
}

QString wordsOf(const Cell& cell)
{
    return std::visit(
        Overloaded{[](std::monostate) { return QString(); },
                   [](int number) { return QLocale().toString(number); },
                   [](const std::string& text) { return visibleForm(toQString(text)); },
                   [](const RankedWords& ranked) { return toQString(ranked.words); },
                   [](const Edtf& date) { return toQString(wordsOf(date)); }},
        cell);
}

QString headingOf(const Column& column)
{
    switch (column.kind) {
    case ColumnKind::Name:
        return tr("Actor");
    case ColumnKind::OtherName:
        return tr("With");
    case ColumnKind::Type:
        return tr("Type");
    case ColumnKind::Meetings:
        return tr("Meetings");
    case ColumnKind::Ties:
        return tr("Ties");
    case ColumnKind::First:
        return tr("First");
    case ColumnKind::Last:
        return tr("Last");
    case ColumnKind::Articles:
        return tr("Articles");
    case ColumnKind::Date:
        return tr("Date");
    case ColumnKind::Title:
        return tr("Title");
    case ColumnKind::Sureness:
        return tr("How sure");
    case ColumnKind::Contested:
        return tr("Contested");
    case ColumnKind::Claims:
        return tr("Claims");
    case ColumnKind::Sources:
        return tr("Sources");
    case ColumnKind::Grade:
        return tr("Grade");
    case ColumnKind::About:
        return tr("Contested");
    case ColumnKind::Said:
        return tr("What is said");
    case ColumnKind::Outlet:
        return tr("Outlet");
    case ColumnKind::Problems:
        return tr("Problems");
    case ColumnKind::OfModality:
        return capital(toQString(wordsOf(column.modality)));
    case ColumnKind::Judged:
        return tr("Judged");
    }
    return {};
}

QString explanationOf(const Column& column)
{
    switch (column.kind) {
    case ColumnKind::Ties:
        return tr("How many others took part in the same meetings");
    case ColumnKind::First:
        return tr("The earliest dated meeting that happened");
    case ColumnKind::Last:
        return tr("The latest dated meeting that happened");
    case ColumnKind::Articles:
        return tr("How many articles speak of it");
    case ColumnKind::Sources:
        return tr("How many independent sources: articles that copy one dispatch count once");
    case ColumnKind::Grade:
        return tr("How far it can be relied on, by the Admiralty code: the source A to F, the "
                  "information 1 to 6");
    case ColumnKind::Problems:
        return tr("What was found wrong in the article's files");
    case ColumnKind::OfModality:
        return tr("How many meetings of these two are said to be so");
    case ColumnKind::Judged:
        return tr("How many more meetings only an analyst's judgement makes theirs");
    case ColumnKind::Name:
    case ColumnKind::OtherName:
    case ColumnKind::Type:
    case ColumnKind::Meetings:
    case ColumnKind::Date:
    case ColumnKind::Title:
    case ColumnKind::Sureness:
    case ColumnKind::Contested:
    case ColumnKind::Claims:
    case ColumnKind::Outlet:
    case ColumnKind::About:
    case ColumnKind::Said:
        return {};
    }
    return {};
}

QString wordsOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Actors:
        return tr("Actors");
    case TableKind::Meetings:
        return tr("Meetings");
    case TableKind::Articles:
        return tr("Articles");
    case TableKind::Ties:
        return tr("Ties");
    case TableKind::Contested:
        return tr("Contested");
    }
    return {};
}

QByteArray csvOf(const TableData& data, const std::vector<int>& rows)
{
    std::vector<std::string> values;
    values.reserve(data.table.columns.size());
    for (const Column& column : data.table.columns)
        values.push_back(toUtf8(headingOf(column)));
    std::string csv = csvLine(values);
    for (const int row : rows) {
        values.clear();
        for (const Cell& cell : data.row(row).cells)
            values.push_back(textOf(cell));
        csv += csvLine(values);
    }
    return QByteArray::fromStdString(csv);
}

} // namespace entente
