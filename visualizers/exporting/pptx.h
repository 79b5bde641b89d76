// Slides of native shapes, for PowerPoint, Keynote and LibreOffice Impress.
#pragma once

#include "exporting/error.h"
#include "exporting/format.h"

#include <QByteArray>

namespace il::exporting {

inline constexpr qint64 maxPptxBytes = 512'000'000; ///< of all parts, before compression

/// The slides as a .pptx file's bytes: equal slides and sheets give equal bytes. Every item is a shape that
/// can be edited, named "!!" and its id: PowerPoint's Morph transition, set on every slide, moves shapes of
/// one name from slide to slide (other programs fade). Slide::notes are the speaker notes; Slide::title is
/// the slide's title for outlines and screen readers, outside of what is shown.
///
/// All slides have the first one's proportions; others are centred. The sheet's pixels don't matter; a
/// transparent background is the master's, which can be changed for all slides at once.
Result<QByteArray> encodePptx(const std::vector<Slide>& slides, const Sheet& sheet);

} // namespace il::exporting
