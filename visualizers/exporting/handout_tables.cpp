#include "exporting/handout_tables.h"

#include "exporting/svg_shapes.h"
#include "scene/outline.h"
#include "scene/overload.h"
#include "scene/text.h"

#include <algorithm>
#include <cmath>

namespace il::exporting {
using namespace scene;
using namespace Qt::StringLiterals;

namespace {

double tenth(double value)
{
    return std::isfinite(value) ? std::round(value * 10) / 10 : 0;
}

QString cssColor(const QColor& color)
{
    const QString rgb = color.name(QColor::HexRgb);
    return color.alpha() == 255 ? rgb : rgb + QString::number(color.alpha() + 256, 16).mid(1);
}

void append(QJsonArray& out, std::initializer_list<double> numbers)
{
    for (const double number : numbers)
        out.append(tenth(number));
}

void append(QJsonArray& out, const QRectF& rect)
{
    append(out, {rect.x(), rect.y(), rect.width(), rect.height()});
}

/// The path of a symbol, as our SVG files have it.
QString symbolData(Symbol symbol)
{
    const QList<SvgElement> elements = svgElements({.id = {}, .shape = Icon{{0, 0, 24, 24}, symbol}});
    for (const auto& [name, value] : elements.value(0).attributes)
        if (name == "d"_L1)
            return value;
    return {};
}

/// 0 start, 1 middle, 2 end, and the x that belongs to it.
std::pair<int, double> anchorOf(const Text& text)
{
    if (text.align & Qt::AlignRight)
        return {2, text.rect.right()};
    if (text.align & Qt::AlignHCenter)
        return {1, text.rect.center().x()};
    return {0, text.rect.left()};
}

/// An item's kind, what can't be between two values ("fixed"), and its numbers.
struct Geometry {
    int kind = 0;
    int fixed = 0;
    QJsonArray numbers{};
};

Geometry geometryOf(const Item& item, Tables& tables)
{
    Geometry g;
    std::visit(
        Overload{
            [&](const Rect& rect) {
                g.kind = 0;
                append(g.numbers, rect.rect);
                append(g.numbers, {rect.radius});
            },
            [&](const Ellipse& ellipse) {
                g.kind = 1;
                append(g.numbers, ellipse.rect);
            },
            [&](const Arc& arc) {
                g.kind = 2;
                append(g.numbers, arc.rect);
                g.numbers.append(std::round(std::clamp(arc.fraction, 0.0, 1.0) * 1000) / 1000);
                append(g.numbers, {arc.width});
            },
            [&](const Path& path) {
                g.kind = 3;
                g.fixed = (path.closed ? 1 : 0) | (path.curved ? 2 : 0) | (path.arrow ? 4 : 0) |
                          (item.role == Role::Edge ? 8 : 0);
                for (const QPointF& point : path.points)
                    append(g.numbers, {point.x(), point.y()});
            },
            [&](const Text& text) {
                g.kind = 4;
                const auto [anchor, x] = anchorOf(text);
                g.fixed = tables.texts.indexOf(QJsonArray{
                    text.text, anchor, text.font.family == FontFamily::Mono ? 1 : 0, text.font.weight});
                append(g.numbers, {x, textOrigin(text).y(), text.font.px, textWidth(text.text, text.font)});
            },
            [&](const Icon& icon) {
                g.kind = 5;
                g.fixed = static_cast<int>(icon.symbol);
                tables.symbols.insert(QString::number(g.fixed), symbolData(icon.symbol));
                append(g.numbers, icon.rect);
            },
        },
        item.shape);
    return g;
}

template <typename Pick>
int colorOf(const ThemedItem& themed, Tables& tables, const Pick& pick)
{
    std::vector<QColor> colors;
    for (const Item* item : themed)
        colors.push_back(pick(*item));
    return tables.color(colors);
}

int paintOf(const ThemedItem& themed, Tables& tables)
{
    const Item& item = *themed.front();
    return tables.paints.indexOf(QJsonArray{
        colorOf(themed, tables, [](const Item& i) { return i.fill.color; }),
        static_cast<int>(item.fill.texture),
        colorOf(themed, tables, [](const Item& i) { return i.fill.under; }),
        colorOf(themed, tables, [](const Item& i) { return i.stroke.color; }), tenth(item.stroke.width),
        item.stroke.dashed ? 1 : 0, std::round(std::clamp(item.opacity, 0.0, 1.0) * 1000) / 1000});
}

} // namespace

int Table::indexOf(const QByteArray& key, const QJsonValue& value)
{
    const auto known = m_indices.constFind(key);
    if (known != m_indices.constEnd())
        return *known;
    const int index = static_cast<int>(m_values.size());
    m_indices.insert(key, index);
    m_values.append(value);
    return index;
}

int Tables::color(const std::vector<QColor>& themed)
{
    QJsonArray colors;
    bool any = false;
    for (const QColor& color : themed) {
        any = any || color.isValid();
        colors.append(color.isValid() ? QJsonValue(cssColor(color)) : QJsonValue());
    }
    return any ? palette.indexOf(colors) : -1;
}

int Tables::item(const ThemedItem& themed)
{
    const Item& first = *themed.front();
    Geometry geometry = geometryOf(first, *this);
    QJsonArray packed{geometry.kind, paintOf(themed, *this),
                      first.accessible.isEmpty() ? -1 : strings.indexOf(first.accessible), geometry.fixed};
    for (const QJsonValue number : std::as_const(geometry.numbers))
        packed.append(number);
    return items.indexOf(packed);
}

} // namespace il::exporting
