// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include "ui/preferences.h"
#include "ui/quietstyle.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>

#include <array>
#include <utility>

namespace entente
{

namespace
{

constexpr int typePixels = 13;

constexpr std::array<std::pair<ThemeChoice, QLatin1StringView>, 3> choiceNames{{
    {ThemeChoice::System, QLatin1StringView("system")},
    {ThemeChoice::Light, QLatin1StringView("light")},
    {ThemeChoice::Dark, QLatin1StringView("dark")},
}};

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](float x, float y) {
        return static_cast<float>(static_cast<double>(x) * (1 - share) +
                                  static_cast<double>(y) * share);
    };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()),
                            mix(a.blueF(), b.blueF()));
}

/// Title, status bar and what the pointer is over: the panel, a little towards the hairlines.
QColor shade(const Style& style) { return mixed(style.panel, style.hairline, 0.45); }

QColor linkColour(const Style& style)
{
    return style.theme == Theme::Dark ? QColor(0x6C, 0xB8, 0xEA) : QColor(0x0B, 0x6B, 0xA8);
}

/// Round what is typed into: the hairlines of the dark theme are lost there.
QColor controlLine(const Style& style)
{
    return style.theme == Theme::Dark ? QColor(0x4A, 0x51, 0x60) : style.hairline;
}

QPalette paletteOf(const Style& style)
{
    QPalette palette(style.panel);
    palette.setColor(QPalette::Window, style.panel);
    palette.setColor(QPalette::Base, style.panel);
    palette.setColor(QPalette::AlternateBase, style.canvas);
    palette.setColor(QPalette::Button, style.panel);
    palette.setColor(QPalette::WindowText, style.text);
    palette.setColor(QPalette::Text, style.text);
    palette.setColor(QPalette::ButtonText, style.text);
    palette.setColor(QPalette::ToolTipBase, style.panel);
    palette.setColor(QPalette::ToolTipText, style.text);
    palette.setColor(QPalette::PlaceholderText, style.secondaryText);
    palette.setColor(QPalette::Highlight, style.mark);
    palette.setColor(QPalette::HighlightedText, style.text);
    palette.setColor(QPalette::Link, linkColour(style));
    palette.setColor(QPalette::LinkVisited, linkColour(style));
    palette.setColor(QPalette::Light, style.panel);
    palette.setColor(QPalette::Midlight, style.hairline);
    palette.setColor(QPalette::Mid, style.hairline);
    palette.setColor(QPalette::Dark, mixed(style.hairline, style.text, 0.3));
    palette.setColor(QPalette::Shadow, mixed(style.hairline, style.text, 0.4));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, mixed(style.secondaryText, style.panel, 0.4));
    return palette;
}

