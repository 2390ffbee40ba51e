// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/canvasaccess.h"

#include "graph/base/overloaded.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/text/qtext.h"
#include "ui/workspace/selection.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>

namespace entente
{

namespace
{

constexpr auto openAction = "open";

/// One node or one edge. It is asked by its id, so that it may outlive the picture it was in.
class ItemAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemAccess(GraphCanvas& canvas, const Target& target)
        : m_canvas(canvas)
        , m_target(target)
    {
    }

    const Target& target() const { return m_target; }

    bool isValid() const override { return node() != nullptr || edge() != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_canvas.window()->windowHandle(); }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_canvas);
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }

    // An edge leads to what it rests on.
    QAccessible::Role role() const override
    {
        return std::holds_alternative<EdgeId>(m_target) ? QAccessible::Link : QAccessible::ListItem;
    }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override;
    QAccessible::State state() const override;

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override
    {
        return {pressAction(), QLatin1StringView(openAction), showMenuAction()};
    }
    void doAction(const QString& action) override;
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const NodeItem* node() const
    {
        const auto* id = std::get_if<NodeId>(&m_target);
        return id != nullptr ? m_canvas.picture().node(*id) : nullptr;
    }
    const EdgeItem* edge() const
    {
        const auto* id = std::get_if<EdgeId>(&m_target);
        return id != nullptr ? m_canvas.picture().edge(*id) : nullptr;
    }

    GraphCanvas& m_canvas; ///< Which takes these with it: see ~CanvasAccess().
    Target m_target;
};

QString ItemAccess::text(QAccessible::Text kind) const
{
    const NodeItem* shownNode = node();
    const EdgeItem* shownEdge = edge();
    if (kind == QAccessible::Name)
        return shownNode != nullptr   ? shownNode->wholeName
               : shownEdge != nullptr ? shownEdge->wholeName
                                      : QString();
    if (kind != QAccessible::Description)
        return {};
    if (shownNode != nullptr && !shownNode->isEvent)
        return shownNode->detail.isEmpty()
                   ? shownNode->type
                   : shownNode->type + QStringLiteral(", ") + shownNode->detail;
    if (shownNode == nullptr && shownEdge == nullptr)
        return {};
    QString words =
        toQString(wordsOf(shownNode != nullptr ? shownNode->modality : shownEdge->modality));
    if (shownNode != nullptr ? shownNode->contested : shownEdge->contested)
        words += QStringLiteral(", ") + GraphCanvas::tr("contested");
    return shownNode != nullptr ? shownNode->type + QStringLiteral(", ") + words : words;
}

QRect ItemAccess::rect() const
{
    if (!isValid())
        return {};
    const QRect inside =
        m_canvas.viewport().toScreen(m_canvas.picture().boundsOf(m_target)).toAlignedRect();
    return {m_canvas.mapToGlobal(inside.topLeft()), inside.size()};
}

QAccessible::State ItemAccess::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const Selection& selection = m_canvas.selection();
    state.selectable = true;
    state.multiSelectable = true;
    state.focusable = true;
    state.selected = selection.contains(m_target);
    state.focused = m_canvas.hasFocus() && selection.current() == m_target;
    state.invisible = !m_canvas.isVisible();
    state.offscreen =
        !m_canvas.viewport().visible().intersects(m_canvas.picture().boundsOf(m_target));
    return state;
}

void ItemAccess::doAction(const QString& action)
{
    if (!isValid())
        return;
    if (action == showMenuAction())
        return Q_EMIT m_canvas.menuRequested(m_target, rect().center());
    const bool opens = action == QLatin1StringView(openAction);
    if (!opens && action != pressAction())
        return;
    m_canvas.selection().set(m_target);
    m_canvas.reveal(m_target);
    if (opens)
        Q_EMIT m_canvas.activated(m_target);
}

/// The canvas and its children: the nodes in their order, then the edges in theirs.
class CanvasAccess : public QAccessibleWidget
{
public:
    explicit CanvasAccess(GraphCanvas& canvas)
        : QAccessibleWidget(&canvas, QAccessible::Canvas)
        , m_canvas(canvas)
    {
    }
    ~CanvasAccess() override
    {
        forget([](const Target&) { return true; });
    }

    int childCount() const override { return QAccessibleWidget::childCount() + nodes() + edges(); }

