// What a lecturer draws over the stage.
#pragma once

#include "scene/theme.h"

#include <QPainterPath>
#include <QPointF>

#include <cstdint>
#include <vector>

namespace il::app {

enum class InkColour : std::uint8_t { Accent, Bad, Good };
/// The theme's colour of that name, as a line that can be told from everything on its stage.
QColor inkColour(InkColour colour, const scene::Theme& theme);

struct InkStroke {
    InkColour colour = InkColour::Accent;
    std::vector<QPointF> points; ///< parts of the picture's width and height, 0..1
};

/// A smooth line through a mouse's jagged one, in the picture's place. One point gives a dot.
QPainterPath smoothPath(const InkStroke& stroke, const QRectF& picture);

} // namespace il::app
