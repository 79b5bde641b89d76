// Processes: how they begin, end, and hear of each other.
#include "machine/builtins/values.h"
#include "machine/kernel/kernel.h"
#include "machine/modules/file_results.h"

#include <algorithm>
#include <utility>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::ObjectKind;
using trace::StartMethod;
using trace::ThreadId;
using trace::ThreadState;

namespace {

constexpr int signalChild = 17;
constexpr std::uint8_t failed = 1, abandoned = 2; // flags of ThreadDone

/// What waitpid reports of an exit code or, negative, of a signal.
std::int64_t waitStatus(int exitStatus)
{
    return exitStatus < 0 ? -exitStatus : (exitStatus & 0xFF) << 8;
}

std::span<const Value> itemsOf(const Heap& heap, Value sequence)
{
    if (const List* list = heap.get<List>(sequence))
        return list->items;
    const Tuple* tuple = heap.get<Tuple>(sequence);
    return tuple != nullptr ? std::span<const Value>(tuple->items) : std::span<const Value>();
}

Value pair(Heap& heap, std::int64_t first, std::int64_t second)
{
    return heap.tuple({Value::of(first), Value::of(second)});
}

} // namespace

// What natives ask for.

NativeResult Kernel::fork(Context& context)
{
    if (processesInUse() >= m_config.limits.processes)
        return osError(context, errors::again);
    recordCall(EventKind::CallEntered, static_cast<ThreadId>(context.threadId), context.now, "fork", -1);
    Wait wait;
    wait.op = Op::Fork;
    wait.duration = m_config.costs.fork;
    return park(context, wait);
}

NativeResult Kernel::spawn(Context& context, Value module, Value payload, Value fds)
{
    if (processesInUse() >= m_config.limits.processes)
        return osError(context, errors::again);
    Wait wait;
    wait.op = Op::Spawn;
    wait.duration = m_config.costs.spawn;
    wait.result = context.heap.tuple({module, payload, fds});
    return park(context, wait);
}

NativeResult Kernel::exitProcess(Context& context, int status)
{
    Wait wait;
    wait.op = Op::Exit;
    wait.duration = machine::processOf(context).pid == firstPid ? SimTime{} : m_config.costs.exit;
    wait.number = status;
    return park(context, wait);
}

NativeResult Kernel::waitProcess(Context& context, std::int64_t pid, bool blocks)
{
    const auto caller = static_cast<ThreadId>(context.threadId);
    const ProcessId parent = s.threads[caller].process;
    const Dead dead = findDead(parent, pid);
    if (dead.process != noProcess) {
        const Process& child = s.processes[dead.process];
        reap(dead.process, caller, context.now);
        return pair(context.heap, child.pid, waitStatus(child.exitStatus));
    }
    if (!dead.possible)
        return osError(context, errors::noChild);
    if (!blocks)
        return pair(context.heap, 0, 0);
    Wait wait;
    wait.op = Op::WaitProcess;
    wait.number = pid;
    wait.object = waitingRoom(parent, pid);
    recordCall(EventKind::CallEntered, caller, context.now, "waitpid", pid);
    record(context.now, EventKind::ObjectWait, caller, traceOf(wait.object));
    NativeResult result = park(context, wait);
    enqueue(caller);
    return result;
}

ProcessId Kernel::findProcess(std::int64_t pid) const
{
    for (std::size_t i = 0; i < s.processes.size(); ++i)
        if (s.processes[i].pid == pid && s.processes[i].stage != Process::Stage::Reaped)
            return static_cast<ProcessId>(i);
    return noProcess;
}

void Kernel::describeProcess(Context& context, std::string_view name, bool daemon)
{
    if (!m_builder)
        return;
    trace::ProcessInfo& info = m_builder->process(s.threads[context.threadId].process);
    info.name = m_builder->intern(name);
    info.daemon = daemon;
}

// How they begin.

