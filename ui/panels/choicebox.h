// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace entente
{

/// A box of choices with an arrow in the colour of its text: a style sheet that rounds the box
/// leaves it none, or one of another age.
class ChoiceBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace entente
