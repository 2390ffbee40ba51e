// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace entente
{

/// Any characters, those too that formats have a use for or no place.
inline std::string anyText()
{
    const auto piece = rc::gen::oneOf(
        rc::gen::map(rc::gen::inRange<char32_t>(1, 0x10FFFF),
                     [](char32_t c) { return QString::fromUcs4(&c, 1).toStdString(); }),
        rc::gen::elementOf(std::vector<std::string>{
            "\"",     "\\",     "<",    "&",    "]]>",         "\n",
            "\r\n",   "\t",     "\x01", "\x7f", "\xff",        "\xed\xa0\x80",
            "\u202e", "\u200f", "한",   "Ж",    "\\N",         "\\\"",
            "'",      "--",     "=cmd", "%s",   "\xef\xbf\xbf"}));
    std::string text;
    for (const std::string& each : *rc::gen::container<std::vector<std::string>>(piece))
        text += each;
    return text;
}

} // namespace entente