/// The thread has paid for its system call: now it takes effect.
void Kernel::work(ThreadId thread)
{
    Thread& t = s.threads[thread];
    const Wait wait = std::exchange(t.wait, {});
    switch (wait.op) {
    case Op::Fork:
        return forkNow(thread);
    case Op::Spawn:
        return spawnNow(thread, processOf(thread).memory.heap.get<Tuple>(wait.result)->items);
    case Op::Exit:
        return processEnds(t.process, static_cast<int>(wait.number), t.clock);
    default:
        break;
    }
    Context c = context(thread);
    resume(c, t.burnResult);
}

ProcessId Kernel::addProcess(Process process, ProcessId parent, StartMethod start)
{
    const auto id = static_cast<ProcessId>(s.processes.size());
    process.pid = firstPid + id;
    process.parent = parent;
    process.end = process.children = noSync;
    process.gil = Gil(m_config.version.gil, process.switchInterval);
    process.ticks = process.checkInterval;
    process.exitStatus = 0;
    process.heldBytes = 0;
    if (m_builder) {
        const auto pages =
            static_cast<std::uint32_t>(process.memory.heap.bytesUsed() / SharedPages::pageBytes + 1);
        m_builder->addProcess({process.pid, parent, start, 0, pages});
    }
    s.processes.push_back(std::move(process));
    s.living.push_back(id);
    return id;
}

/// Zombies count: they keep their numbers.
std::size_t Kernel::processesInUse() const
{
    return static_cast<std::size_t>(
        std::count_if(s.processes.begin(), s.processes.end(),
                      [](const Process& process) { return process.stage != Process::Stage::Reaped; }));
}

/// False: the run has ended, for want of memory for a process of so many bytes.
bool Kernel::makeRoom(std::size_t bytes)
{
    if (!hasRoom(bytes))
        end(trace::EndReason::MemoryLimit);
    return !s.ended;
}

void Kernel::forkNow(ThreadId caller)
{
    const ProcessId parent = s.threads[caller].process;
    count(caller);
    if (!makeRoom(s.processes[parent].heldBytes + s.threads[caller].heldBytes))
        return;
    const SimTime now = s.threads[caller].clock;
    if (m_builder)
        s.processes[parent].memory.pages.share(s.processes[parent].memory.heap);
    const ProcessId id = addProcess(Process(s.processes[parent]), parent, StartMethod::Fork);
    Process& child = s.processes[id];
    record(now, EventKind::ProcessCreated, caller, id, child.pid);
    const ThreadId main = copyThread(caller, id);
    child.runsModule = child.runsModule && child.main == caller;
    child.main = main;
    copyInterrupted(caller, main, copyObjects(caller, main));
    child.openLine = child.openLine.forked();
    child.signals.clear();
    ++child.alarm;
    child.alarmDue = {};
    child.fds = s.files.share(s.processes[parent].fds);
    if (!child.generators.empty()) // random.random and its like start anew in a child
        child.generators.front().seed(child.pid);
    count(main);
    s.threads[main].wait.op = Op::Fork; // it returns when the child first runs: see finishFork
    startProcess(main, caller, now);
    recordCall(EventKind::CallReturned, caller, now, "fork", child.pid);
    Context here = context(caller);
    resume(here, Value::of(child.pid));
}

/// In the child. (In the parent the thread has only been off its core for a while.)
void Kernel::finishFork(ThreadId thread)
{
    s.threads[thread].unfinished = false;
    if (s.threads[thread].burning)
        return;
    recordCall(EventKind::CallReturned, thread, s.threads[thread].clock, "fork", 0);
    complete(thread, Value::of(std::int64_t{0}));
}

void Kernel::recordCall(EventKind kind, ThreadId thread, SimTime time, std::string_view name,
                        std::int64_t value)
{
    if (m_builder)
        record(time, kind, thread, m_builder->intern(name), value);
}

