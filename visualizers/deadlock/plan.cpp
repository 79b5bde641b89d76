#include "deadlock/plan.h"

#include "scene/parts.h"

#include <algorithm>
#include <cmath>

namespace il::deadlock {

using namespace scene;
using trace::ObjectId;
using trace::ThreadId;

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double leastDisc = 42, mostDisc = 76;
constexpr double boxShare = 0.84; ///< a box's side, compared with a disc's diameter
constexpr double nameHeight = 22;
constexpr double stripHeight = 40;

QRectF around(QPointF centre, double width, double height)
{
    return {centre.x() - width / 2, centre.y() - height / 2, width, height};
}

/// Wide enough for the label, a disc if possible.
double threadWidth(const QString& label, double disc, double most)
{
    const Font font{FontFamily::Sans, std::clamp(std::round(disc * 0.36), minTextPx, 24.0), 600};
    return std::clamp(textWidth(label, font) + disc * 0.36, disc, std::max(disc, most));
}

// --- Ring

/// A superellipse |x/a|^e + |y/b|^e = 1: an ellipse for e = 2, nearly a rectangle for large ones.
struct Curve {
    QPointF centre;
    double a = 1, b = 1, e = 2;

    /// In the direction that lies `turn` full turns with the clock from the top.
    QPointF at(double turn) const
    {
        const double x = std::sin(turn * 2 * pi), y = -std::cos(turn * 2 * pi);
        const double size = std::pow(std::pow(std::abs(x / a), e) + std::pow(std::abs(y / b), e), 1 / e);
        return centre + QPointF(x, y) / size;
    }
};

constexpr int samples = 1440;

double length(const Curve& curve)
{
    double sum = 0;
    QPointF before = curve.at(0);
    for (int i = 1; i <= samples; ++i) {
        const QPointF now = curve.at(double(i) / samples);
        sum += std::hypot(now.x() - before.x(), now.y() - before.y());
        before = now;
    }
    return sum;
}

/// `count` points at equal distances along the curve, from the top with the clock.
std::vector<QPointF> spread(const Curve& curve, std::size_t count)
{
    const double step = length(curve) / static_cast<double>(count);
    std::vector<QPointF> points{curve.at(0)};
    double sum = 0;
    QPointF before = points.front();
    for (int i = 1; i <= samples && points.size() < count; ++i) {
        const QPointF now = curve.at(double(i) / samples);
        const double part = std::hypot(now.x() - before.x(), now.y() - before.y());
        if (const double wanted = step * static_cast<double>(points.size()) - sum; part >= wanted)
            points.push_back(before + (now - before) * (wanted / part));
        sum += part;
        before = now;
    }
    return points;
}

struct RingFit {
    Curve curve;
    double disc = mostDisc;
};

/// As in the look: half as wide again as high; wider, then squarer, when many nodes need room.
RingFit fitRing(const QRectF& area, std::size_t nodes)
{
    RingFit fit;
    const double goodPitch = 116, tightPitch = 84;
    for (int round = 0; round < 3; ++round) {
        fit.curve.centre = area.center();
        fit.curve.b = (area.height() - fit.disc) / 2;
        const double widest = (area.width() - fit.disc) / 2;
        fit.curve.e = 2;
        fit.curve.a = std::min(widest, fit.curve.b * 1.5);
        const auto pitch = [&] { return length(fit.curve) / static_cast<double>(nodes); };
        while (pitch() < goodPitch && fit.curve.a < widest)
            fit.curve.a = std::min(widest, fit.curve.a + 12);
        while (pitch() < tightPitch && fit.curve.e < 6)
            fit.curve.e += 0.5;
        fit.disc = std::clamp(pitch() * 0.58, leastDisc, mostDisc);
    }
    return fit;
}

void placeRing(Plan& plan, const RingOrder& order, const Names& names, bool threadsOnly)
{
    const QRectF area = plan.graph.adjusted(0, nameHeight, 0, -nameHeight);
    const std::size_t count = order.threads.size() * 2;
    const RingFit fit = fitRing(area, count);
    const std::vector<QPointF> points = spread(fit.curve, count);
    const double box = std::round(fit.disc * boxShare);
    const double pitch = length(fit.curve) / static_cast<double>(count);
    for (std::size_t i = 0; i < order.threads.size(); ++i) {
        const ThreadId thread = order.threads[i];
        const double width = threadWidth(names.of(thread), fit.disc, 2 * (pitch - 20) - box);
        plan.threads[thread] = around(points[2 * i], width, fit.disc);
        plan.objects[order.objects[i]] = around(points[2 * i + 1], box, box);
    }
    const double inner = std::max(160.0, 2 * (fit.curve.a - fit.disc) - 60);
    plan.verdict = around(area.center(), std::min(420.0, inner), std::min(150.0, fit.curve.b));
    std::vector<QRectF> taken{plan.verdict};
    for (const auto& [thread, rect] : plan.threads)
        taken.push_back(rect);
    std::vector<std::pair<QPointF, QPointF>> lines;
    for (std::size_t i = 0; i < count; ++i)
        lines.emplace_back(points[i], points[(i + 1) % count]);
    std::vector<NameTask> tasks;
    for (const ObjectId object : order.objects) {
        const QRectF rect =
            threadsOnly ? around(plan.objects[object].center(), 14, 14) : plan.objects[object];
        taken.push_back(rect);
        tasks.push_back({object, rect, names.ofObject(object)});
    }
    plan.names = placeNames(tasks, plan.graph, area.center(), std::move(taken), lines);
}

// --- Rows

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

// --- Threads only, no ring

void placeCircle(Plan& plan, const Cast& cast, const Names& names)
{
    plan.verdict = {plan.graph.left(), plan.graph.top(), plan.graph.width(), stripHeight};
    const QRectF area = plan.graph.adjusted(0, stripHeight + 10, 0, 0);
    const RingFit fit = fitRing(area, std::max<std::size_t>(cast.threads.size(), 2));
    std::vector<QPointF> points = spread(fit.curve, cast.threads.size());
    if (points.size() == 1)
        points.front() = area.center();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double width = threadWidth(names.of(cast.threads[i]), fit.disc, 2 * fit.disc);
        QRectF rect = around(points[i], width, fit.disc);
        rect.moveLeft(std::clamp(rect.left(), area.left(), area.right() - width));
        plan.threads[cast.threads[i]] = rect;
    }
}

} // namespace

Plan planFor(const QRectF& area, const trace::Trace& trace, const Cast& cast, const Names& names,
             bool threadsOnly)
{
    Plan plan;
    const double cardWidth = std::clamp(area.width() * 0.35, 372.0, 480.0);
    plan.card = {area.right() - cardWidth, area.top(), cardWidth, area.height()};
    plan.graph = {area.left(), area.top(), area.width() - cardWidth - gap, area.height()};
    const RingOrder order = ringOrder(trace, cast);
    plan.shape = !order.threads.empty() ? Shape::Ring : threadsOnly ? Shape::Circle : Shape::Rows;
    if (plan.shape == Shape::Ring)
        placeRing(plan, order, names, threadsOnly);
    else if (plan.shape == Shape::Circle)
        placeCircle(plan, cast, names);
    else
        placeRows(plan, cast, names);
    if (cast.hiddenThreads + cast.hiddenObjects > 0) { // the strip's right end
        constexpr double width = 150;
        plan.more = {plan.verdict.right() - width, plan.verdict.top(), width, plan.verdict.height()};
        plan.verdict.setRight(plan.more.left() - 12);
    }
    return plan;
}

} // namespace il::deadlock
