#include "scene/axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace il::scene {
namespace {

std::int64_t niceStep(std::int64_t range, int most)
{
    const std::int64_t atLeast = std::max<std::int64_t>(1, range / std::max(most, 1));
    for (std::int64_t power = 1; power <= INT64_MAX / 100; power *= 10)
        for (const std::int64_t digit : {1, 2, 5})
            if (digit * power >= atLeast && range / (digit * power) < most)
                return digit * power;
    return atLeast;
}

std::vector<std::int64_t> positions(std::int64_t from, std::int64_t to, std::int64_t step)
{
    std::vector<std::int64_t> at;
    const std::int64_t first = from <= 0 ? 0 : (from + step - 1) / step * step;
    for (std::int64_t p = first; p <= to && at.size() < 100; p += step)
        at.push_back(p);
    return at;
}

struct Unit {
    std::int64_t ns;
    const char16_t* name;
};

/// The largest unit in which the step needs at most one decimal and the end is at least 1.
Unit unitFor(std::int64_t end, std::int64_t step)
{
    static constexpr std::array<Unit, 4> units{
        {{1'000'000'000, u"s"}, {1'000'000, u"ms"}, {1'000, u"µs"}, {1, u"ns"}}};
    for (const Unit& unit : units)
        if (end >= unit.ns && step * 10 >= unit.ns)
            return unit;
    return units.back();
}

} // namespace

std::vector<Tick> timeTicks(std::int64_t from, std::int64_t to, int most)
{
    const std::int64_t step = niceStep(to - from, most);
    const Unit unit = unitFor(std::abs(to), step);
    const int decimals = step % unit.ns == 0 ? 0 : 1;
    std::vector<Tick> ticks;
    for (const std::int64_t p : positions(from, to, step))
        ticks.push_back({p, QString::number(static_cast<double>(p) / static_cast<double>(unit.ns), 'f',
                                            p == 0 ? 0 : decimals) +
                                QLatin1Char(' ') + QString::fromUtf16(unit.name)});
    return ticks;
}

std::vector<Tick> stepTicks(std::int64_t from, std::int64_t to, int most)
{
    std::vector<Tick> ticks;
    for (const std::int64_t p : positions(from, to, niceStep(to - from, most)))
        ticks.push_back({p, QString::number(p)});
    return ticks;
}

} // namespace il::scene