/// `what`: module, payload, descriptors.
void Kernel::spawnNow(ThreadId caller, std::span<const Value> what)
{
    const ProcessId parent = s.threads[caller].process;
    const SimTime now = s.threads[caller].clock;
    const Heap& heap = s.processes[parent].memory.heap;
    if (!makeRoom((s.fresh ? s.fresh->heap.bytesUsed() : 0) + sizeof(Process)))
        return;
    Process fresh(m_config);
    if (s.fresh)
        fresh.memory = *s.fresh;
    if (const Bytes* payload = heap.get<Bytes>(what[1]))
        fresh.payload = payload->data;
    fresh.fds = inherited(s.processes[parent].fds, itemsOf(heap, what[2]));
    const ProcessId id = addProcess(std::move(fresh), parent, StartMethod::Spawn);
    Process& child = s.processes[id];
    record(now, EventKind::ProcessCreated, caller, id, child.pid);
    child.main = addThread(id, "MainThread");
    installHandlers(child);
    s.threads[child.main].end = addObject(ObjectKind::ThreadEnd, 0, 0);
    s.threads[child.main].burn = m_config.costs.interpreterStart;
    Context there = context(child.main);
    startMain(there, heap.get<Str>(what[0])->text);
    count(child.main);
    startProcess(child.main, caller, now);
    Context here = context(caller);
    resume(here, Value::of(child.pid));
}

/// What is passed on of a process's descriptors: the standard streams and those in `wanted`.
FdTable Kernel::inherited(const FdTable& fds, std::span<const Value> wanted)
{
    FdTable result;
    const auto pass = [&](std::int64_t fd) {
        if (fds[fd] == noFile || result[fd] != noFile)
            return;
        s.files.hold(fds[fd]);
        result.put(static_cast<int>(fd), fds[fd]);
    };
    for (std::int64_t fd = 0; fd <= 2; ++fd)
        pass(fd);
    for (const Value fd : wanted)
        if (fd.isIntegral())
            pass(fd.asInt());
    return result;
}

/// The one thread that lives on in the child. The others stay behind, which their numbers tell.
ThreadId Kernel::copyThread(ThreadId original, ProcessId process)
{
    const auto id = static_cast<ThreadId>(s.threads.size());
    Process& child = s.processes[process];
    s.threads.emplace_back();
    s.contexts.push_back(s.contexts[original]);
    s.readyLinks.emplace_back();
    s.waitLinks.emplace_back();
    child.gil.setThreads(s.threads.size());
    const Thread& from = s.threads[original];
    Thread& t = s.threads[id];
    t.process = process;
    t.number = from.number;
    t.daemon = from.daemon;
    t.hooked = from.hooked;
    t.object = from.object;
    t.name = from.name;
    t.clock = from.clock;
    std::fill(child.numbers.begin(), child.numbers.end(), noThread);
    child.numbers[t.number] = id;
    t.end = addObject(ObjectKind::ThreadEnd, 0, 0);
    s.objects[t.end].name = t.name;
    if (!t.object.isNull())
        setThreadingAttribute(child.memory, "_main", t.object);
    return id;
}

/// What threads of one process alone wait for is copied as it is, but nobody waits there. A lock that a
/// thread which stayed behind had taken stays shut.
std::map<SyncId, SyncId> Kernel::copyObjects(ThreadId caller, ThreadId child)
{
    std::map<SyncId, SyncId> copies;
    for (SyncId& id : processOf(child).syncs)
        id = copyObject(id, caller, child, copies);
    return copies;
}

/// A signal's handler that forks returns in both processes to the wait that it has interrupted. In the child
/// there is no other thread that could be waited for.
void Kernel::copyInterrupted(ThreadId caller, ThreadId child, const std::map<SyncId, SyncId>& copies)
{
    const Thread& from = s.threads[caller];
    Thread& t = s.threads[child];
    t.interrupted = from.interrupted;
    t.resumes = from.resumes;
    for (Wait& wait : t.interrupted) {
        if (const auto copy = copies.find(wait.object); copy != copies.end())
            wait.object = copy->second;
        wait.timedOut |= wait.op == Op::Join || wait.op == Op::Start;
    }
    if (const auto paused = s.pausedCalls.find(caller); paused != s.pausedCalls.end()) {
        for (const FileCall& call : paused->second)
            holdFiles(s.files, call);
        s.pausedCalls[child] = paused->second;
    }
}

