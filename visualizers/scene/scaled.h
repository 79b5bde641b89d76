// Items laid out in a room of their own, brought into a smaller one.
#pragma once

#include "scene/parts.h"

namespace il::scene {

/// All of an item grows or shrinks by `factor` about the origin, texts and lines too, and moves by `offset`.
void scaleAndMove(Items& items, double factor, QPointF offset);

} // namespace il::scene
