#include "scene/outline.h"

#include "scene/text.h"

#include <algorithm>
#include <cmath>

namespace il::scene {

std::vector<double> dotsIn(const QRectF& rect)
{
    constexpr double pitch = 11;
    std::vector<double> middles;
    const int first = static_cast<int>(std::ceil((rect.left() + dotSize / 2) / pitch));
    const int last = static_cast<int>(std::floor((rect.right() - dotSize / 2) / pitch));
    for (int k = first; k <= last; ++k)
        middles.push_back(k * pitch);
    return middles;
}

QPainterPath outline(const Path& shape)
{
    const auto& p = shape.points;
    QPainterPath path(p.front());
    for (std::size_t i = 1; i < p.size(); ++i) {
        if (!shape.curved || p.size() < 3) {
            path.lineTo(p[i]);
            continue;
        }
        const QPointF before = i >= 2 ? p[i - 2] : p[0];
        const QPointF after = i + 1 < p.size() ? p[i + 1] : p[i];
        path.cubicTo(p[i - 1] + (p[i] - before) / 6, p[i] - (after - p[i - 1]) / 6, p[i]);
    }
    if (shape.closed)
        path.closeSubpath();
    return path;
}

std::optional<QPolygonF> takeArrowHead(Path& path, const Stroke& stroke)
{
    const std::size_t n = path.points.size();
    if (!path.arrow || !stroke.color.isValid() || n < 2)
        return std::nullopt;
    const QPointF tip = path.points[n - 1];
    const QPointF back = tip - path.points[n - 2];
    const double distance = std::hypot(back.x(), back.y());
    if (distance <= 0)
        return std::nullopt;
    const QPointF along = back / distance;
    const QPointF across(-along.y(), along.x());
    const double length = std::min(10 + 3 * stroke.width, distance);
    const double half = length * 0.42;
    const QPointF base = tip - along * length;
    path.points[n - 1] = base + along;
    return QPolygonF{{tip, base + across * half, base - across * half}};
}

QPointF textOrigin(const Text& shape)
{
    const double width = textWidth(shape.text, shape.font);
    double x = shape.rect.left();
    if (shape.align & Qt::AlignRight)
        x = shape.rect.right() - width;
    else if (shape.align & Qt::AlignHCenter)
        x = shape.rect.center().x() - width / 2;
    double top = shape.rect.center().y() - lineHeight(shape.font) / 2;
    if (shape.align & Qt::AlignTop)
        top = shape.rect.top();
    else if (shape.align & Qt::AlignBottom)
        top = shape.rect.bottom() - lineHeight(shape.font);
    return {x, top + ascent(shape.font)};
}

} // namespace il::scene
