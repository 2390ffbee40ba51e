// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace entente
{

class Ontology;

/// Asks by which names others know somebody or something: Wikidata's, ISO's … one a row.
class IdsDialog : public QDialog
{
    Q_OBJECT

public:
    IdsDialog(const QString& name, const std::vector<OutsideId>& ids, const Ontology& ontology,
              QWidget* parent);

    void accept() override;
    // The parts, for tests.
    QTableWidget* table() const { return m_table; }
    QPushButton* button() const { return m_button; }
    QString trouble() const;

Q_SIGNALS:
    void given(const std::vector<entente::OutsideId>& ids);

private:
    void build(const QString& name, const Ontology& ontology);
    void add(const OutsideId& id);
    /// Of rows that are not empty, as they are typed.
    std::vector<OutsideId> ids() const;
    void check();

    QTableWidget* m_table;
    QLabel* m_trouble;
    QPushButton* m_button = nullptr;
};

} // namespace entente
