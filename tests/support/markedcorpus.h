// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/corpus.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <string>

namespace entente
{

/// A folder of articles, each written as one text in which the marked words stand in braces:
///
///     corpus.add("north", "{T1 Quote|{T2 Person|Choe} {T3 Visit|visits} {T4 State|Russia}}.",
///                "E1\tVisit:T3 Visitor:T2 Destination:T4 Evidence:T1\n",
///                R"({"title": "North", "outlet": "Post", "published": "2024-01-15"})");
///
/// A test sees the sentences; the offsets are counted here.
class MarkedCorpus
{
public:
    /// @param lines of the annotation file, below those for the marks.
    void add(const std::string& name, const std::string& marked, const std::string& lines,
             const std::string& metadata = {});
    /// A text and nothing else.
    void addPlain(const std::string& name, const std::string& text);
    /// Writes bytes as they are.
    void write(const std::string& file, const std::string& bytes);

    /// Reads the folder.
    Corpus open() const;
    std::string path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

} // namespace entente
