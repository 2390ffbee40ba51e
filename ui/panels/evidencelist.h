// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QTimer>

namespace entente
{

class EvidenceDelegate;

/// Headings and cards one below the other, each as high as its words need. A hub has thousands, and
/// each takes a third of a millisecond to measure: those that come into view are measured before
/// they are painted, the others bit by bit; until then their heights are guessed. (QListView's own
/// layout in batches paints nothing before the last one.)
class EvidenceList : public QListView
{
    Q_OBJECT

public:
    explicit EvidenceList(EvidenceDelegate* delegate, QWidget* parent = nullptr);

    /// To be called when the rows or the fonts are others; from the top when the rows are.
    void measureAnew();
    /// Whether no height is a guess.
    bool isMeasured() const;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    /// Scrolls so that a row begins there, in pixels from the top of what is seen.
    void scrollSo(const QModelIndex& index, int y);

Q_SIGNALS:
    /// By the right button or by keys, at this place of the screen.
    void menuWanted(QPoint place);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    /// The command of the list's own that has these keys; null: none has.
    QAction* commandFor(const QKeyEvent& event) const;
    void askForMenuAtCurrent();
    bool measure(int row);
    void measureInView();
    void measureOthers();
    void layOut();

    EvidenceDelegate* m_delegate;
    QTimer m_idle;
    int m_next = 0; ///< Before it all are measured.
    bool m_layingOut = false;
};

} // namespace entente
