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

WaitReason Kernel::reasonOf(ThreadId thread) const
{
    const Wait& wait = s.threads[thread].wait;
    const bool isResult = wait.object != noSync && s.objects[wait.object].result;
    return isResult ? WaitReason::Result : machine::reasonOf(wait.op);
}

/// The one thread that alone can give this wait what it is for; noThread when there are several, or none.
ThreadId Kernel::holderOf(ThreadId thread) const
{
    const Wait& wait = s.threads[thread].wait;
    switch (machine::reasonOf(wait.op)) {
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
    return holder != noThread && isLeftAtFork(thread, holder) ? noThread : holder;
}

/// A lock that a thread on the other side of the fork had taken: nobody here can give it back.
bool Kernel::isLeftAtFork(ThreadId thread, ThreadId holder) const
{
    const Thread& t = s.threads[thread];
    return machine::reasonOf(t.wait.op) == WaitReason::Lock && !s.objects[t.wait.object].shared &&
           s.threads[holder].process != t.process;
}

/// Who has made a wait endless: the holder, or whoever has ended with a semaphore's last unit.
ThreadId Kernel::culprit(ThreadId thread) const
{
    const Wait& wait = s.threads[thread].wait;
    if (wait.op != Op::Down)
        return holderOf(thread);
    const auto& takers = s.objects[wait.object].takers;
    const bool allGone = std::all_of(takers.begin(), takers.end(),
                                     [this](const trace::Taker& taker) { return isDone(taker.thread); });
    return !takers.empty() && allGone ? takers.front().thread : noThread;
}

/// Who could end the thread's wait if he went on, when nobody else is left to do it.
std::vector<ThreadId> Kernel::givers(ThreadId thread) const
{
    const Thread& t = s.threads[thread];
    std::vector<ThreadId> found;
    if (isDone(thread))
        return found;
    if (const ThreadId one = waitsForThread(thread); one != noThread && !isDone(one))
        found.push_back(one);
    if (t.wait.op != Op::Down)
        return found;
    for (const trace::Taker& taker : s.objects[t.wait.object].takers)
        if (!isDone(taker.thread))
            found.push_back(taker.thread);
    std::stable_partition(found.begin(), found.end(), [thread](ThreadId giver) { return giver != thread; });
    return found;
}

/// Threads that wait for each other's locks, ends and semaphores; empty when there is no such circle. To be
/// asked for when nobody runs any more, for a semaphore may be released by anybody.
std::vector<ThreadId> Kernel::findCircle() const
{
    enum class Mark : std::uint8_t { New, Open, Closed };
    std::vector<Mark> marks(s.threads.size(), Mark::New);
    struct Visit {
        ThreadId thread;
        std::vector<ThreadId> next;
    };
    for (ThreadId start = 0; start < s.threads.size(); ++start) {
        std::vector<Visit> path;
        const auto enter = [&](ThreadId thread) {
            marks[thread] = Mark::Open;
            path.push_back({thread, givers(thread)});
        };
        if (marks[start] == Mark::New)
            enter(start);
        while (!path.empty()) {
            if (path.back().next.empty()) {
                marks[path.back().thread] = Mark::Closed;
                path.pop_back();
                continue;
            }
            const ThreadId next = path.back().next.front();
            path.back().next.erase(path.back().next.begin());
            if (marks[next] == Mark::New) {
                enter(next);
            } else if (marks[next] == Mark::Open) {
                const auto first = std::find_if(path.begin(), path.end(),
                                                [next](const Visit& visit) { return visit.thread == next; });
                std::vector<ThreadId> circle;
                for (auto visit = first; visit != path.end(); ++visit)
                    circle.push_back(visit->thread);
                return circle;
            }
        }
    }
    return {};
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
    addRing(std::move(threads), now);
}

void Kernel::addRing(std::vector<ThreadId> threads, SimTime now)
{
    Ring ring;
    for (const ThreadId member : threads)
        ring.locks.push_back(s.threads[member].wait.object);
    if (m_builder) {
        ring.deadlock = addDeadlock(true, threads);
        record(now, EventKind::Deadlock, threads.front(), ring.deadlock,
               static_cast<std::int64_t>(threads.size()));
    }
    ring.threads = std::move(threads);
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
    std::erase_if(s.rings, [this](const Ring& ring) { // one that a killed process was in
        return std::any_of(ring.threads.begin(), ring.threads.end(),
                           [this](ThreadId t) { return isDone(t); });
    });
    if (s.rings.empty())
        if (std::vector<ThreadId> circle = findCircle(); !circle.empty())
            addRing(std::move(circle), s.now);
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
    s.deadlock = tellDeadlock();
    end(EndReason::Deadlock);
}

std::uint32_t Kernel::addDeadlock(bool cycle, const std::vector<ThreadId>& threads)
{
    trace::DeadlockInfo info;
    info.cycle = cycle;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const ThreadId next = threads[(i + 1) % threads.size()];
        info.edges.push_back(edgeOf(threads[i], cycle ? next : culprit(threads[i])));
    }
    if (!cycle)
        for (auto& [id, pool] : exhaustedPools())
            info.pools.push_back(pool);
    return m_builder->addDeadlock(std::move(info));
}

trace::WaitEdge Kernel::edgeOf(ThreadId thread, ThreadId holder) const
{
    const Wait& wait = s.threads[thread].wait;
    trace::WaitEdge edge;
    edge.thread = thread;
    edge.reason = reasonOf(thread);
    edge.waitLine = lineOf(thread);
    edge.holder = holder;
    edge.leftAtFork = holder != noThread && isLeftAtFork(thread, holder);
    if (wait.object == noSync)
        return edge;
    const SyncObject& object = s.objects[wait.object];
    edge.object = object.traceId;
    if (edge.reason == WaitReason::Lock)
        edge.takenLine = object.takenLine;
    for (const trace::Taker& taker : object.takers)
        if (taker.thread == holder)
            edge.takenLine = taker.line;
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
