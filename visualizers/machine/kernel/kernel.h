// The simulated computer's operating system and the part of the interpreter that schedules threads.
#pragma once

#include "machine/deadlock.h"
#include "machine/interpreter/interpreter.h"
#include "machine/kernel/files/file_call.h"
#include "machine/kernel/message_book.h"
#include "machine/kernel/process.h"
#include "machine/kernel/shared_cells.h"
#include "machine/kernel/task_book.h"
#include "machine/kernel/timers.h"
#include "machine/machine.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace il::machine {

/// All that a run's future depends on, besides its program and Config. A value: a copy goes on in the same
/// way.
struct KernelState {
    KernelState(const Config& config, Schedule schedule);

    Schedule schedule;
    trace::SimTime now;
    std::deque<Process> processes;       ///< a deque, for natives hold references while others are made
    std::vector<ProcessId> living;       ///< those that have not ended, in order of creation
    std::shared_ptr<const Memory> fresh; ///< what a spawned process begins with; null: nobody can spawn
    std::vector<Thread> threads;
    std::deque<ThreadContext>
        contexts; ///< of the threads; a deque, for natives hold references while threads start
    std::vector<Core> cores;
    Timers timers;
    ThreadList ready; ///< want a core, in order of arrival
    std::vector<ThreadLink> readyLinks,
        waitLinks; ///< by thread: places in `ready` and in a SyncObject's list
    std::vector<SyncObject> objects;
    std::vector<std::deque<Value>> queues;
    std::vector<SharedCells> cells;            ///< memory that processes share
    Files files;                               ///< of the whole computer
    std::map<trace::ThreadId, FileCall> calls; ///< system calls on files that are under way
    std::map<trace::ThreadId, std::vector<FileCall>> pausedCalls; ///< interrupted by handlers; innermost last
    std::size_t filesTold = 0;                                    ///< entries in the trace's table of files
    std::vector<std::uint32_t> objectCounts;                      ///< by ObjectKind, for names like "Lock-1"
    std::int64_t unevenness = 0;    ///< ns, of the latest wake-up: see latency()
    std::uint64_t instructions = 0; ///< executed so far
    std::string out, err;
    bool printedTooMuch = false;
    std::size_t heldBytes = 0; ///< by living processes and threads: see Kernel::count()
    std::size_t cellBytes = 0; ///< in `cells`
    std::vector<Ring> rings;   ///< of threads that wait for each other
    int exitStatus = 0;        ///< of the first process
    bool ended = false;
    std::optional<Deadlock> deadlock; ///< when it has ended with one
    trace::EndReason reason = trace::EndReason::Finished;
};

/// Runs a KernelState. `image`, `config` and `builder` must outlive it; `builder` may be null: nothing is
/// recorded.
class Kernel final : public Host {
public:
    Kernel(const Image& image, const Config& config, KernelState state, trace::TraceBuilder* builder);

    /// Creates the main thread; then step() until ended().
    void boot();
    /// Does the one thing that happens next: a timer, or a stretch of one thread's execution.
    void step();
    bool ended() const { return s.ended; }
    const KernelState& state() const { return s; }
    KernelState& state() { return s; }

    // What natives ask for. Times are the calling thread's clock, context.now.

    /// Parks the calling thread; it begins to wait when the native returns.
    NativeResult park(Context& context, const Wait& wait);
    /// The call takes `cost` of CPU time and returns `result`. For natives that wake others: these must get
    /// going at their time although the caller runs on.
    NativeResult pay(Context& context, trace::SimTime cost, Value result);

    /// A new process that goes on as a copy of the caller's, with only this thread, when the call has taken
    /// its time. It returns the child's pid here and 0 there.
    NativeResult fork(Context& context);
    /// A new process with a fresh interpreter that runs the library module `module`, a Str. It inherits the
    /// standard streams and the descriptors in `fds`, a List or Tuple of ints. Returns its pid.
    NativeResult spawn(Context& context, Value module, Value payload, Value fds);
    /// The caller's process ends at once: no clean-up, and what sys.stdout has buffered is lost.
    NativeResult exitProcess(Context& context, int status);
    /// waitpid: `pid` -1 means any child. Without `blocks` (0, 0) when none has ended.
    NativeResult waitProcess(Context& context, std::int64_t pid, bool blocks);
    /// The process with that pid that hasn't been reaped; noProcess when there is none.
    ProcessId findProcess(std::int64_t pid) const;
    /// What pictures call the caller's process, and whether it is one of multiprocessing's daemons.
    void describeProcess(Context& context, std::string_view name, bool daemon);
    NativeResult sendSignal(Context& context, ProcessId target, int signal);
    void setAlarm(Context& context, trace::SimTime delay);
    /// Empties the buffer of the process's sys.stdout.
    void flush(Process& process);
    /// What the trace says of a process's printing: see OpenLine.
    void tellPrinted(const Context& context, Process& process, std::string_view text);
    void tellInherited(Process& process, trace::ThreadId thread, trace::SimTime now);
    void loseOpenLine(Process& process);
    /// Whether all processes together may take so much more memory. Copies that fork makes count in full,
    /// for here nothing shares pages.
    bool hasRoom(std::size_t bytes) const;

