// SPDX-License-Identifier: Apache-2.0
// Saves a project under another name, in the place of what has it, as the window does:
//
//   saveas PROJECT NAME
#include "graph/project/projectfile.h"

#include <cstdio>

int main(int argc, char* argv[])
{
    using namespace entente;
    if (argc != 3)
        return 2;
    const auto project = ProjectFile::open(argv[1], {});
    const auto trouble = project ? project->copyTo(argv[2], Existing::Replace) : project.error();
    if (trouble)
        std::fprintf(stderr, "%s\n", trouble->words.c_str());
    return trouble ? 1 : 0;
}
