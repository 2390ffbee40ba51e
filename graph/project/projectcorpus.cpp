// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectcorpus.h"

#include "graph/annotation/ontologies.h"
#include "graph/project/projectfile.h"

namespace entente
{

bool isProject(const std::filesystem::path& path) { return path.extension() == ".entente"; }

Corpus corpusOf(const ProjectFile& project, const std::filesystem::path& resources)
{
    Corpus corpus;
    corpus.paths = {project.path()};
    corpus.store = project.store();
    corpus.ontology = ontologyOf(corpus.store, resources);
    return corpus;
}

} // namespace entente
