// SPDX-License-Identifier: Apache-2.0
#include "ui/window/imagepresets.h"

#include <QSettings>

#include <algorithm>

namespace entente
{

namespace
{

const QString place = QStringLiteral("export/presets");
// What is called so among the values of a preset is its name.
const QString nameKey = QStringLiteral("called");

void write(const std::vector<ImagePreset>& presets)
{
    QSettings settings;
    settings.remove(place);
    settings.beginWriteArray(place, static_cast<int>(presets.size()));
    for (int i = 0; i < static_cast<int>(presets.size()); ++i) {
        const auto& [name, values] = presets[static_cast<std::size_t>(i)];
        settings.setArrayIndex(i);
        settings.setValue(nameKey, name);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            settings.setValue(it.key(), it.value());
    }
    settings.endArray();
}

} // namespace

std::vector<ImagePreset> imagePresets()
{
    std::vector<ImagePreset> presets;
    QSettings settings;
    const int count = settings.beginReadArray(place);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        ImagePreset preset;
        for (const QString& key : settings.childKeys())
            preset.values.insert(key, settings.value(key));
        preset.name = preset.values.take(nameKey).toString();
        if (!preset.name.isEmpty())
            presets.push_back(preset);
    }
    settings.endArray();
    std::ranges::sort(presets, [](const ImagePreset& a, const ImagePreset& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return presets;
}

void saveImagePreset(const ImagePreset& preset)
{
    removeImagePreset(preset.name);
    std::vector<ImagePreset> presets = imagePresets();
    presets.push_back(preset);
    write(presets);
}

ImagePreset removeImagePreset(const QString& name)
{
    std::vector<ImagePreset> presets = imagePresets();
    const auto found = std::ranges::find(presets, name, &ImagePreset::name);
    if (found == presets.end())
        return {};
    ImagePreset removed = *found;
    presets.erase(found);
    write(presets);
    return removed;
}

} // namespace entente
