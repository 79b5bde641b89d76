// How threads begin and end, and what happens when the main module has ended.
#include "machine/builtins/values.h"
#include "machine/kernel/kernel.h"

#include <utility>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::ObjectKind;
using trace::ThreadId;
using trace::ThreadState;

/// Makes the records of a thread that is about to be set up.
ThreadId Kernel::addThread(ProcessId owner, std::string name)
{
    const auto id = static_cast<ThreadId>(s.threads.size());
    Process& process = s.processes[owner];
    Thread& thread = s.threads.emplace_back();
    thread.process = owner;
    thread.name = std::move(name);
    thread.number = static_cast<std::uint32_t>(process.numbers.size());
    process.numbers.push_back(id);
    s.contexts.emplace_back();
    s.readyLinks.emplace_back();
    s.waitLinks.emplace_back();
    process.gil.setThreads(s.threads.size());
    return id;
}

void Kernel::boot()
{
    s.processes[0].fds = s.files.terminals();
    if (m_builder)
        m_builder->process(0) = {firstPid, 0, trace::StartMethod::Initial, 0, 0};
    const ThreadId id = s.processes[0].main = addThread(0, "MainThread");
    Thread& main = s.threads[id];
    installHandlers(s.processes[0]);
    record({}, EventKind::ThreadCreated, id, m_builder ? m_builder->intern(main.name) : 0, noThread);
    main.end = addObject(ObjectKind::ThreadEnd, 0, 0);
    Context c = context(id);
    startMain(c);
    wantGil(id, {});
}

ThreadId Kernel::createThread(Context& creator, std::string name, Value function, Value object, bool daemon,
                              bool service)
{
    const auto caller = static_cast<ThreadId>(creator.threadId);
    const ThreadId id = addThread(s.threads[caller].process, std::move(name));
    Thread& t = s.threads[id];
    t.object = object;
    t.daemon = daemon;
    t.service = service;
    t.clock = creator.now;
    record(creator.now, EventKind::ThreadCreated, id, m_builder ? m_builder->intern(t.name) : 0,
           std::int64_t{t.process} << 16 | caller,
           static_cast<std::uint8_t>((service ? 1 : 0) | (daemon ? 2 : 0)));
    t.end = addObject(ObjectKind::ThreadEnd, 0, 0);
    t.begin = addObject(ObjectKind::Other, 0, 0);
    for (const SyncId object_ : {t.end, t.begin}) {
        SyncObject& sync = s.objects[object_];
        sync.name = t.name;
        if (m_builder)
            m_builder->object(traceOf(object_)).name = m_builder->intern(t.name);
    }
    Context c = context(id);
    start(c, function, {});
    return id;
}

/// The new thread begins about when its creator goes to sleep: the system has queued it on the creator's
/// core. So it usually reaches the GIL before a waiter that is signalled at that moment and has to wake up
/// first.
void Kernel::launchThread(ThreadId thread, SimTime now)
{
    const std::uint32_t extra = s.schedule.choose(ChoiceKind::WakeLatency, 8);
    const SimTime delay = m_config.costs.contextSwitch + SimTime{m_config.costs.wakeUp.ns * extra / 4};
    s.timers.set(now + delay + heldUp(thread, now), TimerKind::WakeUp, thread, s.threads[thread].token);
}

void Kernel::threadEnds(ThreadId thread, const Outcome& outcome)
{
    const SimTime now = s.threads[thread].clock;
    Process& process = processOf(thread);
    if (outcome.kind == Outcome::Kind::Died) {
        s.threads[thread].failed |= !isInstance(process.memory.heap, outcome.value, Builtin::SystemExit);
        if (callExceptHook(thread, outcome.value))
            return;
        reportDeath(thread, outcome.value);
    }
    if (thread == process.main && process.runsModule) {
        // The end of the main module empties the buffer, before threads are waited for; sys.exit doesn't.
        const bool exits = outcome.kind == Outcome::Kind::Died &&
                           isInstance(process.memory.heap, outcome.value, Builtin::SystemExit);
        if (!process.closing && !exits)
            flush(process);
        process.closing = true;
        return closeDown(process);
    }
    Thread& t = s.threads[thread];
    t.object = Value{};
    if (hasGil())
        dropGil(thread, now, 0, true);
    wakeAll(s.objects[t.end].waiters, now);
    setState(thread, ThreadState::Done, now, 0, 0, t.failed ? 1 : 0);
    leaveCore(thread, now);
    s.contexts[thread] = {};
    count(thread);
    if (!process.runsModule)
        lastThreadGone(process, now);
}

