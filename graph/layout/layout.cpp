// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/layout.h"

#include <array>

namespace entente
{

std::string_view nameOf(Engine engine)
{
    switch (engine) {
    case Engine::Dot:
        return "dot";
    case Engine::Neato:
        return "neato";
    case Engine::Fdp:
        return "fdp";
    case Engine::Sfdp:
        return "sfdp";
    case Engine::Twopi:
        return "twopi";
    case Engine::Circo:
        return "circo";
    }
    return {};
}

std::optional<Engine> parseEngine(std::string_view name)
{
    for (const Engine engine : allEngines) {
        if (nameOf(engine) == name)
            return engine;
    }
    return {};
}

std::string_view nameOf(Routing routing)
{
    switch (routing) {
    case Routing::Line:
        return "line";
    case Routing::Spline:
        return "spline";
    }
    return {};
}

} // namespace entente
