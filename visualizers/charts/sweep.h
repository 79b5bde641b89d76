// An experiment: one program run with several values of one parameter, and what its runs have in common.
#pragma once

#include "trace/trace.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace il::charts {

/// What one run of an experiment gave.
struct Sample {
    double value = 0;     ///< of the parameter
    bool finished = true; ///< false: a deadlock or a limit ended it, so its time means little
    trace::SimTime duration;
    /// The time in which threads got on, over all of them: they ran, were in I/O or slept. What they would
    /// need one after the other.
    trace::SimTime work;
    trace::SimTime waited;      ///< for the GIL, for locks and the like, over all threads
    std::uint32_t switches = 0; ///< of GILs between threads
    std::uint32_t actors = 0;   ///< threads and processes that took part
    /// By PollModel: what a call costs the thread on average; nothing when there was none.
    std::array<std::optional<trace::SimTime>, 4> callCost;
};
/// Takes its figures from the end of the run.
Sample sampleOf(double value, const trace::Trace& trace);

enum class Measure : std::uint8_t {
    Time,     ///< ms from start to end
    SpeedUp,  ///< how many times faster than with the first value
    Waiting,  ///< ms, over all threads
    Switches, ///< of GILs
    CallCost, ///< us per call of select, poll, epoll
};
inline constexpr int measures = 5;

/// How the parameter acts, seen from the samples.
struct Effect {
    /// More of it means more threads, processes or cores that share the work.
    bool sharesWork = false;
    /// The work grows at least half as fast as the parameter: then work per time is what can be compared.
    bool workGrows = false;
    friend bool operator==(const Effect&, const Effect&) = default;
};
/// `isCores`: the parameter is the number of cores, which shares work though it adds no thread.
Effect effectOf(const std::vector<Sample>& samples, bool isCores);

struct Point {
    double x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};
/// A measured line: of one PollModel for CallCost, else the only one.
struct Curve {
    int model = 0;
    std::vector<Point> points;
};

struct Plot {
    std::vector<Curve> curves;
    /// What it would be if the parameter cost nothing and gave all it can: speed-up in proportion to it, or a
    /// time or cost that stays the same. Empty where there is no such thing.
    std::vector<Point> ideal;
};

/// Samples that aren't `finished` are left out. Empty without two samples, or when the first one took no
/// time.
Plot plot(const std::vector<Sample>& samples, Measure measure, Effect effect);

/// Whether the runs have anything to measure.
bool hasMeasure(const std::vector<Sample>& samples, Measure measure);

/// `count` (2 or more) whole numbers from `from` to `to`, both included, evenly spread, none twice.
std::vector<double> wholeValues(double from, double to, std::size_t count);
/// Likewise, spread evenly in ratio (1, 2, 5, 10, ...) if both are above 0 and far apart, to two digits.
std::vector<double> realValues(double from, double to, std::size_t count);

} // namespace il::charts
