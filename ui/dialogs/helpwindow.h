// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>

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
    void follow(const QUrl& link);
    void showPage(const QString& page);
};

} // namespace entente
