// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"

#include <string>
#include <vector>

/// What was read, as text that a test can compare and a reader of its failure can read: one line a
/// record, in the order of the kinds.
namespace entente
{

inline std::string textOf(QuoteStatus status)
{
    switch (status) {
    case QuoteStatus::Exact:
        return "exact";
    case QuoteStatus::Moved:
        return "moved";
    case QuoteStatus::Missing:
        return "missing";
    }
    return {};
}

inline std::string textOf(const TextSpans& spans)
{
    std::string text;
    for (const TextSpan span : spans)
        text += ' ' + std::to_string(span.begin) + '-' + std::to_string(span.end);
    return text;
}

inline std::vector<std::string> linesOf(const Annotations& annotations)
{
    std::vector<std::string> lines;
    lines.reserve(annotations.textBounds.size());
    for (const TextBound& t : annotations.textBounds) {
        lines.push_back(t.id + ' ' + t.type + textOf(t.spans) + " \"" + t.text + "\" " +
                        textOf(t.status));
    }
    for (const EventLine& e : annotations.events) {
        std::string line = e.id + ' ' + e.type + " by " + e.trigger;
        for (const Argument& argument : e.arguments) {
            line += ' ' + argument.role;
            if (argument.ordinal != 1)
                line += '#' + std::to_string(argument.ordinal);
            line += '=' + argument.target;
        }
        lines.push_back(line);
    }
    for (const RelationLine& r : annotations.relations) {
        lines.push_back(r.id + ' ' + r.type + ' ' + r.role1 + '=' + r.target1 + ' ' + r.role2 +
                        '=' + r.target2);
    }
    for (const EquivLine& equiv : annotations.equivs) {
        std::string line = "* " + equiv.type;
        for (const std::string& member : equiv.members)
            line += ' ' + member;
        lines.push_back(line);
    }
    for (const AttributeLine& a : annotations.attributes)
        lines.push_back(a.id + ' ' + a.name + " of " + a.target + " = \"" + a.value + '"');
    for (const NormalizationLine& n : annotations.normalizations) {
        lines.push_back(n.id + " of " + n.target + " = " + n.database + ' ' + n.entry + " \"" +
                        n.text + '"');
    }
    for (const NoteLine& note : annotations.notes)
        lines.push_back(note.id + ' ' + note.kind + " on " + note.target + " \"" + note.text + '"');
    return lines;
}

} // namespace entente
