// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/preferencesdialog.h"

#include "graph/project/backupplace.h"
#include "ui/dialogs/filedialog.h"
#include "ui/panels/choicebox.h"
#include "ui/text/paths.h"
#include "ui/window/keybindings.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeWidget>

#include <algorithm>
#include <set>

namespace entente
{

namespace
{

/// As menus show it, without the mark of its key.
QString wordsOf(const QAction& action)
{
    QString words = action.text();
    return words.remove(QLatin1Char('&'));
}

QString wordsOf(const QList<QKeySequence>& keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

QLabel* note(const QString& words)
{
    auto* label = new QLabel(words);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences& preferences, const KeyBindings& bindings,
                                     QWidget* parent)
    : QDialog(parent)
    , m_before(preferences)
    , m_now(preferences)
    , m_bindings(bindings)
    , m_pages(new QTabWidget(this))
    , m_name(new QLineEdit(preferences.name, this))
    , m_theme(new ChoiceBox(this))
    , m_size(new QSpinBox(this))
    , m_animation(new QCheckBox(tr("&Glide to where the view goes"), this))
    , m_backups(note({}))
    , m_backupButton(new QPushButton(tr("&Change…"), this))
    , m_usualBackups(new QPushButton(tr("&As at First"), this))
    , m_commands(new QTreeWidget(this))
    , m_key(new QKeySequenceEdit(this))
    , m_trouble(note({}))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    resize(560, 480);
    m_pages->setDocumentMode(true);
    m_pages->addTab(buildGeneral(), tr("General"));
    m_pages->addTab(buildKeys(), tr("Keys"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
}

QWidget* PreferencesDialog::buildGeneral()
{
    m_theme->addItem(tr("As the desktop"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(m_now.theme)));
    m_size->setRange(Preferences::smallestText, Preferences::largestText);
    m_size->setSingleStep(25);
    m_size->setSuffix(QStringLiteral(" %"));
    m_size->setValue(m_now.textSize);
    m_size->setKeyboardTracking(false); // "150" is not 1 and 15 on its way.
    m_animation->setChecked(m_now.animation);
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setVerticalSpacing(12);
    form->addRow(tr("Your &name:"), m_name);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("Text &size:"), m_size);
    form->addRow(QString(), m_animation);
    form->addRow(tr("Colours:"),
                 note(tr("Kinds differ by shape and by how light they are, and can be told apart "
                         "without seeing colours.")));
    form->addRow(tr("Backups:"), buildBackups());
    connect(m_name, &QLineEdit::editingFinished, this, &PreferencesDialog::tell);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &PreferencesDialog::tell);
    connect(m_size, &QSpinBox::valueChanged, this, &PreferencesDialog::tell);
    connect(m_animation, &QCheckBox::toggled, this, &PreferencesDialog::tell);
    return page;
}

QLayout* PreferencesDialog::buildBackups()
{
    m_backupButton->setAccessibleName(tr("Change the folder of backups"));
    m_usualBackups->setAccessibleName(tr("Keep backups where they were at first"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_backupButton);
    buttons->addWidget(m_usualBackups);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout;
    column->addWidget(m_backups);
    column->addLayout(buttons);
    connect(m_backupButton, &QPushButton::clicked, this, &PreferencesDialog::chooseBackups);
    connect(m_usualBackups, &QPushButton::clicked, this, [this] {
        m_now.backupFolder.clear();
        showBackups();
        tell();
    });
    showBackups();
    return column;
}

void PreferencesDialog::showBackups()
{
    const QString& chosen = m_now.backupFolder;
    QString words = chosen.isEmpty() ? toQt(usualBackupRoot()) : chosen;
    if (chosen != m_before.backupFolder)
        words += QLatin1Char('\n') +
                 tr("From the next time on that a project is opened; its backups move along.");
    m_backups->setText(words);
    m_usualBackups->setEnabled(!chosen.isEmpty());
}

/// A folder of its own within the one that is chosen: a person's files are not to mix with ours.
void PreferencesDialog::chooseBackups()
{
    const QString folder = FileDialog::folder(this, tr("Keep Backups In"));
    if (folder.isEmpty())
        return;
    if (!QFileInfo(folder).isWritable()) {
        m_backups->setText(tr("%1 cannot be written to. Choose another folder.").arg(folder));
        return;
    }
    m_now.backupFolder = QDir(folder).absoluteFilePath(QStringLiteral("Entente backups"));
    showBackups();
    tell();
}

QWidget* PreferencesDialog::buildKeys()
{
    m_commands->setHeaderLabels({tr("Command"), tr("Keys")});
    m_commands->setRootIsDecorated(false);
    m_commands->setUniformRowHeights(true);
    m_commands->setAccessibleName(tr("Commands and their keys"));
    m_key->setAccessibleName(tr("Keys of the command"));
    showCommands();
    m_commands->resizeColumnToContents(0);
    auto* reset = new QPushButton(tr("&As at First"));
    auto* resetAll = new QPushButton(tr("All as at &First"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_key, 1);
    row->addWidget(reset);
    row->addWidget(resetAll);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->addWidget(m_commands, 1);
    column->addLayout(row);
    column->addWidget(m_trouble);
    m_commands->setProperty("framed", true);
    connect(m_commands, &QTreeWidget::currentItemChanged, this, &PreferencesDialog::showKey);
    connect(m_key, &QKeySequenceEdit::editingFinished, this, &PreferencesDialog::takeKey);
    connect(reset, &QPushButton::clicked, this, &PreferencesDialog::resetKey);
    connect(resetAll, &QPushButton::clicked, this, &PreferencesDialog::resetAllKeys);
    m_commands->setCurrentItem(m_commands->topLevelItem(0));
    return page;
}

void PreferencesDialog::tell()
{
    m_now.name = m_name->text();
    m_now.theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
    m_now.textSize = m_size->value();
    m_now.animation = m_animation->isChecked();
    Q_EMIT changed(m_now);
}

/// With what is still being typed.
void PreferencesDialog::accept()
{
    takeKey();
    if (!conflict().isEmpty()) {
        m_pages->setCurrentIndex(m_pages->count() - 1); // Where it is said.
        m_key->setFocus();
        return;
    }
    tell();
    QDialog::accept();
}

void PreferencesDialog::reject()
{
    if (m_now != m_before)
        Q_EMIT changed(m_before);
    QDialog::reject();
}

QList<QKeySequence> PreferencesDialog::keysOf(std::size_t command) const
{
    const KeyBindings::Command& one = m_bindings.commands()[command];
    const auto found = m_now.keys.find(one.name);
    return found == m_now.keys.end() ? one.first : QList<QKeySequence>{found->second};
}

void PreferencesDialog::showCommands()
{
    for (std::size_t i = 0; i < m_bindings.commands().size(); ++i) {
        QTreeWidgetItem* item = m_commands->topLevelItem(static_cast<int>(i));
        if (item == nullptr)
            item = new QTreeWidgetItem(m_commands);
        item->setText(0, wordsOf(*m_bindings.commands()[i].action));
        item->setText(1, wordsOf(keysOf(i)));
    }
}

int PreferencesDialog::chosen() const
{
    return m_commands->indexOfTopLevelItem(m_commands->currentItem());
}

void PreferencesDialog::showKey()
{
    m_trouble->clear();
    if (chosen() >= 0)
        m_key->setKeySequence(keysOf(static_cast<std::size_t>(chosen())).value(0));
}

QString PreferencesDialog::conflict() const
{
    const QKeySequence typed = m_key->keySequence();
    // Also where one is the beginning of the other.
    const auto clashes = [&](const QKeySequence& other) {
        return !typed.isEmpty() && !other.isEmpty() &&
               (typed.matches(other) != QKeySequence::NoMatch ||
                other.matches(typed) != QKeySequence::NoMatch);
    };
    std::set<const QAction*> changeable;
    for (std::size_t i = 0; i < m_bindings.commands().size(); ++i) {
        const KeyBindings::Command& command = m_bindings.commands()[i];
        changeable.insert(command.action);
        if (static_cast<int>(i) != chosen() && std::ranges::any_of(keysOf(i), clashes))
            return wordsOf(*command.action);
    }
    for (const QAction* action : parentWidget()->findChildren<QAction*>()) {
        if (!changeable.contains(action) && std::ranges::any_of(action->shortcuts(), clashes))
            return wordsOf(*action);
    }
    return {};
}

void PreferencesDialog::takeKey()
{
    if (chosen() < 0)
        return;
    const auto command = static_cast<std::size_t>(chosen());
    if (keysOf(command).value(0) == m_key->keySequence())
        return;
    // Two with the same keys would both do nothing.
    if (const QString other = conflict(); !other.isEmpty()) {
        m_trouble->setText(
            tr("%1 are the keys of “%2”. Give that other keys first.")
                .arg(m_key->keySequence().toString(QKeySequence::NativeText), other));
        return;
    }
    m_trouble->clear();
    m_now.keys[m_bindings.commands()[command].name] = m_key->keySequence();
    showCommands();
    tell();
}

void PreferencesDialog::resetKey()
{
    if (chosen() < 0)
        return;
    const KeyBindings::Command& command = m_bindings.commands()[static_cast<std::size_t>(chosen())];
    m_key->setKeySequence(command.first.value(0));
    if (const QString other = conflict(); !other.isEmpty()) {
        m_trouble->setText(
            tr("Its keys belong to “%1” now. Give that other keys first.").arg(other));
        return;
    }
    m_now.keys.erase(command.name);
    showCommands();
    showKey();
    tell();
}

void PreferencesDialog::resetAllKeys()
{
    m_now.keys.clear();
    showCommands();
    showKey();
    tell();
}

} // namespace entente
