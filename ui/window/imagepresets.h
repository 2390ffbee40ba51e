// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QVariantMap>

#include <vector>

namespace entente
{

/// Ways to make a picture, under names that somebody gave them.
struct ImagePreset
{
    QString name;
    QVariantMap values; ///< As ImageChoices::values() has them.
};

/// All of them, by name, from the settings.
std::vector<ImagePreset> imagePresets();
/// In the place of one of the same name.
void saveImagePreset(const ImagePreset& preset);
/// @returns what was removed, to be saved again by who thinks better of it.
ImagePreset removeImagePreset(const QString& name);

} // namespace entente
