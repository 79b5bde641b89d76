// DisplayList to QPainter: the only place that turns items into pixels (or SVG, PDF).
#pragma once

#include "scene/display_list.h"

#include <QImage>

class QPainter;

namespace il::scene {

/// Draws the list into `target`, scaled uniformly and centred; the background fills all of `target`.
void replay(const DisplayList& list, QPainter& painter, const QRectF& target);
QImage toImage(const DisplayList& list, QSize pixels);

} // namespace il::scene
