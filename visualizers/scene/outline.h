// Where exactly shapes and letters lie: for everything that draws a DisplayList, or writes one as a file.
#pragma once

#include "scene/display_list.h"

#include <QPainterPath>
#include <QPolygonF>

#include <optional>

namespace il::scene {

// Textures, in stage pixels.
inline constexpr double thinLineWidth = 2.5;
inline constexpr double dotSize = 5;
inline constexpr double hatchPitch = 12; ///< horizontal distance of the lines, one of which goes through 0, 0
inline constexpr double hatchWidth = 1.8;

/// The middles of the whole dots that Texture::Dots has in a shape: they keep their places when it grows.
std::vector<double> dotsIn(const QRectF& rect);

/// Through all points, of which there are two or more; curved ones as a Catmull-Rom spline in Bezier form.
/// Without the arrow's head.
QPainterPath outline(const Path& path);

/// The head of an arrow, tip first; the path's end moves back to its base. Nothing for other paths.
std::optional<QPolygonF> takeArrowHead(Path& path, const Stroke& stroke);

/// Where the first letter's baseline begins.
QPointF textOrigin(const Text& text);

} // namespace il::scene
