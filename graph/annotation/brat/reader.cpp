// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/reader.h"

#include "graph/annotation/brat/anchor.h"
#include "graph/annotation/brat/crosscheck.h"
#include "graph/annotation/brat/lineparser.h"
#include "graph/base/overloaded.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace entente
{

namespace
{

class Reading
{
public:
    Reading(const Lines& lines, const SourceText& text, const std::string& fileName)
        : m_lines(lines)
        , m_text(text)
        , m_fileName(fileName)
        , m_ids(lines.lines.size())
    {
    }

    ReadAnnotations run() &&
    {
        tellOfBytes();
        for (const Line& line : m_lines.lines)
            takeLine(line);
        if (m_blankLines > 0)
            report(Severity::Note, m_firstBlank,
                   m_blankLines == 1
                       ? "an empty line; it is kept"
                       : fmt::format("{} empty lines, of which this is the first; they are kept",
                                     m_blankLines));
        anchor(m_result.annotations, m_text, m_fileName, m_result.diagnostics);
        crossCheck(m_result.annotations, m_ids, m_fileName, m_result.diagnostics);
        mergeEquivs(m_result.annotations.equivs);
        std::ranges::stable_sort(m_result.diagnostics, {}, &Diagnostic::line);
        return std::move(m_result);
    }

private:
    void tellOfBytes()
    {
        if (m_lines.hasByteOrderMark)
            report(Severity::Note, 0, "begins with a byte order mark; read without it");
        const auto hasReturn = [](const Line& line) { return line.end.starts_with('\r'); };
        const auto returns = std::ranges::count_if(m_lines.lines, hasReturn);
        if (returns > 0)
            report(Severity::Note, 0,
                   fmt::format("{} of {} lines end in carriage return and line feed; read without "
                               "the carriage return",
                               returns, m_lines.lines.size()));
    }

    void takeLine(const Line& line)
    {
        if (trimmed(line.content).empty()) {
            if (m_blankLines++ == 0)
                m_firstBlank = line.number;
            return;
        }
        ParsedLine parsed = parseLine(line);
        if (!parsed.oddity.empty())
            report(Severity::Note, line.number, std::move(parsed.oddity));
        std::visit([&](auto& record) { take(line, record); }, parsed.record);
    }

    void take(const Line& line, NotUnderstood& trouble)
    {
        m_ids.addUnread(splitColumns(line.content).id, line.number);
        report(trouble.severity, line.number,
               std::move(trouble.reason) + "; the line is kept and not read");
    }
    void take(const Line&, EquivLine& record)
    {
        m_result.annotations.equivs.push_back(std::move(record));
    }
    void take(const Line& line, TextBound& record)
    {
        add(line, record, m_result.annotations.textBounds);
    }
    void take(const Line& line, EventLine& record)
    {
        add(line, record, m_result.annotations.events);
    }
    void take(const Line& line, RelationLine& record)
    {
        add(line, record, m_result.annotations.relations);
    }
    void take(const Line& line, AttributeLine& record)
    {
        add(line, record, m_result.annotations.attributes);
    }
    void take(const Line& line, NormalizationLine& record)
    {
        add(line, record, m_result.annotations.normalizations);
    }
    void take(const Line& line, NoteLine& record) { add(line, record, m_result.annotations.notes); }

    template <class T>
    void add(const Line& line, T& record, std::vector<T>& records)
    {
        const std::string_view id = splitColumns(line.content).id;
        if (const KnownId* earlier = m_ids.find(id)) {
            record.id =
                m_ids.addRenamed(id, line.number, records.size(),
                                 [this](std::string_view other) { return standsInFile(other); });
            report(Severity::Error, line.number,
                   fmt::format("{} is the id of line {} already; this one is read as {}, and what "
                               "names {} means line {}",
                               id, earlier->line, record.id, id, earlier->line));
        } else {
            m_ids.add(id, line.number, records.size());
        }
        records.push_back(std::move(record));
    }

    bool standsInFile(std::string_view id)
    {
        if (m_idsInFile.empty()) {
            for (const Line& line : m_lines.lines)
                m_idsInFile.insert(splitColumns(line.content).id);
        }
        return m_idsInFile.contains(id);
    }

    void report(Severity severity, int line, std::string message)
    {
        m_result.diagnostics.push_back({severity, m_fileName, line, std::move(message)});
    }

    const Lines& m_lines;
    const SourceText& m_text;
    const std::string& m_fileName;
    IdIndex m_ids;
    std::unordered_set<std::string_view> m_idsInFile; ///< Of all lines; empty until asked for.
    ReadAnnotations m_result;
    int m_blankLines = 0;
    int m_firstBlank = 0;
};

} // namespace

ReadAnnotations readAnn(std::string_view ann, const SourceText& text, const std::string& fileName)
{
    const Lines lines = splitLines(ann);
    return Reading(lines, text, fileName).run();
}

} // namespace entente
