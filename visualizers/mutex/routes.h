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

/// Widths of the gaps between two cards, and between two things, of a row.
struct Gaps {
    double cards = 0, things = 0;
};

/// A way for each link, from the card up to the thing, with all bends within `strip`. Links to the same thing
/// end side by side in the order of their cards. Cards of a lower row are left, and things of an upper row
/// reached, through the gap on their right.
std::vector<std::vector<QPointF>> route(const std::vector<Link>& links, const QRectF& strip, Gaps gaps);

} // namespace il::mutex
