#include "look.h"

#include "../access/focus.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOptionComplex>

#include <array>
#include <cmath>
#include <utility>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

QColor mixed(const QColor& a, const QColor& b, double part)
{
    const auto mix = [part](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * part)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

constexpr auto sheet = R"(
* { outline: none; }
QMainWindow, QDialog, QMessageBox { background: @background; color: @ink; }
QWidget { color: @ink; }
QToolTip { background: @surface; color: @ink; border: 1px solid @line; padding: 4px 8px; }

QMenuBar { background: @surface; border-bottom: 1px solid @line; padding: 0 6px; spacing: 2px; }
QMenuBar::item { background: transparent; padding: 5px 11px; margin: 7px 0; border-radius: 7px; }
QMenuBar::item:selected { background: @soft; }
QMenu { background: @surface; border: 1px solid @line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 26px; border-radius: 6px; }
QMenu::item:selected { background: @accent; color: @onaccent; }
QMenu::item:disabled { color: @ink2; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QLabel#brand { font-weight: 700; font-size: 16px; padding-left: 14px; padding-right: 12px; }

QPushButton, QToolButton[kind="chip"], QLabel[kind="chip"] {
  background: @surface; border: 1px solid @line; border-radius: 8px; padding: 5px 12px; }
QToolButton[kind="chip"], QLabel[kind="chip"] { min-height: 22px; max-height: 22px; }
QPushButton:hover, QToolButton[kind="chip"]:hover { border-color: @ink2; }
QPushButton:pressed, QToolButton[kind="chip"]:pressed { background: @soft; }
QPushButton:focus, QToolButton[kind="chip"]:focus, QLineEdit:focus {
  border: 2px solid @accent; padding: 4px 11px; }
QPushButton:disabled { color: @ink2; }
QPushButton:checked, QPushButton#present, QPushButton:default { background: @accent; color: @onaccent; border-color: @accent; }
QPushButton:default:disabled { background: @soft; color: @ink2; border-color: @line; }
QPushButton#present { font-weight: 600; }
QPushButton#present:focus, QPushButton:default:focus { border: 4px double @onaccent; padding: 2px 9px; }
QPushButton:checked:focus { border: 2px solid @ink; }
QToolButton[kind="chip"]::menu-indicator { image: none; width: 0; }
QToolButton[kind="chip"][changed="true"] { border-color: @accent; color: @accentText; }

QLineEdit {
  background: @surface; border: 1px solid @line; border-radius: 8px; padding: 5px 12px; min-height: 22px;
  selection-background-color: @accent; selection-color: @onaccent; }

QWidget#library { background: @background; border-right: 1px solid @line; }
QListWidget#lessons { background: transparent; border: 2px solid transparent; border-radius: 8px; }
QListWidget#lessons:focus { border-color: @accent; }
QWidget#centre { background: @centre; }
QWidget#playlistInside { background: @surface; border-left: 1px solid @line; }
QLabel#playlistTitle { font-size: 17px; font-weight: 700; }
QListWidget#playlistEntries, QListWidget#compareList { background: @background; border: 1px solid @line; border-radius: 8px; padding: 1px; }
QListWidget#playlistEntries::item, QListWidget#compareList::item { padding: 6px 8px; border-radius: 6px; }
QListWidget#playlistEntries:focus, QListWidget#compareList:focus { border: 2px solid @accent; padding: 0; }
QListWidget#playlistEntries::item:selected, QListWidget#compareList::item:selected { background: @tint; color: @ink; }
QPlainTextEdit#playlistNotes { background: @background; border: 1px solid @line; border-radius: 8px; }
QPlainTextEdit#playlistNotes:focus { border: 2px solid @accent; }
QWidget#twins { background: @centre; }
QLabel#twinsTitle { font-size: 17px; font-weight: 700; }
QPushButton[kind="tab"] { background: transparent; border: 1px solid transparent; border-radius: 15px; color: @ink2;
  padding: 0 14px; min-height: 28px; max-height: 28px; }
QPushButton[kind="tab"]:hover { background: @soft; }
QPushButton[kind="tab"]:checked { background: @ink; color: @background; border-color: @ink; }
QPushButton[kind="tab"]:focus { border: 2px solid @accent; padding: 0 13px; min-height: 26px; max-height: 26px; }
QPushButton[kind="tab"]:checked:focus { border: 4px double @background; padding: 0 11px; min-height: 22px; max-height: 22px; }
QPushButton[kind="scriptTab"] { border-radius: 8px; color: @ink2; }
QPushButton[kind="scriptTab"]:focus { border: 2px solid @accent; padding: 4px 11px; }
QPushButton[kind="scriptTab"]:checked { background: @surface; color: @accentText; border: 1px solid @accent; font-weight: 600; }

QPushButton[kind="scriptTab"]:checked:focus { border: 2px solid @ink; padding: 4px 11px; }

QFrame#codeFrame { background: @surface; border: 1px solid @line; border-radius: 10px; }
QFrame#codeFrame[focused="true"] { border: 1px solid @accent; }
QLabel#scriptName { font-size: 17px; font-weight: 700; }
QLabel#scriptFolder, QLabel#caretPlace { color: @ink2; font-size: 13px; }
QPushButton#runScript { background: @accent; color: @onaccent; border-color: @accent; font-weight: 600; }
QPushButton#runScript:focus { border: 4px double @onaccent; padding: 2px 9px; }
QPushButton#examples { padding-right: 24px; }
QPushButton#examples::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; left: -8px; }
QFrame#questionBar { background: @goldTint; border: 1px solid @gold; border-radius: 8px; }
QLabel#questionText { color: @goldText; background: transparent; font-weight: 600; }
QPushButton[kind="trayTab"] { background: transparent; border: 1px solid transparent; border-radius: 7px; color: @ink2;
  padding: 1px 9px; font-weight: 600; font-size: 13px; }
QPushButton[kind="trayTab"]:hover { background: @soft; }
QPushButton[kind="trayTab"]:checked { background: @soft; color: @ink; }
QPushButton[kind="trayTab"]:focus { border: 2px solid @accent; padding: 0 8px; }
QTableView[kind="log"], QTreeView[kind="log"] { background: transparent; border: none; font-size: 14px;
  selection-background-color: @tint; selection-color: @ink; }
QTableView[kind="log"]:focus, QTreeView[kind="log"]:focus { border: 1px solid @accent; border-radius: 6px; }
QTreeView[kind="log"]::item { padding: 2px 0; }
QTableView[kind="log"] QHeaderView, QTreeView[kind="log"] QHeaderView { background: transparent; }
QTableView[kind="log"] QHeaderView::section, QTreeView[kind="log"] QHeaderView::section { background: transparent; color: @ink2;
  border: none; border-bottom: 1px solid @line; padding: 2px 6px; font-size: 13px; }
QWidget#tray QComboBox, QWidget#tray QAbstractSpinBox, QWidget#tray QLineEdit, QWidget#tray QPushButton[kind="toggle"],
QPushButton#chartExport, QPushButton#sweepRun { font-size: 13px; }
QWidget#tray QLineEdit, QWidget#tray QPushButton[kind="toggle"], QPushButton#chartExport, QPushButton#sweepRun {
  padding: 2px 10px; min-height: 20px; border-radius: 7px; }
QLabel[kind="hint"] { color: @ink2; font-size: 13px; }
QWidget#tray QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }

QWidget#tray { background: @surface; border: 1px solid @line; border-radius: 10px; }
QPlainTextEdit#output { background: transparent; border: none; font-family: @mono; font-size: 14px;
  selection-background-color: @accent; selection-color: @onaccent; }
