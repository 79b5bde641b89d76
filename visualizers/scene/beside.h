// Pictures as parts of a larger one.
#pragma once

#include "scene/display_list.h"

namespace il::scene {

/// Adds `part` to `whole` with its top left corner at `at`, its background included (as "PREFIXground").
/// Everything in it is called PREFIX and its own name: "left/" makes "left/thread/2/chip", so that two
/// pictures of the same things keep apart and the tween still knows each. `scale` also scales type and lines.
void addPart(DisplayList& whole, const DisplayList& part, QPointF at, const QString& prefix,
             double scale = 1);

} // namespace il::scene
