// The only contract between the model and the pictures: what happened, when, to whom.
#pragma once

#include "trace/time.h"

#include <cstdint>

namespace il::trace {

/// A thread's number in the trace, in order of creation over all processes; 0 is the first main thread.
using ThreadId = std::uint16_t;
/// Index into Trace::objects (locks, queues, ... that threads wait for).
using ObjectId = std::uint32_t;
/// Index into Trace::variables.
using VariableId = std::uint32_t;
/// Index into Trace::strings.
using StringId = std::uint32_t;
/// Index into Trace::processes, in order of creation; 0 is the process that runs the script.
using ProcessId = std::uint16_t;
/// Index into Trace::files: open file descriptions, which several descriptors of several processes may share.
using FileId = std::uint32_t;
/// Index into Trace::tasks.
using TaskId = std::uint32_t;
/// Index into Trace::messages.
using MessageId = std::uint32_t;

inline constexpr ThreadId noThread = 0xFFFF;
inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// What an event says. The comment gives the meaning of `object` and `value`; fields not named are 0.
/// `thread` is always the thread that the event is about.
/// Appending is fine; renumbering breaks stored traces.
enum class EventKind : std::uint8_t {
    // A thread's life. Every change of ThreadState below is exactly one of these.
    ThreadCreated, ///< object = name (StringId); value = creator ThreadId (noThread for the first) + its
                   ///< ProcessId
                   ///< << 16; flags 1 = a service thread, which the library has started for itself (a pool's
                   ///< handlers, a queue's feeder), 2 = daemon. State: New.
    ThreadReady,   ///< Runnable, waits for a core. flags 1 = was preempted by the OS scheduler.
    ThreadRunning, ///< value = core. Executes. (With a GIL: holds the GIL too, unless flags 1 = native code.)
    ThreadWaitGil, ///< value = time (ns) at which its switch-interval timer fires, -1 when it has none.
    ThreadBlocked, ///< object = ObjectId it waits for; value = deadline in ns, -1 when none. Lock-like waits.
    ThreadIo, ///< Blocked outside the interpreter in I/O; value = time (ns) at which it ends, -1 unknown.
    ThreadSleeping, ///< time.sleep; value = time (ns) at which it ends.
    ThreadDone,     ///< Finished. flags 1 = by an uncaught exception, 2 = abandoned at exit (daemon).

    // Where it is in the program.
    Line,        ///< object = line (1-based) about to run; value = CodeId << 32 | file StringId.
    Call,        ///< object = function name (StringId); value = new depth.
    Return,      ///< object = function name (StringId); value = new depth.
    Instruction, ///< object = index into the code's instructions; value = opcode. Only when asked for.

    // The interpreter lock of the thread's process. These never appear for a version without a GIL.
    GilTaken, ///< value = switch number after taking. flags 1 = holder differs from the last one (a switch).
    GilReleased, ///< flags 1 = forced by a drop request, 2 = around a blocking call, 4 = tick check (2.7).
    GilDropRequested, ///< thread = the waiter that asks; object = ThreadId of the holder.
    GilForcedWait,    ///< The dropper sleeps until someone else has taken the GIL (FORCE_SWITCHING).
    GilWakeLost,      ///< Woken for the GIL but somebody took it first (barging; 2.7's signal storm).

    // Waiting objects. `object` is the ObjectId throughout.
    LockRequested, ///< value = 1 if it will have to wait.
    LockAcquired,  ///< value = depth after (RLock), 1 for a Lock.
    LockReleased,  ///< value = depth after; 0 = free.
    LockWoken,     ///< thread = the waiter that a release woke (it doesn't own the lock yet).
    ObjectWait,    ///< Begins to wait in a Condition, Event, Barrier, Semaphore, Queue, join, ...
    ObjectNotify,  ///< value = how many were notified (Condition, Event, Barrier).
    ObjectValue,   ///< value = new counter (Semaphore), size (Queue), 0/1 (Event), waiting (Barrier).
    WaitTimedOut,  ///< A wait on `object` ended by its timeout.

    // Data. `object` is the VariableId; `value` and `flags` hold the value (see ValueKind).
    VariableRead, ///< The thread now holds a private copy of what it read.
    VariableWritten,
    LocalWritten, ///< A local variable of the running function that holds a value derived from shared data.

    // The program's world.
    Output, ///< object = text (StringId), flags 1 = stderr, 2 = lost: it lay in its process's buffer, without
            ///< an end of line, when that process ended.
            ///< As on a terminal, lines are out at once. What a child has inherited in its parent's buffer is
            ///< an event of the child's.
    Exception, ///< object = "Type: message" (StringId); flags 1 = uncaught.
    Cue,      ///< object = cue name (StringId): a `#: name` line is about to run. noThread: the run is stuck.
    Deadlock, ///< object = index into Trace::deadlocks, value = number of threads in it.
    RunEnded, ///< value = exit status; object = EndReason.

