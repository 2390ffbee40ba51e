// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/proposals/cues.h"
#include "graph/proposals/entitycandidates.h"
#include "graph/proposals/knownnames.h"
#include "graph/proposals/languagedata.h"
#include "graph/proposals/relativedates.h"
#include "graph/proposals/statenames.h"
#include "ui/jobs/jobs.h"

#include <QObject>

#include <memory>
#include <vector>

namespace entente
{

class Workspace;

/// What is known beforehand about the words of the article that is read: names that are borne
/// elsewhere, what cue words say of how sure it is, which day is meant. It looks through the
/// article off the UI thread, and anew when something is annotated.
class Proposer : public QObject
{
    Q_OBJECT

public:
    explicit Proposer(const Workspace& workspace, QObject* parent = nullptr);
    ~Proposer() override;

    /// Turns to an article, or looks at the same one again.
    void lookAt(ArticleId article);
    /// Names that are not marked, in the order of the text; without those that were refused.
    const std::vector<NameSuggestion>& suggestions() const { return m_suggestions; }
    bool isBusy() const { return m_looking.isBusy(); }

    /// Who may be meant by words, the likeliest first.
    std::vector<EntityCandidate> candidates(const std::string& words, const std::string& type,
                                            int position);
    std::vector<Cue> cues(TextSpan sentence, TextSpan trigger) const;
    std::vector<DateProposal> dates(TextSpan words) const;
    /// How words name somebody: "Name", "Nominal" or "Pronoun", as mentions have it.
    std::string formOf(const std::string& words) const;

    /// The key under which it is kept that an analyst does not want these words marked.
    static std::string matterOf(ArticleId article, const std::string& words);

Q_SIGNALS:
    void suggested();

private:
    struct Known;

    std::shared_ptr<const Known> knownNow();
    bool isMarked(TextSpan span) const;
    LanguageData language() const;

    const Workspace& m_workspace;
    ArticleId m_article;
    std::shared_ptr<const Known> m_known; ///< Null: nothing has been asked since the last change.
    std::vector<NameSuggestion> m_suggestions;
    Jobs m_looking;
};

} // namespace entente
