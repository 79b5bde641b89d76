#include "gil/plan.h"

#include <algorithm>
#include <cmath>

namespace il::gil {

namespace {

constexpr double gap = 20;
constexpr double strip = 40; ///< room for an arrow's head and a bend
constexpr double figureWidth = 124;

int columnsFor(int cores)
{
    if (cores <= 3)
        return std::max(cores, 1);
    return cores <= 8 ? (cores + 1) / 2 : (cores + 3) / 4;
}

double queueShare(int cores, int threads)
{
    const double many = threads > 8 ? 0.5 : threads > 4 ? 0.42 : 0.36;
    return cores == 1 ? std::max(many, 0.5) : many;
}

std::vector<QRectF> grid(const QRectF& area, int count, int columns)
{
    const int rows = (count + columns - 1) / columns;
    const double inner = rows > 1 ? 12 : gap;
    const double width = (area.width() - inner * (columns - 1)) / columns;
    const double height = (area.height() - inner * (rows - 1)) / rows;
    std::vector<QRectF> cells;
    for (int i = 0; i < count; ++i)
        cells.emplace_back(area.left() + i % columns * (width + inner),
                           area.top() + i / columns * (height + inner), width, height);
    return cells;
}

} // namespace

Plan planFor(const QRectF& area, int cores, int threads, int figures)
{
    Plan plan;
    const int drawn = std::clamp(cores, 1, maxCores);
    const double top = std::round((area.height() - strip) * 0.5);
    const double queueWidth = std::round(area.width() * queueShare(drawn, threads));
    plan.columns = columnsFor(drawn);
    plan.cores = grid({area.left(), area.top(), area.width() - queueWidth - gap, top}, drawn, plan.columns);
    plan.queue = {area.right() - queueWidth, area.top(), queueWidth, top};
    plan.between = {area.left(), area.top() + top, area.width(), strip};
    plan.outside = {area.left(), plan.between.bottom(), area.width(), area.bottom() - plan.between.bottom()};
    const double width = figureWidth * figures;
    plan.figures = {plan.outside.right() - width - 8, plan.outside.top(), width, plan.outside.height()};
    return plan;
}

} // namespace il::gil