    SyncId addObject(trace::ObjectKind kind, std::int64_t value, std::int64_t limit);
    SyncObject& object(SyncId id) { return s.objects[id]; }
    /// Its number in the trace; none when nothing is recorded.
    trace::ObjectId traceOf(SyncId id);
    /// Takes a free lock, or one that `thread` may enter again.
    bool tryAcquire(trace::ThreadId thread, SyncId lock, trace::SimTime now);
    /// Depth goes down by `levels`; when the lock is free then, one waiter is woken. True if there was one.
    bool releaseLock(trace::ThreadId thread, SyncId lock, std::uint32_t levels, trace::SimTime now);
    /// Wakes the first of `list` (LockWinner chooses when `choose`). False when it is empty.
    bool wakeOne(ThreadList& list, trace::SimTime now, bool choose);
    std::uint32_t wakeAll(ThreadList& list, trace::SimTime now);
    /// Puts the calling thread, which is about to park(), at the end of the list that its Wait names.
    void enqueue(trace::ThreadId thread);
    void objectValue(trace::ThreadId thread, SyncId id, std::int64_t value, trace::SimTime now);
    void breakBarrier(SyncId id, trace::SimTime now);
    /// Puts an item in a queue that has room and wakes a getter.
    void putItem(trace::ThreadId thread, SyncId queue, Value item, trace::SimTime now);

    // kernel_files.cpp

    /// Makes a system call. Its result is in `call` or, for select, picked from `keep`, its three lists.
    /// `timeout` 0: it doesn't wait.
    NativeResult fileCall(Context& context, FileCall call, trace::SimTime timeout = trace::SimTime::never(),
                          Value keep = {});
    FdTable& fdsOf(trace::ThreadId thread) { return processOf(thread).fds; }
    Moment momentAt(trace::SimTime now);
    /// To be called after anything was done to files directly: wakes who waits for that.
    /// `cause`: who did it.
    void filesChanged(trace::SimTime now, trace::ThreadId cause = trace::noThread);
    /// A descriptor was made, or is gone; for the trace.
    void descriptorOpened(trace::ThreadId thread, trace::SimTime now, std::int64_t fd, FileId file);
    void descriptorClosed(trace::ThreadId thread, trace::SimTime now, std::int64_t fd, FileId file);
    void describeFile(FileId file); ///< what kind it is and who is at the other end
    void nameFile(FileId file, std::string_view name);
    /// The end of a process.
    void closeFiles(FdTable& fds, trace::SimTime now);

    /// A thread that will call `function()` once it is launched. Returns its number.
    trace::ThreadId createThread(Context& context, std::string name, Value function, Value object,
                                 bool daemon, bool service);
    void launchThread(trace::ThreadId thread, trace::SimTime now);
    bool isDone(trace::ThreadId thread) const { return s.threads[thread].state == trace::ThreadState::Done; }
    trace::SimTime cpuTime(trace::ThreadId thread, trace::SimTime now) const;

    void record(trace::SimTime time, trace::EventKind kind, trace::ThreadId thread, std::uint32_t object = 0,
                std::int64_t value = 0, std::uint8_t flags = 0);
    bool recording() const { return m_builder != nullptr; }
    /// Only while recording().
    trace::TraceBuilder& builder() { return *m_builder; }
    TaskBook& tasks() { return m_tasks; }
    MessageBook& messages() { return m_messages; }

    // Host
    NativeResult write(Context& context, Stream stream, std::string_view text) override;
    void flush(Context& context, Stream stream) override;
    void pagesCopied(Context& context) override;
    void markRoots(Context& context, Marker& marker) override;
    void named(Context& context, Handle object, std::string_view name, bool forNow) override;
    void setSwitchInterval(Context& context, trace::SimTime interval) override;
    trace::SimTime switchInterval(Context& context) override;
    std::int64_t processId(Context& context) override;
    std::int64_t threadIdent(Context& context) override;
    /// The ident of the thread that its process knows by that number.
    static std::int64_t identOf(std::uint32_t number);

    const Config& config() const { return m_config; }
    Process& processOf(trace::ThreadId thread) { return s.processes[s.threads[thread].process]; }
    Context context(trace::ThreadId thread);

private:
    using ThreadId = trace::ThreadId;
    using SimTime = trace::SimTime;

