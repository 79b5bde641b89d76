// Deadlocks: finding them, and telling who waits for what.
#include "machine/kernel/kernel.h"

#include <algorithm>

namespace il::machine {

using trace::EndReason;
using trace::EventKind;
using trace::noThread;
using trace::ThreadId;
using trace::ThreadState;
using trace::WaitReason;

namespace {

WaitReason reasonOf(Op op)
{
    switch (op) {
    case Op::Acquire:
    case Op::Relock:
        return WaitReason::Lock;
    case Op::ConditionWait:
        return WaitReason::Notify;
    case Op::Down:
        return WaitReason::Semaphore;
    case Op::EventWait:
        return WaitReason::Event;
    case Op::BarrierWait:
        return WaitReason::Barrier;
    case Op::Get:
        return WaitReason::Item;
    case Op::Put:
        return WaitReason::Room;
    case Op::QueueJoin:
        return WaitReason::TasksDone;
    case Op::Join:
        return WaitReason::ThreadEnd;
    case Op::WaitProcess:
        return WaitReason::ProcessEnd;
    case Op::Io:
    case Op::File:
        return WaitReason::Io;
    default:
        return WaitReason::Other;
    }
}

} // namespace

/// The one thread that alone can give this wait what it is for; noThread when there are several, or none.
ThreadId Kernel::holderOf(ThreadId thread) const
{
    const Wait& wait = s.threads[thread].wait;
    switch (reasonOf(wait.op)) {
    case WaitReason::Lock:
        return s.objects[wait.object].owner;
    case WaitReason::ThreadEnd:
        return wait.target;
    case WaitReason::ProcessEnd:
        return onlyChild(s.threads[thread].process, wait.number);
    default:
        return noThread;
    }
}

/// The one thread that alone can end this thread's wait; noThread when there are several, or none, or a
/// timeout.
ThreadId Kernel::waitsForThread(ThreadId thread) const
{
    const Thread& t = s.threads[thread];
    const bool stays =
        t.state == ThreadState::Blocked && !t.wait.woken && t.wait.deadline == SimTime::never();
    const ThreadId holder = stays ? holderOf(thread) : noThread;
    // A lock that a thread on the other side of the fork had taken: nobody here can give it back.
    const bool lost = holder != noThread && reasonOf(t.wait.op) == WaitReason::Lock &&
                      !s.objects[t.wait.object].shared && s.threads[holder].process != t.process;
    return lost ? noThread : holder;
}

/// `thread` has just begun to wait: does that close a ring?
void Kernel::lookForCycle(ThreadId thread, SimTime now)
{
    std::vector<ThreadId> threads{thread};
    for (ThreadId next = waitsForThread(thread); next != thread; next = waitsForThread(next)) {
        if (next == noThread || threads.size() > s.threads.size())
            return; // none, or a ring further on, reported when it closed
        threads.push_back(next);
    }
    Ring ring;
    for (const ThreadId member : threads)
        ring.locks.push_back(s.threads[member].wait.object);
    if (m_builder) {
        ring.deadlock = addDeadlock(true, threads);
        record(now, EventKind::Deadlock, thread, ring.deadlock, static_cast<std::int64_t>(threads.size()));
    }
    s.rings.push_back(std::move(ring));
}

/// Somebody has released a Lock that isn't his own: a ring that waited for it was no deadlock.
void Kernel::breakRings(SyncId lock)
{
    std::erase_if(s.rings, [&](const Ring& ring) {
        const bool breaks = std::find(ring.locks.begin(), ring.locks.end(), lock) != ring.locks.end();
        if (breaks && m_builder)
            m_builder->withdrawDeadlock(ring.deadlock);
        return breaks;
    });
}

/// Nobody runs and nothing is on the agenda.
void Kernel::stuck()
{
    std::vector<ThreadId> threads;
    for (ThreadId thread = 0; thread < s.threads.size(); ++thread)
        if (!isDone(thread))
            threads.push_back(thread);
    if (m_builder) {
        const std::uint32_t deadlock = addDeadlock(false, threads);
        if (s.rings.empty())
            record(s.now, EventKind::Deadlock, threads.front(), deadlock,
                   static_cast<std::int64_t>(threads.size()));
    }
    end(EndReason::Deadlock);
}

std::uint32_t Kernel::addDeadlock(bool cycle, const std::vector<ThreadId>& threads)
{
    trace::DeadlockInfo info;
    info.cycle = cycle;
    for (const ThreadId thread : threads)
        info.edges.push_back(edgeOf(thread));
    return m_builder->addDeadlock(std::move(info));
}

trace::WaitEdge Kernel::edgeOf(ThreadId thread) const
{
    const Wait& wait = s.threads[thread].wait;
    trace::WaitEdge edge;
    edge.thread = thread;
    edge.reason = reasonOf(wait.op);
    edge.waitLine = lineOf(thread);
    edge.holder = holderOf(thread);
    if (wait.object != noSync)
        edge.object = s.objects[wait.object].traceId;
    if (edge.reason == WaitReason::Lock)
        edge.takenLine = s.objects[wait.object].takenLine;
    return edge;
}

/// The line of the script that the thread is in; 0 when it is in none.
std::uint32_t Kernel::lineOf(ThreadId thread) const
{
    const auto& frames = s.contexts[thread].frames;
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
        const LinkedCode& code = m_image.code(frame->code);
        const std::size_t at = frame->pc > 0 ? frame->pc - 1 : 0;
        if (code.origin == Origin::User && at < code.code->positions.size())
            return static_cast<std::uint32_t>(code.code->positions[at].line);
    }
    return 0;
}

} // namespace il::machine
