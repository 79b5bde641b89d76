// How threads begin and end, and what happens when the main module has ended.
#include "machine/builtins/values.h"
#include "machine/kernel/kernel.h"

#include <utility>

namespace il::machine {

using trace::EndReason;
using trace::EventKind;
using trace::noThread;
using trace::ObjectKind;
using trace::ThreadId;
using trace::ThreadState;

namespace {

/// Makes the records of a thread that is about to be set up.
void grow(KernelState& s)
{
    s.threads.emplace_back();
    s.contexts.emplace_back();
    s.readyLinks.emplace_back();
    s.waitLinks.emplace_back();
    s.gil.setThreads(s.threads.size());
    ++s.living;
}

} // namespace

void Kernel::boot()
{
    grow(s);
    Thread& main = s.threads[0];
    main.name = "MainThread";
    record({}, EventKind::ThreadCreated, 0, m_builder ? m_builder->intern(main.name) : 0, noThread);
    Context c = context(0);
    main.end = addObject(c, ObjectKind::ThreadEnd, 0, 0);
    startMain(c);
    wantGil(0, {});
}

ThreadId Kernel::createThread(Context& creator, std::string name, Value function, Value object, bool daemon)
{
    const auto id = static_cast<ThreadId>(s.threads.size());
    grow(s);
    Thread& t = s.threads[id];
    t.name = std::move(name);
    t.object = object;
    t.daemon = daemon;
    t.clock = creator.now;
    record(creator.now, EventKind::ThreadCreated, id, m_builder ? m_builder->intern(t.name) : 0,
           creator.threadId);
    t.end = addObject(creator, ObjectKind::ThreadEnd, 0, 0);
    t.begin = addObject(creator, ObjectKind::Other, 0, 0);
    for (const SyncId object_ : {t.end, t.begin}) {
        SyncObject& sync = s.objects[object_];
        sync.name = t.name;
        if (m_builder)
            m_builder->object(sync.traceId).name = m_builder->intern(t.name);
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
    s.timers.set(now + delay, TimerKind::WakeUp, thread, s.threads[thread].token);
}

void Kernel::threadEnds(ThreadId thread, const Outcome& outcome)
{
    const SimTime now = s.threads[thread].clock;
    if (outcome.kind == Outcome::Kind::Died) {
        s.threads[thread].failed |= !isInstance(s.memory.heap, outcome.value, Builtin::SystemExit);
        if (callExceptHook(thread, outcome.value))
            return;
        reportDeath(thread, outcome.value);
    }
    if (thread == 0) {
        s.closing = true;
        return closeDown();
    }
    Thread& t = s.threads[thread];
    --s.living;
    t.object = Value{};
    if (hasGil())
        dropGil(thread, now, 0, true);
    wakeAll(s.objects[t.end].waiters, now);
    setState(thread, ThreadState::Done, now, 0, 0, t.failed ? 1 : 0);
    leaveCore(thread, now);
    s.contexts[thread] = {};
}

/// Null when the program hasn't imported threading.
Value Kernel::threadingAttribute(std::string_view name)
{
    Heap& heap = s.memory.heap;
    const Value found = getItem(heap, heap.as<Dict>(s.memory.modules).table, heap.intern("threading"));
    const Module* module = heap.get<Module>(found);
    return module ? getItem(heap, heap.as<Dict>(module->dict).table, heap.intern(name)) : Value{};
}

/// The program's own threading.excepthook, if there is one, hears of the exception before the thread ends.
bool Kernel::callExceptHook(ThreadId thread, Value exception)
{
    if (thread == 0 || s.threads[thread].hooked ||
        threadingAttribute("excepthook") == threadingAttribute("__excepthook__"))
        return false;
    s.threads[thread].hooked = true;
    s.contexts[thread] = {};
    Context c = context(thread);
    machine::start(c, threadingAttribute("_uncaught"), {exception});
    return true;
}

/// What CPython prints of an exception that nobody has caught.
void Kernel::reportDeath(ThreadId thread, Value exception)
{
    Context c = context(thread);
    if (isInstance(s.memory.heap, exception, Builtin::SystemExit)) {
        if (thread == 0 && !s.closing)
            s.exitStatus = exitStatus(c, exception);
        return;
    }
    std::string text = formatException(c, exception);
    if (s.threads[thread].hooked)
        text = "Exception in threading.excepthook:\n" + text;
    else if (thread != 0)
        text = "Exception in thread " + s.threads[thread].name + ":\n" + text;
    else if (s.closing)
        text = "Exception ignored in atexit callback:\n" + text;
    else {
        s.exitStatus = 1;
        s.mainFailed = true;
    }
    write(c, Stream::Err, text);
}

/// The main thread calls the last of `calls`; false when there is none.
bool Kernel::callLast(std::vector<std::vector<Value>>& calls)
{
    if (calls.empty())
        return false;
    std::vector<Value> call = std::move(calls.back());
    calls.pop_back();
    const Value function = call.front();
    call.erase(call.begin());
    s.contexts[0] = {};
    Context c = context(0);
    machine::start(c, function, std::move(call));
    return true;
}

/// The main module has ended: let executors end their workers, wait for the threads that are no daemons, then
/// run the atexit functions, last first.
void Kernel::closeDown()
{
    Thread& main = s.threads[0];
    main.wait = {};
    main.unfinished = false;
    if (callLast(s.atClosing))
        return;
    for (ThreadId thread = 1; thread < s.threads.size(); ++thread) {
        if (s.threads[thread].daemon || isDone(thread))
            continue;
        main.wait.op = Op::Join;
        main.wait.target = thread;
        main.wait.outcome = true;
        main.wait.object = s.threads[thread].end;
        record(main.clock, EventKind::ObjectWait, 0, s.objects[main.wait.object].traceId);
        enqueue(0);
        return block(0);
    }
    if (!callLast(s.atExit))
        finish();
}

/// The process is gone, and whoever still runs in it.
void Kernel::finish()
{
    const SimTime now = s.threads[0].clock;
    s.now = now;
    for (ThreadId thread = 1; thread < s.threads.size(); ++thread)
        if (!isDone(thread))
            setState(thread, ThreadState::Done, now, 0, 0, 2);
    if (hasGil())
        dropGil(0, now, 0, true);
    setState(0, ThreadState::Done, now, 0, 0, s.mainFailed ? 1 : 0);
    s.living = 0;
    end(EndReason::Finished, {});
}

} // namespace il::machine
