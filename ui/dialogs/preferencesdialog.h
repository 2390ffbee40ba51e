// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;
class QTreeWidget;

namespace entente
{

class KeyBindings;

/// Asks for the preferences. What is changed is told at once, so that it can be seen; Cancel tells
/// what there was before.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(const Preferences& preferences, const KeyBindings& bindings, QWidget* parent);

    void accept() override;
    void reject() override;
    // The parts, for tests.
    QLineEdit* nameBox() const { return m_name; }
    QComboBox* themeBox() const { return m_theme; }
    QSpinBox* sizeBox() const { return m_size; }
    QCheckBox* animationBox() const { return m_animation; }
    QPushButton* backupButton() const { return m_backupButton; }
    QTreeWidget* commands() const { return m_commands; }
    QKeySequenceEdit* keyBox() const { return m_key; }
    /// Which other command has the keys that were typed; empty: none.
    QString conflict() const;

Q_SIGNALS:
    void changed(const entente::Preferences& preferences);

private:
    QWidget* buildGeneral();
    QLayout* buildBackups();
    QWidget* buildKeys();
    void tell();
    void showBackups();
    void chooseBackups();
    void showCommands();
    void showKey();
    void takeKey();
    void resetKey();
    void resetAllKeys();
    QList<QKeySequence> keysOf(std::size_t command) const;
    /// -1: none is chosen.
    int chosen() const;

    Preferences m_before, m_now;
    const KeyBindings& m_bindings;
    QTabWidget* m_pages;
    QLineEdit* m_name;
    QComboBox* m_theme;
    QSpinBox* m_size;
    QCheckBox* m_animation;
    QLabel* m_backups;
    QPushButton* m_backupButton;
    QPushButton* m_usualBackups;
    QTreeWidget* m_commands;
    QKeySequenceEdit* m_key;
    QLabel* m_trouble;
};

} // namespace entente
