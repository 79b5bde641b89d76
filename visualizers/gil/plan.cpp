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

/// `columnGap` lets an arrow pass to a core of an upper row.
std::vector<QRectF> grid(const QRectF& area, int count, int columns, double columnGap)
{
    constexpr double rowGap = 12;
    const int rows = (count + columns - 1) / columns;
    const double width = (area.width() - columnGap * (columns - 1)) / columns;
    const double height = (area.height() - rowGap * (rows - 1)) / rows;
    std::vector<QRectF> cells;
    for (int i = 0; i < count; ++i)
        cells.emplace_back(area.left() + i % columns * (width + columnGap),
                           area.top() + i / columns * (height + rowGap), width, height);
    return cells;
}

} // namespace

Plan planFor(const QRectF& area, int cores, int threads, int figures)
{
    Plan plan;
    const int drawn = std::clamp(cores, 1, maxCores);
    const double top = std::round((area.height() - strip) * 0.5);
    const double queueWidth = std::round(area.width() * queueShare(drawn, threads));
    const int columns = columnsFor(drawn);
    const double aside = drawn > columns ? gap + 6 : gap;
    plan.cores =
        grid({area.left(), area.top(), area.width() - queueWidth - aside, top}, drawn, columns, aside);
    plan.queue = {area.right() - queueWidth, area.top(), queueWidth, top};
    plan.between = {area.left(), area.top() + top, area.width(), strip};
    plan.outside = {area.left(), plan.between.bottom(), area.width(), area.bottom() - plan.between.bottom()};
    const double width = figureWidth * figures;
    plan.figures = {plan.outside.right() - width - 8, plan.outside.top(), width, plan.outside.height()};
    return plan;
}

} // namespace il::gil
