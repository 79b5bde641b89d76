// Arrows between the cards below and the variables above: in right angles, without crossing each other.
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace il::mutex {

/// One arrow to be, from the top edge of `card` to the lower edge of `thing`.
struct Link {
    QRectF card, thing;
};

/// A way for each link, from the card up to the thing, with all bends within `strip`. Links to the same thing
/// end side by side in the order of their cards. Cards of a lower row are left through the gap on their
/// right, `gap` wide.
std::vector<std::vector<QPointF>> route(const std::vector<Link>& links, const QRectF& strip, double gap);

} // namespace il::mutex