QPlainTextEdit#output:focus { border: 1px solid @accent; border-radius: 6px; }
QLabel[kind="heading"], QToolButton[kind="heading"] { color: @ink2; font-weight: 600; font-size: 13px; border: none; background: transparent; }
QToolButton[kind="heading"] { border: 2px solid transparent; border-radius: 6px; }
QToolButton[kind="heading"]:focus { color: @accentText; border-color: @accent; }

QScrollArea#keysArea, QWidget#keysInside { background: transparent; }
QWidget#qa, QScrollArea#qaScroll, QWidget#qaInside { background: @surface; border: none; }
QScrollArea#qaScroll { border: 2px solid @surface; }
QScrollArea#qaScroll:focus { border-color: @accent; }
QWidget#qa { border-left: 1px solid @line; }
QLabel#question { font-size: 20px; font-weight: 700; }
QLabel[kind="quiet"] { color: @ink2; }
QLabel[kind="tag"] { background: @soft; color: @ink2; border-radius: 11px; padding: 0 10px; min-height: 22px; max-height: 22px;
  font-size: 13px; }
QLabel#cue { background: @tint; border-left: 4px solid @accent; border-radius: 2px; padding: 8px 12px; }
QLabel#correction { background: @goldTint; border: 1px dashed @gold; border-radius: 8px; padding: 9px 12px; color: @goldText; }
QFrame#prediction { border: 1px solid @accent; border-radius: 10px; background: @surface; }
QFrame#prediction QLabel, QFrame#goals QLabel { background: transparent; }
QFrame#goals { border: 1px solid @line; border-radius: 10px; background: @surface; }
QLabel#goalsTitle, QLabel#whyTitle { font-weight: 700; }
QRadioButton, QCheckBox { border: 2px solid transparent; border-radius: 6px; padding: 1px; }
QRadioButton:focus, QCheckBox:focus { border-color: @accent; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @ink2; border-radius: 8px; background: @surface; }
QRadioButton::indicator:hover, QRadioButton::indicator:focus { border: 2px solid @accent; width: 12px; height: 12px; }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @ink2; border-radius: 3px; background: @surface; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border: 2px solid @accent; width: 12px; height: 12px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; }
QCheckBox::indicator:disabled { border-color: @line; background: @soft; }
QLabel[kind="why"] { border: 2px solid transparent; border-radius: 4px; }
QLabel[kind="why"]:focus { border-color: @accent; }
QLabel#predictionTitle { font-weight: 700; }
QPushButton[kind="toggle"] { color: @ink2; }
QPushButton[kind="toggle"]:checked { background: @tint; color: @accentText; border-color: @accent; }
QLabel[kind="right"] { color: @good; font-weight: 600; }
QLabel[kind="verdict"] { font-weight: 600; padding-top: 4px; }
QLabel[kind="wrong"] { color: @bad; font-weight: 600; }

