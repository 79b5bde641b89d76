// A finished run: an immutable list of events with the tables that they point into.
#pragma once

#include "trace/choice.h"
#include "trace/event.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace il::trace {

struct Census;
struct View;

/// Kinds of things that threads wait for.
enum class ObjectKind : std::uint8_t {
    Lock,
    RLock,
    Condition,
    Semaphore,
    Event,
    Barrier,
    Queue,
    ThreadEnd,
    Other,
    Pool,       ///< of worker threads or processes; nobody waits for it, tasks refer to it
    ProcessEnd, ///< what waitpid and Process.join wait for
    Channel,    ///< a queue or pipe between processes; nobody waits for it itself, messages refer to it
};

/// Semaphores and queues can be had by several threads at once: they count, nobody owns them.
constexpr bool hasOwner(ObjectKind kind)
{
    return kind != ObjectKind::Semaphore && kind != ObjectKind::Queue && kind != ObjectKind::Pool &&
           kind != ObjectKind::Channel;
}

struct ObjectInfo {
    ObjectKind kind = ObjectKind::Other;
    StringId name = 0;      ///< the variable it was first bound to ("lock", "self.lock"), or "Lock-1"
    std::int64_t limit = 0; ///< queue maxsize, barrier parties, semaphore's initial value, pool's workers
    bool processes = false; ///< Pool: its workers are processes
    bool feeders = false; ///< Channel: threads of the senders' processes carry messages into it, after put()
};

enum class StartMethod : std::uint8_t { Initial, Fork, Spawn, ForkServer };

struct ProcessInfo {
    std::int64_t pid = 0;
    ProcessId parent = 0;
    StartMethod start = StartMethod::Initial;
    StringId name = 0;       ///< "Process-1", "ForkPoolWorker-2"; "" when it has none
    std::uint32_t pages = 0; ///< of its memory at the start, all shared with its parent after a fork
    bool daemon = false;     ///< multiprocessing's: its parent ends it instead of waiting for it
};

enum class FileKind : std::uint8_t { PipeReader, PipeWriter, Socket, Listener, Epoll, Other };

struct FileInfo {
    FileKind kind = FileKind::Other;
    StringId name = 0;   ///< the variable it was first bound to ("conn", "r"), or "" when none
    FileId peer = none;  ///< the other end, if there is one in this run
    int descriptor = -1; ///< its first one
};

struct TaskInfo {
    StringId name = 0; ///< "square(6)"
    ObjectId pool = none;
    std::uint32_t number = 0; ///< within its pool, from 0, in order of submission
    std::uint32_t chunk = 0;  ///< tasks with the same number are sent to a worker together
};

struct MessageInfo {
    StringId text = 0; ///< its repr, shortened
    ObjectId channel = none;
};

/// What a stuck thread waits for.
enum class WaitReason : std::uint8_t {
    Lock,
    Notify, ///< Condition.wait
    Semaphore,
    Event,
    Barrier,
    Item,      ///< Queue.get
    Room,      ///< Queue.put
    TasksDone, ///< Queue.join
    ThreadEnd,
    ProcessEnd,
    Io, ///< a descriptor, or several
    Other,
    Result, ///< of a pool's task
};

/// Thread `thread` waits for `object`, which `holder` alone can give it (noThread: nobody in particular).
struct WaitEdge {
    ThreadId thread = noThread;
    ObjectId object = none;
    ThreadId holder = noThread;
    WaitReason reason = WaitReason::Other;
    std::uint32_t waitLine = 0;  ///< the script's line in which it waits, 0 unknown
    std::uint32_t takenLine = 0; ///< in which the holder took the lock or a semaphore's unit, or 0
    bool leftAtFork = false; ///< the holder had it when the thread's process was forked: nobody has it there
};

/// All its workers are in the middle of tasks that wait, and `waiting` others that nobody can run are queued.
struct ExhaustedPool {
    ObjectId pool = none;
    std::uint32_t workers = 0, waiting = 0;
};

struct DeadlockInfo {
    bool cycle = false; ///< edge k's holder is the thread of edge k + 1, and so on round; otherwise:
                        ///< everybody who is left
    std::vector<WaitEdge> edges;
    std::vector<ExhaustedPool> pools; ///< only of everybody who is left
};

struct VariableInfo {
    StringId name = 0;   ///< "counter", "account.balance", "totals['a']"
    bool shared = false; ///< reached by more than one thread in this run
};

/// What the run was made with; pictures print it, nothing else depends on it.
struct RunInfo {
    std::string file;          ///< base name of the script
    std::string source;        ///< its whole text
    std::string pythonVersion; ///< "2.7", "3.11", "3.13t"
    int cores = 1;
    SimTime switchInterval; ///< 0 when the version has no switch interval
    std::string schedule;   ///< replays this run (see machine/schedule.h)
};

