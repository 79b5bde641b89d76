// Who and what takes part in a run, counted over all of it: the same for all of its pictures.
#pragma once

#include "trace/event.h"
#include "trace/poll_census.h"

#include <cstdint>
#include <span>
#include <vector>

namespace il::trace {

struct ObjectInfo;
struct VariableInfo;

/// A thread that was a pool's worker at some time of the run.
struct WorkerCensus {
    ThreadId thread = noThread;
    ObjectId pool = none;
    SimTime created;                 ///< the thread
    SimTime left = SimTime::never(); ///< the pool, or when the thread ended without leaving it
};

/// A thread and a lock (Lock, RLock) that it held or asked for.
struct LockUse {
    ThreadId thread = noThread;
    ObjectId lock = none;
    friend bool operator==(const LockUse&, const LockUse&) = default;
};

/// A thread and a Condition, Semaphore or Barrier that it slept at or notified.
struct ObjectUse {
    ThreadId thread = noThread;
    ObjectId object = none;
    friend bool operator==(const ObjectUse&, const ObjectUse&) = default;
};

/// `thread` asked for lock `second` while it held lock `first`.
struct LockOrder {
    ThreadId thread = noThread;
    ObjectId first = none, second = none;
    friend bool operator==(const LockOrder&, const LockOrder&) = default;
};

struct Census {
    std::uint32_t created = 0;               ///< ThreadCreated events
    std::vector<bool> services;              ///< by thread: the library has started it for itself
    std::vector<ProcessId> processes;        ///< by thread
    std::vector<StringId> threadNames;       ///< by thread, from its (first) creation; 0 when it has none
    std::vector<std::uint32_t> objectUses;   ///< events about waiting for an object, by ObjectId
    std::vector<std::uint32_t> variableUses; ///< reads and writes of a shared variable, by VariableId
    /// Writes of a shared variable by the main thread and by others, by VariableId.
    std::vector<std::uint32_t> mainWrites, otherWrites;
    /// By thread: whether it used an object or a shared variable while two threads or more were alive.
    /// Waiting for a thread's end isn't sharing (nor is anything about an object of kind Other).
    std::vector<bool> shares;
    PollCensus polls;                  ///< descriptors, and who waits for them
    std::vector<ThreadId> mains;       ///< by process: its main thread, noThread for one that had none
    std::vector<WorkerCensus> workers; ///< in order of joining; a thread is one pool's worker only
    std::vector<StringId>
        taskResults;               ///< by TaskId: its result as text; 0 for one that raised or didn't finish
    std::vector<SimTime> taskEnds; ///< by TaskId: when it finished; never for one that didn't
    /// By MessageId: who put it and who took it; noThread for one that was not.
    std::vector<ThreadId> messageSenders, messageReceivers;
    std::vector<LockUse> lockUses;     ///< each pair once, in order of first use
    std::vector<LockOrder> lockOrders; ///< each triple once, in order of first use
    /// Each pair once, in order: who slept at what, and who notified what.
    std::vector<ObjectUse> waits, notices;
    /// Places of the events with which a thread tried a lock in vain that another one had, and of those with
    /// which one took a lock while it held another; ascending.
    std::vector<std::uint32_t> refusals, seconds;
    std::vector<bool> contended; ///< by ObjectId: a lock that somebody asked for while another had it
};

/// One pass. Events about what isn't in the tables count for nothing. Without
/// `polls`: see pollCensusOf.
Census censusOf(std::span<const Event> events, std::span<const ObjectInfo> objects,
                std::span<const VariableInfo> variables, std::size_t tasks = 0, std::size_t messages = 0);

} // namespace il::trace
