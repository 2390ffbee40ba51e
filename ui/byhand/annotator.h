// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/claimwriting.h"
#include "ui/byhand/namemarking.h"
#include "ui/byhand/proposer.h"
#include "ui/byhand/textdesk.h"

#include <QObject>

class QAction;
class QKeyEvent;

namespace entente
{

class AskBox;
class ClaimEditor;
class MarkStrip;
class SourceText;
struct MarkType;
struct Style;

/// The parts of the window that annotating in the text works with.
struct AnnotatorParts
{
    Workspace& workspace;
    ArticleReader& reader;
    MessageBar& message;
    QWidget& window;
};

/// Annotating in the text, by keys and by mouse: selected words are marked by a letter; the event
/// that is written about takes numbers for its roles, and letters for how sure it is; known names
/// are suggested. What it does are edits of the workspace.
class Annotator : public QObject
{
    Q_OBJECT

public:
    Annotator(const AnnotatorParts& parts, QObject* parent);

    void setStyle(const Style& style);
    /// Whether nothing is being looked up: what is offered is what will stay.
    bool isBusy() const { return m_proposer.isBusy() || m_claim.isBusy(); }

    MarkStrip& strip() const { return *m_strip; }
    ClaimEditor& editor() const { return *m_editor; }
    AskBox& box() const { return *m_box; }
    Proposer& proposer() { return m_proposer; }
    ClaimId claim() const { return m_claim.claim(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wire();
    void followArticle();
    void leaveWhatIsGone(ArticleId article);
    void showSelected();
    void showOffer();
    bool takeClick(int codePoint);
    bool takeSuggestion(int codePoint);
    void makeRoom();
    bool takeStep(QEvent& event);
    bool takeKey(const QKeyEvent& event);
    bool takeCommand(int key, bool hasSelection);
    bool takeLetter(QChar letter, bool hasSelection);
    bool takeClaimLetter(QChar letter);
    bool takeWord(const MarkType& type);
    bool leave();
    void armRole(const std::string& name);
    void mark(const QString& type);
    void askForLetter(const QString& type, QPoint place);

    /// A mention that is to be joined with another by a relation.
    void beginMove();
    void endMove();
    void beginRelation();
    void endRelation(MentionId other);
    QStringList relationsBetween(MentionId one, MentionId other) const;
    void addRelation(const QString& type, MentionId one, MentionId other);

    AnnotatorParts m_parts;
    Proposer m_proposer;
    AskBox* m_box;
    MarkStrip* m_strip;
    ClaimEditor* m_editor;
    TextDesk m_desk;
    NameMarking m_names;
    ClaimWriting m_claim;
    ArticleId m_article;                      ///< That the text showed last,
    std::shared_ptr<const SourceText> m_read; ///< and its text.
    MentionId m_relationFrom;                 ///< Nil: none is begun.
    MentionId m_moved;           ///< That is drawn over other words, with Enter; nil: none is.
    bool m_isPreviewing = false; ///< The other places stand in amber, and Enter marks them.
};

} // namespace entente
