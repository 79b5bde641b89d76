// The items of a DisplayList as shapes of a slide.
#pragma once

#include "exporting/pptx_place.h"
#include "exporting/xml.h"
#include "scene/display_list.h"

namespace il::exporting {

/// Writes all items in their order, back to front, with numbers from `firstId` on.
void writeShapes(QXmlStreamWriter& xml, const scene::DisplayList& list, const Place& place, int firstId);

} // namespace il::exporting
