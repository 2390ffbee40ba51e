// SPDX-License-Identifier: Apache-2.0
#include "tests/support/markedcorpus.h"

#include "graph/base/resourcefolder.h"
#include "graph/text/sourcetext.h"

#include <fstream>
#include <stdexcept>
#include <vector>

namespace entente
{

namespace
{

struct Plain
{
    std::string text;
    std::string lines;
};

/// Takes the braces out of a text and writes a T line for each pair.
Plain unmarked(const std::string& marked)
{
    struct Open
    {
        std::string head; ///< "T1 Person"
        std::size_t begin;
    };
    Plain plain;
    std::vector<Open> open;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i] == '{') {
            const std::size_t bar = marked.find('|', i);
            open.push_back({marked.substr(i + 1, bar - i - 1), plain.text.size()});
            i = bar;
        } else if (marked[i] == '}') {
            const Open mark = open.back();
            open.pop_back();
            const std::string words = plain.text.substr(mark.begin);
            const int begin = SourceText(plain.text.substr(0, mark.begin)).size();
            const int end = begin + SourceText(words).size();
            const std::size_t space = mark.head.find(' ');
            plain.lines += mark.head.substr(0, space) + '\t' + mark.head.substr(space + 1) + ' ' +
                           std::to_string(begin) + ' ' + std::to_string(end) + '\t' + words + '\n';
        } else {
            plain.text += marked[i];
        }
    }
    if (!open.empty())
        throw std::invalid_argument("a brace is not closed: " + open.back().head);
    return plain;
}

} // namespace

void MarkedCorpus::write(const std::string& file, const std::string& bytes)
{
    std::ofstream stream(path() + '/' + file, std::ios::binary);
    stream << bytes;
    if (!stream.flush())
        throw std::runtime_error("cannot write " + file);
}

void MarkedCorpus::add(const std::string& name, const std::string& marked, const std::string& lines,
                       const std::string& metadata)
{
    const Plain plain = unmarked(marked);
    write(name + ".txt", plain.text);
    write(name + ".ann", plain.lines + lines);
    if (!metadata.empty())
        write(name + ".json", metadata);
}

void MarkedCorpus::addPlain(const std::string& name, const std::string& text)
{
    write(name + ".txt", text);
}

Corpus MarkedCorpus::open() const
{
    Expected<Corpus, std::string> corpus = openCorpus({path()}, resourceFolder(), {});
    if (!corpus)
        throw std::runtime_error(corpus.error());
    return *std::move(corpus);
}

} // namespace entente
