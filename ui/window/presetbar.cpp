// SPDX-License-Identifier: Apache-2.0
#include "ui/window/presetbar.h"

#include "ui/panels/choicebox.h"

#include <QAction>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace entente
{

namespace
{

/// Values come from the settings as text, and from the dialog as what they are. Of what one that
/// was kept by an older version does not know, it says nothing.
bool areSame(const QVariantMap& kept, const QVariantMap& values)
{
    return std::ranges::all_of(values.keys(), [&](const QString& key) {
        return !kept.contains(key) || kept.value(key).toString() == values.value(key).toString();
    });
}

} // namespace

PresetBar::PresetBar(QWidget* parent)
    : QWidget(parent)
    , m_presets(new ChoiceBox(this))
    , m_renew(new QAction(tr("&Update"), this))
    , m_rename(new QAction(tr("&Rename…"), this))
    , m_remove(new QAction(tr("&Delete"), this))
    , m_deleted(new QWidget(this))
    , m_deletedWords(new QLabel(m_deleted))
{
    build();
    fill({});
}

void PresetBar::build()
{
    auto* menu = new QMenu(this);
    menu->addAction(tr("Save as a &Preset…"), this, &PresetBar::saveAs);
    menu->addActions({m_renew, m_rename, m_remove});
    connect(m_renew, &QAction::triggered, this, [this] { keep(chosenName(), m_values); });
    connect(m_rename, &QAction::triggered, this, &PresetBar::rename);
    connect(m_remove, &QAction::triggered, this, &PresetBar::remove);
    auto* more = new QToolButton(this);
    more->setText(tr("…"));
    more->setToolTip(tr("Save, update, rename or delete a preset"));
    more->setAccessibleName(more->toolTip());
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setProperty("quiet", true);
    more->setMenu(menu);
    m_deletedWords->setTextFormat(Qt::PlainText);
    auto* back = new QPushButton(tr("Undo"), m_deleted);
    back->setAutoDefault(false);
    connect(back, &QPushButton::clicked, this, &PresetBar::takeBack);
    auto* deleted = new QHBoxLayout(m_deleted);
    deleted->setContentsMargins(0, 0, 0, 0);
    deleted->addWidget(m_deletedWords, 1);
    deleted->addWidget(back);
    m_deleted->hide();
    auto* across = new QHBoxLayout;
    across->addWidget(m_presets, 1);
    across->addWidget(more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(across);
    column->addWidget(m_deleted);
    connect(m_presets, &QComboBox::currentIndexChanged, this, &PresetBar::choose);
}

QWidget* PresetBar::box() const { return m_presets; }

QString PresetBar::chosenName() const { return m_presets->currentData().toString(); }

void PresetBar::fill(const QString& chosen)
{
    const QSignalBlocker quiet(m_presets);
    m_presets->clear();
    m_presets->addItem(tr("None"), QString());
    for (const ImagePreset& preset : imagePresets())
        m_presets->addItem(preset.name, preset.name);
    m_presets->setCurrentIndex(std::max(0, m_presets->findData(chosen)));
    offerActions();
}

void PresetBar::offerActions()
{
    const bool any = !chosenName().isEmpty();
    m_renew->setText(
        any ? tr("&Update “%1”").arg(QString(chosenName()).replace(u'&', QLatin1String("&&")))
            : tr("&Update"));
    for (QAction* action : {m_renew, m_rename, m_remove})
        action->setEnabled(any);
}

void PresetBar::choose(int index)
{
    const QString name = m_presets->itemData(index).toString();
    offerActions();
    for (const ImagePreset& preset : imagePresets()) {
        if (preset.name == name)
            return Q_EMIT chosen(preset.values);
    }
}

/// One stays chosen while its values are changed, so that it can be updated; the mark says so.
void PresetBar::setValues(const QVariantMap& values)
{
    m_values = values;
    for (int i = 1; i < m_presets->count(); ++i)
        m_presets->setItemText(i, m_presets->itemData(i).toString());
    const QString name = chosenName();
    for (const ImagePreset& preset : imagePresets()) {
        if (preset.name == name && !areSame(preset.values, values))
            m_presets->setItemText(m_presets->currentIndex(), tr("%1, changed").arg(name));
    }
}

void PresetBar::ask(const QString& title, const QString& suggested,
                    const std::function<void(const QString&)>& then)
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("&Name:"));
    dialog->setTextValue(suggested);
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the connection owns what it calls.
    connect(dialog, &QInputDialog::textValueSelected, this, [then](const QString& words) {
        if (const QString name = words.trimmed(); !name.isEmpty())
            then(name);
    });
    dialog->open();
}

void PresetBar::saveAs()
{
    ask(tr("Save as a Preset"), chosenName(),
        [this](const QString& name) { keep(name, m_values); });
}

/// What had that name can be had back.
void PresetBar::keep(const QString& name, const QVariantMap& values)
{
    ImagePreset before = removeImagePreset(name);
    saveImagePreset({name, values});
    fill(name);
    setValues(m_values);
    if (before.name.isEmpty() || areSame(before.values, values))
        return m_deleted->hide();
    m_removed = std::move(before);
    offerBack(tr("“%1” is replaced.").arg(name));
}

void PresetBar::offerBack(const QString& words)
{
    m_deletedWords->setText(words);
    m_deleted->show();
}

void PresetBar::rename()
{
    const QString before = chosenName();
    ask(tr("Rename the Preset"), before, [this, before](const QString& name) {
        if (name != before)
            keep(name, removeImagePreset(before).values);
    });
}

void PresetBar::remove()
{
    m_removed = removeImagePreset(chosenName());
    fill({});
    offerBack(tr("“%1” is deleted.").arg(m_removed.name));
}

void PresetBar::takeBack()
{
    saveImagePreset(m_removed);
    m_deleted->hide();
    fill(m_removed.name);
    setValues(m_values);
}

} // namespace entente
