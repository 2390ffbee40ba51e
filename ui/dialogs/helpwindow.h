// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTextBrowser>

class QPushButton;

namespace entente
{

/// The help, read from the Markdown pages that are installed with the program. Links lead to other
/// pages of it and nowhere else; nothing is fetched from outside.
class HelpWindow : public QTextBrowser
{
    Q_OBJECT

public:
    /// A page by its file name: "index.md".
    explicit HelpWindow(const QString& page, QWidget* parent = nullptr);

    QVariant loadResource(int type, const QUrl& name) override;

private:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void follow(const QUrl& link);
    void goBack();
    void showPage(const QString& page);

    QStringList m_before; ///< Pages that Back leads to, the last one first.
    QString m_page;
    QPushButton* m_back;
    QPushButton* m_contents;
};

} // namespace entente
