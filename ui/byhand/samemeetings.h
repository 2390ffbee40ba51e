// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/proposals/sameevents.h"
#include "ui/byhand/textdesk.h"
#include "ui/jobs/jobs.h"
#include "ui/paint/style.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace entente
{

struct Choice;

/// Why two may be one, the weightiest reason first.
QString reasonsOf(const SameEventProposal& proposal);

/// Which meetings the one that a claim speaks of may be, too: looks for them, asks, and says that
/// two are one when the analyst says so.
class SameMeetings : public QObject
{
    Q_OBJECT

public:
    SameMeetings(const TextDesk& desk, QObject* parent);

    void setTheme(Theme theme) { m_theme = theme; }
    /// Looks for what a claim's event may be, off the UI thread, as that looks at every edge, once
    /// nothing has been asked for a moment; what was found for the same claim holds until then.
    /// Nil: no longer.
    void lookAt(ClaimId id);
    bool isBusy() const { return m_waiting.isActive() || m_comparing.isBusy(); }
    /// The likeliest first.
    const std::vector<SameEventProposal>& found() const { return m_found; }
    /// Asks which of all meetings it is.
    void ask();
    void join(NodeId other);

Q_SIGNALS:
    /// found() is another.
    void looked();

private:
    const Claim* current() const;
    void compare();
    QList<Choice> choices(NodeId mine, const QString& typed) const;

    TextDesk m_desk;
    Theme m_theme = Theme::Light;
    ClaimId m_claim;
    std::vector<SameEventProposal> m_found;
    bool m_isAsked = false; ///< The box lists what is found.
    QTimer m_waiting;
    Jobs m_comparing;
};

} // namespace entente
