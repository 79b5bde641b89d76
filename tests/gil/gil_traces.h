// Runs written by hand, each with a moment that the GIL panel must show well.
#pragma once

#include "trace/trace.h"

namespace il::samples {

/// T1 and T2 compute, T3 reads from disk: CPython 3.11, two cores. At 13 ms T2 holds the GIL, T1 waits since
/// 10 ms and T3 has 9 ms of its I/O left; at 15 ms T1's request, then a forced handoff with 50 us in which
/// nobody has it.
trace::Trace handoffWithIo();

/// Two threads of 2.7 on two cores; at every tick check T2 is woken too late, until it gets the lock.
trace::Trace tickChecks();

/// `threads` workers of 3.13t on `cores` cores: as many run as there are cores, the others are ready.
trace::Trace parallel(int threads, int cores);

/// `threads` workers of 3.11 on `cores` cores at 3 ms: T1 holds the GIL, on the last core or, when `threads`
/// is even, the first; of the others a third each waits for
/// it, is in I/O, and sleeps or is blocked. A request is sent at 5 ms.
trace::Trace mixedCrowd(int threads, int cores);

} // namespace il::samples
