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
    trace::SimTime held;
    trace::SimTime blocked; ///< time that the threads spent blocked, on whatever

    /// Contended requests in per cent of all requests so far, rounded; nothing before the first one.
    std::optional<int> contendedPercent(std::uint32_t stillWaiting) const;
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
