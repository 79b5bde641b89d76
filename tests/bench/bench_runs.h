// The runs that are measured, made once per process.
#pragma once

#include "trace/lanes.h"
#include "trace/trace.h"

#include <cstddef>

namespace il::bench {

/// How many events the long run has; --events=N on the command line. A million unless somebody is in a hurry.
std::size_t& eventCount();

/// 16 threads that loop over one lock.
const trace::Trace& longRun();
const trace::Lanes& longRunLanes();

/// Bytes that are allocated at this moment, over the whole process.
std::size_t liveBytes();

} // namespace il::bench
