// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/exchange/dataformats.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QListWidget;

namespace entente
{

/// Asks what the graph is to be written as; says for whom each format is, and what it cannot hold.
class DataExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param what is written, in words: "The view of events: 34 nodes, 120 edges". The graph is
    /// looked at as long as the dialog lives.
    DataExportDialog(std::shared_ptr<const KnowledgeGraph> shown, bool isFiltered,
                     const QString& what, QWidget* parent);

    DataFormat format() const;
    bool hasMark() const;
    void choose(DataFormat format);
    /// What is said of the format that is chosen.
    QString losses() const;

    void accept() override;

private:
    void build(const QString& what);
    void showLosses();

    std::shared_ptr<const KnowledgeGraph> m_shown;
    bool m_isFiltered;
    QListWidget* m_formats;
    QLabel* m_losses;
    QCheckBox* m_mark;
};

} // namespace entente
