// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/text/textspan.h"

#include <QObject>

class QSplitter;

namespace entente
{

class Annotator;
class ArticleReader;
class CheckCommands;
class ExploreCommands;
struct Style;

/// The parts of the window in which is annotated by hand.
struct AnnotateParts
{
    ExploreCommands& explore;
    ArticleReader& reader;
    QWidget& window;
    QSplitter& below; ///< Lists come into it, under the graph.
};

/// All that is annotated by hand: in the text, on the graph, and what is left to check.
class AnnotateCommands : public QObject
{
    Q_OBJECT

public:
    AnnotateCommands(const AnnotateParts& parts, QObject* parent);

    void setStyle(const Style& style);
    /// Whether something is still being looked up.
    bool isBusy() const;

    Annotator& annotator() { return *m_annotator; }
    CheckCommands& checking() { return *m_checking; }

Q_SIGNALS:
    /// The text of the article that is read is wanted, with the keys.
    void textWanted();
    void articleWanted(entente::ArticleId article, const entente::TextSpans& spans);

private:
    Annotator* m_annotator;
    CheckCommands* m_checking;
};

} // namespace entente
