#include "scene/tween.h"

#include "scene/overload.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <optional>

namespace il::scene {
namespace {

double lerp(double a, double b, double p)
{
    return a + (b - a) * p;
}

QPointF lerp(QPointF a, QPointF b, double p)
{
    return a + (b - a) * p;
}

QRectF lerp(const QRectF& a, const QRectF& b, double p)
{
    return {lerp(a.x(), b.x(), p), lerp(a.y(), b.y(), p), lerp(a.width(), b.width(), p),
            lerp(a.height(), b.height(), p)};
}

/// No colour is the other one, transparent.
QColor lerp(QColor a, QColor b, double p)
{
    if (a == b || (!a.isValid() && !b.isValid()))
        return b;
    if (!a.isValid()) {
        a = b;
        a.setAlpha(0);
    } else if (!b.isValid()) {
        b = a;
        b.setAlpha(0);
    }
    const auto mix = [p](int x, int y) { return static_cast<int>(std::lround(lerp(x, y, p))); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()),
            mix(a.alpha(), b.alpha())};
}

/// Both ends are the same kind of shape with the same content: what lies between is one shape.
std::optional<Shape> between(const Shape& from, const Shape& to, double p)
{
    return std::visit(Overload{
                          [p](const Rect& a, const Rect& b) -> std::optional<Shape> {
                              return Rect{lerp(a.rect, b.rect, p), lerp(a.radius, b.radius, p)};
                          },
                          [p](const Ellipse& a, const Ellipse& b) -> std::optional<Shape> {
                              return Ellipse{lerp(a.rect, b.rect, p)};
                          },
                          [p](const Arc& a, const Arc& b) -> std::optional<Shape> {
                              return Arc{lerp(a.rect, b.rect, p), lerp(a.fraction, b.fraction, p),
                                         lerp(a.width, b.width, p)};
                          },
                          [p](const Path& a, const Path& b) -> std::optional<Shape> {
                              if (a.points.size() != b.points.size() || a.closed != b.closed ||
                                  a.curved != b.curved)
                                  return std::nullopt;
                              Path path = b;
                              for (std::size_t i = 0; i < path.points.size(); ++i)
                                  path.points[i] = lerp(a.points[i], b.points[i], p);
                              return path;
                          },
                          [p](const Text& a, const Text& b) -> std::optional<Shape> {
                              if (a.text != b.text || a.align != b.align || a.font.family != b.font.family)
                                  return std::nullopt;
                              Font font = b.font;
                              font.px = lerp(a.font.px, b.font.px, p);
                              return Text{lerp(a.rect, b.rect, p), b.text, font, b.align};
                          },
                          [p](const Icon& a, const Icon& b) -> std::optional<Shape> {
                              if (a.symbol != b.symbol)
                                  return std::nullopt;
                              return Icon{lerp(a.rect, b.rect, p), b.symbol};
                          },
                          [](const auto&, const auto&) -> std::optional<Shape> { return std::nullopt; },
                      },
                      from, to);
}

/// Words fade nearly to nothing before others take their place: two sentences on top of each other can't be
/// read.
Item faded(Item item, double share)
{
    constexpr double unseen = 0.4;
    const bool words = std::holds_alternative<Text>(item.shape);
    item.opacity *= words ? std::max(0.0, (share - unseen) / (1 - unseen)) : share;
    return item;
}

/// Arrows grow out of what they come from.
Item appearing(Item item, double p)
{
    auto* path = std::get_if<Path>(&item.shape);
    if (item.role == Role::Edge && path != nullptr && !path->points.empty())
        for (QPointF& point : path->points)
            point = lerp(path->points.front(), point, p);
    return faded(std::move(item), p);
}

Item leaving(Item item, double p)
{
    item.id += QLatin1String("#leaving");
    item.accessible.clear();
    item.role = Role::Decoration;
    return faded(std::move(item), 1 - p);
}

void blend(std::vector<Item>& out, const Item& from, const Item& to, double p)
{
    std::optional<Shape> shape = between(from.shape, to.shape, p);
    if (!shape || from.fill.texture != to.fill.texture) { // cross-fade
        out.push_back(leaving(from, p));
        out.push_back(faded(to, p));
        if (shape) {
            out[out.size() - 2].shape = *shape;
            out.back().shape = *shape;
        }
        return;
    }
    Item item = to;
    item.shape = std::move(*shape);
    item.fill.color = lerp(from.fill.color, to.fill.color, p);
    item.fill.under = lerp(from.fill.under, to.fill.under, p);
    item.stroke.color = lerp(from.stroke.color, to.stroke.color, p);
    item.stroke.width = lerp(from.stroke.width, to.stroke.width, p);
    item.opacity = lerp(from.opacity, to.opacity, p);
    out.push_back(std::move(item));
}

} // namespace

DisplayList tween(const DisplayList& from, const DisplayList& to, double progress)
{
    if (progress <= 0)
        return from;
    if (progress >= 1)
        return to;
    QHash<ElementId, const Item*> old;
    for (const Item& item : from.items)
        old.insert(item.id, &item);
    QHash<ElementId, bool> stays;
    for (const Item& item : to.items)
        stays.insert(item.id, true);

    // What leaves is drawn where it was in the order: right after the last thing before it that stays.
    QHash<ElementId, std::vector<const Item*>> leavingAfter;
    ElementId anchor;
    for (const Item& item : from.items) {
        if (stays.contains(item.id))
            anchor = item.id;
        else
            leavingAfter[anchor].push_back(&item);
    }

    DisplayList out{to.size, lerp(from.background, to.background, progress), {}};
    out.items.reserve(to.items.size() + from.items.size());
    const auto addLeaving = [&](const ElementId& after) {
        const auto found = leavingAfter.constFind(after);
        if (found == leavingAfter.constEnd())
            return;
        for (const Item* item : found.value())
            out.items.push_back(leaving(*item, progress));
    };
    addLeaving({});
    for (const Item& item : to.items) {
        const Item* was = old.value(item.id, nullptr);
        if (was)
            blend(out.items, *was, item, progress);
        else
            out.items.push_back(appearing(item, progress));
        addLeaving(item.id);
    }
    return out;
}

} // namespace il::scene
