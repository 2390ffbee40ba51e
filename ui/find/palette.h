// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/find/hitmodel.h"
#include "ui/find/palettemodel.h"
#include "ui/find/search.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QMenuBar;

namespace entente
{

class NodeRowDelegate;
class PickList;

/// One box for all that can be done and gone to: commands of the menus, actors, meetings, articles.
/// It goes when it has done something, or when one turns to something else.
class Palette : public QFrame
{
    Q_OBJECT

public:
    Palette(FinderKeeper& finders, const Workspace& workspace, const SceneKeeper& scene,
            const QMenuBar& menus, QWidget* window);

    void begin();
    void setStyle(const Style& style);
    QLineEdit* box() const { return m_box; }
    QListView* list() const;
    bool isBusy() const { return m_search.isBusy(); }

Q_SIGNALS:
    void chosen(const entente::Hit& hit);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void narrow(const QString& words);
    void take(const std::vector<Hit>& hits);
    void arrange();
    void goToRow(int row);
    void choose(int row);
    void leave();
    bool handleKey(int key);

    const QMenuBar& m_menus;
    Search m_search;
    HitModel m_hits;
    PaletteModel m_model;
    QList<PaletteCommand> m_commands; ///< That could be given when it was opened.
    QLineEdit* m_box;
    PickList* m_list;
    NodeRowDelegate* m_delegate;
    bool m_isEntered = false; ///< The first of what is being looked up is wanted.
};

} // namespace entente
