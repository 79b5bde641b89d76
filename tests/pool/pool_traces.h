// Runs written by hand, each with a moment that the pool panel must show well.
#pragma once

#include "trace/trace.h"

namespace il::samples {

/// Pool(workers): `tasks` calls of square in chunks of `chunk`, each 10 ms of computing, on `cores` cores.
/// Main forks a worker every 1 ms; each needs 2 ms to come up. At most `cores` tasks run at a time; workers
/// beyond them wait for a core within their tasks.
trace::Trace processPool(int workers, int tasks, int chunk = 1, int cores = 4);

/// ThreadPoolExecutor(workers) with `tasks` calls of 10 ms of computing each: the threads share one GIL in
/// slices of 5 ms. Works until all are done.
trace::Trace threadPool(int workers, int tasks);

/// processPool's shape twice: pool 0 are threads round one GIL, pool 1 processes, with the same tasks.
trace::Trace twinPools(int workers, int tasks);

/// `count` pools of two threads and four tasks, each of which begins when the one before is over; 40.2 ms
/// each.
trace::Trace poolsInTurn(int count);

/// Two workers, five tasks: 0 is collected; 1 raises; 2 is lost with its worker (pid 4243), which signal 9
/// ends at 21 ms and which 4245 replaces at 23 ms; 3 is cancelled; 4 runs on the new worker when the run
/// ends.
trace::Trace troubles();

/// Main (pid 4242) forks 4243; that forks 4244 and exits with code 3 at 6 ms: 4244 is an orphan. Main reaps
/// 4243 at 9 ms, at 10 ms sends SIGTERM to 4245, which it had spawned, and that dies of it at 11 ms.
trace::Trace forkTree();

/// Main forks `children`, each of which computes a little and exits with code 0, or 1 for every fifth.
trace::Trace manyProcesses(int children);

/// One queue "q" with `limit` places (0: no limit), or a pipe of that name when not `feeders`. Main (pid
/// 4242) forks `senders`, then `receivers`. Each sender puts `each` messages "'a0'", "'a1'" ("'b0'" ...) at
/// once, 1 ms after the last fork; then every ms one is sent, in order of sender, and half a ms later one
/// taken, the receivers in turn. The last message of the last sender is never sent: its process ends before.
/// With no receivers they stay in the pipe.
trace::Trace messages(int senders, int receivers, int each, bool feeders = true, int limit = 0);

} // namespace il::samples
