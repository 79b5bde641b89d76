// The rules of the look as checks on a DisplayList. Used by the frame's tests and by
// every panel's.
#pragma once

#include "scene/display_list.h"

#include <QStringList>

namespace il::tests {

/// What is wrong with the picture, one line per violation; empty when it is fine. Checked are:
///  - ids are unique and not empty, geometry is finite, nothing but decorations lies outside the stage;
///  - texts are not empty, 17 px or more (code 20) on a screen of 1920 x 1080, fit their rects, and neither
///  overlap each other, nor cross
///    the edge of a box, nor lie below something drawn later;
///  - whatever begins in a card ends in it; boxes, chips and figures that don't contain each other don't
///  overlap
///    (an Object may sit on a Thread, as the key does);
///  - contrast with everything below is 4.5 or more for texts, 3 or more for marks (their fill or their
///  outline);
///  - everything that means something says so to a screen reader.
QStringList violations(const scene::DisplayList& list);

} // namespace il::tests
