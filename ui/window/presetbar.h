// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/imagepresets.h"

#include <QWidget>

#include <functional>

class QAction;
class QLabel;

namespace entente
{

class ChoiceBox;

/// Chooses, keeps, renames and deletes presets of pictures. What was deleted last can be had back
/// for as long as the bar is open.
class PresetBar : public QWidget
{
    Q_OBJECT

public:
    explicit PresetBar(QWidget* parent);

    /// The box to choose in, for a label's key.
    QWidget* box() const;
    /// What a preset would keep now: none is chosen any more that has other values.
    void setValues(const QVariantMap& values);

Q_SIGNALS:
    void chosen(const QVariantMap& values);

private:
    void build();
    void fill(const QString& chosen);
    void offerActions();
    QString chosenName() const;
    void ask(const QString& title, const QString& suggested,
             const std::function<void(const QString&)>& then);
    void saveAs();
    void keep(const QString& name, const QVariantMap& values);
    void offerBack(const QString& words);
    void rename();
    void remove();
    void takeBack();
    void choose(int index);

    ChoiceBox* m_presets;
    QAction* m_renew;
    QAction* m_rename;
    QAction* m_remove;
    QWidget* m_deleted;
    QLabel* m_deletedWords;
    QVariantMap m_values;
    ImagePreset m_removed; ///< The last one; also what another one has replaced.
};

} // namespace entente
