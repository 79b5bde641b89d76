#include "iomux/chart.h"

#include "iomux/texts.h"
#include "scene/text.h"

#include "trace/census.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace il::iomux {

using namespace scene;
using trace::PollCost;
using trace::PollModel;
using trace::SimTime;

namespace {

/// Powers of ten that enclose the values.
struct LogRange {
    int from = 0, to = 1;

    double part(double value) const { return (std::log10(std::max(value, 1e-9)) - from) / (to - from); }
};

/// Of all that the run will measure, so that the axes stay.
struct Axes {
    LogRange sizes, costs;
};

LogRange enclosing(double least, double most)
{
    LogRange range{static_cast<int>(std::floor(std::log10(least) + 1e-9)),
                   static_cast<int>(std::ceil(std::log10(most) - 1e-9))};
    range.to = std::max(range.to, range.from + 1);
    return range;
}

Axes axesOf(const std::vector<CostCurve>& all)
{
    double leastSize = 1e12, mostSize = 1, leastCost = 1e12, mostCost = 1;
    for (const CostCurve& curve : all)
        for (const CostPoint& point : curve.points) {
            leastSize = std::min(leastSize, static_cast<double>(point.size));
            mostSize = std::max(mostSize, static_cast<double>(point.size));
            leastCost = std::min(leastCost, std::max(1.0, static_cast<double>(point.cost.ns)));
            mostCost = std::max(mostCost, static_cast<double>(point.cost.ns));
        }
    return {enclosing(leastSize, mostSize), enclosing(leastCost, mostCost)};
}

std::optional<SimTime> meanCost(const PollCost& cost, SimTime now)
{
    const auto end = std::upper_bound(cost.returned.begin(), cost.returned.end(), now);
    const auto count = end - cost.returned.begin();
    if (count == 0)
        return std::nullopt;
    return SimTime{cost.sum[static_cast<std::size_t>(count - 1)].ns / count};
}

/// The chart while it is drawn.
struct Chart {
    Picture& p;
    QRectF field;
    Axes axes;

