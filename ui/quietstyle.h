// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace entente
{

/// Fusion, but for what it draws too dark to be seen, or too loud: boxes to tick have a line that
/// stands out on both grounds, and buttons of dialogs have words and no pictures.
class QuietStyle : public QProxyStyle
{
    Q_OBJECT

public:
    QuietStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr,
                  const QWidget* widget = nullptr,
                  QStyleHintReturn* answer = nullptr) const override;
};

} // namespace entente
