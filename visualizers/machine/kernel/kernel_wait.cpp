// Waiting: how a parked thread begins to wait, is woken or times out, and how its call is completed.
#include "machine/kernel/kernel.h"

#include <algorithm>
#include <cassert>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::ThreadId;
using trace::ThreadState;

namespace {

bool isLock(Op op)
{
    return op == Op::Acquire || op == Op::Relock;
}

bool isWaiting(ThreadState state)
{
    return state == ThreadState::Blocked || state == ThreadState::Io || state == ThreadState::Sleeping;
}

} // namespace

NativeResult Kernel::park(Context& context, const Wait& wait)
{
    s.threads[context.threadId].wait = wait;
    return NativeResult::wait();
}

NativeResult Kernel::pay(Context& context, SimTime cost, Value result)
{
    Wait wait;
    wait.op = Op::Pay;
    wait.duration = cost;
    wait.result = result;
    return park(context, wait);
}

ThreadList& Kernel::listOf(const Wait& wait)
{
    SyncObject& object = s.objects[wait.object];
    if (wait.op == Op::Put)
        return object.putters;
    return wait.op == Op::QueueJoin ? object.joiners : object.waiters;
}

void Kernel::enqueue(ThreadId thread)
{
    listOf(s.threads[thread].wait).append(s.waitLinks, thread);
}

/// The running thread has to wait for something: it lets go of the GIL and its core.
void Kernel::block(ThreadId thread)
{
    const SimTime now = s.threads[thread].clock;
    constexpr std::uint8_t aroundBlockingCall = 2;
    if (hasGil() && dropGil(thread, now, aroundBlockingCall))
        waitForSwitch(thread, now);
    else
        beginWait(thread, now);
    leaveCore(thread, now);
}

void Kernel::beginWait(ThreadId thread, SimTime now)
{
    Thread& t = s.threads[thread];
    Wait& wait = t.wait;
    ++t.token;
    if (wait.begun == SimTime::never()) {
        wait.begun = now;
        if (wait.duration != SimTime::never())
            wait.deadline = now + wait.duration;
    }
    if (wait.op == Op::File && !wait.woken)
        wait.woken = awaitFiles(thread, now);
    if (wait.woken) { // while it was on its way to sleep
        setState(thread, ThreadState::Ready, now);
        s.timers.set(now, TimerKind::WakeUp, thread, t.token);
        return;
    }
    const std::int64_t until = wait.deadline == SimTime::never() ? -1 : wait.deadline.ns;
    if (wait.op == Op::Sleep || wait.op == Op::Pause)
        setState(thread, ThreadState::Sleeping, now, 0, until);
    else if (wait.op == Op::Io || wait.op == Op::File)
        setState(thread, ThreadState::Io, now, 0, until);
    else
        setState(thread, ThreadState::Blocked, now, traceOf(wait.object), until);
    if (wait.deadline != SimTime::never())
        s.timers.set(wait.deadline, TimerKind::Deadline, thread, t.token);
    else
        lookForCycle(thread, now);
    if (const Process& process = processOf(thread); !process.signals.empty() && thread == process.main)
        interruptWait(thread, now);
}

/// `thread` is in no list any more. `extra`: what it does first, once it is awake.
void Kernel::wake(ThreadId thread, SimTime now, SimTime extra, Waker by)
{
    Thread& t = s.threads[thread];
    t.wait.woken = true;
    if (!isWaiting(t.state)) // it still has to let go of the GIL: see beginWait
        return;
    ++t.token;
    const SimTime delay = latencyFor(thread, by, now);
    setState(thread, ThreadState::Ready, now);
    if (t.wait.op != Op::Start && t.wait.op != Op::Join)
        extra += heldUp(thread, now);
    s.timers.set(now + delay + extra, TimerKind::WakeUp, thread, t.token);
}

bool Kernel::wakeOne(ThreadList& list, SimTime now, bool choose)
{
    if (list.empty())
        return false;
    const std::uint32_t k = choose ? chooseOf(ChoiceKind::LockWinner, list, s.waitLinks, now) : 0;
    const ThreadId thread = list.at(s.waitLinks, k);
    list.remove(s.waitLinks, thread);
    if (isLock(s.threads[thread].wait.op))
        record(now, EventKind::LockWoken, thread, traceOf(s.threads[thread].wait.object));
    wake(thread, now);
    return true;
}

std::uint32_t Kernel::wakeAll(ThreadList& list, SimTime now)
{
    std::uint32_t count = 0;
    while (wakeOne(list, now, false))
        ++count;
    return count;
}

/// Its sleep or I/O is over, or its patience.
void Kernel::deadline(ThreadId thread, SimTime now)
{
    Thread& t = s.threads[thread];
    if (t.wait.op == Op::File) {
        t.wait.timedOut = true;
    } else if (t.wait.op != Op::Sleep && t.wait.op != Op::Io) {
        t.wait.timedOut = true;
        listOf(t.wait).remove(s.waitLinks, thread);
        record(now, EventKind::WaitTimedOut, thread, traceOf(t.wait.object));
        if (t.wait.op == Op::BarrierWait)
            breakBarrier(t.wait.object, now);
    }
    wake(thread, now, {}, Waker::Clock);
}

