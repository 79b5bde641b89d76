#include "scene/display_list.h"

#include "scene/overload.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace il::scene {
namespace {

QRectF boundsOf(const Path& path)
{
    if (path.points.empty())
        return {};
    QPointF low = path.points.front();
    QPointF high = low;
    for (const QPointF& p : path.points) {
        low = {std::min(low.x(), p.x()), std::min(low.y(), p.y())};
        high = {std::max(high.x(), p.x()), std::max(high.y(), p.y())};
    }
    return {low, high};
}

QString number(double value)
{
    const double rounded = std::round(value * 10) / 10;
    return QString::number(rounded == 0 ? 0.0 : rounded, 'g', 10); // no "-0"
}

QString text(const QRectF& r)
{
    return QStringList{number(r.x()), number(r.y()), number(r.width()), number(r.height())}.join(
        QLatin1Char(' '));
}

QString text(const std::vector<QPointF>& points)
{
    QStringList parts;
    for (const QPointF& p : points)
        parts << number(p.x()) + QLatin1Char(',') + number(p.y());
    return parts.join(QLatin1Char(' '));
}

QLatin1String name(Role role)
{
    static constexpr std::array names{"decoration", "container", "text",   "thread", "object",
                                      "data",       "lane",      "marker", "edge",   "figure"};
    return QLatin1String(names[static_cast<std::size_t>(role)]);
}

QLatin1String name(Texture texture)
{
    static constexpr std::array names{"none", "solid", "tint", "hatch", "crosshatch", "dots", "thinline"};
    return QLatin1String(names[static_cast<std::size_t>(texture)]);
}

QLatin1String name(Symbol symbol)
{
    static constexpr std::array names{"key",   "lock-closed", "lock-open", "warning", "check", "cross",
                                      "clock", "disk",        "flag",      "tray",    "bell"};
    return QLatin1String(names[static_cast<std::size_t>(symbol)]);
}

QString describe(const Text& t)
{
    const bool mono = t.font.family == FontFamily::Mono;
    return QStringLiteral("text %1 \"%2\" %3 %4 %5 align=%6")
        .arg(text(t.rect), t.text, mono ? QStringLiteral("mono") : QStringLiteral("sans"), number(t.font.px),
             QString::number(t.font.weight), QString::number(static_cast<int>(t.align)));
}

QString describe(const Path& p)
{
    QString flags;
    if (p.closed)
        flags += QLatin1String(" closed");
    if (p.curved)
        flags += QLatin1String(" curved");
    if (p.arrow)
        flags += QLatin1String(" arrow");
    return QLatin1String("path ") + text(p.points) + flags;
}

QString describe(const Shape& shape)
{
    return std::visit(
        Overload{
            [](const Rect& r) { return QStringLiteral("rect %1 r=%2").arg(text(r.rect), number(r.radius)); },
            [](const Ellipse& e) { return QLatin1String("ellipse ") + text(e.rect); },
            [](const Arc& a) {
                return QStringLiteral("arc %1 %2%% w=%3")
                    .arg(text(a.rect), number(a.fraction * 100), number(a.width));
            },
            [](const Path& p) { return describe(p); },
            [](const Text& t) { return describe(t); },
            [](const Icon& i) { return QStringLiteral("icon %1 %2").arg(name(i.symbol)).arg(text(i.rect)); },
        },
        shape);
}

QString describe(const Item& item)
{
    QString line = item.id + QLatin1Char(' ') + name(item.role) + QLatin1Char(' ') + describe(item.shape);
    if (item.fill.color.isValid())
        line += QStringLiteral(" fill=%1/%2").arg(item.fill.color.name(), name(item.fill.texture));
    if (item.stroke.color.isValid())
        line += QStringLiteral(" stroke=%1/%2%3")
                    .arg(item.stroke.color.name(), number(item.stroke.width),
                         item.stroke.dashed ? QStringLiteral(" dashed") : QString());
    if (item.opacity < 1)
        line += QLatin1String(" opacity=") + number(item.opacity);
    if (!item.accessible.isEmpty())
        line += QLatin1String(" says \"") + item.accessible + QLatin1Char('"');
    return line;
}

} // namespace

QRectF bounds(const Item& item)
{
    return std::visit(Overload{[](const Path& path) { return boundsOf(path); },
                               [](const auto& shape) { return shape.rect; }},
                      item.shape);
}

QString dump(const DisplayList& list)
{
    QString out = QStringLiteral("stage %1 %2 %3\n")
                      .arg(number(list.size.width()), number(list.size.height()), list.background.name());
    for (const Item& item : list.items)
        out += describe(item) + QLatin1Char('\n');
    return out;
}

} // namespace il::scene