    // Processes. `object` is the ProcessId throughout. A process's main thread is a thread of its own.
    ProcessCreated, ///< thread = its creator (noThread for the first); value = pid. The ThreadCreated of its
                    ///< main
                    ///< thread follows.
    ProcessExited,  ///< thread = its main thread, or who ended it; value = exit code, -N when signal N ended
                    ///< it.
                    ///< A zombie from now on.
    ProcessReaped,  ///< thread = who waited for it; noThread: nobody has to.
    ProcessAdopted, ///< Its parent has ended; value = pid of the new one.
    SignalSent,     ///< To that process; thread = sender (noThread: the kernel); value = signal number.
    PagesCopied,    ///< value = pages of its memory so far that are no longer shared with its parent or
                    ///< children.

    // Pools of threads or processes, and their tasks.
    WorkerJoined,  ///< thread = a worker (its process's main thread); object = ObjectId of its pool.
    WorkerLeft,    ///< thread = the worker; object = ObjectId. It ends, or has died.
    TaskQueued,    ///< thread = who submits; object = TaskId.
    TaskStarted,   ///< thread = the worker; object = TaskId.
    TaskFinished,  ///< thread = the worker; object = TaskId; value = its result as text (StringId). flags 1 =
                   ///< raised.
    TaskCollected, ///< The result is back where it was asked for. thread = who brought it; object = TaskId.
                   ///< flags 2 =
                   ///< cancelled, 4 = lost with its worker: then it need not have started or finished.

    // Descriptors and what is behind them. `object` is the FileId throughout; thread may be noThread (the
    // network).
    FileOpened,   ///< value = descriptor.
    FileClosed,   ///< value = descriptor. flags 1 = that was the last one: the description is gone.
    BytesArrived, ///< value = how many << 32 | how many are in its receive buffer now. A listener:
                  ///< connections.
    BytesRead,    ///< value = how many << 32 | how many are left. A listener: accepted connections.
    BytesSent,    ///< value = how many << 32 | how many of its sent bytes haven't arrived yet.
    FileReady,    ///< value = its readiness (see `ready` below), whenever that changes.

    // select, poll, epoll. The thread is the caller unless told otherwise.
    WatchChanged, ///< epoll_ctl: object = the watched FileId; value = epoll's FileId << 32 | mask (0:
                  ///< removed).
                  ///< flags 1 = edge-triggered, 2 = one-shot.
    ReadyListed, ///< The kernel puts it on a ready list: object = FileId; value = epoll's FileId. thread: who
                 ///< caused it.
    ReadyUnlisted, ///< It leaves the list: likewise.
    PollCalled, ///< value = number of descriptors in the set; object = epoll's FileId, or for select and poll
                ///< an
                ///< index into Trace::watchSets. flags = PollModel.
    PollScanned,  ///< The kernel has examined `value` descriptors (more), one after the other. flags =
                  ///< PollModel.
    PollReported, ///< object = a FileId that the call is about to report; value = mask. One event for each.
    PollReturned, ///< value = how many are reported; -1: an exception. flags = PollModel.

    // System calls that can wait, around what they do.
    CallEntered,  ///< object = its name (StringId): "recv"; value = descriptor or pid, -1 when none.
    CallReturned, ///< object = its name; value = result, or -errno.

    // Messages between processes. `object` is the MessageId throughout.
    MessagePut,   ///< thread = who sends it. Until it is sent it lies in that thread's process.
    MessageSent,  ///< thread = who has written it (the first byte of it) into the channel. flags 1 = it
                  ///< couldn't be sent, and is lost.
    MessageTaken, ///< thread = who reads it (its first byte) out of the channel.
};
inline constexpr int eventKinds = static_cast<int>(EventKind::MessageTaken) + 1;

/// Bits of readiness, as poll() has them.
namespace ready {
inline constexpr std::uint8_t in = 1, out = 4, error = 8, hangUp = 16;
} // namespace ready

/// Which call waits for many descriptors.
enum class PollModel : std::uint8_t { None, Select, Poll, Epoll };
inline constexpr int pollModels = 4;

/// How `value` of a data event is to be read; stored in `flags`.
enum class ValueKind : std::uint8_t {
    Int,  ///< the number itself
    Text, ///< StringId of the value's repr (long ones are cut with an ellipsis when recorded)
};

/// Why a run ended (RunEnded.object).
enum class EndReason : std::uint8_t {
    Finished,
    Deadlock,
    StepLimit,
    TimeLimit,
    MemoryLimit,
    OutputLimit,
    ThreadLimit
};

/// One thing that happened. Events of a trace are in order of time; simultaneous ones in causal order.
struct Event {
    SimTime time;
    EventKind kind = EventKind::RunEnded;
    std::uint8_t flags = 0;
    ThreadId thread = noThread;
    std::uint32_t object = 0;
    std::int64_t value = 0;

    friend bool operator==(const Event&, const Event&) = default;
};
static_assert(sizeof(Event) == 24, "a million events are to fit into 24 MB");

} // namespace il::trace
