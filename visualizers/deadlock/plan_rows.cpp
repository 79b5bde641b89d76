#include "deadlock/plan_parts.h"

#include "scene/parts.h"

#include <algorithm>
#include <cmath>

namespace il::deadlock {

using namespace scene;
using trace::ObjectId;
using trace::ThreadId;

namespace {

/// Things stand below the threads that they are bound to, so that fewer edges cross.
std::vector<ObjectId> byBarycentre(const Cast& cast)
{
    std::map<ObjectId, std::pair<double, int>> sums;
    for (const Bond& bond : cast.bonds) {
        const auto place = std::lower_bound(cast.threads.begin(), cast.threads.end(), bond.thread);
        sums[bond.object].first += static_cast<double>(place - cast.threads.begin());
        ++sums[bond.object].second;
    }
    std::vector<ObjectId> sorted = cast.objects;
    const auto mean = [&](ObjectId object) {
        const auto& [sum, count] = sums[object];
        return count == 0 ? 0 : sum / count;
    };
    std::stable_sort(sorted.begin(), sorted.end(), [&](ObjectId a, ObjectId b) { return mean(a) < mean(b); });
    return sorted;
}

/// Middles of `count` cells of one row, at most 150 apart.
std::vector<double> columns(const QRectF& row, std::size_t count, double& pitch)
{
    pitch = std::min(150.0, row.width() / static_cast<double>(std::max<std::size_t>(count, 1)));
    std::vector<double> middles;
    const double left = row.center().x() - pitch * static_cast<double>(count) / 2;
    for (std::size_t i = 0; i < count; ++i)
        middles.push_back(left + pitch * (static_cast<double>(i) + 0.5));
    return middles;
}

/// One line of names, or two in turn where they are too long for their columns.
void nameRow(Plan& plan, const std::vector<ObjectId>& objects, double pitch, const Names& names)
{
    double longest = 0;
    for (const ObjectId object : objects)
        longest = std::max(longest, textWidth(names.ofObject(object), type::small) + 2);
    const bool two = longest > pitch - 8 && objects.size() > 1;
    const double width = std::min(longest, two ? 2 * pitch - 8 : pitch - 8);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const QRectF& box = plan.objects[objects[i]];
        const double x = box.center().x();
        const double own = std::min(width, 2 * std::min(x - plan.graph.left(), plan.graph.right() - x));
        plan.names[objects[i]] = {x - own / 2, box.bottom() + 3 + (two && i % 2 == 1 ? nameHeight : 0), own,
                                  lineHeight(type::small)};
    }
}

} // namespace

void placeRows(Plan& plan, const Cast& cast, const Names& names)
{
    plan.verdict = {plan.graph.left(), plan.graph.top(), plan.graph.width(), stripHeight};
    const QRectF rows = plan.graph.adjusted(0, stripHeight + 10, 0, -2 * nameHeight - 4);
    double pitch = 0, boxPitch = 0;
    const std::vector<double> xs = columns(rows, cast.threads.size(), pitch);
    const std::vector<ObjectId> objects = byBarycentre(cast);
    const std::vector<double> boxXs = columns(rows, objects.size(), boxPitch);
    const double room = std::min({pitch, boxPitch, rows.height() / 3});
    const double disc = std::clamp(room * 0.7, 36.0, mostDisc), box = std::round(disc * boxShare);
    const double distance = std::min(rows.height() - (disc + box) / 2, 300.0);
    const double top = rows.center().y() - distance / 2 - (disc + box) / 4 + disc / 2;
    for (std::size_t i = 0; i < cast.threads.size(); ++i)
        plan.threads[cast.threads[i]] =
            around({xs[i], top}, threadWidth(names.of(cast.threads[i]), disc, pitch - 8), disc);
    for (std::size_t i = 0; i < objects.size(); ++i)
        plan.objects[objects[i]] = around({boxXs[i], top + distance}, box, box);
    nameRow(plan, objects, boxPitch, names);
}

} // namespace il::deadlock
