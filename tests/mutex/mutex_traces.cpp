#include "mutex/mutex_traces.h"

#include "trace/recorder.h"

#include <string>
#include <vector>

namespace il::samples {

using namespace trace;

namespace {

constexpr const char* source = R"(counter = 0

def worker():
    global counter
    tmp = counter
    tmp = tmp + 1
    counter = tmp
)";

RunInfo info(const char* version, int cores)
{
    const bool gil = std::string(version).find('t') == std::string::npos;
    return {"counter.py", source, version, cores, gil ? milliseconds(5) : SimTime{}, "default"};
}

std::string nameOf(int thread)
{
    return "T" + std::to_string(thread);
}

void start(Recorder& r, int threads)
{
    for (int i = 1; i <= threads; ++i)
        r.created(static_cast<ThreadId>(i), nameOf(i), 0);
    r.blocks(0, r.end("T1"));
}

void local(Recorder& r, ThreadId thread, VariableId variable, std::int64_t value)
{
    r.event(EventKind::LocalWritten, thread, variable, value);
}

ObjectId object(Recorder& r, ObjectKind kind, const char* name, std::int64_t limit)
{
    return r.builder.addObject({kind, r.builder.intern(name), limit});
}

} // namespace

Trace threeReaders()
{
    Recorder r(info("3.13t", 2));
    const VariableId counter = r.variable("counter", true), tmp = r.variable("tmp", false);
    r.created(0, "MainThread", noThread);
    r.writes(0, counter, 0);
    start(r, 3);
    r.runs(1, 0);
    r.after(milliseconds(1)).reads(1, counter, 0);
    r.after(milliseconds(1)).writes(1, counter, 1);
    r.after(milliseconds(1)).reads(1, counter, 1);
    r.runs(2, 1);
    r.after(milliseconds(1)).reads(2, counter, 1);
    r.after(milliseconds(1)).event(EventKind::LocalWritten, 1, tmp, 2);
    r.after(milliseconds(1)).event(EventKind::LocalWritten, 2, tmp, 2);
    r.event(EventKind::ThreadReady, 3);
    r.after(milliseconds(1)).writes(1, counter, 2);
    r.after(milliseconds(1)).writes(2, counter, 2);
    r.after(milliseconds(1)).runs(3, 0);
    r.after(milliseconds(1)).reads(3, counter, 2);
    local(r, 3, tmp, 2);
    r.after(milliseconds(1)).writes(3, counter, 3);
    for (const ThreadId id : {ThreadId{1}, ThreadId{2}, ThreadId{3}})
        r.after(milliseconds(1)).done(id);
    return r.finish();
}

Trace lockedCounter(int threads)
{
    Recorder r(info("3.11", 2));
    const ObjectId lock = r.lock("lock");
    const VariableId counter = r.variable("counter", true), tmp = r.variable("tmp", false);
    r.created(0, "MainThread", noThread);
    r.writes(0, counter, 40);
    start(r, threads);
    r.takesGil(1);
    r.runs(1, 0);
    r.after(milliseconds(1)).event(EventKind::LockRequested, 1, lock, 0);
    r.event(EventKind::LockAcquired, 1, lock, 1);
    r.after(milliseconds(1)).reads(1, counter, 40);
    local(r, 1, tmp, 41);
    for (int i = 2; i <= threads; ++i) {
        r.event(EventKind::LockRequested, static_cast<ThreadId>(i), lock, 1);
        r.blocks(static_cast<ThreadId>(i), lock);
    }
    r.after(milliseconds(2)).writes(1, counter, 41);
    r.after(milliseconds(2)).event(EventKind::LockReleased, 1, lock, 0);
    if (threads >= 2) {
        r.event(EventKind::LockWoken, 2, lock);
        r.event(EventKind::ThreadReady, 2);
        r.after(microseconds(50)).event(EventKind::LockAcquired, 2, lock, 1);
        r.waitsGil(2);
    }
    r.after(milliseconds(2)).done(1);
    return r.finish();
}

Trace objectZoo()
{
    Recorder r(info("3.13t", 4));
    const ObjectId rlock = object(r, ObjectKind::RLock, "self.lock", 0);
    const ObjectId slots = object(r, ObjectKind::Semaphore, "slots", 3);
    const ObjectId jobs = object(r, ObjectKind::Queue, "jobs", 5);
    const ObjectId ready = object(r, ObjectKind::Event, "ready", 0);
    const ObjectId barrier = object(r, ObjectKind::Barrier, "barrier", 3);
    const ObjectId changed = object(r, ObjectKind::Condition, "changed", 0);
    r.created(0, "MainThread", noThread);
    start(r, 4);
    r.runs(1, 0);
    r.after(milliseconds(1)).event(EventKind::LockAcquired, 1, rlock, 1);
    r.after(milliseconds(1)).event(EventKind::LockAcquired, 1, rlock, 2);
    r.event(EventKind::ObjectValue, 1, slots, 1);
    r.event(EventKind::ObjectValue, 1, jobs, 3);
    r.event(EventKind::ObjectValue, 1, ready, 1);
    r.event(EventKind::ObjectWait, 2, barrier);
    r.event(EventKind::ObjectValue, 2, barrier, 1);
    r.blocks(2, barrier);
    r.event(EventKind::ObjectWait, 3, changed);
    r.blocks(3, changed);
    r.event(EventKind::LockRequested, 4, rlock, 1);
    r.blocks(4, rlock);
    r.after(milliseconds(1)).line(1, 5);
    return r.finish();
}

Trace philosophers(int seats)
{
    Recorder r(info("3.13t", 4));
    std::vector<ObjectId> forks;
    for (int i = 0; i < seats; ++i)
        forks.push_back(r.lock("forks[" + std::to_string(i) + "]"));
    r.created(0, "MainThread", noThread);
    start(r, seats);
    for (int i = 0; i < seats; ++i)
        r.after(milliseconds(1))
            .event(EventKind::LockAcquired, static_cast<ThreadId>(i + 1), forks[static_cast<std::size_t>(i)],
                   1);
    for (int i = 0; i < seats; ++i) {
        const ObjectId next = forks[static_cast<std::size_t>((i + 1) % seats)];
        r.after(milliseconds(1)).event(EventKind::LockRequested, static_cast<ThreadId>(i + 1), next, 1);
        r.blocks(static_cast<ThreadId>(i + 1), next);
    }
    return r.finish(EndReason::Deadlock);
}

Trace manyVariables(int threads, int variables)
{
    Recorder r(info("3.13t", 4));
    std::vector<VariableId> ids;
    for (int i = 0; i < variables; ++i)
        ids.push_back(r.variable("account" + std::to_string(i) + ".balance", true));
    r.created(0, "MainThread", noThread);
    for (const VariableId id : ids) {
        r.writes(0, id, 100);
        r.writes(0, id, 1000 + id);
    }
    start(r, threads);
    for (int i = 1; i <= threads; ++i) {
        r.event(EventKind::ThreadReady, static_cast<ThreadId>(i));
        r.after(milliseconds(1))
            .reads(static_cast<ThreadId>(i), ids[static_cast<std::size_t>(i) % ids.size()], 1000);
    }
    r.after(milliseconds(1)).writes(1, ids.front(), 990);
    r.after(milliseconds(1)).line(1, 5);
    return r.finish();
}

} // namespace il::samples
