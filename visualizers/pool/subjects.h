// What the pool panel is about: the pools of a run with all of their workers and tasks.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <vector>

namespace il::pool {

/// A worker's place: those who sit there, one after the other (a replacement takes the place of who has
/// left).
using Place = std::vector<trace::ThreadId>;

struct Pool {
    trace::ObjectId id = trace::none;
    bool processes = false;
    std::vector<trace::TaskId> tasks; ///< in order of submission
    std::vector<Place> places;        ///< in order of creation of their first ones; none is empty
};

/// Those that had a worker or a task at any time of the run, in order of their creation. The same for all
/// pictures of a run.
std::vector<Pool> poolsOf(const trace::Trace& trace);

} // namespace il::pool
