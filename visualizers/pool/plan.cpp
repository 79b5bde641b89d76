#include "pool/plan.h"

#include <algorithm>
#include <cmath>

namespace il::pool {

namespace {

constexpr double columnGap = 56; ///< for an arrow
constexpr double titleHeight = 30, titlePitch = 38;
constexpr double statusHeight = 28, figureHeight = 64;
constexpr double lowBand = 250; ///< lower ones have their figures beside the results
constexpr double bandGap = 20, leastBand = 140;

QRectF below(const QRectF& column)
{
    return column.adjusted(0, titlePitch, 0, 0);
}

QRectF titleOf(const QRectF& column)
{
    return {column.left() + 4, column.top(), column.width() - 8, titleHeight};
}

Band bandIn(const QRectF& area)
{
    Band band;
    const double queueWidth = std::clamp(area.width() * 0.165, 172.0, 240.0);
    const double resultsWidth = std::clamp(area.width() * 0.31, 336.0, 480.0);
    const QRectF queue(area.left(), area.top(), queueWidth, area.height());
    const QRectF results(area.right() - resultsWidth, area.top(), resultsWidth, area.height());
    const QRectF workers(queue.right() + columnGap, area.top(),
                         results.left() - queue.right() - 2 * columnGap, area.height());
    band.queueTitle = titleOf(queue);
    band.workersTitle = titleOf(workers);
    band.resultsTitle = titleOf(results);
    band.queue = below(queue);
    band.workers = below(workers);
    band.results = below(results);
    band.arrowIn = {queue.right(), band.queue.top(), columnGap, band.queue.height()};
    band.arrowOut = {workers.right(), band.workers.top(), columnGap, band.workers.height()};
    band.figuresInColumn = area.height() < lowBand;
    if (band.figuresInColumn) {
        const double width = 150;
        band.figures = {results.right() - width, results.top(), width, results.height()};
        band.results.setRight(band.figures.left() - 16);
        band.resultsTitle.setRight(band.results.right());
    } else {
        band.figures = {results.left(), results.bottom() - figureHeight, results.width(), figureHeight};
        band.results.setBottom(band.figures.top() - 10);
    }
    band.status = {band.results.left(), band.results.bottom() - statusHeight, band.results.width(),
                   statusHeight};
    band.results.setBottom(band.status.top() - 8);
    return band;
}

int fitting(double room, double least, double gap)
{
    return std::max(1, static_cast<int>((room + gap) / (least + gap)));
}

} // namespace

Plan planFor(const QRectF& area, std::size_t pools)
{
    Plan plan;
    const auto room =
        std::max<std::size_t>(1, static_cast<std::size_t>((area.height() + bandGap) / (leastBand + bandGap)));
    const std::size_t shown = std::clamp<std::size_t>(pools, 1, room);
    const double rest = shown < pools ? titleHeight : 0;
    const double pitch = (area.height() - rest + bandGap) / static_cast<double>(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        plan.bands.push_back(bandIn(
            {area.left(), area.top() + static_cast<double>(i) * pitch, area.width(), pitch - bandGap}));
    }
    if (rest > 0)
        plan.more = {area.left(), area.bottom() - rest, area.width(), rest};
    return plan;
}

Cells cellsFor(const QRectF& area, std::size_t count, const std::vector<CellForm>& forms, Filling fill)
{
    Cells cells;
    const int all = static_cast<int>(count);
    if (all == 0)
        return cells;
    int columns = 1, rows = 1;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        cells.form = i;
        columns = fitting(area.width(), forms[i].minWidth, forms[i].gap);
        rows = fitting(area.height(), forms[i].minHeight, forms[i].gap);
        if (columns * rows >= all)
            break;
    }
    const CellForm& form = forms[cells.form];
    const int places = std::min(all, columns * rows);
    columns = fill == Filling::FewColumns ? (places + rows - 1) / rows : std::min(places, columns);
    rows = (places + columns - 1) / columns;
    cells.hidden = places < all ? all - places + 1 : 0;
    const double width = std::min(form.maxWidth, (area.width() - form.gap * (columns - 1)) / columns);
    const double height = std::min(form.maxHeight, (area.height() - form.gap * (rows - 1)) / rows);
    for (int i = 0; i < places; ++i)
        cells.rects.emplace_back(area.left() + i % columns * (width + form.gap),
                                 area.top() + i / columns * (height + form.gap), width, height);
    return cells;
}

Cells squaresFor(const QRectF& area, std::size_t count, double least, double side)
{
    const auto n = static_cast<int>(count);
    double pitch = std::ceil(side * 1.2);
    const auto columns = [&] { return std::max(1, static_cast<int>(area.width() / pitch)); };
    const auto rows = [&] { return std::max(1, static_cast<int>(area.height() / pitch)); };
    while (columns() * rows() < n && pitch - 0.5 > least * 1.2)
        pitch -= 0.5;
    Cells cells;
    const int places = std::min(n, columns() * rows());
    cells.hidden = places < n ? n - places + 1 : 0;
    for (int i = 0; i < places; ++i)
        cells.rects.emplace_back(area.left() + i % columns() * pitch, area.top() + i / columns() * pitch,
                                 pitch / 1.2, pitch / 1.2);
    return cells;
}

} // namespace il::pool
