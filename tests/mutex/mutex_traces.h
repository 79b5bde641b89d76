// Runs written by hand, each with a moment that the mutex panel must show well.
#pragma once

#include "trace/trace.h"

namespace il::samples {

/// Three threads of 3.13t add 1 to `counter` by way of `tmp`, without a lock. At 7 ms T1 writes 2, which
/// makes T2's copy stale; at 8 ms T2 writes 2 as well and T1's update is lost.
trace::Trace threeReaders();

/// `threads` workers want one lock around one counter. At 4 ms T1 holds it and the others wait; at 6 ms T1
/// has released it and T2 is woken but doesn't own it; then T2 has it and waits for the GIL.
trace::Trace lockedCounter(int threads);

/// One of each: RLock taken twice, Semaphore, Queue, Event, Barrier, Condition with a waiter.
trace::Trace objectZoo();

/// Each of `seats` threads holds one lock and waits for its neighbour's: locks only, no data.
trace::Trace philosophers(int seats);

/// `threads` threads and `variables` shared variables without a lock; every thread has read one of them, and
/// T1 has written the first: the copies of the others are stale.
trace::Trace manyVariables(int threads, int variables);

} // namespace il::samples
