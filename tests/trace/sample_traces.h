// Runs written by hand, for tests of everything that reads traces. Realistic in their order of events and
// their times.
#pragma once

#include "trace/trace.h"

#include <cstddef>

namespace il::samples {

/// Three CPU-bound threads share the GIL of CPython 3.11 on two cores: a forced switch every 5 ms, 6 in all.
/// Main (thread 0) starts T1 to T3 and joins them. Cues: "start", "compute". Each thread computes for 10 ms.
trace::Trace gilHandoff();

/// Two threads of 3.13t on two cores: both read counter 0, carry it in `tmp` and write 1. One update is lost
/// (by T2). Variables: 0 "counter" (shared), 1 "tmp". Cues: "read", "write".
trace::Trace lostUpdate();

/// T1 holds "lock" (object 0) for 3 ms while T2 and T3 come to wait; T2 gets it, then T3. CPython 3.11, two
/// cores. Objects 1 to 3 are the threads' ends. Cues: "start", "acquire", "release".
trace::Trace mutexContention();

/// T1 and T2 take two locks (objects 0 and 1) in opposite order and wait for each other for ever.
trace::Trace deadlock();

/// As gilHandoff, with `threads` workers on four cores, each running twice for 5 ms.
trace::Trace manyThreads(int threads = 16);

/// At least `events` events of `threads` workers without a GIL that loop over one lock and one counter.
trace::Trace longRun(std::size_t events, int threads = 16);

} // namespace il::samples