    QAccessibleInterface* child(int index) const override
    {
        const Picture& picture = m_canvas.picture();
        if (index < 0)
            return nullptr;
        if (index < nodes())
            return item(picture.nodes()[static_cast<std::size_t>(index)].id);
        if (index < nodes() + edges())
            return item(picture.edges()[static_cast<std::size_t>(index - nodes())].id);
        return QAccessibleWidget::child(index - nodes() - edges());
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* item = dynamic_cast<const ItemAccess*>(child);
        if (item == nullptr) {
            const int index = QAccessibleWidget::indexOfChild(child);
            return index < 0 ? index : index + nodes() + edges();
        }
        return std::visit(Overloaded{[](std::monostate) { return -1; },
                                     [&](NodeId id) {
                                         const NodeItem* found = m_canvas.picture().node(id);
                                         return found == nullptr ? -1 : indexOf(*found);
                                     },
                                     [&](EdgeId id) {
                                         const EdgeItem* found = m_canvas.picture().edge(id);
                                         return found == nullptr ? -1 : nodes() + indexOf(*found);
                                     }},
                          item->target());
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPointF inside = m_canvas.mapFromGlobal(QPointF(x, y));
        const Viewport& view = m_canvas.viewport();
        const Target target = m_canvas.picture().at(view.toScene(inside), view.scale());
        return std::holds_alternative<std::monostate>(target) ? QAccessibleWidget::childAt(x, y)
                                                              : item(target);
    }

    QAccessibleInterface* focusChild() const override
    {
        const Target& current = m_canvas.selection().current();
        const bool isThere = !m_canvas.picture().boundsOf(current).isNull();
        return m_canvas.hasFocus() && isThere ? item(current) : QAccessibleWidget::focusChild();
    }

    /// One each, so that who holds one knows it again.
    QAccessibleInterface* item(const Target& target) const
    {
        const auto found = m_items.find(target);
        if (found != m_items.end())
            return QAccessible::accessibleInterface(found->second);
        auto* made = new ItemAccess(m_canvas, target); // Qt owns it once it is registered.
        m_items.emplace(target, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    template <class Which>
    void forget(Which which)
    {
        std::erase_if(m_items, [&](const auto& item) {
            if (!which(item.first))
                return false;
            QAccessible::deleteAccessibleInterface(item.second);
            return true;
        });
    }

private:
    int nodes() const { return static_cast<int>(m_canvas.picture().nodes().size()); }
    int edges() const { return static_cast<int>(m_canvas.picture().edges().size()); }
    // They lie in one piece each.
    int indexOf(const NodeItem& node) const
    {
        return static_cast<int>(&node - m_canvas.picture().nodes().data());
    }
    int indexOf(const EdgeItem& edge) const
    {
        return static_cast<int>(&edge - m_canvas.picture().edges().data());
    }

    GraphCanvas& m_canvas;
    mutable std::map<Target, QAccessible::Id> m_items;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<GraphCanvas*>(object);
    return canvas != nullptr ? new CanvasAccess(*canvas) : nullptr;
}

CanvasAccess* accessOf(GraphCanvas& canvas)
{
    if (!QAccessible::isActive()) // Nobody listens, and nobody pays for it.
        return nullptr;
    return dynamic_cast<CanvasAccess*>(QAccessible::queryAccessibleInterface(&canvas));
}

} // namespace

void exposeCanvases()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    (void)once;
}

void announceSelection(GraphCanvas& canvas)
{
    CanvasAccess* access = accessOf(canvas);
    if (access == nullptr)
        return;
    QAccessibleEvent within(&canvas, QAccessible::SelectionWithin);
    QAccessible::updateAccessibility(&within);
    const Target& current = canvas.selection().current();
    if (canvas.picture().boundsOf(current).isNull())
        return;
    // NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks): Qt owns what was registered with it.
    QAccessibleEvent selected(access->item(current), QAccessible::Selection);
    QAccessible::updateAccessibility(&selected);
    if (!canvas.hasFocus())
        return;
    QAccessibleEvent focused(access->item(current), QAccessible::Focus);
    QAccessible::updateAccessibility(&focused);
    // NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)
}

void announcePicture(GraphCanvas& canvas)
{
    CanvasAccess* access = accessOf(canvas);
    if (access == nullptr)
        return;
    const Picture& picture = canvas.picture();
    access->forget([&](const Target& target) { return picture.boundsOf(target).isNull(); });
    QAccessibleEvent reordered(&canvas, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&reordered);
}

} // namespace entente
