// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/handsteps.h"
#include "ui/byhand/textdesk.h"
#include "ui/paint/style.h"

#include <QObject>

#include <functional>
#include <optional>

namespace entente
{

struct Choice;
struct NameSuggestion;

/// Marks selected words as names, days, offices and the like: asks whom they name, or which day
/// they mean, where that has to be asked.
class NameMarking : public QObject
{
    Q_OBJECT

public:
    /// What else belongs to the same step of undo, once words are marked: they fill a role.
    using After = std::function<Expected<Together, std::string>(const HandBase&, MentionId)>;

    NameMarking(const TextDesk& desk, QObject* parent);

    void setTheme(Theme theme) { m_theme = theme; }
    void setAfter(After after) { m_after = std::move(after); }

    /// @param type of an entity.
    void mark(const QString& type);
    /// Asks whom the marked words at the cursor name instead. What they fill stays filled.
    void askWhoElse();
    /// Asks which day words mean and hands the answer on: nobody marks anything yet.
    void askForDay(const QString& title, const TextSpans& words,
                   std::function<void(const Edtf&)> answer);
    /// The mark at the cursor, or the one that is selected, goes; the innermost one.
    void unmark();
    /// Words that are marked, at the cursor or where the selection begins; nil when none are.
    MentionId markedAtCursor() const;

    // The other places where the words stand that were marked last.
    MentionId last() const { return m_last; }
    int placesLeft() const { return static_cast<int>(m_places.size()); }
    QString lastWords() const { return m_lastWords; }
    const TextSpans& places() const { return m_places; }
    void markPlaces();
    void forgetPlaces();

    // Suggestions.
    /// Selects the next one after the cursor, or the one before; from the other end at the end.
    void step(int direction);
    /// The one that is selected, or that the cursor stands in.
    const NameSuggestion* suggestionAtCursor() const;
    const NameSuggestion* suggestionAt(int codePoint) const;
    /// @param fillsRole whether it is for the role that waits. One that F6 went to may stand far
    /// away from the event, and is only marked.
    void accept(bool fillsRole = false);
    void refuse();

Q_SIGNALS:
    /// There are other places now, or none.
    void placesChanged();
    void marked(entente::MentionId mention);

private:
    /// Who may be meant by words of a type at a place in the text, the likeliest first.
    QList<Choice> whoMayBe(const QString& typed, const std::string& type, int position) const;
    void markName(const QString& type, const TextSpans& words, bool fillsRole = true);
    void rename(MentionId mention, NodeId who, const QString& name);
    void markDate(const QString& type, const TextSpans& words);
    /// What words mean.
    struct Meant
    {
        NodeId who;   ///< Nil: somebody new, or no node.
        QString name; ///< Of somebody new, if it is another than the words.
        std::vector<OutsideId> ids;
        bool isSomebodyElse = false; ///< New though others of the name were offered.
        bool fillsRole = true;       ///< The one that waits, if any does.
    };
    void put(const QString& type, const TextSpans& words, const Meant& meant);

    TextDesk m_desk;
    Theme m_theme = Theme::Light;
    After m_after;
    MentionId m_last; ///< That was marked last.
    QString m_lastWords;
    TextSpans m_places;
};

} // namespace entente
