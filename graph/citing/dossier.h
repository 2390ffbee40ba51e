// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/citing/citations.h"
#include "graph/citing/dossiersubject.h"

#include <string>
#include <vector>

namespace entente
{

/// What somebody or something is known by: "Also called", "Wikidata" …
struct DossierFact
{
    struct Value
    {
        std::string text;
        std::string address;   ///< Where it leads to; empty: nowhere.
        bool isName = false;   ///< A name out of articles, of any script.
        bool isRemark = false; ///< On what stands before it.
    };

    std::string label;
    std::vector<Value> values;
};

/// Something that is claimed, with its quotes.
struct DossierEntry
{
    std::string about; ///< Empty: the heading above says it.
    std::string part;  ///< What those whom the dossier is about do in it: "as Visitor".
    int citation = 0;  ///< Its number among the citations.
};

struct DossierGroup
{
    std::string heading;               ///< "Happened"; of a path "Choe Son-hui – Russia".
    std::string remark;                ///< What the heading means, where it may be misread.
    std::vector<DossierEntry> entries; ///< By date, the earliest first; without one last.
    bool isOfNames = false;            ///< The heading is names out of articles.
};

/// What is said for something and against it; neither is preferred.
struct DossierContest
{
    struct Side
    {
        std::string says;
        std::vector<CitedClaim> claims;
    };

    std::string event;
    std::string about; ///< "whether it is so"
    std::vector<Side> sides;
};

struct DossierPicture
{
    std::string svg;     ///< A document; empty: there is no picture.
    std::string caption; ///< What it does not show, and which filters there were.
    std::string words;   ///< What is on it, for those who do not see it; see picturedWords().
};

/// All that is known of what it is about, as a reader is to have it.
struct Dossier
{
    std::string title;
    std::string kind;    ///< "Person", "Visit", "Path", "12 actors and meetings"
    std::string summary; ///< "23 claims; 7 articles, 4 independent sources"
    std::string filters; ///< In words; empty: none.
    std::vector<DossierFact> facts;
    DossierPicture picture;
    std::vector<DossierGroup> groups; ///< None is empty.
    std::vector<DossierContest> contests;
    Citations citations;
    std::string data; ///< Of when the data is, and its hash.
};

/// A dossier that is to be made.
struct DossierRequest
{
    const KnowledgeGraph& shown; ///< The events, or what filters leave of them.
    DossierSubject about;        ///< Of that.
    std::string title;           ///< Of several.
    std::string filters;
    DossierPicture picture;
};

/// Nothing of the day, the place or the language it is made in: the same input gives the same
/// value. Meetings are grouped by what their claims add up to, for somebody by what is less sure of
/// the meeting and his part; of a single event or role its claims are, each by what it says; of a
/// path, meetings are grouped by its steps.
Dossier dossierOf(const CitingBase& base, const DossierRequest& request);

/// What the grades mean, in a sentence.
const char* gradesInWords();
/// What stands below an entry's heading: who does what, how many sources say so, and the grade.
std::string lineOf(const DossierEntry& entry, const Citation& citation);

} // namespace entente
