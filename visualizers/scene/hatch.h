// Hatch textures: tiles that lie on device pixels on screens and in PNGs, real lines in SVG and PDF.
#pragma once

#include "scene/display_list.h"

class QPainter;
class QPainterPath;

namespace il::scene {

/// Fills `shape` with Fill::texture Hatch or CrossHatch. The pattern is anchored to the device, so that it
/// doesn't crawl when a lane grows.
void fillHatched(QPainter& painter, const QPainterPath& shape, const Fill& fill);

} // namespace il::scene