    // kernel.cpp: execution
    ThreadId earliest();
    SimTime secondClock(ThreadId first) const;
    bool touchesShared(ThreadId thread) const;
    void fire();
    void execute(ThreadId thread, SimTime until, SimTime timer);
    void burn(ThreadId thread, SimTime until, SimTime timer);
    void handle(ThreadId thread, const Outcome& outcome);
    void checkLimits();
    std::size_t printedBytes() const; // kernel_host.cpp

    // kernel_memory.cpp
    void count(ThreadId thread);
    void count(Process& process);
    void forget(Process& process);
    std::size_t tableBytes() const;
    std::size_t heapLimit(const Process& process) const;
    bool tooMuchMemory() const;
    void end(trace::EndReason reason);

    // kernel_choices.cpp
    std::uint32_t ask(trace::Choice choice, std::uint32_t options);
    std::uint32_t askWho(ChoiceKind kind, SimTime now, ThreadId about, std::vector<ThreadId> threads,
                         trace::ObjectId object = trace::none);
    std::uint32_t chooseOf(ChoiceKind kind, const ThreadList& list, const std::vector<ThreadLink>& links,
                           SimTime now, ThreadId about = trace::noThread);
    std::uint32_t chooseGilWinner(ThreadId releaser, SimTime now);
    bool asksToPreempt(ThreadId thread);
    void maybePreempt(ThreadId thread);
    SimTime heldUp(ThreadId thread, SimTime now);
    bool othersGoOn(ThreadId thread) const;
    void noteChoices(SimTime now);

    // kernel_cores.cpp
    void setState(ThreadId thread, trace::ThreadState state, SimTime now, std::uint32_t object = 0,
                  std::int64_t value = 0, std::uint8_t flags = 0);
    void wantCore(ThreadId thread, SimTime now);
    void startRunning(ThreadId thread, int core, SimTime now);
    void leaveCore(ThreadId thread, SimTime now);
    void sliceEnd(int core, SimTime now);
    void setSlices(SimTime now);
    int idleCore(ThreadId thread) const;
    SimTime latency(SimTime usual);
    SimTime latencyFor(ThreadId thread, Waker by, SimTime now);

    // kernel_gil.cpp
    Gil& gilOf(ThreadId thread) { return processOf(thread).gil; }
    SimTime nextGilTimer() const;
    bool hasGil() const { return m_config.version.gil != GilModel::None; }
    void wantGil(ThreadId thread, SimTime now);
    void gotGil(ThreadId thread, const Gil::Taken& taken, SimTime now);
    void gilArrives(ThreadId thread, SimTime now);
    void resumeForced(const Gil::Taken& taken, SimTime now);
    void gilTimer(SimTime now);
    bool dropGil(ThreadId thread, SimTime now, std::uint8_t flags, bool ends = false);
    bool dropGilTo(std::uint32_t winner, ThreadId thread, SimTime now, std::uint8_t flags, bool ends = false);
    void forcedDrop(ThreadId thread);
    void afterForcedDrop(ThreadId thread, SimTime now, bool waits);
    void waitForSwitch(ThreadId thread, SimTime now);
    void tickCheck(ThreadId thread);
    void tickOnBusyCores(ThreadId thread);
    void tickEnd(ThreadId thread, SimTime now);
    bool preemptsAtTick(ThreadId holder, ThreadId waiter) const;

    // kernel_wait.cpp
    void block(ThreadId thread);
    void beginWait(ThreadId thread, SimTime now);
    void wake(ThreadId thread, SimTime now, SimTime extra = {}, Waker by = Waker::Thread);
    void deadline(ThreadId thread, SimTime now);
    void wakeUp(ThreadId thread, SimTime now);
    void finishWait(ThreadId thread);
    void waitAgain(ThreadId thread);
    void complete(ThreadId thread, Value result);
    void completeRaising(ThreadId thread, Value exception);
    void completeRaising(ThreadId thread, std::string_view module, std::string_view exception);
    ThreadList& listOf(const Wait& wait);

    // kernel_files.cpp
    bool tryCall(ThreadId thread, SimTime now);
    void networkTimer(SimTime now);
    void recordEntry(ThreadId thread, SimTime now);
    void recordScan(ThreadId thread, SimTime now);
    void recordMessage(SimTime now, const FileFact& fact, ThreadId cause);
    void recordReturn(ThreadId thread, SimTime now);
    SimTime costOf(const FileCall& call) const;
    void endCall(ThreadId thread, SimTime now);
    void pauseCall(ThreadId thread);
    void resumeCall(ThreadId thread);
    void enterCall(ThreadId thread);
    void callEnd(ThreadId thread, SimTime now);
    bool awaitFiles(ThreadId thread, SimTime now);
    bool wokenByFiles(ThreadId thread, SimTime now);
    bool brokenPipe(ThreadId thread, SimTime now);
    void finishCall(ThreadId thread);

