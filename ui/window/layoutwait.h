// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;

namespace entente
{

class BusyBar;
class MessageBar;
class SceneKeeper;

struct LayoutWaitParts
{
    SceneKeeper& scene;
    BusyBar& busy;
    MessageBar& message;
    QAction& keepDraft;
};

/// What is said while the graph is being laid out and drawn, and when that fails; and the ways to
/// end it before: to cancel it, or to keep the draft there is.
class LayoutWait : public QObject
{
    Q_OBJECT

public:
    LayoutWait(const LayoutWaitParts& parts, QObject* parent);

private:
    void showBusy(bool busy);
    void showFailure(const QString& reason);
    void keepDraft();
    void showDraft(bool isThere);

    LayoutWaitParts m_parts;
};

} // namespace entente