    QPointF at(const CostPoint& point) const
    {
        return {field.left() + field.width() * axes.sizes.part(point.size),
                field.bottom() - field.height() * axes.costs.part(static_cast<double>(point.cost.ns))};
    }
};

void grid(Chart& c)
{
    const QColor line = mixed(c.p.theme().surface, c.p.theme().line, 0.8);
    for (int power = c.axes.sizes.from; power <= c.axes.sizes.to; ++power) {
        const double x = c.field.left() + c.field.width() * c.axes.sizes.part(std::pow(10.0, power));
        const QString id = QStringLiteral("iomux/chart/size/%1").arg(power);
        c.p.items.push_back(
            {id, Role::Decoration, Path{{{x, c.field.top()}, {x, c.field.bottom()}}}, {}, {line, 1.25}, {}});
        label(c.p.items, id + QStringLiteral("/label"), {x - 40, c.field.bottom() + 11, 80, 24},
              numberText(static_cast<std::uint64_t>(std::llround(std::pow(10.0, power)))), type::small,
              c.p.quiet(), Qt::AlignHCenter | Qt::AlignVCenter);
    }
    for (int power = c.axes.costs.from; power <= c.axes.costs.to; ++power) {
        const double y = c.field.bottom() - c.field.height() * c.axes.costs.part(std::pow(10.0, power));
        const QString id = QStringLiteral("iomux/chart/cost/%1").arg(power);
        c.p.items.push_back(
            {id, Role::Decoration, Path{{{c.field.left(), y}, {c.field.right(), y}}}, {}, {line, 1.25}, {}});
        label(c.p.items, id + QStringLiteral("/label"), {c.field.left() - 84, y - 12, 76, 24},
              timeText(std::llround(std::pow(10.0, power))), type::small, c.p.quiet(),
              Qt::AlignRight | Qt::AlignVCenter);
    }
}

QString curveId(const CostCurve& curve)
{
    return QStringLiteral("iomux/chart/") + modelName(curve.model);
}

void line(Chart& c, const CostCurve& curve)
{
    std::vector<QPointF> points;
    for (const CostPoint& point : curve.points)
        points.push_back(c.at(point));
    if (points.size() > 1)
        arrow(c.p.items, curveId(curve), points, c.p.theme().mark(c.p.color(curve.model)),
              modelName(curve.model), {.head = false});
}

/// The chart says what they stand for.
void dots(Chart& c, const CostCurve& curve)
{
    for (const CostPoint& point : curve.points) {
        const QPointF at = c.at(point);
        c.p.items.push_back({QStringLiteral("%1/point/%2").arg(curveId(curve)).arg(point.size),
                             Role::Decoration,
                             Ellipse{{at.x() - 6, at.y() - 6, 12, 12}},
                             {c.p.theme().mark(c.p.color(curve.model))},
                             {c.p.theme().surface, 1.5},
                             {}});
    }
}

QString accessible(const Picture& p, const QString& title, const std::vector<CostCurve>& curves)
{
    QStringList texts{title};
    for (const CostCurve& curve : curves)
        for (const CostPoint& point : curve.points)
            texts << p.words("%1, %2 descriptors: %3")
                         .arg(modelName(curve.model), numberText(point.size), timeText(point.cost.ns));
    return texts.join(QStringLiteral("; "));
}

/// Each curve's name and latest cost, right of its end; pushed apart where the ends meet.
void names(Chart& c, const std::vector<CostCurve>& curves, double right)
{
    struct Name {
        const CostCurve* curve;
        double y;
    };
    std::vector<Name> all;
    for (const CostCurve& curve : curves)
        if (!curve.points.empty())
            all.push_back({&curve, c.at(curve.points.back()).y()});
    std::sort(all.begin(), all.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    constexpr double pitch = 46;
    double lowest = c.field.bottom() - 12;
    for (std::size_t i = all.size(); i-- > 0;) {
        all[i].y = std::min(all[i].y, lowest);
        lowest = all[i].y - pitch;
    }
    double highest = c.field.top() + 8;
    for (Name& name : all) {
        name.y = std::max(name.y, highest);
        highest = name.y + pitch;
        const QString model = modelName(name.curve->model);
        const double x = c.field.right() + 14;
        label(c.p.items, QStringLiteral("iomux/chart/%1/name").arg(model), {x, name.y - 25, right - x, 27},
              model, type::code, c.p.theme().readable(c.p.color(name.curve->model)));
        label(c.p.items, QStringLiteral("iomux/chart/%1/cost").arg(model), {x, name.y + 1, right - x, 24},
              timeText(name.curve->points.back().cost.ns), type::small, c.p.quiet());
    }
}

} // namespace

std::vector<CostCurve> costCurves(const trace::Trace& trace, SimTime now)
{
    std::map<PollModel, CostCurve> curves;
    for (const PollCost& cost : trace.census().polls.costs)
        if (const std::optional<SimTime> mean = meanCost(cost, now); mean && cost.size > 0) {
            curves[cost.model].model = cost.model;
            curves[cost.model].points.push_back({cost.size, *mean});
        }
    std::vector<CostCurve> all;
    for (auto& [model, curve] : curves)
        all.push_back(std::move(curve));
    return all;
}

bool hasChart(const trace::Trace& trace)
{
    std::map<PollModel, std::pair<std::uint32_t, std::uint32_t>> sizes;
    for (const PollCost& cost : trace.census().polls.costs) {
        if (cost.size == 0)
            continue;
        auto& [least, most] = sizes.try_emplace(cost.model, cost.size, cost.size).first->second;
        least = std::min(least, cost.size);
        most = std::max(most, cost.size);
    }
    return std::count_if(sizes.begin(), sizes.end(), [](const auto& entry) {
               return entry.second.second >= 10 * entry.second.first;
           }) >= 2;
}

void drawChart(Picture& p, const QRectF& area)
{
    const QString title = p.words("Cost of one call, by number of descriptors");
    label(p.items, QStringLiteral("iomux/chart/heading"), {area.left(), area.top(), area.width(), 30}, title,
          fitted(title, type::heading, area.width(), minTextPx), p.quiet());
    const double namesWidth = textWidth(QStringLiteral("select"), type::code) + 16;
    const QRectF field(area.left() + 84, area.top() + 52, area.width() - 84 - namesWidth - 14,
                       area.height() - 52 - 38);
    Chart chart{p, field, axesOf(costCurves(p.input.trace, SimTime::never()))};
    const std::vector<CostCurve> curves = costCurves(p.input.trace, p.input.view.now);
    p.items.push_back({QStringLiteral("iomux/chart"),
                       Role::Container,
                       Path{{field.bottomLeft(), field.bottomRight()}},
                       {},
                       {p.theme().mark(p.theme().ink2), p.theme().strokeWidth},
                       accessible(p, title, curves)});
    grid(chart);
    for (const CostCurve& one : curves)
        line(chart, one);
    for (const CostCurve& one : curves)
        dots(chart, one);
    names(chart, curves, area.right());
}

} // namespace il::iomux