/// A process whose first thread isn't Python's main thread ends with its last thread, without any clean-up.
void Kernel::lastThreadGone(Process& process, SimTime now)
{
    for (const ThreadId thread : process.numbers)
        if (thread != noThread && !isDone(thread))
            return;
    processEnds(s.threads[process.main].process, 0, now);
}

/// Null when the program hasn't imported threading.
Value Kernel::threadingAttribute(Memory& memory, std::string_view name)
{
    Heap& heap = memory.heap;
    const Value found = getItem(heap, heap.as<Dict>(memory.modules).table, heap.intern("threading"));
    const Module* module = heap.get<Module>(found);
    return module ? getItem(heap, heap.as<Dict>(module->dict).table, heap.intern(name)) : Value{};
}

void Kernel::setThreadingAttribute(Memory& memory, std::string_view name, Value value)
{
    Heap& heap = memory.heap;
    const Value found = getItem(heap, heap.as<Dict>(memory.modules).table, heap.intern("threading"));
    if (const Module* module = heap.get<Module>(found))
        setItem(heap, heap.as<Dict>(module->dict).table, heap.intern(name), value);
}

/// The program's own threading.excepthook, if there is one, hears of the exception before the thread ends.
bool Kernel::callExceptHook(ThreadId thread, Value exception)
{
    Process& process = processOf(thread);
    Memory& memory = process.memory;
    if ((thread == process.main && process.runsModule) || s.threads[thread].hooked ||
        threadingAttribute(memory, "excepthook") == threadingAttribute(memory, "__excepthook__"))
        return false;
    s.threads[thread].hooked = true;
    s.contexts[thread] = {};
    Context c = context(thread);
    machine::start(c, threadingAttribute(memory, "_uncaught"), {exception});
    return true;
}

/// What CPython prints of an exception that nobody has caught.
void Kernel::reportDeath(ThreadId thread, Value exception)
{
    Context c = context(thread);
    Process& process = processOf(thread);
    const bool main = thread == process.main && process.runsModule;
    if (isInstance(process.memory.heap, exception, Builtin::SystemExit)) {
        if (main && !process.closing)
            process.exitStatus = exitStatus(c, exception);
        return;
    }
    std::string text = formatException(c, exception);
    if (s.threads[thread].hooked)
        text = "Exception in threading.excepthook:\n" + text;
    else if (!main)
        text = "Exception in thread " + s.threads[thread].name + ":\n" + text;
    else if (process.closing)
        text = "Exception ignored in atexit callback:\n" + text;
    else {
        constexpr int interrupted = -2; // as if by SIGINT
        process.exitStatus =
            isInstance(process.memory.heap, exception, Builtin::KeyboardInterrupt) ? interrupted : 1;
        process.mainFailed = true;
    }
    write(c, Stream::Err, text);
}

/// The main thread calls the last of `calls`; false when there is none.
bool Kernel::callLast(Process& process, Calls& calls)
{
    if (calls.empty())
        return false;
    std::vector<Value> call = std::move(calls.back());
    calls.pop_back();
    const Value function = call.front();
    call.erase(call.begin());
    s.contexts[process.main] = {};
    Context c = context(process.main);
    machine::start(c, function, std::move(call));
    return true;
}

/// The main module has ended: let executors end their workers, wait for the threads that are no daemons, then
/// run the atexit functions, last first.
void Kernel::closeDown(Process& process)
{
    Thread& main = s.threads[process.main];
    main.wait = {};
    main.unfinished = false;
    if (callLast(process, process.atClosing))
        return;
    for (const ThreadId thread : process.numbers) {
        if (thread == process.main || thread == noThread || s.threads[thread].daemon || isDone(thread))
            continue;
        main.wait.op = Op::Join;
        main.wait.target = thread;
        main.wait.outcome = true;
        main.wait.object = s.threads[thread].end;
        record(main.clock, EventKind::ObjectWait, process.main, traceOf(main.wait.object));
        enqueue(process.main);
        return block(process.main);
    }
    if (!callLast(process, process.atExit))
        finish(process);
}

/// Python has cleaned up; what remains is the system's business.
void Kernel::finish(Process& process)
{
    Thread& main = s.threads[process.main];
    flush(process);
    if (main.process == 0)
        return processEnds(0, process.exitStatus, main.clock);
    main.wait.op = Op::Exit;
    main.wait.number = process.exitStatus;
    main.burning = true;
    main.burn = m_config.costs.exit;
}

} // namespace il::machine