/// A group of simultaneous events that changes the picture: the unit of the arrow keys. Everything changes it
/// but Call, Return, Instruction and PagesCopied (see changesPicture); groups of only these belong to the
/// step that follows. Step k shows the state after events [0, end). Step 0 is before the first event that
/// changes the picture.
struct Step {
    std::uint32_t end = 0; ///< one past the step's last event
    SimTime time;
};

/// Whether an event of this kind makes a step.
constexpr bool changesPicture(EventKind kind)
{
    return kind != EventKind::Call && kind != EventKind::Return && kind != EventKind::Instruction &&
           kind != EventKind::PagesCopied;
}

/// Immutable once built (by TraceBuilder). Copying is cheap: the parts are shared.
class Trace {
public:
    Trace(); ///< an empty run: no threads, one step

    std::span<const Event> events() const;
    std::span<const Step> steps() const; ///< never empty
    std::span<const ObjectInfo> objects() const;
    std::span<const VariableInfo> variables() const;
    const RunInfo& info() const;
    std::string_view string(StringId id) const;     ///< "" for an id that is not in the table
    std::span<const ProcessInfo> processes() const; ///< never empty
    std::span<const FileInfo> files() const;
    std::span<const TaskInfo> tasks() const;
    std::span<const MessageInfo> messages() const; ///< in the order in which they were put
    /// Cycles as they closed. When the run has ended because nothing could go on, the last one isn't a cycle
    /// but everybody who was left, even if a cycle's event has told the most of it already.
    std::span<const DeadlockInfo> deadlocks() const;
    /// The descriptors that a call of select or poll asks about, in its order; empty for an unknown index.
    std::span<const FileId> watchSet(std::uint32_t index) const;

    /// The choices of a run that was scheduled by hand, in order; empty for all other runs.
    std::span<const Choice> choices() const;
    /// The last step that no option of that choice has changed yet: what is seen by who chooses.
    std::size_t stepBefore(const Choice& choice) const;

    /// The length of every finished stretch of waiting for a GIL, in order of their ends; see
    /// View::gilWaits.
    std::span<const SimTime> gilWaits() const;
    /// Indices of the VariableWritten events that lost somebody's update.
    std::span<const std::uint32_t> lostUpdates() const;
    bool hasGil() const; ///< some event is about a GIL
    /// Who and what takes part (census.h). Counted once, when the trace is built.
    const Census& census() const;

    /// The time of the last event (0 for an empty run).
    SimTime duration() const;

    /// The state after every event with time <= t, totals carried forward to t (at most to duration()).
    /// O(log n + checkpoint interval).
    View at(SimTime t) const;
    /// The state after step k (clamped to the last one).
    View atStep(std::size_t k) const;
    /// The last step whose time is <= t.
    std::size_t stepAt(SimTime t) const;
    /// The first step that shows event `index`.
    std::size_t stepOf(std::uint32_t index) const;

private:
    friend class TraceBuilder;
    struct Data;
    explicit Trace(std::shared_ptr<const Data> data);
    View viewAfter(std::uint32_t events) const;
    std::shared_ptr<const Data> m_data;
};

/// Collects events while a run goes on. One builder, one trace.
class TraceBuilder {
public:
    TraceBuilder();
    ~TraceBuilder();
    TraceBuilder(TraceBuilder&&) noexcept;
    TraceBuilder& operator=(TraceBuilder&&) noexcept;

    void add(const Event& event);           ///< time must not go back (asserted)
    StringId intern(std::string_view text); ///< equal texts get equal ids; 0 is ""
    ObjectId addObject(ObjectInfo info);
    ObjectInfo& object(ObjectId id);
    VariableId addVariable(VariableInfo info);
    VariableInfo& variable(VariableId id);
    /// The process that runs the script is there from the start, with pid 0 until it is set.
    ProcessId addProcess(ProcessInfo info);
    ProcessInfo& process(ProcessId id);
    FileId addFile(FileInfo info);
    FileInfo& file(FileId id);
    TaskId addTask(TaskInfo info);
    MessageId addMessage(MessageInfo info);
    std::uint32_t addDeadlock(DeadlockInfo info);
    /// It was none: somebody else has released a lock for its owner. finish() leaves its events out, and its
    /// edges are gone.
    void withdrawDeadlock(std::uint32_t index);
    /// The text of the Output event `index` has never left its process.
    void loseOutput(std::size_t index);
    /// `choice.event` is set to the next event's index.
    void addChoice(Choice choice);
    std::size_t choices() const;
    std::uint32_t addWatchSet(std::vector<FileId> files); ///< equal sets get equal indices
    std::size_t size() const;
    std::string_view string(StringId id) const;

    /// Ends the collection; the builder is empty afterwards.
    Trace finish(RunInfo info);

private:
    static void dropWithdrawn(Trace::Data& data);
    static void fold(Trace::Data& data, const Trace& trace);

    std::unique_ptr<Trace::Data> m_data;
};

} // namespace il::trace
