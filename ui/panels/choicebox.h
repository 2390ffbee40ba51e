// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace entente
{

/// A box of choices with an arrow in the colour of its text: a style sheet that rounds the box
/// leaves it none, or one of another age. The wheel turns it only once it has the keys: who scrolls
/// past it changes nothing.
class ChoiceBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace entente
