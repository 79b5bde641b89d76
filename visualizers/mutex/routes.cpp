#include "mutex/routes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace il::mutex {

namespace {

bool sameThing(const Link& a, const Link& b)
{
    return a.thing == b.thing;
}

bool inFirstRow(const Link& link, const QRectF& strip)
{
    return link.card.top() < strip.bottom() + 1;
}

/// Where the way enters the strip from below.
double entry(const Link& link, const QRectF& strip, double gap)
{
    return inFirstRow(link, strip) ? link.card.center().x() : link.card.right() + gap / 2;
}

/// Where link `index` ends on its thing's lower edge.
double anchor(const std::vector<Link>& links, std::size_t index, const std::vector<double>& entries)
{
    const Link& link = links[index];
    const double x = entries[index];
    int before = 0, all = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (!sameThing(links[i], link))
            continue;
        ++all;
        before += entries[i] < x || (entries[i] == x && i < index);
    }
    const QRectF inner = link.thing.adjusted(24, 0, -24, 0);
    if (all == 1 && x >= inner.left() && x <= inner.right())
        return x;
    return inner.left() + inner.width() * (before + 1) / (all + 1);
}

/// 0 is the lowest. Further out on the same side is higher, so that no way crosses one that starts further
/// in.
int level(const std::vector<double>& entries, const std::vector<double>& anchors, std::size_t index)
{
    const bool toRight = entries[index] < anchors[index];
    int inside = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool sameSide = (entries[i] < anchors[i]) == toRight && i != index;
        inside += sameSide && (toRight ? entries[i] > entries[index] : entries[i] < entries[index]);
    }
    return inside;
}

} // namespace

std::vector<std::vector<QPointF>> route(const std::vector<Link>& links, const QRectF& strip, double gap)
{
    std::vector<double> entries, anchors;
    for (const Link& link : links)
        entries.push_back(entry(link, strip, gap));
    for (std::size_t i = 0; i < links.size(); ++i)
        anchors.push_back(anchor(links, i, entries));

    constexpr double head = 20; // straight run for the arrow head at either end
    int highest = 1;
    for (std::size_t i = 0; i < links.size(); ++i)
        highest = std::max(highest, level(entries, anchors, i));
    const double step = std::min(12.0, (strip.height() - 2 * head) / highest);

    std::vector<std::vector<QPointF>> routes;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const Link& link = links[i];
        std::vector<QPointF> way;
        if (inFirstRow(link, strip)) {
            way.push_back({entries[i], link.card.top()});
        } else {
            way.push_back({link.card.right(), link.card.center().y()});
            way.push_back({entries[i], link.card.center().y()});
        }
        if (std::abs(entries[i] - anchors[i]) > 0.5) {
            const double y = strip.bottom() - head - step * level(entries, anchors, i);
            way.push_back({entries[i], y});
            way.push_back({anchors[i], y});
        }
        way.push_back({anchors[i], link.thing.bottom()});
        routes.push_back(std::move(way));
    }
    return routes;
}

} // namespace il::mutex
