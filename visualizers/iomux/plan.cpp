#include "iomux/plan.h"

#include <algorithm>
#include <cmath>

namespace il::iomux {

namespace {

constexpr double headingHeight = 38;
constexpr double rowPitch = 47, tightPitch = 33, rowGap = 6;
constexpr double oneColumn = 236, twoColumns = 408, besideChart = 290, columnGap = 12;
constexpr double arrows = 76, narrowArrows = 52;
constexpr double middle = 252;
constexpr int readyRows = 3;
constexpr std::size_t maxBands = 4;

int rowsIn(double height, double pitch)
{
    return std::max(1, static_cast<int>((height + rowGap) / pitch));
}

/// Columns and rows of cells for `count` things that fill `area`, near to square.
Grid gridFor(const QRectF& area, std::size_t count)
{
    const double n = static_cast<double>(std::max<std::size_t>(count, 1));
    const double side = std::sqrt(area.width() * area.height() / n);
    Grid grid{area, std::max(1, static_cast<int>(std::ceil(area.width() / side))), 1, 0};
    grid.rows = static_cast<int>(std::ceil(n / grid.columns));
    const double pitch = std::min(area.width() / grid.columns, area.height() / grid.rows);
    grid.gap = pitch >= 12 ? 3 : pitch >= 7 ? 2 : pitch >= 5 ? 1 : 0;
    return grid;
}

std::vector<QRectF> rowsFor(const QRectF& area, std::size_t count, int columns)
{
    const auto perColumn =
        (count + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
    const double width = (area.width() - columnGap * (columns - 1)) / columns;
    const double pitch = std::min(rowPitch, (area.height() + rowGap) /
                                                static_cast<double>(std::max<std::size_t>(perColumn, 1)));
    std::vector<QRectF> rows;
    for (std::size_t i = 0; i < count; ++i)
        rows.emplace_back(area.left() + static_cast<double>(i / perColumn) * (width + columnGap),
                          area.top() + static_cast<double>(i % perColumn) * pitch, width, pitch - rowGap);
    return rows;
}

void placeGrid(DescriptorPlan& plan, const QRectF& area, std::size_t count)
{
    plan.form = Form::Grid;
    const double rowsHeight = readyRows * (tightPitch + 4) + 10;
    plan.grid = gridFor(area.adjusted(0, 0, 0, -rowsHeight - 14), count);
    const QRectF below(area.left(), area.bottom() - rowsHeight + 10, std::min(area.width(), twoColumns),
                       rowsHeight - 10);
    plan.rows = rowsFor(below, readyRows, 1);
}

/// Without a poller the rows have a call beside each, so one column must do.
DescriptorPlan descriptorsFor(const QRectF& area, std::size_t count)
{
    DescriptorPlan plan;
    plan.heading = {area.left(), area.top(), area.width(), 30};
    const QRectF rest = area.adjusted(0, headingHeight, 0, 0);
    const auto perColumn = static_cast<std::size_t>(rowsIn(rest.height(), tightPitch));
    const int columns = count > perColumn ? 2 : 1;
    if (count > 2 * perColumn)
        placeGrid(plan, rest, count);
    else
        plan.rows = rowsFor(rest, count, columns);
    return plan;
}

/// Descriptors, what is ready, and who calls, side by side.
void placeSingle(Plan& plan, const QRectF& area, const Group& group, bool chart)
{
    const auto perColumn = static_cast<std::size_t>(rowsIn(area.height() - headingHeight, tightPitch));
    const bool wide = group.descriptors.size() > perColumn;
    const double left = !wide ? oneColumn : chart ? besideChart : twoColumns;
    const double between = wide ? narrowArrows : arrows;
    GroupPlan one;
    one.descriptors =
        descriptorsFor({area.left(), area.top(), left, area.height()}, group.descriptors.size());
    const double x = area.left() + left + between;
    const double threadHeight = std::min(118.0, area.height() * 0.34);
    const double threadTop = area.bottom() - threadHeight;
    one.thread = {x, threadTop, middle, threadHeight};
    one.list = {x, area.top(), middle, threadTop - area.top() - 34};
    plan.groups.push_back(std::move(one));
    const double right = x + middle + (wide ? 40 : 68);
    plan.meters = {right, area.top(), area.right() - right, area.height()};
}

/// Small boxes while there are few, else cells.
DescriptorPlan smallDescriptorsFor(const QRectF& area, std::size_t count)
{
    constexpr std::size_t mostBoxes = 12;
    DescriptorPlan plan;
    if (count > mostBoxes) {
        plan.form = Form::Grid;
        plan.grid = gridFor(area.adjusted(5, 5, 0, 0), count);
        return plan;
    }
    const std::size_t lines = count > 3 ? 2 : 1, columns = (count + lines - 1) / lines;
    const double width = (area.width() - 8 * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double height = std::min(52.0, (area.height() - 8) / 2);
    const double top = area.center().y() - (height * static_cast<double>(lines) + (lines > 1 ? 8 : 0)) / 2;
    for (std::size_t i = 0; i < count; ++i)
        plan.rows.emplace_back(area.left() + static_cast<double>(i % columns) * (width + 8),
                               top + static_cast<double>(i / columns) * (height + 8), std::min(width, 236.0),
                               height);
    return plan;
}

/// Who calls, the descriptors, and a bar, in a band per poller.
void placeBands(Plan& plan, const QRectF& area, const Subjects& subjects)
{
    plan.bands = true;
    const std::size_t all = subjects.groups.size();
    const std::size_t shown = all > maxBands ? maxBands - 1 : all;
    plan.hiddenGroups = static_cast<int>(all - shown);
    const double foot = plan.hiddenGroups > 0 ? 34 : 0;
    const double top = area.top() + headingHeight;
    const double pitch = std::min(150.0, (area.bottom() - foot - top + 14) /
                                             static_cast<double>(std::max<std::size_t>(shown, 1)));
    const double threadWidth = 268, meterWidth = std::min(400.0, area.width() * 0.33);
    plan.meters = {area.right() - meterWidth, area.top(), meterWidth, area.height()};
    for (std::size_t i = 0; i < shown; ++i) {
        const QRectF band(area.left(), top + static_cast<double>(i) * pitch, area.width(), pitch - 14);
        GroupPlan one;
        one.thread = {band.left(), band.top(), threadWidth, band.height()};
        one.meter = {plan.meters.left(), band.top(), meterWidth, band.height()};
        const double left = one.thread.right() + 24;
        const QRectF cells(left, band.top(), plan.meters.left() - 44 - left, band.height());
        one.descriptors = smallDescriptorsFor(cells, subjects.groups[i].descriptors.size());
        one.descriptors.heading = {cells.left(), area.top(), cells.width(), 30};
        plan.groups.push_back(std::move(one));
    }
    if (plan.hiddenGroups > 0)
        plan.moreGroups = {area.left(), area.bottom() - 30, 200, 30};
}

/// Where nobody polls: rows with the thread that reads beside each.
void placeReaders(Plan& plan, const QRectF& area, const Group& group)
{
    constexpr double metersWidth = 250;
    plan.meters = {area.right() - metersWidth, area.top(), metersWidth, area.height()};
    GroupPlan one;
    const QRectF left(area.left(), area.top(), plan.meters.left() - 40 - area.left(), area.height());
    one.descriptors = descriptorsFor(left, group.descriptors.size());
    if (one.descriptors.form == Form::Rows)
        for (QRectF& row : one.descriptors.rows) {
            const double width = std::min(oneColumn, row.width() * 0.42);
            one.readers.push_back(row.adjusted(width + 16, 0, 0, 0));
            row.setWidth(width);
        }
    plan.groups.push_back(std::move(one));
}

} // namespace

QRectF Grid::cell(std::size_t index) const
{
    const double width = area.width() / columns, height = area.height() / rows;
    const auto column = static_cast<double>(index % static_cast<std::size_t>(columns));
    const auto row = static_cast<double>(index / static_cast<std::size_t>(columns));
    return {area.left() + column * width, area.top() + row * height, width - gap, height - gap};
}

Plan planFor(const QRectF& area, const Subjects& subjects, bool chart)
{
    Plan plan;
    if (!subjects.polls())
        placeReaders(plan, area, subjects.groups.front());
    else if (subjects.groups.size() == 1)
        placeSingle(plan, area, subjects.groups.front(), chart);
    else
        placeBands(plan, area, subjects);
    return plan;
}

} // namespace il::iomux
