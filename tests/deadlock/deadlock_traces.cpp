#include "deadlock/deadlock_traces.h"

#include "trace/recorder.h"

#include <string>
#include <vector>

namespace il::samples {

using namespace trace;

namespace {

RunInfo info()
{
    return {"dining.py", "with left:\n    with right:\n        eat()\n", "3.13t", 4, {}, "default"};
}

ThreadId thread(int number)
{
    return static_cast<ThreadId>(number);
}

/// Main starts them and waits for the end of T1.
ObjectId start(Recorder& r, int threads)
{
    r.created(0, "MainThread", noThread);
    for (int i = 1; i <= threads; ++i) {
        r.created(thread(i), "Thread-" + std::to_string(i) + " (work)", 0);
        r.event(EventKind::ThreadReady, thread(i));
    }
    const ObjectId end = r.end("Thread-1 (work)");
    r.blocks(0, end);
    return end;
}

void takes(Recorder& r, int id, ObjectId lock)
{
    r.event(EventKind::LockRequested, thread(id), lock, 0);
    r.event(EventKind::LockAcquired, thread(id), lock, 1);
}

void waits(Recorder& r, int id, ObjectId lock, SimTime until = SimTime::never())
{
    r.event(EventKind::LockRequested, thread(id), lock, 1);
    r.event(EventKind::ThreadBlocked, thread(id), lock, until == SimTime::never() ? -1 : until.ns);
}

void releases(Recorder& r, int id, ObjectId lock)
{
    r.event(EventKind::LockReleased, thread(id), lock, 0);
}

std::vector<ObjectId> forksOf(Recorder& r, int seats)
{
    std::vector<ObjectId> forks;
    for (int i = 0; i < seats; ++i)
        forks.push_back(r.lock("forks[" + std::to_string(i) + "]"));
    return forks;
}

/// Every edge is a lock's, and each holder the next one's waiter.
void ring(Recorder& r, std::vector<WaitEdge> edges)
{
    DeadlockInfo told;
    told.cycle = true;
    told.edges = std::move(edges);
    const auto count = static_cast<std::int64_t>(told.edges.size());
    const ThreadId last = told.edges.front().thread;
    r.event(EventKind::Deadlock, last, r.builder.addDeadlock(std::move(told)), count);
}

void stuck(Recorder& r, std::vector<WaitEdge> edges)
{
    DeadlockInfo told;
    told.edges = std::move(edges);
    const auto count = static_cast<std::int64_t>(told.edges.size());
    r.event(EventKind::Deadlock, 0, r.builder.addDeadlock(std::move(told)), count);
}

Trace hungry(int seats)
{
    Recorder r(info());
    const std::vector<ObjectId> forks = forksOf(r, seats);
    start(r, seats);
    for (int i = 0; i < seats; ++i)
        takes(r.after(milliseconds(1)), i + 1, forks[static_cast<std::size_t>(i)]);
    std::vector<WaitEdge> edges;
    for (int i = 0; i < seats; ++i) {
        const int right = (i + 1) % seats;
        const ObjectId fork = forks[static_cast<std::size_t>(right)];
        waits(r.after(milliseconds(1)), i + 1, fork);
        edges.push_back({thread(i + 1), fork, thread(right + 1), WaitReason::Lock, 2, 1});
    }
    ring(r, std::move(edges));
    return r.finish(EndReason::Deadlock);
}

Trace polite(int seats)
{
    Recorder r(info());
    const std::vector<ObjectId> forks = forksOf(r, seats);
    start(r, seats);
    for (int i = 0; i + 1 < seats; ++i)
        takes(r.after(milliseconds(1)), i + 1, forks[static_cast<std::size_t>(i)]);
    waits(r.after(milliseconds(1)), seats, forks.front());
    for (int i = seats - 1; i >= 1; --i) {
        const ObjectId left = forks[static_cast<std::size_t>(i) - 1],
                       right = forks[static_cast<std::size_t>(i)];
        takes(r.after(milliseconds(1)), i, right);
        releases(r.after(milliseconds(1)), i, right);
        releases(r, i, left);
        r.done(thread(i));
    }
    r.event(EventKind::LockWoken, thread(seats), forks.front());
    r.event(EventKind::ThreadReady, thread(seats));
    r.after(milliseconds(1)).event(EventKind::LockAcquired, thread(seats), forks.front(), 1);
    takes(r.after(milliseconds(1)), seats, forks.back());
    return r.finish();
}

} // namespace

Trace dining(int seats, bool ordered)
{
    return ordered ? polite(seats) : hungry(seats);
}

Trace selfDeadlock()
{
    Recorder r(info());
    const ObjectId lock = r.lock("lock");
    start(r, 1);
    takes(r.after(milliseconds(1)), 1, lock);
    waits(r.after(milliseconds(1)), 1, lock);
    ring(r, {{1, lock, 1, WaitReason::Lock, 2, 1}});
    return r.finish(EndReason::Deadlock);
}

Trace joinDeadlock()
{
    Recorder r(info());
    const ObjectId lock = r.lock("lock");
    r.created(0, "MainThread", noThread);
    r.created(1, "Thread-1 (work)", 0);
    const ObjectId end = r.end("Thread-1 (work)");
    takes(r.after(milliseconds(1)), 0, lock);
    r.blocks(0, end);
    waits(r.after(milliseconds(1)), 1, lock);
    ring(r, {{1, lock, 0, WaitReason::Lock, 2, 1}, {0, end, 1, WaitReason::ThreadEnd, 3, 0}});
    return r.finish(EndReason::Deadlock);
}

Trace starvedQueue()
{
    Recorder r(info());
    const ObjectId jobs = r.builder.addObject({ObjectKind::Queue, r.builder.intern("jobs"), 0});
    const ObjectId end = start(r, 2);
    r.after(milliseconds(1)).event(EventKind::ThreadBlocked, 1, jobs, -1);
    r.after(milliseconds(1)).event(EventKind::ThreadBlocked, 2, jobs, -1);
    stuck(r, {{0, end, 1, WaitReason::ThreadEnd, 3, 0},
              {1, jobs, noThread, WaitReason::Item, 1, 0},
              {2, jobs, noThread, WaitReason::Item, 1, 0}});
    return r.finish(EndReason::Deadlock);
}

Trace forgottenRelease()
{
    Recorder r(info());
    const ObjectId lock = r.lock("lock");
    start(r, 2);
    takes(r.after(milliseconds(1)), 1, lock);
    r.after(milliseconds(1)).done(1);
    waits(r.after(milliseconds(1)), 2, lock);
    stuck(r, {{2, lock, 1, WaitReason::Lock, 2, 1}});
    return r.finish(EndReason::Deadlock);
}

Trace timedRing()
{
    Recorder r(info());
    const ObjectId a = r.lock("a"), b = r.lock("b");
    start(r, 2);
    takes(r.after(milliseconds(1)), 1, a);
    takes(r.after(milliseconds(1)), 2, b);
    waits(r.after(milliseconds(1)), 1, b, milliseconds(5));
    waits(r.after(milliseconds(1)), 2, a, milliseconds(8));
    r.after(milliseconds(1)).event(EventKind::WaitTimedOut, 1, b);
    r.event(EventKind::ThreadReady, 1);
    releases(r.after(milliseconds(1)), 1, a);
    r.event(EventKind::LockWoken, 2, a);
    r.event(EventKind::ThreadReady, 2);
    r.after(milliseconds(1)).event(EventKind::LockAcquired, 2, a, 1);
    return r.finish();
}

Trace semaphoreRing()
{
    Recorder r(info());
    const ObjectId s = r.builder.addObject({ObjectKind::Semaphore, r.builder.intern("s"), 1});
    const ObjectId t = r.builder.addObject({ObjectKind::Semaphore, r.builder.intern("t"), 1});
    start(r, 2);
    for (const ObjectId semaphore : {s, t})
        r.event(EventKind::ObjectValue, 0, semaphore, 1);
    r.after(milliseconds(1)).event(EventKind::ObjectValue, 1, s, 0);
    r.after(milliseconds(1)).event(EventKind::ObjectValue, 2, t, 0);
    r.after(milliseconds(1)).event(EventKind::ThreadBlocked, 1, t, -1);
    r.after(milliseconds(1)).event(EventKind::ThreadBlocked, 2, s, -1);
    ring(r, {{1, t, 2, WaitReason::Semaphore, 2, 1}, {2, s, 1, WaitReason::Semaphore, 2, 1}});
    return r.finish(EndReason::Deadlock);
}

Trace politeDiners(int rounds)
{
    constexpr int seats = 3;
    Recorder r(info());
    const std::vector<ObjectId> forks = forksOf(r, seats);
    start(r, seats);
    for (int round = 0; round < rounds; ++round) {
        r.after(milliseconds(1));
        for (int i = 0; i < seats; ++i)
            takes(r, i + 1, forks[static_cast<std::size_t>(i)]);
        r.after(milliseconds(1));
        for (int i = 0; i < seats; ++i)
            r.event(EventKind::LockRequested, thread(i + 1), forks[static_cast<std::size_t>((i + 1) % seats)],
                    0);
        for (int i = 0; i < seats; ++i)
            releases(r, i + 1, forks[static_cast<std::size_t>(i)]);
    }
    r.after(milliseconds(1)).done(1);
    return r.finish();
}

Trace exhaustedPool()
{
    Recorder r(info());
    const ObjectId result = r.builder.addObject({ObjectKind::Condition, r.builder.intern("f"), 0});
    const ObjectId pool = r.builder.addObject({ObjectKind::Pool, r.builder.intern("pool"), 1});
    const ObjectId end = start(r, 1);
    r.after(milliseconds(2)).event(EventKind::ThreadBlocked, 1, result, -1);
    DeadlockInfo info{
        false,
        {{0, end, 1, WaitReason::ThreadEnd, 3, 0}, {1, result, noThread, WaitReason::Result, 1, 0}},
        {{pool, 1, 1}}};
    r.event(EventKind::Deadlock, 0, r.builder.addDeadlock(std::move(info)), 2);
    return r.finish(EndReason::Deadlock);
}

Trace refusalAndWake()
{
    Recorder r(info());
    const ObjectId a = r.lock("a");
    start(r, 3);
    takes(r.after(milliseconds(1)), 1, a);
    r.after(milliseconds(1)).event(EventKind::LockRequested, 2, a, 0);
    waits(r.after(milliseconds(1)), 3, a);
    releases(r.after(milliseconds(1)), 1, a);
    r.event(EventKind::LockWoken, 3, a);
    r.event(EventKind::ThreadReady, 3);
    r.after(milliseconds(1)).event(EventKind::LockAcquired, 3, a, 1);
    return r.finish();
}

Trace takenAway()
{
    Recorder r(info());
    const ObjectId a = r.lock("a");
    start(r, 3);
    takes(r.after(milliseconds(1)), 1, a);
    waits(r.after(milliseconds(1)), 2, a);
    releases(r.after(milliseconds(1)), 3, a);
    r.event(EventKind::LockWoken, 2, a);
    r.after(milliseconds(1)).event(EventKind::LockAcquired, 2, a, 1);
    return r.finish();
}

Trace waitAndNotify()
{
    Recorder r(info());
    const ObjectId bank = r.builder.addObject({ObjectKind::Condition, r.builder.intern("bank"), 0});
    start(r, 4);
    for (const int id : {1, 2}) {
        r.after(milliseconds(1)).event(EventKind::ObjectWait, thread(id), bank);
        r.blocks(thread(id), bank);
    }
    r.after(milliseconds(2)).event(EventKind::ObjectNotify, thread(3), bank, 2);
    for (const int id : {1, 2})
        r.event(EventKind::ThreadReady, thread(id));
    r.after(milliseconds(1)).runs(thread(1), 0);
    r.runs(thread(2), 1);
    return r.finish();
}

Trace crowd(int threads, int locks)
{
    Recorder r(info());
    std::vector<ObjectId> all;
    for (int i = 0; i < locks; ++i)
        all.push_back(r.lock("account" + std::to_string(i) + ".lock"));
    start(r, threads);
    for (int i = 0; i < locks; ++i)
        takes(r.after(microseconds(100)), i % threads + 1, all[static_cast<std::size_t>(i)]);
    for (int i = 0; i < threads; ++i)
        waits(r.after(microseconds(100)), i + 1, all[static_cast<std::size_t>(i < 3 ? (i + 1) % 3 : 0)]);
    ring(r, {{1, all[1], 2, WaitReason::Lock, 2, 1},
             {2, all[2], 3, WaitReason::Lock, 2, 1},
             {3, all[0], 1, WaitReason::Lock, 2, 1}});
    return r.finish(EndReason::Deadlock);
}

} // namespace il::samples
