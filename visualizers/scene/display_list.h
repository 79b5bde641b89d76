// A picture as plain values: what every panel returns and every screen and export backend draws.
#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <cstdint>
#include <variant>
#include <vector>

namespace il::scene {

/// Names a thing across pictures, so that the tween can move it: "thread/2/chip", "gil/key", "code/line/6".
/// Unique within a list. Parts are joined by '/', the first one says what it is.
using ElementId = QString;

/// What an item is, for assistive technology and for the layout tests.
enum class Role : std::uint8_t {
    Decoration, ///< no meaning of its own: backgrounds, grid lines, shadows
    Container,  ///< a card or a box that others lie in
    Text,       ///< words to read
    Thread,     ///< stands for a thread
    Object,     ///< stands for a lock, queue, socket, ...
    Data,       ///< a variable or a value
    Lane,       ///< a stretch of a timeline
    Marker,     ///< cue mark, playhead, code marker
    Edge,       ///< an arrow between two things
    Figure,     ///< a number with its caption
};

/// State textures: colour says who, texture says what state (look/README.md).
enum class Texture : std::uint8_t { None, Solid, Tint, Hatch, CrossHatch, Dots, ThinLine };

struct Stroke {
    QColor color{}; ///< invalid: no stroke
    double width = 0;
    bool dashed = false;
};
struct Fill {
    QColor color{}; ///< invalid: no fill
    /// Solid and Tint are flat `color`; Hatch and CrossHatch are lines of `color` over `under`; Dots and
    /// ThinLine are a line of `color` through the middle of the shape.
    Texture texture = Texture::Solid;
    QColor under{}; ///< what shows between the lines; invalid: nothing
};

enum class FontFamily : std::uint8_t { Sans, Mono };
struct Font {
    FontFamily family = FontFamily::Sans;
    double px = 20;   ///< in stage pixels
    int weight = 400; ///< 400, 500, 600, 700
    friend bool operator==(const Font&, const Font&) = default;
};

struct Rect {
    QRectF rect;
    double radius = 0;
};
struct Ellipse {
    QRectF rect;
};
/// A ring's part, clockwise from 12 o'clock; `fraction` 0..1.
struct Arc {
    QRectF rect;
    double fraction = 1;
    double width = 6;
};
/// Open polyline, or filled polygon when closed; `curved` rounds it through its points; arrow heads at the
/// end.
struct Path {
    std::vector<QPointF> points;
    bool closed = false;
    bool curved = false;
    bool arrow = false;
};
/// One line of text that fits into `rect` (layout has measured, wrapped or elided it).
struct Text {
    QRectF rect;
    QString text;
    Font font;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
};
/// One of the few drawn symbols; never a font glyph.
enum class Symbol : std::uint8_t {
    Key,
    LockClosed,
    LockOpen,
    Warning,
    Check,
    Cross,
    Clock,
    Disk,
    Flag,
    Tray,
    Bell
};
struct Icon {
    QRectF rect;
    Symbol symbol = Symbol::Key;
};

using Shape = std::variant<Rect, Ellipse, Arc, Path, Text, Icon>;

struct Item {
    ElementId id;
    Role role = Role::Decoration;
    Shape shape;
    Fill fill{}; ///< Text: fill.color is the text's colour
    Stroke stroke{};
    QString accessible{}; ///< what it says to somebody who can't see; empty for decorations and plain Text
    double opacity = 1;
};

/// Drawn in order, back to front.
struct DisplayList {
    QSizeF size; ///< stage pixels; at least 1920 x 1080, less only for larger texts (stageSize)
    QColor background;
    std::vector<Item> items;
};

QRectF bounds(const Item& item); ///< without stroke width
/// One line per item, coordinates rounded to 0.1: for goldens and diffs.
QString dump(const DisplayList& list);

} // namespace il::scene
