// Colours, fills and lines of DrawingML.
#pragma once

#include "exporting/pptx_place.h"
#include "exporting/xml.h"
#include "scene/display_list.h"

namespace il::exporting {

/// What the paint of an item depends on besides the item.
struct Paper {
    const Place& place;
    QColor background; ///< shows between the lines of a pattern that has nothing under it
};

/// `<a:solidFill>`; `<a:noFill>` without a colour.
void writeSolid(QXmlStreamWriter& xml, const QColor& color, double opacity);
/// The item's fill. Of a fill that is only a line through the middle, what lies under the line.
void writeFill(QXmlStreamWriter& xml, const scene::Item& item, const Paper& paper);
/// The item's outline.
void writeLine(QXmlStreamWriter& xml, const scene::Item& item, const Paper& paper);
/// A line of that width without dashes, its ends cut off straight or dotted with round dots.
enum class LineKind : std::uint8_t { Plain, Dots };
void writeLine(QXmlStreamWriter& xml, const QColor& color, double opacity, qint64 width, LineKind kind);

/// True when the texture is one line through the shape's middle.
bool isMiddleLine(const scene::Fill& fill);

} // namespace il::exporting
