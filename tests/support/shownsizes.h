// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

/// Texts for storeFrom() of the sizes that make a difference to what is shown and how it is drawn.
namespace entente
{

inline std::string visit(const std::string& person, const std::string& state)
{
    return "Visit Happened on 2024-01-15: Visitor Person \"" + person + "\", Host State \"" +
           state + "\"\n";
}

/// Four meetings, all of which are shown.
inline std::string few()
{
    return "article b 2024-01-15\n" + visit("Choe Son-hui", "Russia") +
           visit("Sergei Lavrov", "North Korea") + visit("Wang Yi", "Russia") +
           visit("Sergei Lavrov", "China");
}

/// More than is shown at once: a hub, and what one has to expand.
inline std::string many()
{
    std::string text = "article b 2024-01-15\n";
    for (int i = 0; i < 90; ++i)
        text += visit("Person " + std::to_string(i), "State " + std::to_string(i % 7));
    return text;
}

/// Few nodes with so many edges that their picture is made on another thread.
inline std::string dense()
{
    std::string text = "article b 2024-01-15\n";
    for (int meeting = 0; meeting < 30; ++meeting) {
        text += "Summit Happened on 2024-01-" + std::to_string(10 + meeting % 20) + ":";
        for (int i = 0; i < 24; ++i)
            text += (i > 0 ? ", " : " ") + std::string("Participant Person \"Person ") +
                    std::to_string((i + meeting) % 60) + "\"";
        text += "\n";
    }
    return text;
}

} // namespace entente