/// It has got going. A lock's waiter tries its luck at once; everybody else needs the GIL first.
void Kernel::wakeUp(ThreadId thread, SimTime now)
{
    Thread& t = s.threads[thread];
    const bool owns = t.wait.object != noSync && s.objects[t.wait.object].owner == thread; // handed over
    if (isLock(t.wait.op) && !t.wait.timedOut && !owns && !tryAcquire(thread, t.wait.object, now)) {
        t.wait.woken = false;
        enqueue(thread);
        return beginWait(thread, now);
    }
    if (t.wait.op == Op::File && !wokenByFiles(thread, now)) {
        t.wait.woken = false;
        return beginWait(thread, now);
    }
    wantGil(thread, now);
}

void Kernel::complete(ThreadId thread, Value result)
{
    Thread& t = s.threads[thread];
    t.wait = {};
    t.unfinished = false;
    Context c = context(thread);
    resume(c, result);
}

void Kernel::completeRaising(ThreadId thread, Value exception)
{
    Thread& t = s.threads[thread];
    t.wait = {};
    t.unfinished = false;
    Context c = context(thread);
    resumeRaising(c, exception);
}

void Kernel::completeRaising(ThreadId thread, std::string_view module, std::string_view exception)
{
    Context c = context(thread);
    completeRaising(thread, raise(c, module, exception).value);
}

/// It was woken in vain: back to the end of the queue.
void Kernel::waitAgain(ThreadId thread)
{
    Thread& t = s.threads[thread];
    t.unfinished = false;
    t.wait.woken = false;
    enqueue(thread);
    block(thread);
}

/// The thread runs again (and has the GIL): does what its native would have done without waiting, or waits
/// again.
void Kernel::finishWait(ThreadId thread)
{
    Thread& t = s.threads[thread];
    Wait& wait = t.wait;
    const SimTime now = t.clock;
    switch (wait.op) {
    case Op::None:
    case Op::Pay:
    case Op::Spawn:
    case Op::Exit:
        t.unfinished = false;
        return;
    case Op::Fork:
        return finishFork(thread);
    case Op::WaitProcess:
        return finishWaitProcess(thread);
    case Op::File:
        return finishCall(thread);
    case Op::Sleep:
    case Op::Io:
    case Op::Start:
    case Op::Pause:
        return complete(thread, Value::none());
    case Op::Interrupted:
        t.wait = {};
        t.unfinished = false;
        t.resumes = true;
        return;
    case Op::Acquire:
        return complete(thread, Value::of(!wait.timedOut));
    case Op::Relock:
        return complete(thread, Value::of(wait.outcome));
    case Op::EventWait:
        return complete(thread, Value::of(!wait.timedOut));
    case Op::ConditionWait: {
        Wait relock;
        relock.op = Op::Relock;
        relock.outcome = !wait.timedOut;
        relock.object = wait.lock;
        relock.depth = wait.depth;
        wait = relock;
        record(now, EventKind::LockRequested, thread, traceOf(wait.object),
               s.objects[wait.object].owner == noThread ? 0 : 1);
        if (tryAcquire(thread, wait.object, now))
            return complete(thread, Value::of(relock.outcome));
        return waitAgain(thread);
    }
    case Op::Join:
        if (!isDone(wait.target) && !wait.timedOut)
            return waitAgain(thread);
        if (wait.outcome)
            return closeDown(processOf(thread));
        return complete(thread, Value::none());
    case Op::BarrierWait: {
        const std::int64_t index = wait.number & 0xFFFFFFFF;
        if (wait.timedOut || wait.outcome)
            return completeRaising(thread, "threading", "BrokenBarrierError");
        return complete(thread, Value::of(index));
    }
    case Op::Down: {
        SyncObject& object = s.objects[wait.object];
        if (object.value == 0)
            return wait.timedOut ? complete(thread, Value::of(false)) : waitAgain(thread);
        objectValue(thread, wait.object, object.value - 1, now);
        return complete(thread, Value::of(true));
    }
    case Op::Get: {
        const SyncId id = wait.object;
        std::deque<Value>& items = s.queues[s.objects[id].items];
        if (items.empty())
            return wait.timedOut ? completeRaising(thread, "queue", "Empty") : waitAgain(thread);
        const Value item = items.front();
        items.pop_front();
        objectValue(thread, id, static_cast<std::int64_t>(items.size()), now);
        wakeOne(s.objects[id].putters, now, false);
        return complete(thread, item);
    }
    case Op::Put: {
        const SyncId id = wait.object;
        const SyncObject& object = s.objects[id];
        if (static_cast<std::int64_t>(s.queues[object.items].size()) >= object.limit)
            return wait.timedOut ? completeRaising(thread, "queue", "Full") : waitAgain(thread);
        putItem(thread, id, wait.result, now);
        return complete(thread, Value::none());
    }
    case Op::QueueJoin:
        if (s.objects[wait.object].unfinished != 0)
            return waitAgain(thread);
        return complete(thread, Value::none());
    }
}

} // namespace il::machine
