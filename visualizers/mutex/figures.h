// The numbers of the mutex picture, computed from the View.
#pragma once

#include "mutex/subjects.h"
#include "trace/view.h"

#include <optional>

namespace il::mutex {

/// Summed over all locks (Lock, RLock) of the run.
struct Contention {
    std::uint32_t acquisitions = 0;
    std::uint32_t contended = 0; ///< requests that had to wait
    std::uint32_t locks = 0;
    trace::SimTime held;    ///< of all locks together
    trace::SimTime blocked; ///< time that the threads spent blocked, on whatever

    /// Contended requests in per cent of all requests so far, rounded; nothing before the first one.
    std::optional<int> contendedPercent(std::uint32_t stillWaiting) const;
    /// Part of the time so far that a lock was held, on average over the locks.
    std::optional<int> heldPercent(trace::SimTime now) const;
};
Contention contentionOf(const trace::Trace& trace, const trace::View& view, const Subjects& subjects);
/// Threads in the locks' queues: they have asked, but not acquired.
std::uint32_t waitingForLocks(const trace::Trace& trace, const trace::View& view, const Subjects& subjects);

struct DataTotals {
    std::uint32_t writes = 0, lost = 0;
};
DataTotals dataTotals(const trace::View& view, const Subjects& subjects);

bool hasLocks(const trace::Trace& trace, const Subjects& subjects);

} // namespace il::mutex
