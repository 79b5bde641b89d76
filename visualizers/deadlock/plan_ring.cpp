#include "deadlock/plan_parts.h"

#include "scene/parts.h"

#include <algorithm>
#include <cmath>

namespace il::deadlock {

using namespace scene;
using trace::ObjectId;
using trace::ThreadId;

namespace {

constexpr double pi = 3.14159265358979323846;

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

double distance(QPointF from, QPointF to)
{
    return std::hypot(to.x() - from.x(), to.y() - from.y());
}

/// To a hundred-thousandth. The fit asks for it dozens of times, and a quarter of the curve is like the
/// others.
double length(const Curve& curve)
{
    constexpr int parts = 90;
    double sum = 0;
    QPointF before = curve.at(0);
    for (int i = 1; i <= parts; ++i) {
        const QPointF now = curve.at(0.25 * i / parts);
        sum += distance(before, now);
        before = now;
    }
    return 4 * sum;
}

/// `count` points at equal distances along the curve, from the top with the clock.
std::vector<QPointF> spread(const Curve& curve, std::size_t count)
{
    constexpr int parts = 1440;
    const double step = length(curve) / static_cast<double>(count);
    std::vector<QPointF> points{curve.at(0)};
    double sum = 0;
    QPointF before = points.front();
    for (int i = 1; i <= parts && points.size() < count; ++i) {
        const QPointF now = curve.at(double(i) / parts);
        const double part = distance(before, now);
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

} // namespace

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
    const double gap = pitch - (fit.disc + box) / 2;
    plan.edgeWidth = std::clamp(gap * 0.12, 2.2, 4.0);
    plan.edgeAir = std::clamp(gap * 0.14, 1.5, 5.0);
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

} // namespace il::deadlock