QWidget#transport { background: @surface; border-top: 1px solid @line; }
QToolButton[kind="round"] { background: @surface; border: 1px solid @line; border-radius: 19px; }
QToolButton[kind="round"]:hover { border-color: @ink2; }
QToolButton[kind="round"]:focus { border: 2px solid @accent; }
QToolButton[kind="play"] { background: @ink; border: 2px solid @ink; border-radius: 23px; }
QToolButton[kind="play"]:focus { border: 5px double @background; }
QLabel#time { font-family: @mono; font-size: 15px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @line; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: @ink2; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @line; border-radius: 4px; min-width: 32px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QPlainTextEdit#problem { background: @surface; border: 1px solid @line; border-radius: 10px; padding: 18px;
  font-family: @mono; font-size: 15px; }
QPlainTextEdit#problem:focus { border: 2px solid @accent; padding: 17px; }
QLabel#problemTitle { font-size: 20px; font-weight: 700; color: @bad; }
QLabel#searchFound { color: @ink2; font-size: 13px; padding: 2px 6px; }
QLabel#progressSummary { color: @ink2; font-size: 13px; padding-left: 6px; }
QToolButton#resetProgress { color: @accentText; font-size: 13px; border: 2px solid transparent; border-radius: 6px; padding: 1px 4px; background: transparent; }
QToolButton#resetProgress:focus { border-color: @accent; }
QLabel#note { background: @ink; color: @background; border-radius: 10px; padding: 8px 16px; font-weight: 600; font-size: 17px; }
QFrame#hints { background: @surface; border: 2px solid @accent; border-radius: 10px; }
QLabel#overlayTitle { font-size: 22px; font-weight: 700; }
QLabel[kind="keycap"] { font-family: @mono; font-size: 14px; background: @soft; border: 1px solid @line; border-bottom-width: 3px;
  border-radius: 5px; padding: 1px 7px; }
