// Pictures as a PDF: vectors and texts, a page each.
#pragma once

#include "exporting/error.h"
#include "exporting/format.h"

#include <QByteArray>

namespace il::exporting {

/// One page for each slide, as wide as a slide of a presentation (13⅓ inches for 1920 stage pixels) whatever
/// the sheet's pixels are. Fonts are embedded. Equal slides and sheets give equal bytes: no dates.
Result<QByteArray> encodePdf(const std::vector<Slide>& slides, const Sheet& sheet);

} // namespace il::exporting
