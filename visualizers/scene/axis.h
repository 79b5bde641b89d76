// The timeline's axis: where a position lies, and where its ticks are.
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace il::scene {

/// Maps positions [from, to) (nanoseconds or steps) to stage pixels [left, right). to > from.
struct Scale {
    std::int64_t from = 0, to = 1;
    double left = 0, right = 1;

    double x(std::int64_t position) const
    {
        return left + (right - left) * static_cast<double>(position - from) / static_cast<double>(to - from);
    }
    bool shows(std::int64_t position) const { return position >= from && position <= to; }
};

struct Tick {
    std::int64_t position = 0;
    QString label;
};

/// Ticks at multiples of 1, 2 or 5 times a power of ten, at most `most` of them. Time labels have as many
/// digits as tell neighbours apart: "1234.5 µs".
std::vector<Tick> timeTicks(std::int64_t from, std::int64_t to, int most);
std::vector<Tick> stepTicks(std::int64_t from, std::int64_t to, int most);

} // namespace il::scene
