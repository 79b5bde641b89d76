// The words of the pool picture.
#pragma once

#include "pool/picture.h"

namespace il::pool {

/// "idle", "starting", "ended", "killed by SIGKILL": a worker's state, or the task that it has.
QString workerText(const Picture& picture, const Worker& worker);
/// How much of a task's time has passed, 0..1; of one that never ends, of the time until the run's end.
double progressOf(const scene::StageInput& input, trace::TaskId task);
/// "SIGTERM"; "signal 42" for one without a well-known name.
QString signalName(const Picture& picture, int signal);
/// "exit code 3", "killed by SIGKILL".
QString exitText(const Picture& picture, int exitCode);
/// "waiting", "running", "failed", ...
QString fateText(const Picture& picture, Fate fate);

} // namespace il::pool
