// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace entente
{

/// A text from a file or the clipboard, and the same as a box shows it that knows one kind of line
/// end only and no bytes that are not UTF-8. What is left as it was keeps its bytes.
class GivenText
{
public:
    GivenText() = default;
    explicit GivenText(std::string bytes);

    const std::string& bytes() const { return m_bytes; }
    /// Each line end is one LF, each byte that is not UTF-8 one U+FFFD.
    const QString& shown() const { return m_shown; }
    /// The bytes of what the box shows by now: those that were given before the first place that
    /// differs and after the last one; between them what the box has, with the line ends that the
    /// text has.
    std::string bytesOf(const QString& edited) const;
    /// Where a unit of shown() begins, or its end.
    std::size_t byteAt(qsizetype unit) const { return m_starts[static_cast<std::size_t>(unit)]; }

private:
    std::string m_bytes;
    QString m_shown;
    std::vector<std::size_t> m_starts{0}; ///< Of each unit shown, and of the end.
    QString m_lineEnd = QStringLiteral("\n");
};

} // namespace entente
