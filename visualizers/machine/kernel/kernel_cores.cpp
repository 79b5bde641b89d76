// The operating system's scheduler: cores, the queue of ready threads, time slices, latencies.
#include "machine/kernel/kernel.h"

#include <algorithm>
#include <cassert>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::SimTime;
using trace::ThreadId;
using trace::ThreadState;

namespace {

EventKind eventOf(ThreadState state)
{
    switch (state) {
    case ThreadState::New:
        return EventKind::ThreadCreated;
    case ThreadState::Ready:
        return EventKind::ThreadReady;
    case ThreadState::Running:
        return EventKind::ThreadRunning;
    case ThreadState::WaitGil:
        return EventKind::ThreadWaitGil;
    case ThreadState::Blocked:
        return EventKind::ThreadBlocked;
    case ThreadState::Io:
        return EventKind::ThreadIo;
    case ThreadState::Sleeping:
        return EventKind::ThreadSleeping;
    case ThreadState::Done:
        return EventKind::ThreadDone;
    }
    return EventKind::ThreadDone;
}

} // namespace

void Kernel::setState(ThreadId thread, ThreadState state, SimTime now, std::uint32_t object,
                      std::int64_t value, std::uint8_t flags)
{
    Thread& t = s.threads[thread];
    if (t.state == ThreadState::Running)
        t.cpuTime += now - t.since;
    t.state = state;
    t.since = now;
    record(now, eventOf(state), thread, object, value, flags);
}

SimTime Kernel::cpuTime(ThreadId thread, SimTime now) const
{
    const Thread& t = s.threads[thread];
    return t.state == ThreadState::Running ? t.cpuTime + (now - t.since) : t.cpuTime;
}

/// How long a woken thread needs to get going: the usual time, or up to twice that in eighths. No two
/// wake-ups take exactly equally long: without a difference of up to a microsecond, always the same in the
/// same run, threads would fall into step with 2.x's ticks or with each other, as real ones never do.
SimTime Kernel::latency(SimTime usual)
{
    const std::uint32_t extra = s.schedule.choose(ChoiceKind::WakeLatency, 8);
    s.unevenness = (s.unevenness + 619) % 1000; // 619: about the golden section, so that neighbours differ
    return {usual.ns * (8 + static_cast<std::int64_t>(extra)) / 8 + s.unevenness};
}

/// The core it ran on last if that is idle, else the first idle one, else -1.
int Kernel::idleCore(ThreadId thread) const
{
    const auto idle = [this](int core) {
        return s.cores[static_cast<std::size_t>(core)].running == noThread;
    };
    if (const int last = s.threads[thread].lastCore; last >= 0 && idle(last))
        return last;
    for (int core = 0; core < static_cast<int>(s.cores.size()); ++core)
        if (idle(core))
            return core;
    return -1;
}

/// Until `thread` runs: soon, if it has waited only for a moment. Whoever sends data wakes the reader on its
/// own core, expecting to wait soon itself. 2.x's signal storms were measured on a computer busy with them;
/// the long time is part of that measurement.
SimTime Kernel::latencyFor(ThreadId thread, Waker by, SimTime now)
{
    if (by == Waker::Data)
        return latency(m_config.costs.wakeUpSoon);
    const bool fromRest = by == Waker::Clock || m_config.version.gil == GilModel::Ticks ||
                          now - s.threads[thread].since > m_config.costs.idleAwake;
    return latency(fromRest ? m_config.costs.wakeUp : m_config.costs.wakeUpSoon);
}

void Kernel::wantCore(ThreadId thread, SimTime now)
{
    if (const int core = idleCore(thread); core >= 0)
        return startRunning(thread, core, now);
    if (s.threads[thread].state != ThreadState::Ready)
        setState(thread, ThreadState::Ready, now);
    s.ready.append(s.readyLinks, thread);
    setSlices(now);
}

void Kernel::startRunning(ThreadId thread, int core, SimTime now)
{
    Thread& t = s.threads[thread];
    s.cores[static_cast<std::size_t>(core)].running = thread;
    t.core = t.lastCore = core;
    t.clock = now;
    t.unfinished = t.wait.op != Op::None;
    setState(thread, ThreadState::Running, now, 0, core);
    if (t.begin != noSync) { // its creator waits in start() for this moment
        const SyncId begin = t.begin;
        t.begin = noSync;
        wakeAll(s.objects[begin].waiters, now);
    }
}

/// The thread's new state has been set already.
void Kernel::leaveCore(ThreadId thread, SimTime now)
{
    const int core = std::exchange(s.threads[thread].core, -1);
    assert(core >= 0);
    s.cores[static_cast<std::size_t>(core)].running = noThread;
    if (s.ready.empty())
        return;
    const std::uint32_t k = chooseOf(ChoiceKind::NextThread, s.ready, s.readyLinks, now, thread);
    const ThreadId next = s.ready.at(s.readyLinks, k);
    s.ready.remove(s.readyLinks, next);
    startRunning(next, core, now);
    s.threads[next].burn += m_config.costs.contextSwitch;
    setSlices(now);
}

/// While threads wait for a core, each running one has a time slice.
void Kernel::setSlices(SimTime now)
{
    if (s.ready.empty())
        return;
    for (std::size_t i = 0; i < s.cores.size(); ++i) {
        Core& core = s.cores[i];
        if (core.sliceSet || core.running == noThread)
            continue;
        core.sliceSet = true;
        const SimTime due = std::max(now, s.threads[core.running].since + m_config.timeSlice);
        s.timers.set(due, TimerKind::Slice, static_cast<ThreadId>(i), 0);
    }
}

void Kernel::sliceEnd(int index, SimTime now)
{
    Core& core = s.cores[static_cast<std::size_t>(index)];
    core.sliceSet = false;
    const ThreadId thread = core.running;
    if (s.ready.empty() || thread == noThread)
        return;
    Thread& t = s.threads[thread];
    if (t.ticking || t.clock > now || now - t.since < m_config.timeSlice) {
        // In the middle of an instruction or a system call, or it is somebody else by now.
        core.sliceSet = true;
        const SimTime due = std::max({t.since + m_config.timeSlice, t.clock, now + trace::nanoseconds(1)});
        s.timers.set(due, TimerKind::Slice, static_cast<ThreadId>(index), 0);
        return;
    }
    setState(thread, ThreadState::Ready, now, 0, 0, 1);
    const std::uint32_t k = chooseOf(ChoiceKind::NextThread, s.ready, s.readyLinks, now, thread);
    const ThreadId next = s.ready.at(s.readyLinks, k);
    s.ready.remove(s.readyLinks, next);
    s.ready.append(s.readyLinks, thread);
    t.core = -1;
    startRunning(next, index, now);
    s.threads[next].burn += m_config.costs.contextSwitch;
    setSlices(now);
}

} // namespace il::machine