QString styleSheetOf(const Style& style)
{
    static const QString sheet = QStringLiteral(R"(
QMainWindow, QMenuBar, QToolBar { background: @panel; }
QMenuBar { border: none; padding: 2px 6px; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @shade; }
QMenu { background: @panel; border: 1px solid @hairline; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @mark; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QToolBar { border: none; border-top: 1px solid @hairline; border-bottom: 1px solid @hairline;
           padding: 4px 8px; spacing: 4px; }
QToolBar QToolButton { padding: 5px 10px; border: none; border-radius: 6px; background: transparent; }
QToolBar QToolButton:hover { background: @shade; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: @pressed; }
QToolBar QToolButton:focus { outline: none; border: 1px solid @selection; padding: 4px 9px; }
QToolBar QToolButton:disabled { color: @faint; background: transparent; }
QToolBar QToolButton#search { background: @canvas; border: 1px solid @hairline; color: @secondary;
                              padding: 4px 10px; }
QToolBar QToolButton#search:hover { border: 1px solid @thumb; }
QToolBar QToolButton#search:focus { border: 1px solid @selection; }
QToolBar QToolButton#search:disabled { color: @faint; }
QToolBar QToolButton::menu-indicator { image: none; }
QStatusBar { background: @shade; border-top: 1px solid @hairline; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @secondary; padding: 2px 6px; }
QStatusBar QToolButton { color: @secondary; border: none; border-radius: 4px; padding: 2px 8px;
                         background: transparent; }
QStatusBar QToolButton:hover { color: @text; background: @panel; }
QToolButton[quiet="true"] { color: @secondary; border: none; border-radius: 6px; padding: 4px 8px;
                            background: transparent; }
QToolButton[quiet="true"]:hover { background: @shade; }
QToolButton[quiet="true"]:checked { color: @text; background: @pressed; }
QToolButton[quiet="true"]:disabled { color: @faint; background: transparent; }
QToolButton[quiet="true"]:focus { border: 1px solid @selection; padding: 3px 7px; }
QFrame#filters { background: @panel; border: none; border-bottom: 1px solid @hairline; }
QFrame#choices { background: @panel; border: 1px solid @hairline; border-radius: 8px; }
QFrame#side { background: @shade; border: 1px solid @hairline; border-radius: 8px; }
QFrame#chip { background: @shade; border: 1px solid @hairline; border-radius: 8px; }
QFrame#chip QToolButton { color: @text; padding: 3px 8px; }
QFrame#chip QToolButton:focus { padding: 2px 7px; }
QFrame#filters QToolButton::menu-indicator, QToolButton[quiet="true"]::menu-indicator { image: none; }
QFrame#chip QToolButton:hover { background: @pressed; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @secondary; border: none; padding: 4px 6px;
                       border-bottom: 1px solid @hairline; }
QAbstractItemView { outline: none; }
QTreeView::item { padding: 3px 6px; background: transparent; }
QTreeView::item:selected { background: @mark; color: @text; }
QListView::item:selected { background: @mark; color: @text; border-radius: 6px; }
QTreeView[framed="true"] { border: 1px solid @control; border-radius: 6px; }
QTreeView[table="true"]::item { padding: 4px 12px; }
QTreeView[table="true"] QHeaderView::section { padding: 4px 12px; }
QListView[steps="true"]::item { padding: 6px 16px; color: @text; }
QListView[steps="true"]::item:selected { background: @mark; }
QSplitter::handle { background: @hairline; }
QToolTip { background: @panel; color: @text; border: 1px solid @hairline; padding: 4px 6px; }
QTabWidget::pane { border: none; border-top: 1px solid @hairline; }
QTabBar { background: @panel; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @secondary; border: none; padding: 9px 4px;
               margin: 0px 12px 0px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @selection; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @text; border-bottom: 2px solid @selection; }
QTabBar[pages="true"]::tab { padding: 4px 8px; margin: 0px 0px 0px 4px; border: none; border-radius: 6px; }
QTabBar[pages="true"]::tab:first { margin-left: 12px; }
QTabBar[pages="true"]::tab:selected { color: @text; background: @pressed; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton { background: @panel; border: 1px solid @hairline; border-radius: 6px; padding: 6px 14px; }
QPushButton:hover { background: @shade; }
QPushButton:focus { border: 1px solid @selection; }
QPushButton:default, QPushButton[primary="true"] { background: @text; color: @panel; border: 1px solid @text; }
QPushButton[primary="true"]:hover { background: @secondary; }
QPushButton[primary="true"]:focus { border: 1px solid @selection; }
QPushButton:disabled { color: @faint; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled { background: transparent; color: @faint; border: 1px solid @hairline; }
QPushButton[link="true"] { border: none; background: transparent; color: @link; padding: 6px 8px; }
QPushButton[link="true"]:hover, QPushButton[link="true"]:focus { text-decoration: underline; }
QPushButton[link="true"]:disabled { color: @faint; }
QLineEdit { background: @canvas; border: 1px solid @control; border-radius: 6px; padding: 4px 8px; }
QLineEdit:focus { border: 1px solid @selection; }
QPlainTextEdit[framed="true"] { background: @canvas; border: 1px solid @control; border-radius: 6px; padding: 4px; }
QPlainTextEdit[framed="true"]:focus { border: 1px solid @selection; }
QComboBox { background: @canvas; border: 1px solid @control; border-radius: 6px; padding: 4px 8px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox:focus { border: 1px solid @selection; }
QSpinBox, QDateEdit { background: @canvas; border: 1px solid @control; border-radius: 6px; padding: 4px 8px; min-height: 18px; }
QSpinBox:focus, QDateEdit:focus { border: 1px solid @selection; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 22px; }
QDateEdit:disabled { color: @faint; }
QDateEdit::drop-down { border: none; background: transparent; width: 22px; }
QDateEdit::down-arrow { width: 0; height: 0; border-left: 4px solid @canvas; border-right: 4px solid @canvas;
                        border-top: 5px solid @secondary; }
QSpinBox::up-arrow { width: 0; height: 0; border-left: 4px solid @canvas; border-right: 4px solid @canvas;
                     border-bottom: 5px solid @secondary; }
QSpinBox::down-arrow { width: 0; height: 0; border-left: 4px solid @canvas; border-right: 4px solid @canvas;
                       border-top: 5px solid @secondary; }
QFrame#card { background: @panel; border: 1px solid @hairline; border-radius: 8px; }
QFrame#card[error="true"] { border-left: 4px solid @error; }
QProgressBar { background: @hairline; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @selection; border-radius: 2px; }
)");
    QString result = sheet;
    const std::array<std::pair<QLatin1StringView, QColor>, 14> colours{{
        {QLatin1StringView("@panel"), style.panel},
        {QLatin1StringView("@pressed"), style.hairline},
        {QLatin1StringView("@canvas"), style.canvas},
        {QLatin1StringView("@hairline"), style.hairline},
        {QLatin1StringView("@control"), controlLine(style)},
        {QLatin1StringView("@text"), style.text},
        {QLatin1StringView("@secondary"), style.secondaryText},
        {QLatin1StringView("@selection"), style.selection},
        {QLatin1StringView("@mark"), style.mark},
        {QLatin1StringView("@shade"), shade(style)},
        {QLatin1StringView("@faint"), mixed(style.secondaryText, style.panel, 0.4)},
        {QLatin1StringView("@thumb"), mixed(style.hairline, style.secondaryText, 0.25)},
        {QLatin1StringView("@link"), linkColour(style)},
        {QLatin1StringView("@error"), QColor(0xC2, 0x41, 0x0C)},
    }};
    for (const auto& [name, colour] : colours)
        result.replace(name, colour.name());
    return result;
}

} // namespace

QString nameOf(ThemeChoice choice)
{
    for (const auto& [value, name] : choiceNames) {
        if (value == choice)
            return name;
    }
    return {};
}

ThemeChoice parseThemeChoice(const QString& name)
{
    for (const auto& [value, known] : choiceNames) {
        if (known == name)
            return value;
    }
    return ThemeChoice::System;
}

Theme desktopTheme()
{
    static const Theme theme =
        QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5F ? Theme::Dark
                                                                               : Theme::Light;
    return theme;
}

Theme themeOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return desktopTheme();
    case ThemeChoice::Light:
        return Theme::Light;
    case ThemeChoice::Dark:
        return Theme::Dark;
    }
    return Theme::Light;
}

void applyTheme(QApplication& application, Theme theme)
{
    (void)desktopTheme(); // Asked while the desktop's palette still stands.
    const Style style = Style::of(theme);
    if (qobject_cast<QuietStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new QuietStyle); // The application owns it.
    QApplication::setPalette(paletteOf(style));
    QFont font = QApplication::font();
    font.setPixelSize(typePixels * readPreferences().textSize / 100);
    QApplication::setFont(font);
    application.setStyleSheet(styleSheetOf(style));
}

} // namespace entente
