// The reads and writes of shared variables that happen at a step: the arrows of the mutex panel.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <vector>

namespace il::mutex {

struct Access {
    trace::ThreadId thread = trace::noThread;
    trace::VariableId variable = 0;
    trace::DataValue value;
    bool write = false;
    bool lost = false; ///< a write that destroyed somebody's update
};

/// The events of step `step` (none for step 0 of a trace that begins with it); the last access of each thread
/// to each variable, in order of time. `view` is the state after the step.
std::vector<Access> accessesAt(const trace::Trace& trace, const trace::View& view, std::size_t step);

} // namespace il::mutex
