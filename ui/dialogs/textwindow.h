// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

namespace entente
{

/// A window with a text to be read: a page of the help, or a file at a line. Follows no link out of
/// the program and fetches nothing.
class TextWindow : public QWidget
{
    Q_OBJECT

public:
    /// A page of resources/help, as Markdown; links to its other pages are followed.
    static TextWindow* help(const QString& page, QWidget* parent);
    /// A file as it is, with the line (from 1; 0: none) marked.
    static TextWindow* file(const QString& path, int line, QWidget* parent);

    /// What is shown, without its form.
    QString text() const;

private:
    explicit TextWindow(QWidget* parent);

    QWidget* m_view = nullptr;
};

} // namespace entente
