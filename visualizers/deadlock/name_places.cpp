#include "deadlock/plan.h"

#include "scene/parts.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace il::deadlock {

using namespace scene;

namespace {

using Line = std::pair<QPointF, QPointF>;

constexpr double air = 3;        ///< around a name, at least
constexpr double sideGap = 8;    ///< from its box, when it stands beside it
constexpr double lineGap = 2;    ///< likewise above and below, where its line has some air of its own
constexpr double leastRoom = 44; ///< for the start of a name

bool crosses(const QRectF& rect, const Line& line)
{
    if (rect.contains(line.first) || rect.contains(line.second))
        return true;
    const QLineF way(line.first, line.second);
    const QPointF corners[]{rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()};
    for (int i = 0; i < 4; ++i)
        if (way.intersects(QLineF(corners[i], corners[(i + 1) % 4]), nullptr) == QLineF::BoundedIntersection)
            return true;
    return false;
}

/// Beside the box in the direction of (dx, dy), each -1, 0 or 1.
QRectF beside(const QRectF& box, const QSizeF& size, double dx, double dy)
{
    const double x = box.center().x() + dx * (box.width() / 2 + size.width() / 2 + sideGap);
    const double y = box.center().y() + dy * (box.height() / 2 + size.height() / 2 + lineGap);
    return {x - size.width() / 2, y - size.height() / 2, size.width(), size.height()};
}

struct Place {
    double dx, dy;
};

/// Away from the ring's middle first; above and below before the sides for boxes above and below it.
/// `outward` is measured in widths and heights of the ring: in a wide one most boxes lie above and below.
std::vector<Place> places(QPointF outward)
{
    const double sx = outward.x() < 0 ? -1 : 1, sy = outward.y() < 0 ? -1 : 1;
    const std::vector<Place> across{{sx, 0}, {sx, sy}, {0, sy}, {0, -sy}, {sx, -sy}, {-sx, 0}};
    const std::vector<Place> along{{0, sy}, {sx, sy}, {0, -sy}, {sx, 0}, {-sx, 0}, {-sx, sy}};
    return std::abs(outward.x()) > std::abs(outward.y()) ? across : along;
}

} // namespace

std::map<trace::ObjectId, QRectF> placeNames(const std::vector<NameTask>& tasks, const QRectF& area,
                                             QPointF centre, std::vector<QRectF> taken,
                                             const std::vector<Line>& lines)
{
    const auto free = [&](const QRectF& rect) {
        const QRectF with = rect.adjusted(-air, 0, air, 0);
        return area.contains(rect) &&
               std::none_of(taken.begin(), taken.end(),
                            [&](const QRectF& t) { return t.intersects(with); }) &&
               std::none_of(lines.begin(), lines.end(), [&](const Line& l) { return crosses(with, l); });
    };
    const auto outward = [&](const QRectF& box) {
        const QPointF way = box.center() - centre;
        return QPointF(way.x() / area.width(), way.y() / area.height());
    };
    std::map<trace::ObjectId, QRectF> placed;
    for (const NameTask& task : tasks) {
        const double full = std::ceil(textWidth(task.text, type::small)) + 1;
        for (const double width : {full, std::max(leastRoom, full * 0.75), leastRoom}) {
            const QSizeF size(std::min(full, width), lineHeight(type::small));
            for (const Place& place : places(outward(task.box))) {
                const QRectF rect = beside(task.box, size, place.dx, place.dy);
                if (placed.count(task.object) == 0 && free(rect))
                    placed[task.object] = rect;
            }
        }
        if (const auto at = placed.find(task.object); at != placed.end())
            taken.push_back(at->second);
    }
    return placed;
}

} // namespace il::deadlock
