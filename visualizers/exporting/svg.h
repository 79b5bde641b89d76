// Pictures as SVG files: texts stay texts, and every item keeps its name.
#pragma once

#include "exporting/error.h"
#include "exporting/format.h"

#include <QByteArray>

namespace il::exporting {

/// The picture as SVG 1.1, in stage pixels, shown `pixels` wide and high. Elements are in the list's order;
/// an item is one element, or a group of some, with the item's id, its role as class and what it says as
/// aria-label. The document's title is the sheet's, its description the slide's title. Equal slides and
/// sheets give equal bytes; it is well-formed XML with unique ids whatever the texts are.
Result<QByteArray> svg(const Slide& slide, const Sheet& sheet);
/// The first slide.
Result<QByteArray> encodeSvg(const std::vector<Slide>& slides, const Sheet& sheet);

} // namespace il::exporting
