// Who and what the deadlock picture shows: the same for all steps of a run, so that nothing jumps.
#pragma once

#include "trace/trace.h"

#include <map>
#include <utility>
#include <vector>

namespace il::deadlock {

/// A thread and a thing that it holds, asks for or waits for at some moment of the run.
struct Bond {
    trace::ThreadId thread = trace::noThread;
    trace::ObjectId object = trace::none;
    friend bool operator==(const Bond&, const Bond&) = default;
};

/// Locks that are contended or held together with others, and whatever else threads are stuck at in the end.
/// In a run without such: the conditions, semaphores and barriers that threads wait at, or else all locks.
struct Cast {
    std::vector<trace::ThreadId> threads; ///< ascending
    std::vector<trace::ObjectId> objects; ///< ascending
    std::vector<Bond> bonds;              ///< of these only, each once
    /// Who alone can give a thing that isn't a lock: the thread whose end is waited for.
    std::map<trace::ObjectId, trace::ThreadId> givers;
    /// Of semaphores in rings: for whom a thread waits there in the end. Several may have units of one.
    std::map<std::pair<trace::ThreadId, trace::ObjectId>, trace::ThreadId> takers;
    int hiddenThreads = 0, hiddenObjects = 0; ///< that there is no room for

    bool has(trace::ThreadId thread) const;
    bool hasObject(trace::ObjectId object) const;
};

inline constexpr std::size_t mostThreads = 16, mostObjects = 16;

/// From the trace's census and its deadlocks, without a look at the events.
Cast castOf(const trace::Trace& trace);

/// True when a thread used a lock, waited at a condition, semaphore or barrier, or is stuck.
bool isAboutDeadlock(const trace::Trace& trace);

bool isLock(trace::ObjectKind kind);
/// What threads take, and others wait until they give it back: a lock or a semaphore.
bool isTaken(trace::ObjectKind kind);

} // namespace il::deadlock