QFrame#popup { background: @surface; border: 1px solid @line; border-radius: 10px; }
)";

class QuietStyle : public QProxyStyle {
public:
    QuietStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override
    {
        return hint == SH_UnderlineShortcut ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
    /// Fusion's frame of a list for choosing hardly changes with the focus.
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_ComboBox && option->state.testFlag(State_HasFocus))
            drawFocus(*painter, option->rect, 3);
    }
};

QPainterPath triangle(double left, double right)
{
    QPainterPath path(QPointF(left, 5));
    path.lineTo(right, 12);
    path.lineTo(left, 19);
    path.closeSubpath();
    return path;
}

QPainterPath bar(double x)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(x, 5, 3.2, 14), 1, 1);
    return path;
}

QPainterPath outline(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Play:
        return triangle(7, 19);
    case Glyph::Pause:
        return bar(7) | bar(13.8);
    case Glyph::StepForward:
        return triangle(9, 17);
    case Glyph::StepBack:
        return triangle(15, 7);
    case Glyph::NextCue:
        return triangle(5, 12) | triangle(12, 19) | bar(18.5);
    case Glyph::PreviousCue:
        return triangle(19, 12) | triangle(12, 5) | bar(2.3);
    case Glyph::Search:
        break;
    }
    QPainterPathStroker pen;
    pen.setWidth(1.8);
    pen.setCapStyle(Qt::RoundCap);
    QPainterPath lens;
    lens.addEllipse(QPointF(10.5, 10.5), 5.5, 5.5);
    lens.moveTo(14.8, 14.8);
    lens.lineTo(19, 19);
    return pen.createStroke(lens);
}

} // namespace

QStyle* windowStyle()
{
    return new QuietStyle;
}

QFont uiFont()
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans CJK SC"_s, u"sans-serif"_s});
    font.setPixelSize(15);
    return font;
}

QStringList codeFamilies()
{
    return {u"JetBrains Mono"_s, u"Noto Sans Mono CJK SC"_s, u"monospace"_s};
}

QPalette palette(const scene::Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.soft);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.ink2);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.on(theme.accent));
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::Link, theme.readable(theme.accent));
    return palette;
}

QString styleSheet(const scene::Theme& theme)
{
    const QString mono = u"\"JetBrains Mono\", \"Noto Sans Mono CJK SC\""_s;
    const bool dark = theme.background.lightness() < 128;
    const QColor centre = dark ? theme.background.darker(115) : mixed(theme.background, theme.ink, 0.035);
    // Longer names first: "@ink2" must not be read as "@ink" and a 2.
    const std::array<std::pair<QString, QString>, 17> tokens{{
        {u"@background"_s, theme.background.name()},
        {u"@surface"_s, theme.surface.name()},
        {u"@soft"_s, theme.soft.name()},
        {u"@centre"_s, centre.name()},
        {u"@ink2"_s, theme.ink2.name()},
        {u"@ink"_s, theme.ink.name()},
        {u"@line"_s, theme.line.name()},
        {u"@accentText"_s, theme.readable(theme.accent).name()},
        {u"@onaccent"_s, theme.on(theme.accent).name()},
        {u"@accent"_s, theme.accent.name()},
        {u"@tint"_s, theme.tint(theme.accent).name()},
        {u"@goldText"_s, theme.readable(theme.gold).name()},
        {u"@goldTint"_s, theme.tint(theme.gold).name()},
        {u"@gold"_s, theme.gold.name()},
        {u"@good"_s, scene::legible(theme.readable(theme.good), centre, 4.5).name()},
        {u"@bad"_s, theme.readable(theme.bad).name()},
        {u"@mono"_s, mono},
    }};
    QString text = QString::fromLatin1(sheet);
    for (const auto& [token, value] : tokens)
        text.replace(token, value);
    return text;
}

QIcon icon(Glyph glyph, const QColor& color)
{
    QIcon icon;
    for (const int side : {24, 48}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(side / 24.0, side / 24.0);
        painter.fillPath(outline(glyph), color);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace il::app
