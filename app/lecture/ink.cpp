#include "ink.h"

namespace il::app {

QColor inkColour(InkColour colour, const scene::Theme& theme)
{
    switch (colour) {
    case InkColour::Accent:
        return theme.mark(theme.accent);
    case InkColour::Bad:
        return theme.mark(theme.bad);
    case InkColour::Good:
        return theme.mark(theme.good);
    }
    return theme.ink;
}

QPainterPath smoothPath(const InkStroke& stroke, const QRectF& picture)
{
    const auto place = [&picture](QPointF part) {
        return picture.topLeft() + QPointF(part.x() * picture.width(), part.y() * picture.height());
    };
    if (stroke.points.empty())
        return {};
    QPainterPath path(place(stroke.points.front()));
    // From middle to middle, with the points themselves as what the curve bends to.
    for (std::size_t i = 1; i + 1 < stroke.points.size(); ++i) {
        const QPointF here = place(stroke.points[i]);
        path.quadTo(here, (here + place(stroke.points[i + 1])) / 2);
    }
    path.lineTo(place(stroke.points.back()) + QPointF(stroke.points.size() == 1 ? 0.01 : 0, 0));
    return path;
}

} // namespace il::app
