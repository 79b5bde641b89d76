// How a pool stands at one moment: what waits, who does what, what has come of it.
#pragma once

#include "pool/subjects.h"

namespace il::pool {

/// Tasks that go to a worker together and have not gone yet.
struct Chunk {
    trace::TaskId first = 0, last = 0;
    int count = 0;
};

enum class Doing : std::uint8_t {
    NotCreated, ///< will be, later in the run
    Starting,   ///< exists, but hasn't come to its pool yet
    Idle,       ///< waits for a task
    Working,
    Ended,
    Died, ///< ended by a signal or with an exit code other than 0
};

struct Worker {
    trace::ThreadId thread = trace::noThread; ///< who sits at the place now, or will
    Doing doing = Doing::NotCreated;
    trace::TaskId task = trace::none; ///< while Working
    int rest = 0;                     ///< tasks of its chunk that it has and hasn't started
    int before = 0;                   ///< how many sat at its place before it
};

/// What has become of a task, with those of dead workers told apart.
enum class Fate : std::uint8_t { Absent, Waiting, Running, Finished, Collected, Failed, Cancelled, Lost };
Fate fateOf(const trace::View& view, trace::TaskId task);

struct Tally {
    int queued = 0; ///< ever submitted
    int finished = 0, collected = 0, failed = 0, cancelled = 0, lost = 0;
};

struct Standing {
    std::vector<Chunk> waiting; ///< the next one first
    int waitingTasks = 0;
    std::vector<Worker> workers; ///< by place
    Tally tally;
};
Standing standingOf(const trace::Trace& trace, const trace::View& view, const Pool& pool);

} // namespace il::pool
