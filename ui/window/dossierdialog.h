// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/dossierexport.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;
class QListWidget;

namespace entente
{

/// Something that there can be a dossier of.
struct DossierChoice
{
    QString label;   ///< "What is selected"
    QString about;   ///< "Choe Son-hui", "3 nodes and 1 edge".
    QString name;    ///< That its file is offered under.
    QString picture; ///< What its picture will not show; empty: nothing is left out.
    DossierWishes wishes;
};

/// Asks what a dossier is to be about, and whether with its picture.
class DossierDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param chosen at first. @pre there is at least one choice
    DossierDialog(std::vector<DossierChoice> choices, std::size_t chosen, QWidget* parent);

    /// What was chosen, and the wishes with it.
    const DossierChoice& choice() const;
    DossierWishes wishes() const;
    /// What is said of the picture.
    QString note() const;

    void accept() override;

private:
    void build();
    void showNote();

    std::vector<DossierChoice> m_choices;
    QListWidget* m_list;
    QCheckBox* m_picture;
    QLabel* m_note;
};

} // namespace entente
