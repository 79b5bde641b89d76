// The numbers of the GIL picture, computed from the trace.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <span>

namespace il::gil {

/// The part of `whole` in per cent, rounded; 0 of nothing.
int percent(trace::SimTime part, trace::SimTime whole);
/// The 95th percentile by nearest rank; 0 when there are none.
trace::SimTime percentile95(std::span<const trace::SimTime> values);
int busyCores(const trace::View& view);
/// Cores at work on average since the start: the sum of all threads' running time over the time so far.
double averageBusyCores(const trace::View& view);

} // namespace il::gil
