// What the kernel knows of a thread and of the things that threads wait for. Plain values in flat arrays.
#pragma once

#include "machine/interpreter/interpreter.h"
#include "machine/kernel/intrusive_list.h"
#include "trace/takers.h"
#include "trace/time.h"
#include "trace/trace.h"
#include "trace/view.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace il::machine {

/// Index into KernelState::objects.
using SyncId = std::uint32_t;
inline constexpr SyncId noSync = 0xFFFFFFFF;

/// Whether threads wait for this kernel object: its kind is an ObjectKind then, its index one of
/// Process::syncs. Others (random generators, streams, ...) have kinds from 100 up.
constexpr bool isSync(const KernelObject& object)
{
    return object.kind < 100;
}

/// Index into KernelState::processes, in order of creation; 0 is the first process.
using ProcessId = trace::ProcessId;
inline constexpr ProcessId noProcess = 0xFFFF;

/// What a parked thread is doing, which says how it goes on when it is woken.
enum class Op : std::uint8_t {
    None, ///< isn't parked (or has only lost the GIL)
    Pay,  ///< goes on at once with `result`, after `duration` of CPU time; keeps the GIL
    Sleep,
    Io,            ///< `duration`, then None
    Acquire,       ///< Lock, RLock: True, or False when timed out. Retried without the GIL
    ConditionWait, ///< until notified; then Relock
    Relock,        ///< after Condition.wait: takes the main lock again, to its former depth; `outcome`
    Down,          ///< Semaphore
    EventWait,
    BarrierWait,
    Get,
    Put, ///< Queue; `result` is the item to put
    QueueJoin,
    Join,        ///< end of thread `target`
    Start,       ///< Thread.start: until thread `target` runs
    File,        ///< a system call on files: KernelState::calls
    Interrupted, ///< a signal's handler has to run, then what it interrupted goes on: Thread::interrupted
    Pause,       ///< signal.pause
    // System calls that do their work after `duration` of CPU time.
    Fork,
    Spawn,       ///< `result`: tuple of the module that it runs, the payload and its descriptors
    Exit,        ///< of the whole process; `number`: its exit code, or -N when signal N ends it
    WaitProcess, ///< end of the child with pid `number`, -1: of any; (pid, status)
};

/// The call takes CPU time first; nobody is waited for.
constexpr bool isWork(Op op)
{
    return op == Op::Pay || op == Op::Fork || op == Op::Spawn || op == Op::Exit;
}

/// A thread's wait, from the native that parks it until the native's call is completed.
struct Wait {
    Op op = Op::None;
    bool woken = false; ///< by a release, notify, ...
    bool timedOut = false;
    bool outcome =
        false; ///< Relock: what wait() returns; BarrierWait: broken; Join: the process is closing down
    SyncId object = noSync;  ///< what it waits for
    SyncId lock = noSync;    ///< ConditionWait, Relock: the main lock
    std::uint32_t depth = 1; ///< ConditionWait, Relock: depth of the main lock
    trace::ThreadId target = trace::noThread;
    trace::SimTime duration = trace::SimTime::never(); ///< timeout, sleep, I/O; never(): no timeout
    trace::SimTime deadline = trace::SimTime::never(); ///< set when it begins
    trace::SimTime begun = trace::SimTime::never();    ///< when it first began to wait
    std::int64_t number = 0; ///< BarrierWait: its index and, above 32 bits, the generation; Exit, WaitProcess
    Value result;
};

struct Thread {
    trace::ThreadState state = trace::ThreadState::New;
    ProcessId process = 0;
    bool daemon = false;
    bool service = false;    ///< the library has started it for itself
    bool forced = false;     ///< in a forced wait for a switch (see Gil)
    bool unfinished = false; ///< runs, but its Wait has to be completed first
    bool burning = false;    ///< a native's burn is under way: complete its call afterwards
    bool ticking = false;    ///< 2.x: between release and re-acquisition at a tick check
    bool failed = false;     ///< an exception that is no SystemExit has ended its function
    bool hooked = false;     ///< threading.excepthook has been called for that
    int core = -1;           ///< while Running
    int lastCore = -1;
    std::uint32_t number = 0; ///< what Python code of its process knows it by
    std::uint32_t token = 0;  ///< timers set with another token are void
    trace::SimTime clock;     ///< while Running: when its next instruction begins
    trace::SimTime burn;      ///< CPU time to use up before that
    trace::SimTime cpuTime;   ///< used before `since`
    trace::SimTime since;     ///< while Running: since when
    Wait wait;
    std::vector<Wait> interrupted;  ///< by signals whose handlers are running; innermost last
    bool resumes = false;           ///< the next handler returns to the last of them
    Value burnResult;               ///< what the burning native returns
    std::optional<Outcome> outcome; ///< how its last stretch ended, while something else has to happen first
    SyncId end = noSync;            ///< ThreadEnd: joiners
    SyncId begin = noSync;          ///< Other: whoever is in start()
    std::size_t heldBytes = 0;      ///< its share of KernelState::heldBytes: its stack
    Value object;                   ///< its threading.Thread, Null for the main thread until it is asked for
    std::string name;
};

/// Locks, queues, ... One struct for all: few, flat, simply copied.
struct SyncObject {
    enum class Order : std::uint8_t { Fifo, Lifo, Priority };
    trace::ObjectKind kind = trace::ObjectKind::Other;
    Order order = Order::Fifo;             ///< Queue
    bool named = false;                    ///< its name in the trace comes from a variable
    bool bounded = false;                  ///< BoundedSemaphore: value must not exceed limit
    bool broken = false;                   ///< Barrier
    bool result = false;                   ///< Condition, Event: who waits here waits for a task's result
    bool shared = false;                   ///< between processes: a fork doesn't copy it
    trace::ObjectId traceId = trace::none; ///< given when something is first recorded: see Kernel::traceOf
    trace::ThreadId owner = trace::noThread;
    std::uint32_t depth = 0;          ///< of an owned lock
    std::uint32_t takenLine = 0;      ///< in which its owner took it
    SyncId lock = noSync;             ///< Condition: its main lock
    std::int64_t value = 0;           ///< counter, flag, arrived, size
    std::int64_t limit = 0;           ///< maxsize, parties, initial value
    std::int64_t generation = 0;      ///< Barrier: rounds so far
    std::int64_t unfinished = 0;      ///< Queue: tasks not done
    std::uint32_t items = 0;          ///< Queue: index into KernelState::queues
    ThreadList waiters;               ///< Queue: getters
    ThreadList putters, joiners;      ///< Queue
    std::vector<trace::Taker> takers; ///< Semaphore
    std::string name;
};

/// Threads that wait for each other in a circle, from the moment that it closes. Only a thread outside of it
/// can break it: it may release a Lock that another one holds.
struct Ring {
    std::uint32_t deadlock = 0;           ///< its place among the trace's; 0 while none is recorded
    std::vector<trace::ThreadId> threads; ///< each waits for the next
    std::vector<SyncId> locks;            ///< that are waited for in it
};

/// Who ends a thread's wait: a thread's signal (GIL, lock, queue, ...), the clock, or data at a descriptor.
enum class Waker : std::uint8_t { Thread, Clock, Data };

struct Core {
    trace::ThreadId running = trace::noThread;
    bool sliceSet = false; ///< a Slice timer is on the agenda
};

} // namespace il::machine
