// Runs for the deadlock panel, written by hand. Main joins T1 all the while.
#pragma once

#include "trace/trace.h"

namespace il::samples {

/// T1 to Tn each take forks[i] at i ms, then ask for the next one at n + i ms: the ring closes at 2n ms. With
/// `ordered`, the last one asks for forks[0] first, gets it not, and the others eat one after the other.
trace::Trace dining(int seats, bool ordered = false);
/// T1 takes `lock` at 1 ms and asks for it again at 2 ms.
trace::Trace selfDeadlock();
/// Main holds `lock`, waits for the end of T1, which asks for `lock` at 2 ms.
trace::Trace joinDeadlock();
/// T1 and T2 wait for an item in `jobs`, main for the end of T1: nobody is left at 2 ms.
trace::Trace starvedQueue();
/// T1 ends at 2 ms and still holds `lock`, for which T2 waits.
trace::Trace forgottenRelease();
/// T1 holds a, T2 holds b; each asks for the other's with a time limit: T1 until 5 ms, T2 until 8 ms.
trace::Trace timedRing();
/// T1 takes the only unit of s at 1 ms, T2 that of t at 2 ms; each waits for the other's from 3 and 4 ms on.
trace::Trace semaphoreRing();
/// T1, T2 and T3 take a fork each, try the next one in vain and let go, `rounds` times, each round taking 2
/// ms.
trace::Trace politeDiners(int rounds);
/// T1 is the only worker of `pool` and waits for a task that is queued behind its own: nobody is left at 2
/// ms.
trace::Trace exhaustedPool();
/// T1 holds a; T2 asks for it without waiting at 2 ms; T3 waits from 3 ms, is woken at 4 ms.
trace::Trace refusalAndWake();
/// T3 releases at 3 ms the lock a that T1 holds.
trace::Trace takenAway();
/// T1 waits at the condition bank from 1 ms, T2 from 2 ms; T3 notifies both at 4 ms; they run at 5 ms.
trace::Trace waitAndNotify();
/// A ring of T1, T2, T3 over a, b, c, and threads up to `threads` that wait for a; `locks` locks in all.
trace::Trace crowd(int threads, int locks);

} // namespace il::samples
