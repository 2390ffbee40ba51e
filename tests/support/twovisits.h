// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/textfolder.h"

namespace entente
{

/// One visit that happened, by one outlet; a meeting and a visit that are not said to have.
inline void writeTwoVisits(const TextFolder& folder)
{
    folder.write("north/choe.txt", "Choe Son-hui visited Russia. Putin met her.\n");
    folder.write("north/choe.ann", "T1\tPerson 0 12\tChoe Son-hui\n"
                                   "T2\tVisit 13 20\tvisited\n"
                                   "T3\tState 21 27\tRussia\n"
                                   "T4\tPerson 29 34\tPutin\n"
                                   "T5\tMeeting 35 38\tmet\n"
                                   "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
                                   "A1\tModality E1 Happened\n"
                                   "E2\tMeeting:T5 Participant:T4 Participant2:T1\n");
    folder.write("north/choe.json",
                 R"({"title": "She went", "outlet": "The Lantern", "published": "2024-01-15"})");
    folder.write("south.txt", "Choe Son-hui may visit Russia.\n");
    folder.write("south.ann", "T1\tPerson 0 12\tChoe Son-hui\n"
                              "T2\tVisit 17 22\tvisit\n"
                              "T3\tState 23 29\tRussia\n"
                              "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
                              "A1\tModality E1 Perhaps\n");
}

} // namespace entente
