#include "gil/crowd.h"

#include <algorithm>
#include <cmath>

namespace il::gil {

namespace {

constexpr double columnGap = 10;

struct Grid {
    int columns = 1, rows = 1;
    int capacity() const { return columns * rows; }
};

Grid largest(const QRectF& area, const SeatForm& form)
{
    const double columns = (area.width() + columnGap) / (form.minWidth + columnGap);
    return {std::max(1, static_cast<int>(columns)),
            std::max(1, static_cast<int>(area.height() / form.pitch))};
}

std::vector<QRectF> cells(const QRectF& area, const SeatForm& form, int count, const Grid& grid)
{
    const int columns = std::max(1, static_cast<int>(std::ceil(count / static_cast<double>(grid.rows))));
    const int rows = (count + columns - 1) / columns;
    const double width = std::min((area.width() - columnGap * (columns - 1)) / columns, form.maxWidth);
    const double top = area.top() + (area.height() - rows * form.pitch) / 2;
    std::vector<QRectF> result;
    for (int i = 0; i < count; ++i)
        result.emplace_back(area.left() + i % columns * (width + columnGap), top + i / columns * form.pitch,
                            width, form.pitch);
    return result;
}

} // namespace

Crowd arrange(const QRectF& area, int count, std::span<const SeatForm> forms)
{
    for (const SeatForm& form : forms)
        if (const Grid grid = largest(area, form); grid.capacity() >= count)
            return {form, cells(area, form, count, grid), 0, {}};

    const SeatForm& plain = forms.back();
    const Grid grid = largest(area, plain);
    Crowd crowd{plain, cells(area, plain, grid.capacity(), grid), count - grid.capacity() + 1, {}};
    crowd.more = crowd.seats.back();
    crowd.seats.pop_back();
    return crowd;
}

} // namespace il::gil
