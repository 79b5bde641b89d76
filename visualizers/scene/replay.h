// DisplayList to QPainter: the only place that turns items into pixels (or SVG, PDF).
#pragma once

#include "scene/display_list.h"

#include <QImage>

class QPainter;
class QTransform;

namespace il::scene {

/// Draws the list into `target`, scaled uniformly and centred; the background fills all of `target`.
void replay(const DisplayList& list, QPainter& painter, const QRectF& target);
/// The same, but items that leave no paint in `only` (device pixels) are skipped. The painter is
/// untransformed and clipped to `only` by the caller; the pixels there are then those of the whole.
void replay(const DisplayList& list, QPainter& painter, const QRectF& target, const QRect& only);
/// From stage pixels to where replay draws.
QTransform stageToTarget(const QSizeF& stage, const QRectF& target);
/// A rectangle (stage pixels) outside of which drawing the item leaves no paint, antialiasing aside.
QRectF paintedBounds(const Item& item);
QImage toImage(const DisplayList& list, QSize pixels);

} // namespace il::scene
