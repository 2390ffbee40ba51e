// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossierfiles.h"

#include "graph/annotation/articlefiles.h"
#include "graph/citing/dossier.h"
#include "graph/citing/dossierhtml.h"
#include "graph/citing/dossiermarkdown.h"
#include "graph/text/ascii.h"

#include <fmt/format.h>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// Whether a dossier that is there shows the picture of that name.
bool shows(const fs::path& file, const fs::path& picture)
{
    const auto text = readFile(file);
    return text && text->find(markdownPicture(picture.filename().string())) != std::string::npos;
}

} // namespace

bool isMarkdownFile(const fs::path& file) { return asciiLower(file.extension().string()) == ".md"; }

fs::path pictureBeside(const fs::path& file) { return fs::path(file).replace_extension(".svg"); }

std::map<fs::path, std::string> dossierFiles(const Dossier& dossier, const fs::path& file)
{
    if (!isMarkdownFile(file))
        return {{file, dossierHtml(dossier)}};
    if (dossier.picture.svg.empty())
        return {{file, dossierMarkdown(dossier)}};
    const fs::path picture = pictureBeside(file);
    return {{file, dossierMarkdown(dossier, picture.filename().string())},
            {picture, dossier.picture.svg}};
}

std::optional<std::string> pictureInTheWay(const fs::path& file)
{
    std::error_code error;
    const fs::path picture = pictureBeside(file);
    if (!isMarkdownFile(file) || !fs::exists(picture, error) || shows(file, picture))
        return std::nullopt;
    return fmt::format("The picture would be written as {}, and there is another file of that "
                       "name. Choose another name for the dossier, or leave the picture out.",
                       picture.string());
}

} // namespace entente
