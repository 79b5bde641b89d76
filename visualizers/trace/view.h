// The state of the simulated world at one moment: a fold over events, all that a panel may look at.
#pragma once

#include "trace/event.h"
#include "trace/takers.h"

#include <optional>
#include <vector>

namespace il::trace {

class Trace;

enum class ThreadState : std::uint8_t { New, Ready, Running, WaitGil, Blocked, Io, Sleeping, Done };

/// The state that an event of a thread's life (ThreadCreated to ThreadDone) puts it into; New for other
/// kinds.
ThreadState threadState(EventKind kind);

/// A data value as an event recorded it.
struct DataValue {
    ValueKind kind = ValueKind::Int;
    std::int64_t value = 0;
    friend bool operator==(const DataValue&, const DataValue&) = default;
};

/// What a thread holds of a shared variable between reading and writing it.
struct PrivateCopy {
    VariableId variable = 0;
    DataValue value;
    std::uint32_t version = 0;       ///< the variable's version when it was read
    std::uint32_t lineage = 0;       ///< the variable's lineage when it was read
    bool stale = false;              ///< somebody has written since: a write now loses that update
    std::optional<VariableId> local; ///< the local variable that now carries it (tmp), if any
    DataValue localValue;
    std::uint32_t depth = 0; ///< of the function that this local belongs to: View's stack.size() there
    friend bool operator==(const PrivateCopy&, const PrivateCopy&) = default;
};

/// The call of select, poll or epoll_wait that a thread is in or made last.
struct PollView {
    PollModel model = PollModel::None; ///< None: it has made none yet
    bool inside = false;               ///< hasn't returned yet
    std::uint32_t set = none;          ///< epoll's FileId, or an index into Trace::watchSets
    std::uint32_t size = 0;            ///< descriptors in the set
    std::uint32_t examined = 0;        ///< descriptors looked at so far, all scans of this call together
    std::uint32_t scanned = 0;         ///< by its latest scan
    std::vector<FileId> reported;
    std::vector<std::uint8_t> masks; ///< of each of these, what is reported of it: bits of il::trace::ready
    SimTime changed;                 ///< when it was entered, or returned
    friend bool operator==(const PollView&, const PollView&) = default;
};

/// The system call that a thread is in or made last.
struct CallView {
    StringId name = 0; ///< 0: it has made none yet
    bool inside = false;
    std::int64_t argument = -1; ///< descriptor or pid
    std::int64_t result = 0;    ///< or -errno, once it has returned
    SimTime changed;            ///< when it was entered, or returned
    friend bool operator==(const CallView&, const CallView&) = default;
};

struct ThreadView {
    StringId name = 0;
    ProcessId process = 0;
    bool service = false; ///< started by the library for itself
    bool daemon = false;  ///< the end of its process doesn't wait for it
    ThreadState state = ThreadState::New;
    SimTime since;                    ///< when it entered this state
    SimTime until = SimTime::never(); ///< when the state will end by itself (timer, I/O, sleep), if known
    SimTime armed;                    ///< when `until` was set; later than `since` when a timer started anew
    int core = -1;                    ///< while Running
    bool native = false;              ///< Running outside the interpreter: needs no GIL
    ObjectId waitsFor = none;         ///< while Blocked
    std::uint32_t line = 0;           ///< 0 before its first line
    StringId file = 0;
    std::vector<StringId> stack;     ///< function names, outermost first
    std::vector<ObjectId> holds;     ///< locks held, in order of acquisition
    std::vector<PrivateCopy> copies; ///< in order of reading; a write of the variable ends its copy
    ObjectId queuedAt = none;        ///< the object that has it among its `waiters` or `woken`
    std::uint32_t lostUpdates = 0;   ///< updates of others that this thread's writes destroyed
    bool failed = false;             ///< Done by an uncaught exception
    bool abandoned = false;          ///< Done because the process ended (daemon)
    SimTime ran, waitedGil, waitedLocks, waitedIo; ///< totals; see View::carried. waitedLocks: all of Blocked
    std::uint32_t acquisitions = 0;                ///< of locks; re-entering an RLock doesn't count
    ObjectId pool = none;                          ///< whose worker it is or was
    bool working = false;                          ///< is a worker now
    TaskId task = none;                            ///< a worker's current task
    std::uint32_t tasksDone = 0;                   ///< a worker's
    SimTime worked; ///< total of the time from start to end of its tasks, or to its own
    /// Of that, and of its current task's time, the part in which the task got on: it ran, was in I/O or
    /// slept, and waited for neither the GIL, nor a core, nor a lock. See View::carried.
    SimTime served;
    SimTime created = SimTime::never();                         ///< the thread
    SimTime joined = SimTime::never(), left = SimTime::never(); ///< its pool, latest; never: hasn't yet
    SimTime firstTask = SimTime::never();                       ///< when it started that
    SimTime servedSince;                                        ///< when its current task started
    PollView poll;
    CallView call;
    friend bool operator==(const ThreadView&, const ThreadView&) = default;
};

struct ObjectView {
    ThreadId owner = noThread; ///< locks
    std::uint32_t depth = 0;
    SimTime since;                 ///< when the owner got it, or when it became free
    std::int64_t value = 0;        ///< semaphore counter, queue size, a pool's finished tasks, ...
    std::vector<ThreadId> waiters; ///< in order of arrival
    std::vector<ThreadId> woken;   ///< woken but not yet owners
    std::uint32_t acquisitions = 0, contended = 0; ///< re-entering doesn't count; requests that had to wait
    SimTime heldFor;                               ///< total
    std::uint32_t takenLine = 0;                   ///< the owner's line when it got the lock; 0 unknown
    std::uint32_t takenAway = 0;                   ///< releases by threads that didn't own it
    std::vector<Taker> takers;                     ///< of a semaphore's units, in order
    friend bool operator==(const ObjectView&, const ObjectView&) = default;
};

struct VariableView {
    bool written = false;
    DataValue value;
    std::uint32_t version = 0; ///< number of writes so far
    ThreadId lastWriter = noThread;
    /// Writes that the current value still builds on. A stale write takes up the lineage of the old value
    /// that it was computed from; a write by a thread that had read nothing counts as built on the current
    /// value.
    std::uint32_t lineage = 0;
    /// version - lineage: writes whose effect is gone. It can fall again, when the value that a stale write
    /// overwrote is itself written back by a thread that still held it.
    std::uint32_t lostUpdates = 0;
    SimTime lastLost = SimTime::never(); ///< when the latest update was lost
    std::vector<ThreadId> readers;       ///< who has a private copy that isn't stale
    friend bool operator==(const VariableView&, const VariableView&) = default;
};

struct GilView {
    bool exists = false;
    ThreadId holder = noThread;
    SimTime since;                  ///< when the holder took it, or when it became free
    ThreadId lastHolder = noThread; ///< who took it last; equals `holder` while it is held
    bool dropRequested = false;
    ThreadId requester = noThread;
    std::uint32_t switches = 0, forcedDrops = 0, lostWakes = 0;
    SimTime heldFor;                  ///< total over all threads, up to now
    ThreadId forcedWaiter = noThread; ///< dropped it by force and sleeps until somebody else has taken it
    friend bool operator==(const GilView&, const GilView&) = default;
};

enum class ProcessState : std::uint8_t { Absent, Running, Zombie, Reaped };

struct ProcessView {
    ProcessState state = ProcessState::Absent;
    SimTime since;              ///< when it entered this state
    ThreadId main = noThread;   ///< its main thread
    std::int64_t parentPid = 0; ///< changes when it is adopted
    bool orphan = false;
    int exitCode = 0; ///< of a Zombie or Reaped one; -N: ended by signal N
    int signal = 0;   ///< sent to it last; 0: none
    std::uint32_t pagesCopied = 0;
    std::uint32_t descriptors = 0; ///< open ones that it opened itself
    GilView gil;
    friend bool operator==(const ProcessView&, const ProcessView&) = default;
};

enum class TaskState : std::uint8_t { Absent, Queued, Running, Finished, Collected, Cancelled, Lost };

struct TaskView {
    TaskState state = TaskState::Absent;
    bool raised = false;
    ThreadId worker = noThread;
    SimTime queued, started = SimTime::never(), finished = SimTime::never(), collected = SimTime::never();
    StringId result = 0;     ///< once it is Finished
    std::uint32_t order = 0; ///< among its pool's finished tasks, from 1; 0: not finished
    friend bool operator==(const TaskView&, const TaskView&) = default;
};

enum class MessageState : std::uint8_t { Absent, Put, Sent, Taken, Failed };

struct MessageView {
    MessageState state = MessageState::Absent;
    ThreadId sender = noThread, receiver = noThread; ///< who put and who took it
    SimTime put = SimTime::never(), sent = SimTime::never(), taken = SimTime::never();
    friend bool operator==(const MessageView&, const MessageView&) = default;
};

/// An open file description.
struct FileView {
    bool open = false;
    std::uint8_t ready = 0;        ///< bits of il::trace::ready
    int descriptor = -1;           ///< of who opened it
    ThreadId opener = noThread;    ///< who opened it
    std::uint32_t descriptors = 0; ///< that refer to it; forked copies aren't announced, so at least so many
    std::uint32_t buffered = 0; ///< bytes that can be read (a listener: connections that wait to be accepted)
    std::uint32_t inFlight = 0; ///< sent bytes that haven't arrived yet
    std::uint64_t received = 0, read = 0, sent = 0; ///< totals
    SimTime lastArrival = SimTime::never();
    FileId watcher = none; ///< the epoll that watches it (the latest, if several do)
    std::uint8_t mask = 0; ///< what that watches for
    bool edgeTriggered = false, oneShot = false;
    bool listed = false;           ///< on that epoll's ready list
    std::vector<FileId> readyList; ///< an epoll's, in order
    std::uint32_t watched = 0;     ///< an epoll's: size of its interest set
    friend bool operator==(const FileView&, const FileView&) = default;
};

/// Over all threads, for one model.
struct PollTotals {
    std::uint32_t calls = 0, returns = 0;
    std::uint64_t examined = 0, reported = 0;
    friend bool operator==(const PollTotals&, const PollTotals&) = default;
};

struct View {
    SimTime now;
    /// Totals count finished stretches, and of unfinished ones the part up to here. at() and atStep() give
    /// carried == now, so their totals are complete; while events are folded in, it lags behind.
    SimTime carried;
    std::vector<ThreadView> threads;
    std::vector<ObjectView> objects;
    std::vector<VariableView> variables;
    std::vector<ProcessView> processes; ///< by ProcessId; never empty
    std::vector<TaskView> tasks;
    std::vector<MessageView> messages;
    std::vector<FileView> files;
    PollTotals polls[pollModels]; ///< by PollModel
    std::uint32_t gilWaits = 0; ///< finished waits for a GIL; their lengths: trace.gilWaits().first(gilWaits)
    std::vector<ThreadId> cores;   ///< who runs on each core, noThread when idle
    std::uint32_t events = 0;      ///< how many are folded in
    std::uint32_t outputs = 0;     ///< how many Output events so far
    StringId cue = none;           ///< the cue reached last
    std::uint32_t cueStep = 0;     ///< the step at which that was
    std::uint32_t deadlock = none; ///< the latest: index into Trace::deadlocks
    bool ended = false;
    EndReason reason = EndReason::Finished;
    int exitStatus = 0;

    const GilView& gil(ProcessId process = 0) const { return processes[process].gil; }
    GilView& gil(ProcessId process = 0) { return processes[process].gil; }
    friend bool operator==(const View&, const View&) = default;
};

/// The state before the first event of a run on that many cores.
View initialView(const Trace& trace);
/// Folds one event in. Pure: depends on nothing but its arguments. Ids that are not in the trace's tables are
/// ignored, so a damaged trace gives a poor picture and nothing worse.
///
/// Lost updates: reading a variable makes a private copy; another thread's write makes that copy stale; a
/// write by a thread whose own copy is stale has lost every version written since it read. Either write ends
/// its copy; so does waiting for a condition, unless a local variable carries it, of a function that hasn't
/// returned.
void apply(View& view, const Event& event, const Trace& trace);
/// A View with running totals carried forward to `t` (no event between view.now and t is needed).
View advanced(View view, SimTime t);

} // namespace il::trace
