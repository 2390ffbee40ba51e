// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// One argument of a line of annotation.conf: "Participant+:Person|State".
struct ConfigArgument
{
    std::string role;
    int atLeast = 1;
    int atMost = 1; ///< -1: any number
    /// Types, or values of an attribute; "<ENTITY>" and the like as written.
    std::vector<std::string> values;
};

/// One type that annotation.conf defines.
struct ConfigType
{
    std::string name;
    std::string parent;     ///< The nearest line above that is indented less; empty at the top.
    bool isHeading = false; ///< "!": groups only, nothing is annotated with it.
    std::vector<std::string> labels;            ///< "Type|label": longest first.
    std::vector<ConfigArgument> arguments;      ///< Without those in angle brackets.
    std::map<std::string, std::string> options; ///< "<REL-TYPE>" to "symmetric-transitive".
    int line = 0;
};

/// brat's annotation.conf, macros put in. Entities and events are defined once; a relation or an
/// attribute may have several lines. Which spans may overlap is not kept: here all may.
struct AnnotationConfig
{
    std::vector<ConfigType> entities, relations, events, attributes;
    Diagnostics diagnostics;
};

/// None of the readers stops at a line: what is not understood is in the diagnostics.
AnnotationConfig readAnnotationConfig(std::string_view bytes, const std::string& file);

/// brat's visual.conf: what types are called and drawn in.
struct VisualConfig
{
    std::map<std::string, std::vector<std::string>> labels;            ///< Longest first.
    std::map<std::string, std::map<std::string, std::string>> drawing; ///< "bgColor" to "#E6F1F8".
    Diagnostics diagnostics;
};

VisualConfig readVisualConfig(std::string_view bytes, const std::string& file);

/// The [normalization] section of brat's tools.conf: database to its options ("<URLBASE>").
struct ToolsConfig
{
    std::map<std::string, std::map<std::string, std::string>> normalization;
    Diagnostics diagnostics;
};

ToolsConfig readToolsConfig(std::string_view bytes, const std::string& file);

} // namespace entente
