// The geometry of paths and texts, for replay and for the exports that draw by other means.
#pragma once

#include "scene/display_list.h"

#include <QPainterPath>
#include <QPolygonF>

namespace il::scene {

/// The line through all points; curved ones as a Catmull-Rom spline in Bezier form. Needs a point at least.
QPainterPath outline(const Path& shape);

/// The triangle at the end of an arrow, and `shape` cut back to that triangle's base. Empty, and `shape` as
/// it was, without an arrow or when the last two points are one.
QPolygonF takeArrowHead(Path& shape, double strokeWidth);

/// Where the first letter's baseline begins.
QPointF textOrigin(const Text& shape);

} // namespace il::scene
