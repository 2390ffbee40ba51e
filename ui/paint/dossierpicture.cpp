// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/dossierpicture.h"

#include "graph/citing/picturedwords.h"
#include "graph/citing/shownsources.h"
#include "ui/paint/exporter.h"
#include "ui/text/qtext.h"

#include <memory>

namespace entente
{

Expected<DossierPicture, QString> dossierPicture(const DrawnForDossier& drawn,
                                                 const CitingBase& base, const std::string& filters,
                                                 bool isOwnFile)
{
    ExportOptions options;
    if (isOwnFile) { // It can go where nobody has the text.
        options.note = noteOf(drawn.shown, {});
        options.filters = toQString(filters);
        options.sources = std::make_shared<const ShownSources>(
            shownSourcesOf(base, drawn.graph, drawn.shown, {}));
    }
    const Expected<std::string, QString> svg = svgTextOf(drawn.picture, drawn.style, options);
    if (!svg)
        return Unexpected{svg.error()};
    return DossierPicture{*svg, toUtf8(noteOf(drawn.shown, {})),
                          picturedWords(drawn.graph, drawn.shown)};
}

} // namespace entente
