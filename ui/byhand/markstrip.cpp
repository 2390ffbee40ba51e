// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/markstrip.h"

#include "ui/byhand/quoteline.h"
#include "ui/filters/flowlayout.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/panelstyle.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int gap = 4;
constexpr int sign = 10;

/// A small square in the colours of the type: the shapes are in the lists and on the canvas.
QIcon signOf(const TypeColours& colours, double scale)
{
    QPixmap pixmap(QSize(sign, sign) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colourOf(colours.line), 1.5));
    painter.setBrush(colourOf(colours.fill));
    painter.drawRoundedRect(QRectF(1, 1, sign - 2, sign - 2), 2, 2);
    return {pixmap};
}

} // namespace

MarkStrip::MarkStrip(QWidget* parent)
    : QWidget(parent)
    , m_style(Style::of(Theme::Light))
    , m_hint(new QuoteLine(1, this))
    , m_row(new QWidget(this))
    , m_offerRow(new QWidget(this))
    , m_offer(new QLabel(m_offerRow))
    , m_offerButton(new QToolButton(m_offerRow))
{
    setObjectName(QStringLiteral("markStrip"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 8, 16, 8);
    column->setSpacing(6);
    m_offer->setTextFormat(Qt::PlainText);
    m_offer->setWordWrap(true);
    m_row->setLayout(new FlowLayout(gap));
    auto* offer = new QHBoxLayout(m_offerRow);
    offer->setContentsMargins(0, 0, 0, 0);
    offer->addWidget(m_offer, 1);
    offer->addWidget(m_offerButton, 0, Qt::AlignTop);
    m_offerButton->setFocusPolicy(Qt::NoFocus);
    m_offerRow->hide();
    connect(m_offerButton, &QToolButton::clicked, this, &MarkStrip::offerTaken);
    column->addWidget(m_offerRow);
    column->addWidget(m_hint);
    column->addWidget(m_row);
    showSelected({});
}

void MarkStrip::setStyle(const Style& style)
{
    m_style = style;
    QPalette palette = panelPalette(style);
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_hint->setPalette(palette);
    m_hint->setFont(sized(font(), smallPixels));
    m_offer->setFont(sized(font(), smallPixels));
    paintButtons();
}

void MarkStrip::setTypes(const QList<MarkType>& types)
{
    if (types == m_types)
        return;
    m_types = types;
    for (QToolButton* button : m_buttons) {
        m_row->layout()->removeWidget(button);
        button->hide();
        button->deleteLater(); // Its menu may be open.
    }
    m_buttons.clear();
    for (const MarkType& type : types) {
        auto* button = new QToolButton(m_row);
        button->setFocusPolicy(Qt::TabFocus); // After a click the keys are still the text's.
        button->setAccessibleName(tr("Mark as %1, key %2").arg(type.label).arg(type.letter));
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this,
                [this, name = type.type] { Q_EMIT chosen(name); });
        m_row->layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    nameButtons();
    paintButtons();
}

/// A button that is not enabled, as nothing is selected, would swallow it.
bool MarkStrip::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ContextMenu)
        return QWidget::eventFilter(watched, event);
    if (const auto button = std::ranges::find(m_buttons, watched); button != m_buttons.end())
        Q_EMIT letterWanted(m_types[button - m_buttons.begin()].type,
                            static_cast<QContextMenuEvent*>(event)->globalPos());
    return true;
}

void MarkStrip::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    layout()->setContentsMargins(20, isCompact ? 4 : 8, 16, isCompact ? 4 : 8);
    layout()->setSpacing(isCompact ? 4 : 6);
    nameButtons();
    showLine();
}

void MarkStrip::nameButtons()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const MarkType& type = m_types[i];
        m_buttons[i]->setToolButtonStyle(m_isCompact ? Qt::ToolButtonTextOnly
                                                     : Qt::ToolButtonTextBesideIcon);
        m_buttons[i]->setText(m_isCompact
                                  ? QString(type.letter)
                                  : QStringLiteral("%1  %2").arg(type.letter).arg(type.label));
        m_buttons[i]->setToolTip(
            plainTip(m_isCompact ? tr("%1; right-click for another letter").arg(type.label)
                                 : tr("Right-click for another letter")));
    }
}

void MarkStrip::paintButtons()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const TypeColours& colours =
            m_style.theme == Theme::Light ? m_types[i].light : m_types[i].dark;
        m_buttons[i]->setIcon(signOf(colours, devicePixelRatioF()));
        m_buttons[i]->setIconSize({sign, sign});
        m_buttons[i]->setFont(sized(font(), smallPixels));
    }
}

void MarkStrip::showSelected(const QString& words)
{
    if (words.isEmpty())
        m_hint->setQuote(QStringLiteral("%1"),
                         tr("Select words to mark them: a name, a day, or what happened."), {});
    else
        m_hint->setQuote(tr("Mark “%1” as"), words, {});
    m_hasSelection = !words.isEmpty();
    showLine();
    m_row->setEnabled(m_hasSelection); // Always there, so that the text stays as high as it is.
}

void MarkStrip::offer(const QString& words, const QString& button)
{
    m_offer->setText(words);
    m_offerButton->setText(button);
    m_offerButton->setVisible(!button.isEmpty());
    showLine();
}

/// Where there is little room, the offer and the hint share a line: with words selected it is about
/// these.
void MarkStrip::showLine()
{
    const bool isOffered = !m_offer->text().isEmpty() && !(m_isCompact && m_hasSelection);
    m_offerRow->setVisible(isOffered);
    m_hint->setVisible(!(m_isCompact && isOffered));
}

QString MarkStrip::words() const { return m_hint->quote(); }

QString MarkStrip::offered() const { return m_offerRow->isHidden() ? QString() : m_offer->text(); }

} // namespace entente
