// What a pool gains: computed from a View.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <optional>

namespace il::trace {

struct PoolFigures {
    int workers = 0; ///< created so far, replacements included
    int tasks = 0;   ///< submitted so far
    /// From the first task's submission until now, or until the last task ended when none is left.
    SimTime elapsed;
    /// What one process alone would have needed for the same tasks so far: the time in which they got on
    /// (ThreadView::served).
    SimTime work;
    SimTime busy;     ///< time in which workers had a task, summed over the workers
    SimTime presence; ///< time in which there were workers within `elapsed`, summed likewise
    std::optional<SimTime> toFirstTask; ///< from a worker's creation, mean of those that had one

    std::optional<double> speedUp() const; ///< work / elapsed
    std::optional<int> busyPercent() const;
};
PoolFigures poolFigures(const Trace& trace, const View& view, ObjectId pool);

/// A task that still waits, or that a living worker has.
bool isOpen(const View& view, TaskId task);

} // namespace il::trace
