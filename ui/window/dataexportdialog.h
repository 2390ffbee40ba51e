// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/exchange/dataformats.h"

#include <QDialog>

#include <memory>
#include <string>
#include <vector>

class QCheckBox;
class QLabel;
class QListWidget;

namespace entente
{

class ChoiceBox;

/// Something of what is on screen that can be written.
struct DataPart
{
    QString label; ///< "What is shown"
    QString what;  ///< How much of it there is, and what is left out.
    std::shared_ptr<const KnowledgeGraph> graph;
    std::string words; ///< As in DataWishes.
};

/// Asks what of the graph is to be written, and as what; says for whom each format is, and what it
/// cannot hold.
class DataExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// The graphs are looked at as long as the dialog lives. @pre there is at least one part
    DataExportDialog(std::vector<DataPart> parts, bool isFiltered, QWidget* parent);

    const DataPart& part() const;
    DataFormat format() const;
    bool hasMark() const;
    void choose(DataFormat format);
    /// What is said of the format that is chosen.
    QString losses() const;
    /// What is said of the part that is chosen.
    QString what() const;

    void accept() override;

private:
    void build();
    void fill();
    void showPart();
    void showLosses();

    std::vector<DataPart> m_parts;
    bool m_isFiltered;
    ChoiceBox* m_part;
    QLabel* m_what;
    QListWidget* m_formats;
    QLabel* m_losses;
    QCheckBox* m_mark;
};

} // namespace entente