    // kernel_end.cpp
    void threadEnds(ThreadId thread, const Outcome& outcome);
    Value threadingAttribute(Memory& memory, std::string_view name);
    void setThreadingAttribute(Memory& memory, std::string_view name, Value value);
    bool callExceptHook(trace::ThreadId thread, Value exception);
    ThreadId addThread(ProcessId process, std::string name);
    bool callLast(Process& process, Calls& calls);
    void reportDeath(ThreadId thread, Value exception);
    void closeDown(Process& process);
    void finish(Process& process);
    void lastThreadGone(Process& process, SimTime now);

    // kernel_process.cpp
    struct Dead {
        ProcessId process = noProcess;
        bool possible = false; ///< there is a child that this could become
    };
    void work(ThreadId thread);
    ProcessId addProcess(Process process, ProcessId parent, trace::StartMethod start);
    void forkNow(ThreadId caller);
    void spawnNow(ThreadId caller, std::span<const Value> what);
    void finishFork(ThreadId thread);
    void recordCall(trace::EventKind kind, ThreadId thread, SimTime time, std::string_view name,
                    std::int64_t value);
    ThreadId copyThread(ThreadId original, ProcessId process);
    std::size_t processesInUse() const;
    bool makeRoom(std::size_t bytes);
    std::map<SyncId, SyncId> copyObjects(ThreadId caller, ThreadId child);
    void copyInterrupted(ThreadId caller, ThreadId child, const std::map<SyncId, SyncId>& copies);
    SyncId copyObject(SyncId id, ThreadId caller, ThreadId child, std::map<SyncId, SyncId>& copies);
    FdTable inherited(const FdTable& fds, std::span<const Value> wanted);
    void startProcess(ThreadId main, ThreadId creator, SimTime now);
    void processEnds(ProcessId process, int status, SimTime now);
    void abandon(ThreadId thread, SimTime now, std::uint8_t flags);
    void reap(ProcessId process, ThreadId by, SimTime now);
    void orphan(ProcessId parent, SimTime now);
    Dead findDead(ProcessId parent, std::int64_t pid) const;
    ThreadId onlyChild(ProcessId parent, std::int64_t pid) const;
    SyncId waitingRoom(ProcessId parent, std::int64_t pid);
    void finishWaitProcess(ThreadId thread);

    // kernel_signals.cpp
    void signalTimer(ProcessId process, std::uint32_t what, SimTime now);
    void signalArrives(ProcessId process, int signal, SimTime now);
    void installHandlers(Process& process);
    void interruptWait(ThreadId thread, SimTime now);
    bool callHandler(ThreadId thread);
    void dropInterrupted(ThreadId thread);
    void waitOn(ThreadId thread);

    // kernel_stuck.cpp
    void lookForCycle(ThreadId thread, SimTime now);
    void addRing(std::vector<ThreadId> threads, SimTime now);
    ThreadId holderOf(ThreadId thread) const;
    bool isLeftAtFork(ThreadId thread, ThreadId holder) const;
    ThreadId waitsForThread(ThreadId thread) const;
    ThreadId culprit(ThreadId thread) const;
    std::vector<ThreadId> givers(ThreadId thread) const;
    std::vector<ThreadId> findCircle() const;
    void breakRings(SyncId lock);
    void stuck();
    std::uint32_t addDeadlock(bool cycle, const std::vector<ThreadId>& threads);
    trace::WaitEdge edgeOf(ThreadId thread, ThreadId holder) const;
    trace::WaitReason reasonOf(ThreadId thread) const;
    std::uint32_t lineOf(ThreadId thread) const;

    // kernel_deadlock.cpp: the same without a trace
    Deadlock tellDeadlock() const;
    Stuck stuckOf(ThreadId thread, ThreadId holder) const;
    std::vector<std::pair<SyncId, trace::ExhaustedPool>> exhaustedPools() const;

    const Image& m_image;
    const Config& m_config;
    trace::TraceBuilder* m_builder;
    TaskBook m_tasks;
    MessageBook m_messages;
    std::optional<trace::TraceBuilder> m_words; ///< holds names while nothing is recorded
    std::optional<Recorder> m_recorder;
    std::map<std::string, int> m_nameUses; ///< for "lock#2"
    KernelState s;
};

/// The kernel that a native runs on.
inline Kernel& kernelOf(Context& context)
{
    return static_cast<Kernel&>(context.host);
}

/// The process that a native runs in.
inline Process& processOf(Context& context)
{
    return kernelOf(context).processOf(static_cast<trace::ThreadId>(context.threadId));
}

} // namespace il::machine
