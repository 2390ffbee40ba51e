// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/fileexcerpt.h"

#include "ui/text/qtext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

constexpr int linesBefore = 2000;
constexpr int linesAfter = 2000;
constexpr qint64 bytesOfLine = 20'000;

/// Takes the lines in [first, last] out of the bytes that go by, and counts all.
class LineSieve
{
public:
    LineSieve(int first, int last)
        : m_first(first)
        , m_last(last)
    {
    }

    void take(QByteArrayView bytes)
    {
        for (const char byte : bytes) {
            const bool wanted = m_line >= m_first && m_line <= m_last;
            if (byte == '\n') {
                if (wanted)
                    m_kept += '\n';
                ++m_line;
                m_column = 0;
                continue;
            }
            if (wanted && m_column < bytesOfLine)
                m_kept += byte;
            m_cut = m_cut || (wanted && m_column >= bytesOfLine);
            ++m_column;
        }
    }

    FileExcerpt finish()
    {
        FileExcerpt excerpt;
        excerpt.linesInAll = m_column == 0 && m_line > 1 ? m_line - 1 : m_line;
        excerpt.firstLine = std::min(m_first, excerpt.linesInAll);
        excerpt.lineCount = std::min(m_last, excerpt.linesInAll) - excerpt.firstLine + 1;
        excerpt.cutLines = m_cut;
        if (m_kept.endsWith('\n'))
            m_kept.chop(1);
        excerpt.text = toQString(
            std::string_view(m_kept.constData(), static_cast<std::size_t>(m_kept.size())));
        return excerpt;
    }

private:
    int m_first;
    int m_last;
    int m_line = 1;
    qint64 m_column = 0;
    bool m_cut = false;
    QByteArray m_kept;
};

} // namespace

Expected<FileExcerpt, QString> readAround(const QString& file, int line)
{
    QFile source(file);
    if (QFileInfo(file).isDir())
        return Unexpected{QCoreApplication::translate("FileViewer", "is a folder")};
    if (!source.open(QIODevice::ReadOnly))
        return Unexpected{source.errorString()};
    const int centre = std::max(line, 1);
    LineSieve sieve(std::max(1, centre - linesBefore), centre + linesAfter);
    std::array<char, 65536> buffer{};
    while (true) {
        const qint64 got = source.read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (got < 0)
            return Unexpected{source.errorString()};
        if (got == 0)
            break;
        sieve.take(QByteArrayView(buffer.data(), got));
    }
    FileExcerpt excerpt = sieve.finish();
    // The file has become shorter since something was found in it: its end is as near as one gets.
    if (excerpt.linesInAll < centre - linesBefore)
        return readAround(file, excerpt.linesInAll);
    return excerpt;
}

} // namespace entente
