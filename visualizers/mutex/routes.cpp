#include "mutex/routes.h"

#include <algorithm>
#include <cmath>

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

/// A thing of an upper row is reached through the gap on its right.
bool inUpperRow(const Link& link, const QRectF& strip)
{
    return link.thing.bottom() < strip.top() - 1;
}

/// Where the way enters the strip from below.
double entry(const Link& link, const QRectF& strip, double gap)
{
    return inFirstRow(link, strip) ? link.card.center().x() : link.card.right() + gap / 2;
}

/// Where the links to one thing end on its lower edge: straight above their entries as far as there is room,
/// in the order of the entries, `apart` from each other.
void placeAnchors(const std::vector<Link>& links, std::vector<std::size_t> group,
                  const std::vector<double>& entries, std::vector<double>& anchors)
{
    const QRectF inner = links[group.front()].thing.adjusted(24, 0, -24, 0);
    std::stable_sort(group.begin(), group.end(),
                     [&](std::size_t a, std::size_t b) { return entries[a] < entries[b]; });
    const double apart = std::min(56.0, inner.width() / static_cast<double>(group.size()));
    double least = inner.left();
    for (const std::size_t i : group) {
        anchors[i] = std::clamp(entries[i], least, std::max(least, inner.right()));
        least = anchors[i] + apart;
    }
    double most = inner.right();
    for (auto i = group.rbegin(); i != group.rend(); ++i) {
        anchors[*i] = std::min(anchors[*i], most);
        most = anchors[*i] - apart;
    }
}

/// Side by side in the gap on the thing's right.
void placeInGap(const std::vector<Link>& links, const std::vector<std::size_t>& group, double gap,
                std::vector<double>& anchors)
{
    const double apart = gap / static_cast<double>(group.size() + 1);
    double x = links[group.front()].thing.right();
    for (const std::size_t i : group)
        anchors[i] = x += apart;
}

std::vector<double> anchorsOf(const std::vector<Link>& links, const std::vector<double>& entries,
                              const QRectF& strip, double gap)
{
    std::vector<double> anchors(links.size());
    std::vector<bool> placed(links.size(), false);
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (placed[i])
            continue;
        std::vector<std::size_t> group;
        for (std::size_t j = i; j < links.size(); ++j)
            if (sameThing(links[i], links[j])) {
                group.push_back(j);
                placed[j] = true;
            }
        if (inUpperRow(links[i], strip))
            placeInGap(links, group, gap, anchors);
        else
            placeAnchors(links, group, entries, anchors);
    }
    return anchors;
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

std::vector<std::vector<QPointF>> route(const std::vector<Link>& links, const QRectF& strip, Gaps gaps)
{
    std::vector<double> entries;
    for (const Link& link : links)
        entries.push_back(entry(link, strip, gaps.cards));
    const std::vector<double> anchors = anchorsOf(links, entries, strip, gaps.things);

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
        if (inUpperRow(link, strip)) {
            const double y =
                link.thing.center().y() + (anchors[i] - link.thing.right() - gaps.things / 2) * 2;
            way.push_back({anchors[i], y});
            way.push_back({link.thing.right(), y});
        } else {
            way.push_back({anchors[i], link.thing.bottom()});
        }
        routes.push_back(std::move(way));
    }
    return routes;
}

} // namespace il::mutex
