// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/connecting.h"
#include "ui/jobs/jobs.h"
#include "ui/paint/style.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace entente
{

class NameFilter;
class SentenceModel;
class Workspace;

/// Asks which words an edge rests on: the sentences in which both of its ends are mentioned, from
/// all articles, best first. One or several are taken; or none, and it is an analyst's judgement.
class EvidencePicker : public QDialog
{
    Q_OBJECT

public:
    EvidencePicker(const Workspace& workspace, Connection connection, Style style, QWidget* parent);
    ~EvidencePicker() override;

    void accept() override;
    void reject() override;
    // The parts, for tests.
    bool isLooking() const { return m_jobs.isBusy(); }
    QListView* list() const { return m_list; }
    QLineEdit* box() const { return m_box; }
    QComboBox* modalityBox() const { return m_modality; }
    QPushButton* takeButton() const { return m_take; }
    QPushButton* judgementButton() const { return m_judge; }
    QString state() const;

Q_SIGNALS:
    void taken(const std::vector<entente::EvidenceSentence>& sentences,
               std::optional<entente::Modality> modality);
    /// @param because never empty.
    void judged(const QString& because, std::optional<entente::Modality> modality);

private:
    void build();
    QLabel* heading();
    void look();
    void show(EvidenceSentences found);
    void showNone();
    void tellState();
    void askWhy();
    std::optional<Modality> modality() const;

    const Workspace& m_workspace;
    Connection m_connection;
    Style m_style;
    QLineEdit* m_box;
    QListView* m_list;
    QLabel* m_state;
    QComboBox* m_modality;
    QPushButton* m_take = nullptr;
    QPushButton* m_judge = nullptr;
    SentenceModel* m_model;
    NameFilter* m_shown;
    int m_leftOut = 0;
    bool m_hasLooked = false;
    Jobs m_jobs;
};

} // namespace entente
