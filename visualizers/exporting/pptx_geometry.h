// Outlines of DrawingML: ready-made ones where there are, else paths.
#pragma once

#include "exporting/xml.h"

#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

namespace il::exporting {

/// `<a:xfrm>`: where a shape lies, in EMU. Flipped: a line that rises instead of falling.
void writeFrame(QXmlStreamWriter& xml, const QRectF& emu, bool flipped = false);
/// `<a:prstGeom>` with its adjustments ("adj", "50000").
void writePreset(QXmlStreamWriter& xml, const char* preset, Attributes adjustments = {});

/// What a path is for; filled with an odd-even rule.
enum class PathUse : std::uint8_t { Line, Area, LineAndArea };
struct PathPart {
    QPainterPath path;
    PathUse use = PathUse::LineAndArea;
};
/// `<a:custGeom>` of paths in the coordinates of `frame`, which the shape fills.
void writePaths(QXmlStreamWriter& xml, const std::vector<PathPart>& parts, const QRectF& frame);

} // namespace il::exporting
