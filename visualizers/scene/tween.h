// The one animation: between the pictures of two neighbouring steps, matched by ElementId.
#pragma once

#include "scene/display_list.h"

namespace il::scene {

/// The picture at `progress` 0..1 from `from` to `to`: common items move and recolour, new ones fade in,
/// old ones fade out. 0 gives `from`'s items, 1 exactly `to`. Easing is the caller's.
DisplayList tween(const DisplayList& from, const DisplayList& to, double progress);

} // namespace il::scene
