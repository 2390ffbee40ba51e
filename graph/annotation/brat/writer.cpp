// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/writer.h"

#include "graph/annotation/brat/lines.h"
#include "graph/annotation/brat/linewriter.h"
#include "graph/text/sourcetext.h"

#include <optional>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

/// What becomes of one line of the file.
struct LineChange
{
    std::vector<std::string> before;    ///< New lines in front of it.
    std::optional<std::string> content; ///< Instead of the line's own.
    bool isRemoved = false;
};

class Rewriting
{
public:
    Rewriting(std::string_view original, const Annotations& read, const SourceText& text)
        : m_lines(splitLines(original))
        , m_counting(read.counting)
        , m_text(text)
        , m_changes(m_lines.lines.size())
    {
    }

    template <class Record>
    void compare(const std::vector<Record>& read, const std::vector<Record>& wanted)
    {
        std::unordered_map<int, const Record*> readByLine;
        for (const Record& record : read)
            readByLine.emplace(record.line, &record);

        std::vector<const Record*> added;
        for (const Record& record : wanted) {
            const auto at = readByLine.find(record.line);
            if (at == readByLine.end()) {
                added.push_back(&record);
                continue;
            }
            change(*at->second, record);
            readByLine.erase(at);
            for (const Record* one : std::exchange(added, {}))
                changeOf(record.line).before.push_back(lineFor(Changed<Record>{{}, nullptr, *one}));
        }
        for (const Record* one : added)
            m_atEnd.push_back(lineFor(Changed<Record>{{}, nullptr, *one}));
        for (const auto& [line, record] : readByLine)
            remove(*record);
    }

    std::string text() const
    {
        std::string result;
        if (m_lines.hasByteOrderMark)
            result += byteOrderMark;
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            const LineChange& lineChange = m_changes[i];
            for (const std::string& line : lineChange.before)
                append(result, line, lineEnd());
            if (lineChange.isRemoved)
                continue;
            const Line& line = m_lines.lines[i];
            append(result,
                   lineChange.content ? std::string_view(*lineChange.content) : line.content,
                   line.end.ends_with('\n') ? line.end : lineEnd());
        }
        for (const std::string& line : m_atEnd)
            append(result, line, lineEnd());
        return result;
    }

private:
    static void append(std::string& result, std::string_view line, std::string_view end)
    {
        // A CR that is part of the line shall not be taken for a part of its end.
        result.append(line).append(line.ends_with('\r') ? "\r\n" : end);
    }

    LineChange& changeOf(int line) { return m_changes[static_cast<std::size_t>(line) - 1]; }
    std::string_view contentOf(int line) const
    {
        return m_lines.lines[static_cast<std::size_t>(line) - 1].content;
    }
    std::string_view lineEnd() const
    {
        return !m_lines.lines.empty() && m_lines.lines.front().end == "\r\n" ? "\r\n" : "\n";
    }

    template <class Record>
    std::string lineFor(const Changed<Record>& changed) const
    {
        if constexpr (std::is_same_v<Record, TextBound>)
            return lineOf(changed, m_text, m_counting);
        else
            return lineOf(changed);
    }

    template <class Record>
    void change(const Record& read, const Record& wanted)
    {
        const std::string_view content = contentOf(read.line);
        if (!(read == wanted)) {
            changeOf(read.line).content = lineFor(Changed<Record>{content, &read, wanted});
            dropMergedLines(read);
        } else if constexpr (requires { read.id; }) {
            // The second line of an id was read under another one, by which others may now name it.
            const std::string_view id = splitColumns(content).id;
            if (id != read.id)
                changeOf(read.line).content = read.id + std::string(content.substr(id.size()));
        }
    }

    template <class Record>
    void remove(const Record& read)
    {
        changeOf(read.line).isRemoved = true;
        dropMergedLines(read);
    }

    template <class Record>
    void dropMergedLines(const Record& read)
    {
        if constexpr (requires { read.mergedLines; }) {
            for (const int line : read.mergedLines)
                changeOf(line).isRemoved = true;
        }
    }

    Lines m_lines;
    OffsetCounting m_counting;
    const SourceText& m_text;
    std::vector<LineChange> m_changes; ///< One for each line.
    std::vector<std::string> m_atEnd;
};

} // namespace

std::string writeAnn(std::string_view original, const Annotations& read, const Annotations& wanted,
                     const SourceText& text)
{
    if (read == wanted)
        return std::string(original);
    Rewriting rewriting(original, read, text);
    rewriting.compare(read.textBounds, wanted.textBounds);
    rewriting.compare(read.events, wanted.events);
    rewriting.compare(read.relations, wanted.relations);
    rewriting.compare(read.equivs, wanted.equivs);
    rewriting.compare(read.attributes, wanted.attributes);
    rewriting.compare(read.normalizations, wanted.normalizations);
    rewriting.compare(read.notes, wanted.notes);
    return rewriting.text();
}

} // namespace entente
