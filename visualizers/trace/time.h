// Simulated time: the only time type of the machine, the trace and the pictures.
#pragma once

#include <compare>
#include <cstdint>

namespace il::trace {

/// A point in (or a span of) simulated time, in whole nanoseconds since the program started.
/// Never a float: equal inputs must give equal traces on every machine.
struct SimTime {
    std::int64_t ns = 0;

    friend constexpr auto operator<=>(SimTime, SimTime) = default;
    constexpr SimTime& operator+=(SimTime other)
    {
        ns += other.ns;
        return *this;
    }
    constexpr SimTime& operator-=(SimTime other)
    {
        ns -= other.ns;
        return *this;
    }
    friend constexpr SimTime operator+(SimTime a, SimTime b) { return {a.ns + b.ns}; }
    friend constexpr SimTime operator-(SimTime a, SimTime b) { return {a.ns - b.ns}; }
    friend constexpr SimTime operator*(SimTime a, std::int64_t n) { return {a.ns * n}; }

    /// Later than any time that a run reaches.
    static constexpr SimTime never() { return {INT64_MAX}; }
};

constexpr SimTime nanoseconds(std::int64_t n)
{
    return {n};
}
constexpr SimTime microseconds(std::int64_t n)
{
    return {n * 1'000};
}
constexpr SimTime milliseconds(std::int64_t n)
{
    return {n * 1'000'000};
}

} // namespace il::trace
