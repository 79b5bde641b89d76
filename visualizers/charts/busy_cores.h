// How busy the computer's cores were, and who kept them busy.
#pragma once

#include "trace/lanes.h"
#include "trace/trace.h"

#include <vector>

namespace il::charts {

/// Cores that a thread kept busy, on average over each stretch: 0 to 1.
struct BusyThread {
    trace::ThreadId thread = trace::noThread;
    std::vector<double> cores;
    double total = 0; ///< of `cores`
};

struct BusyCores {
    int cores = 1;                   ///< that the computer has
    trace::SimTime duration;         ///< of the run
    int stretches = 0;               ///< equal parts of the run
    std::vector<BusyThread> threads; ///< those that ever ran, by ThreadId

    /// Where stretch `k` begins; k == stretches gives the run's end.
    trace::SimTime start(int k) const;
};

/// `stretches` is 1 or more. Of a run that takes no time there are none. A thread that executes native code
/// keeps its core busy as well. O(threads * stretches * log).
BusyCores busyCores(const trace::Trace& trace, const trace::Lanes& lanes, int stretches);

/// The busiest `most` threads stay, by ThreadId; the others are summed up as noThread, last.
BusyCores crowded(BusyCores busy, std::size_t most);

/// The part of all core time that was used until `now`, 0 to 1; 0 at the start.
double usedUntil(const trace::Trace& trace, const trace::Lanes& lanes, trace::SimTime now);

} // namespace il::charts
