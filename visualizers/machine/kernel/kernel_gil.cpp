// What threads do about the GIL: ask for it, lose it, get it back.
#include "machine/kernel/kernel.h"

#include <algorithm>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::SimTime;
using trace::ThreadId;
using trace::ThreadState;

namespace {

constexpr std::uint8_t forced = 1, tick = 4; // flags of GilReleased

std::int64_t orMinusOne(SimTime time)
{
    return time == SimTime::never() ? -1 : time.ns;
}

} // namespace

/// Also for versions without a GIL: then only a core is wanted.
void Kernel::wantGil(ThreadId thread, SimTime now)
{
    if (!hasGil())
        return wantCore(thread, now);
    Gil& gil = gilOf(thread);
    if (const auto taken = gil.request(thread, now))
        return gotGil(thread, *taken, now);
    setState(thread, ThreadState::WaitGil, now, 0, orMinusOne(gil.deadline(thread)));
}

void Kernel::gotGil(ThreadId thread, const Gil::Taken& taken, SimTime now)
{
    record(now, EventKind::GilTaken, thread, 0, gilOf(thread).switchNumber(), taken.isSwitch ? 1 : 0);
    wantCore(thread, now);
    resumeForced(taken, now);
}

/// Whoever was made to let go may go on now.
void Kernel::resumeForced(const Gil::Taken& taken, SimTime now)
{
    if (taken.resumed == noThread)
        return;
    s.threads[taken.resumed].forced = false;
    if (s.threads[taken.resumed].wait.op != Op::None)
        beginWait(taken.resumed, now); // it let go to wait for something else
    else
        wantGil(taken.resumed, now);
}

void Kernel::gilArrives(ThreadId thread, SimTime now)
{
    Gil& gil = gilOf(thread);
    if (const auto taken = gil.arrive(thread, now))
        return gotGil(thread, *taken, now);
    record(now, EventKind::GilWakeLost, thread);
    setState(thread, ThreadState::WaitGil, now, 0, orMinusOne(gil.deadline(thread)));
}

/// The first timer of all processes' GILs; never() when none runs.
SimTime Kernel::nextGilTimer() const
{
    SimTime next = SimTime::never();
    for (const ProcessId process : s.living)
        next = std::min(next, s.processes[process].gil.nextTimer());
    return next;
}

/// Fires the one that is due at `now`.
void Kernel::gilTimer(SimTime now)
{
    const auto due = std::find_if(s.living.begin(), s.living.end(), [this, now](ProcessId process) {
        return s.processes[process].gil.nextTimer() == now;
    });
    Gil& gil = s.processes[*due].gil;
    const Gil::Fired fired = gil.fireTimer();
    if (fired.taken)
        return gotGil(fired.thread, *fired.taken, now);
    if (fired.requests)
        record(now, EventKind::GilDropRequested, fired.thread, gil.holder());
    setState(fired.thread, ThreadState::WaitGil, now, 0, orMinusOne(gil.deadline(fired.thread)));
}

/// True: the thread has to wait for a switch first.
bool Kernel::dropGil(ThreadId thread, SimTime now, std::uint8_t flags, bool ends)
{
    return dropGilTo(chooseGilWinner(thread, now), thread, now, flags, ends);
}

bool Kernel::dropGilTo(std::uint32_t winner, ThreadId thread, SimTime now, std::uint8_t flags, bool ends)
{
    Gil& gil = gilOf(thread);
    const bool requested = gil.dropRequested() && gil.hasWaiters() && !ends;
    const Gil::Released released = gil.releaseTo(winner, ends);
    record(now, EventKind::GilReleased, thread, 0, 0,
           static_cast<std::uint8_t>(flags | (requested ? forced : 0)));
    if (const ThreadId woken = released.signalled; woken != noThread)
        s.timers.set(now + latencyFor(woken, Waker::Thread, now), TimerKind::GilArrive, woken,
                     s.threads[woken].token);
    return released.waitsForSwitch;
}

void Kernel::waitForSwitch(ThreadId thread, SimTime now)
{
    s.threads[thread].forced = true;
    record(now, EventKind::GilForcedWait, thread);
    setState(thread, ThreadState::WaitGil, now, 0, -1);
}

void Kernel::forcedDrop(ThreadId thread)
{
    const SimTime now = s.threads[thread].clock;
    afterForcedDrop(thread, now, dropGil(thread, now, forced));
}

void Kernel::afterForcedDrop(ThreadId thread, SimTime now, bool waits)
{
    if (waits)
        waitForSwitch(thread, now);
    else
        wantGil(thread, now);
    if (s.threads[thread].state != ThreadState::Running)
        leaveCore(thread, now);
}

/// 2.x: release, and take it right back. Between the two lies the system call that wakes a waiter, if there
/// is one. What nobody can notice isn't recorded: a check without waiters, or while all waiters are on their
/// way and none arrives in between.
void Kernel::tickCheck(ThreadId thread)
{
    Process& process = processOf(thread);
    process.ticks = process.checkInterval;
    if (!process.gil.hasWaiters())
        return;
    const bool coreIdle = std::any_of(s.cores.begin(), s.cores.end(),
                                      [](const Core& core) { return core.running == noThread; });
    if (!coreIdle)
        return tickOnBusyCores(thread);
    Thread& t = s.threads[thread];
    const SimTime now = t.clock;
    // The call is made even when there is nobody left to wake, but returns sooner then.
    const bool wakes = process.gil.hasSleepers();
    const SimTime open = wakes ? m_config.costs.syscall : SimTime{m_config.costs.syscall.ns / 4};
    if (!wakes && s.timers.next() > now + open) {
        t.burn += open;
        return;
    }
    dropGil(thread, now, tick);
    t.ticking = true;
    s.timers.set(now + open, TimerKind::TickEnd, thread, t.token);
}

/// A waiter would have to run on this very core: it does so when the operating system prefers it.
void Kernel::tickOnBusyCores(ThreadId thread)
{
    Thread& t = s.threads[thread];
    const SimTime now = t.clock;
    Gil& gil = gilOf(thread);
    const Gil::Released released = gil.releaseTo(chooseGilWinner(thread, now));
    const ThreadId waiter = released.signalled;
    if (waiter == noThread || !preemptsAtTick(thread, waiter)) {
        gil.request(thread, now);
        if (waiter != noThread)
            gil.arrive(waiter, now);
        return;
    }
    record(now, EventKind::GilReleased, thread, 0, 0, tick);
    const SimTime then = now + m_config.costs.contextSwitch;
    ++t.token;
    s.timers.set(then, TimerKind::GilArrive, waiter, s.threads[waiter].token);
    s.timers.set(then, TimerKind::WakeUp, thread, t.token);
    setState(thread, ThreadState::Ready, now, 0, 0, 1);
    leaveCore(thread, now);
}

void Kernel::tickEnd(ThreadId thread, SimTime now)
{
    s.threads[thread].ticking = false;
    s.threads[thread].clock = now;
    Gil& gil = gilOf(thread);
    if (const auto taken = gil.request(thread, now)) {
        record(now, EventKind::GilTaken, thread, 0, gil.switchNumber(), taken->isSwitch ? 1 : 0);
        return;
    }
    setState(thread, ThreadState::WaitGil, now, 0, -1);
    leaveCore(thread, now);
}

/// As a fair scheduler does: whoever has had clearly less of the core.
bool Kernel::preemptsAtTick(ThreadId holder, ThreadId waiter) const
{
    const SimTime now = s.threads[holder].clock;
    return cpuTime(holder, now) - cpuTime(waiter, now) >= m_config.timeSlice;
}

} // namespace il::machine