SyncId Kernel::copyObject(SyncId id, ThreadId caller, ThreadId child, std::map<SyncId, SyncId>& copies)
{
    if (id == noSync || s.objects[id].shared)
        return id;
    if (const auto found = copies.find(id); found != copies.end())
        return found->second;
    SyncObject copy = s.objects[id];
    copy.waiters = copy.putters = copy.joiners = {};
    copy.traceId = trace::none;
    copy.lock = copyObject(copy.lock, caller, child, copies);
    if (copy.kind == ObjectKind::Queue) {
        copy.items = static_cast<std::uint32_t>(s.queues.size());
        s.queues.push_back(s.queues[s.objects[id].items]);
    }
    if (copy.owner == caller)
        copy.owner = child;
    if (copy.named) // "lock" is two locks from now on
        copy.name =
            copy.name.substr(0, copy.name.rfind(" (")) + " (" + std::to_string(processOf(child).pid) + ")";
    const auto made = copies[id] = static_cast<SyncId>(s.objects.size());
    s.objects.push_back(std::move(copy));
    const SyncObject& object = s.objects[made];
    if (object.depth > 0)
        record(s.threads[caller].clock, EventKind::LockAcquired, object.owner, traceOf(made), object.depth);
    return made;
}

/// Its first thread begins as a new thread does: see launchThread.
void Kernel::startProcess(ThreadId main, ThreadId creator, SimTime now)
{
    const Thread& t = s.threads[main];
    record(now, EventKind::ThreadCreated, main, m_builder ? m_builder->intern(t.name) : 0,
           std::int64_t{t.process} << 16 | creator);
    launchThread(main, now);
}

// How they end.

/// Whatever its threads are doing.
void Kernel::processEnds(ProcessId id, int status, SimTime now)
{
    Process& process = s.processes[id];
    for (const ThreadId thread : process.numbers)
        if (thread != noThread && thread != process.main && !isDone(thread))
            abandon(thread, now, abandoned);
    if (!isDone(process.main))
        abandon(process.main, now, process.mainFailed ? failed : status < 0 ? abandoned : 0);
    closeFiles(process.fds, now);
    process.stage = Process::Stage::Zombie;
    process.exitStatus = status;
    process.output.clear();
    loseOpenLine(process);
    process.memory = Memory();
    process.payload.clear();
    process.generators.clear();
    forget(process);
    for (const ThreadId thread : process.numbers) // the last one has perhaps woken one of them for the GIL
        if (thread != noThread)
            ++s.threads[thread].token;
    process.gil = Gil(m_config.version.gil, process.switchInterval);
    s.living.erase(std::find(s.living.begin(), s.living.end(), id));
    record(now, EventKind::ProcessExited, process.main, id, status);
    orphan(id, now);
    if (id == 0)
        s.exitStatus = status < 0 ? 128 - status : status;
    if (process.parent == noProcess) {
        reap(id, noThread, now);
    } else {
        if (process.end != noSync)
            wakeAll(s.objects[process.end].waiters, now);
        const Process::Handler handler = s.processes[process.parent].handlerOf(signalChild);
        if (handler == Process::Handler::Python)
            signalArrives(process.parent, signalChild, now);
        if (handler == Process::Handler::Ignore) // who ignores SIGCHLD has no zombies
            reap(id, noThread, now);
        if (const SyncId any = s.processes[process.parent].children; any != noSync)
            wakeAll(s.objects[any].waiters, now);
    }
    if (s.living.empty()) {
        s.now = now;
        end(trace::EndReason::Finished);
    }
}

