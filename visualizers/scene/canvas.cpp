#include "scene/canvas.h"

#include "scene/overload.h"
#include "scene/replay.h"

#include <QHash>
#include <QPainter>

#include <algorithm>

namespace il::scene {
namespace {

constexpr double air = 2;              ///< device pixels that antialiasing may reach beyond an item
constexpr std::size_t mostParts = 12;  ///< each part costs a walk over the list
constexpr std::int64_t waste = 12'000; ///< pixels that may be painted in vain to save a part
constexpr double nearlyAll = 0.7;      ///< of the picture: from here on all of it is painted at once

// Qt's comparisons of points and rectangles are fuzzy; a last bit may well decide about an edge's shade.

bool same(QPointF a, QPointF b)
{
    return a.x() == b.x() && a.y() == b.y();
}

bool same(const QRectF& a, const QRectF& b)
{
    return a.x() == b.x() && a.y() == b.y() && a.width() == b.width() && a.height() == b.height();
}

bool same(const Shape& first, const Shape& second)
{
    return std::visit(
        Overload{[](const Rect& a, const Rect& b) { return same(a.rect, b.rect) && a.radius == b.radius; },
                 [](const Ellipse& a, const Ellipse& b) { return same(a.rect, b.rect); },
                 [](const Arc& a, const Arc& b) {
                     return same(a.rect, b.rect) && a.fraction == b.fraction && a.width == b.width;
                 },
                 [](const Path& a, const Path& b) {
                     return a.closed == b.closed && a.curved == b.curved && a.arrow == b.arrow &&
                            std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                                       [](QPointF p, QPointF q) { return same(p, q); });
                 },
                 [](const Text& a, const Text& b) {
                     return same(a.rect, b.rect) && a.text == b.text && a.font == b.font &&
                            a.align == b.align;
                 },
                 [](const Icon& a, const Icon& b) { return same(a.rect, b.rect) && a.symbol == b.symbol; },
                 [](const auto&, const auto&) { return false; }},
        first, second);
}

/// Whether two items of one id look the same.
bool same(const Item& a, const Item& b)
{
    return a.opacity == b.opacity && a.fill.color == b.fill.color && a.fill.texture == b.fill.texture &&
           a.fill.under == b.fill.under && a.stroke.color == b.stroke.color &&
           a.stroke.width == b.stroke.width && a.stroke.dashed == b.stroke.dashed && same(a.shape, b.shape);
}

/// Pairs off equal items that come in the same order in both lists; tells the others.
template <typename Tell>
void forDifferent(const DisplayList& from, const DisplayList& to, const Tell& tell)
{
    QHash<QStringView, std::size_t> places; // made when the lists come out of step
    const auto placeOf = [&](const ElementId& id) {
        if (places.isEmpty())
            for (std::size_t i = 0; i < from.items.size(); ++i)
                places.insert(from.items[i].id, i);
        return places.value(id, from.items.size());
    };
    std::size_t next = 0; // the first item of `from` that isn't paired or told
    for (const Item& item : to.items) {
        const bool inStep = next < from.items.size() && from.items[next].id == item.id;
        const std::size_t place = inStep ? next : placeOf(item.id);
        if (place < next || place == from.items.size()) {
            tell(item);
            continue;
        }
        for (; next < place; ++next)
            tell(from.items[next]);
        ++next;
        if (!same(from.items[place], item)) {
            tell(from.items[place]);
            tell(item);
        }
    }
    for (; next < from.items.size(); ++next)
        tell(from.items[next]);
}

std::int64_t area(const QRect& rect)
{
    return std::int64_t{rect.width()} * rect.height();
}

/// How many pixels more than in the two is in the rectangle around both.
std::int64_t growth(const QRect& a, const QRect& b)
{
    return area(a.united(b)) - area(a) - area(b);
}

void add(std::vector<QRect>& parts, QRect part)
{
    for (;;) {
        const auto best = std::min_element(parts.begin(), parts.end(), [&](const QRect& a, const QRect& b) {
            return growth(a, part) < growth(b, part);
        });
        if (best == parts.end() || (parts.size() < mostParts && growth(*best, part) > waste))
            break;
        part = part.united(*best);
        parts.erase(best);
    }
    parts.push_back(part);
}

} // namespace

std::vector<QRectF> differences(const DisplayList& from, const DisplayList& to)
{
    std::vector<QRectF> result;
    forDifferent(from, to, [&](const Item& item) { result.push_back(paintedBounds(item)); });
    return result;
}

Canvas::Canvas(QSize pixels, const QRectF& target, const QColor& around)
    : m_image(pixels, QImage::Format_RGB32), m_target(target), m_around(around)
{
}

std::vector<QRect> Canvas::show(DisplayList list)
{
    const bool anew = !m_shown || !same(QRectF({}, m_shown->size), QRectF({}, list.size)) ||
                      m_shown->background != list.background;
    std::vector<QRect> parts;
    if (!anew) {
        const QTransform toDevice = stageToTarget(list.size, m_target);
        for (const QRectF& rect : differences(*m_shown, list)) {
            const QRect part = toDevice.mapRect(rect).adjusted(-air, -air, air, air).toAlignedRect();
            if (part.intersects(m_image.rect()))
                add(parts, part.intersected(m_image.rect()));
        }
    }
    m_shown = std::move(list);
    std::int64_t sum = 0;
    for (const QRect& part : parts)
        sum += area(part);
    if (anew || static_cast<double>(sum) > nearlyAll * static_cast<double>(area(m_image.rect())))
        parts = {m_image.rect()};
    if (!parts.empty())
        m_patched = parts.front() != m_image.rect();
    for (const QRect& part : parts)
        paint(part);
    return parts;
}

std::vector<QRect> Canvas::settle()
{
    if (!m_shown || !m_patched)
        return {};
    m_patched = false;
    paint(m_image.rect());
    return {m_image.rect()};
}

void Canvas::paint(const QRect& part)
{
    QPainter painter(&m_image);
    painter.setClipRect(part);
    painter.fillRect(part, m_around);
    replay(*m_shown, painter, m_target, part);
}

} // namespace il::scene
