#include "mutex/plan.h"

#include <algorithm>
#include <cmath>

namespace il::mutex {

namespace {

constexpr double gap = 20;
constexpr double tallStrip = 60, lowStrip = 48; ///< for some levels of arrows and their heads
constexpr double lowArea = 340;
constexpr double figureWidth = 132;
constexpr std::size_t thingsPerRow = 5, maxCards = 16, cardColumns = 8;
constexpr double twoRowsFrom = 132; ///< height that two rows of things need

int rowsFor(std::size_t things, double height)
{
    return things > thingsPerRow && height >= twoRowsFrom ? 2 : 1;
}

/// Splits a row into cells of the given weights, none wider than `widest`, centred.
std::vector<QRectF> splitRow(const QRectF& row, const std::vector<double>& weights, double widest)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    const double room = row.width() - gap * static_cast<double>(weights.size() - 1);
    const double unit = std::min(room / sum, widest);
    double x = row.center().x() - (unit * sum + row.width() - room) / 2;
    std::vector<QRectF> cells;
    for (const double weight : weights) {
        cells.emplace_back(x, row.top(), unit * weight, row.height());
        x += unit * weight + gap;
    }
    return cells;
}

/// The variables and objects that are shown, objects first.
struct Things {
    std::vector<std::uint32_t> objects, variables;
    std::size_t hidden = 0;
};

Things chooseThings(const Subjects& subjects, std::size_t places)
{
    const std::size_t all = subjects.objects.size() + subjects.variables.size();
    if (all <= places)
        return {subjects.objects, subjects.variables, 0};
    const std::size_t room = places - 1; // the last place is for "+n"
    const std::size_t half = room / 2;
    const std::size_t objects =
        std::min(subjects.objects.size(), std::max(half, room - std::min(room, subjects.variables.size())));
    const std::size_t variables = std::min(subjects.variables.size(), room - objects);
    return {mostUsed(subjects.objects, subjects.objectUses, objects),
            mostUsed(subjects.variables, subjects.variableUses, variables), all - objects - variables};
}

void placeThings(Plan& plan, const QRectF& area, const Subjects& subjects)
{
    const int rows = rowsFor(subjects.objects.size() + subjects.variables.size(), area.height());
    const Things things = chooseThings(subjects, thingsPerRow * static_cast<std::size_t>(rows));
    std::vector<double> weights(things.objects.size(), 1.25);
    weights.resize(weights.size() + things.variables.size(), 1.0);
    if (things.hidden > 0)
        weights.push_back(1);
    if (weights.empty())
        return;

    const auto perRow = static_cast<std::ptrdiff_t>((weights.size() + static_cast<std::size_t>(rows) - 1) /
                                                    static_cast<std::size_t>(rows));
    const double height = (area.height() - 12 * (rows - 1)) / rows;
    std::vector<QRectF> cells;
    for (auto from = weights.begin(); from != weights.end();) {
        const auto to = from + std::min(perRow, weights.end() - from);
        const double y = area.top() + static_cast<double>((from - weights.begin()) / perRow) * (height + 12);
        for (const QRectF& cell : splitRow({area.left(), y, area.width(), height}, {from, to}, 360))
            cells.push_back(cell);
        from = to;
    }
    auto cell = cells.begin();
    for (const auto id : things.objects)
        plan.objects[id] = *cell++;
    for (const auto id : things.variables)
        plan.variables[id] = *cell++;
    plan.thingGap = gap;
    plan.hiddenThings = static_cast<int>(things.hidden);
    if (things.hidden > 0)
        plan.moreThings = *cell;
}

void placeCards(Plan& plan, const QRectF& area, const Subjects& subjects)
{
    const std::size_t all = subjects.threads.size();
    const std::size_t places = std::min(all, maxCards);
    const std::size_t shown = all > maxCards ? maxCards - 1 : all;
    const std::size_t rows = (places + cardColumns - 1) / cardColumns;
    const std::size_t columns = (places + rows - 1) / rows;
    const double inner = columns > 5 ? 12 : gap;
    const double width = std::min(320.0, (area.width() - inner * static_cast<double>(columns - 1)) /
                                             static_cast<double>(columns));
    const double height = (area.height() - 10 * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    const double left = area.center().x() -
                        (width * static_cast<double>(columns) + inner * static_cast<double>(columns - 1)) / 2;
    for (std::size_t i = 0; i < places; ++i) {
        const QRectF cell(left + static_cast<double>(i % columns) * (width + inner),
                          area.top() + static_cast<double>(i / columns) * (height + 10), width, height);
        if (i < shown)
            plan.cards[subjects.threads[i]] = cell;
        else
            plan.moreThreads = cell;
    }
    plan.cardGap = inner;
    plan.hiddenThreads = static_cast<int>(all - shown);
}

} // namespace

Plan planFor(const QRectF& area, const Subjects& subjects, int figures)
{
    Plan plan;
    const bool crowded = subjects.threads.size() > cardColumns;
    const double strip = area.height() < lowArea ? lowStrip : tallStrip;
    const double top = std::round((area.height() - strip) * (crowded ? 0.46 : 0.55));
    const double width = figures > 2 ? 2 * figureWidth : figureWidth;
    plan.figures = {area.right() - width, area.top(), width, top};
    // The only variable stands in the middle of its threads.
    const bool alone = subjects.objects.empty() && subjects.variables.size() <= 2;
    const double left = alone ? area.left() + width + gap : area.left();
    placeThings(plan, {left, area.top(), plan.figures.left() - gap - left, top}, subjects);
    plan.between = {area.left(), area.top() + top, area.width(), strip};
    placeCards(plan,
               {area.left(), plan.between.bottom(), area.width(), area.bottom() - plan.between.bottom()},
               subjects);
    return plan;
}

} // namespace il::mutex
