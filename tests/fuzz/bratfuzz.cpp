// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/reader.h"
#include "graph/annotation/brat/writer.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace entente;

namespace
{

/// Stands between a text and its annotations in the files of bratfuzz/.
constexpr std::string_view divider = "\n====\n";

void require(bool holds, int line = __builtin_LINE())
{
    if (holds)
        return;
    std::fprintf(stderr, "bratfuzz.cpp:%d: does not hold\n", line);
    std::abort();
}

void checkSpans(const Annotations& annotations, const SourceText& text)
{
    for (const TextBound& bound : annotations.textBounds) {
        require(bound.spans.empty() == (bound.status == QuoteStatus::Missing));
        for (const TextSpan span : bound.spans)
            require(0 <= span.begin && span.begin <= span.end && span.end <= text.size());
    }
}

/// Without what a new file says otherwise: lines, and how words were found.
Annotations asNew(Annotations annotations, const SourceText& text)
{
    const auto clearLines = [](auto& records) {
        for (auto& record : records)
            record.line = 0;
    };
    clearLines(annotations.textBounds);
    clearLines(annotations.events);
    clearLines(annotations.relations);
    clearLines(annotations.equivs);
    clearLines(annotations.attributes);
    clearLines(annotations.normalizations);
    clearLines(annotations.notes);
    for (EquivLine& equiv : annotations.equivs)
        equiv.mergedLines.clear();
    for (TextBound& bound : annotations.textBounds) {
        bound.status = QuoteStatus::Exact;
        bound.anchoredBy.clear();
        bound.text = text.slice(bound.spans);
    }
    annotations.counting = {};
    return annotations;
}

/// What was read, and one note more: all that was in the file is there still.
void checkOneLineMore(std::string_view ann, const SourceText& text, const Annotations& read)
{
    Annotations wanted = read;
    const NoteLine note{"#999999", "AnnotatorNotes", "T1", "new", 0};
    if (ann.find(note.id) != std::string_view::npos)
        return;
    wanted.notes.push_back(note);
    const std::string written = writeAnn(ann, read, wanted, text);
    Annotations again = readAnn(written, text, "again").annotations;
    require(!again.notes.empty());
    again.notes.back().line = 0;
    require(again == wanted);
    require(writeAnn(written, again, again, text) == written);
}

/// What was read, written as if it were new.
void checkFromNothing(const SourceText& text, const Annotations& read)
{
    const Annotations wanted = asNew(read, text);
    const bool canBeSaid = std::ranges::none_of(wanted.textBounds, [](const TextBound& bound) {
        return bound.spans.empty() || bound.text.find('\n') != std::string::npos;
    });
    if (!canBeSaid)
        return;
    const std::string written = writeAnn({}, {}, wanted, text);
    const Annotations again = asNew(readAnn(written, text, "again").annotations, text);
    require(again == wanted);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t at = input.find(divider);
    const bool isDivided = at != std::string_view::npos;
    const SourceText text{isDivided ? std::string(input.substr(0, at))
                                    : std::string("Xi visited Seoul.\nSeoul was glad.\n")};
    const std::string ann(isDivided ? input.substr(at + divider.size()) : input);

    const ReadAnnotations result = readAnn(ann, text, "fuzz.ann");
    checkSpans(result.annotations, text);
    require(writeAnn(ann, result.annotations, result.annotations, text) == ann);
    checkOneLineMore(ann, text, result.annotations);
    checkFromNothing(text, result.annotations);
    return 0;
}
