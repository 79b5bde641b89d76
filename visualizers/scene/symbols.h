// The few symbols, as vector shapes: they look the same on every machine and at every size.
#pragma once

#include "scene/display_list.h"

#include <QPainterPath>

namespace il::scene {

/// The symbol's filled outline in a square of 24 x 24.
const QPainterPath& symbolPath(Symbol symbol);

} // namespace il::scene
