// The layouts that a plan is made of. Each fills in the plan's threads, objects, names and verdict; `graph`
// is given.
#pragma once

#include "deadlock/plan.h"

namespace il::deadlock {

inline constexpr double leastDisc = 42, mostDisc = 76; ///< a thread's diameter
inline constexpr double boxShare = 0.84;               ///< a box's side, compared with a disc's diameter
inline constexpr double nameHeight = 22;
inline constexpr double stripHeight = 40; ///< of the verdict above rows

QRectF around(QPointF centre, double width, double height);
/// Wide enough for the label, a disc if possible.
double threadWidth(const QString& label, double disc, double most);

void placeRing(Plan& plan, const RingOrder& order, const Names& names, bool threadsOnly);
void placeRows(Plan& plan, const Cast& cast, const Names& names);
/// Threads only, where they are no ring.
void placeCircle(Plan& plan, const Cast& cast, const Names& names);

} // namespace il::deadlock