/// The thread is gone, whatever it was doing.
void Kernel::abandon(ThreadId thread, SimTime now, std::uint8_t flags)
{
    Thread& t = s.threads[thread];
    if (s.calls.count(thread) != 0) {
        withdraw(s.files, s.calls[thread], thread);
        endCall(thread, now);
    }
    for (; !s.pausedCalls[thread].empty(); endCall(thread, now))
        resumeCall(thread);
    s.pausedCalls.erase(thread);
    if (hasGil() && gilOf(thread).holder() == thread)
        dropGil(thread, now, 0, true);
    if (s.ready.contains(s.readyLinks, thread))
        s.ready.remove(s.readyLinks, thread);
    if (t.wait.object != noSync && listOf(t.wait).contains(s.waitLinks, thread))
        listOf(t.wait).remove(s.waitLinks, thread);
    setState(thread, ThreadState::Done, now, 0, 0, flags);
    ++t.token;
    t.ticking = t.burning = t.unfinished = false;
    t.wait = {};
    t.outcome.reset();
    t.interrupted.clear();
    t.object = t.burnResult = Value{};
    if (t.core >= 0)
        leaveCore(thread, now);
    s.contexts[thread] = {};
    count(thread);
}

void Kernel::reap(ProcessId process, ThreadId by, SimTime now)
{
    s.processes[process].stage = Process::Stage::Reaped;
    record(now, EventKind::ProcessReaped, by, process);
}

/// The system's first process adopts the children of one that has ended, and reaps the zombies.
void Kernel::orphan(ProcessId parent, SimTime now)
{
    for (std::size_t i = 0; i < s.processes.size(); ++i) {
        Process& child = s.processes[i];
        if (child.parent != parent || child.stage == Process::Stage::Reaped)
            continue;
        child.parent = noProcess;
        const auto id = static_cast<ProcessId>(i);
        record(now, EventKind::ProcessAdopted, child.main, id, initPid);
        if (child.stage == Process::Stage::Zombie)
            reap(id, noThread, now);
    }
}

// Waiting for a child.

Kernel::Dead Kernel::findDead(ProcessId parent, std::int64_t pid) const
{
    Dead result;
    for (std::size_t i = 0; i < s.processes.size(); ++i) {
        const Process& child = s.processes[i];
        const bool meant = child.parent == parent && (pid == -1 || child.pid == pid);
        if (!meant || child.stage == Process::Stage::Reaped)
            continue;
        result.possible = true;
        if (child.stage == Process::Stage::Zombie && result.process == noProcess)
            result.process = static_cast<ProcessId>(i);
    }
    return result;
}

/// The main thread of the one living child that a waitpid for `pid` can be about.
ThreadId Kernel::onlyChild(ProcessId parent, std::int64_t pid) const
{
    ThreadId main = noThread;
    for (const ProcessId id : s.living) {
        const Process& child = s.processes[id];
        if (child.parent != parent || (pid != -1 && child.pid != pid))
            continue;
        if (main != noThread)
            return noThread;
        main = child.main;
    }
    return main;
}

SyncId Kernel::waitingRoom(ProcessId parent, std::int64_t pid)
{
    SyncId& room = pid == -1 ? s.processes[parent].children : s.processes[findProcess(pid)].end;
    if (room == noSync) {
        room = addObject(ObjectKind::ProcessEnd, 0, 0);
        s.objects[room].name = pid == -1 ? "any child" : std::to_string(pid);
        s.objects[room].shared = true;
        if (m_builder)
            m_builder->object(traceOf(room)).name = m_builder->intern(s.objects[room].name);
    }
    return room;
}

void Kernel::finishWaitProcess(ThreadId thread)
{
    const Wait& wait = s.threads[thread].wait;
    const SimTime now = s.threads[thread].clock;
    const Dead dead = findDead(s.threads[thread].process, wait.number);
    if (dead.process == noProcess && dead.possible)
        return waitAgain(thread);
    Context c = context(thread);
    if (dead.process == noProcess)
        recordCall(EventKind::CallReturned, thread, now, "waitpid", -std::int64_t{errors::noChild});
    if (dead.process == noProcess)
        return completeRaising(thread, osError(c, errors::noChild).value);
    reap(dead.process, thread, now);
    const Process& child = s.processes[dead.process];
    recordCall(EventKind::CallReturned, thread, now, "waitpid", child.pid);
    complete(thread, pair(c.heap, child.pid, waitStatus(child.exitStatus)));
}

} // namespace il::machine
