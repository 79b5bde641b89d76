// The numbers of the pool picture, computed from the View.
#pragma once

#include "pool/subjects.h"

#include <optional>

namespace il::pool {

struct Figures {
    /// From the first task's submission until now, or until the last task ended when none is left.
    trace::SimTime elapsed;
    /// What one process alone would have needed for the same tasks so far: the time in which they got on
    /// (ThreadView::served).
    trace::SimTime work;
    trace::SimTime busy;     ///< time in which workers had a task, summed over the workers
    trace::SimTime presence; ///< time in which there were workers within `elapsed`, summed likewise
    int possible = 1;        ///< the speed-up that can't be surpassed by computing: min(workers, cores)
    std::optional<trace::SimTime> toFirstTask; ///< from a worker's creation, mean of those that had one

    std::optional<double> speedUp() const; ///< work / elapsed
    std::optional<int> busyPercent() const;
};
Figures figuresOf(const trace::View& view, const Pool& pool);

} // namespace il::pool
