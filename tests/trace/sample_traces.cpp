#include "trace/sample_traces.h"

#include "trace/recorder.h"

#include <string>
#include <vector>

namespace il::samples {

using namespace trace;

namespace {

constexpr std::uint8_t forced = 1, blocking = 2;

RunInfo info(const char* file, const char* source, const char* version, int cores)
{
    const bool gil = std::string_view(version).find('t') == std::string_view::npos;
    return {file, source, version, cores, gil ? milliseconds(5) : SimTime{}, "default"};
}

std::string workerName(int i)
{
    return "T" + std::to_string(i);
}

constexpr const char* handoffSource = R"(import threading
from sim import cpu

def work():
    cpu(10)        #: compute

threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()      #: start
for t in reversed(threads):
    t.join()
print("done")
)";

void computes(Recorder& r, ThreadId id)
{
    r.cue(id, "compute");
    r.line(id, 5);
}

/// The GIL passes from `from`, whose time is up, to `to`.
void handOver(Recorder& r, ThreadId from, ThreadId to)
{
    r.event(EventKind::GilDropRequested, to, from);
    r.after(microseconds(1)).dropsGil(from, forced);
    r.event(EventKind::GilForcedWait, from);
    r.waitsGil(from);
    r.after(microseconds(50)).takesGil(to);
    r.runs(to, to % 2);
}

/// Main starts `count` workers in `startLine` and waits for the last one's end; the first one gets to run.
std::vector<ObjectId> startWorkers(Recorder& r, int count, std::uint32_t startLine)
{
    std::vector<ObjectId> ends;
    r.created(0, "MainThread", noThread);
    r.runs(0, 0);
    r.takesGil(0);
    r.line(0, 1);
    for (int i = 1; i <= count; ++i) {
        const auto id = static_cast<ThreadId>(i);
        ends.push_back(r.end(workerName(i)));
        r.after(microseconds(30)).cue(0, "start");
        r.line(0, startLine);
        r.after(microseconds(10)).created(id, workerName(i), 0);
        r.after(microseconds(40)).waitsGil(id);
    }
    r.after(microseconds(10)).line(0, startLine + 2);
    r.event(EventKind::ObjectWait, 0, ends.back());
    r.dropsGil(0, blocking);
    r.blocks(0, ends.back());
    r.after(microseconds(50)).takesGil(1);
    r.runs(1, 1);
    return ends;
}

void finishWorker(Recorder& r, ThreadId id, ObjectId end)
{
    r.event(EventKind::ObjectNotify, id, end, 1);
    r.dropsGil(id, blocking);
    r.done(id);
}

void mainEnds(Recorder& r, ObjectId lastEnd, std::uint32_t line)
{
    r.event(EventKind::LockWoken, 0, lastEnd);
    r.event(EventKind::ThreadReady, 0);
    r.after(microseconds(50)).takesGil(0);
    r.runs(0, 0);
    r.line(0, line);
    r.after(microseconds(30)).prints(0, "done\n");
    r.after(microseconds(10)).dropsGil(0, blocking);
    r.done(0);
}

Trace roundRobin(Recorder& r, int workers)
{
    const std::vector<ObjectId> ends = startWorkers(r, workers, 9);
    computes(r, 1);
    const auto next = [workers](int i) { return static_cast<ThreadId>(i % workers + 1); };
    for (int turn = 1; turn < 2 * workers; ++turn) {
        const ThreadId from = next(turn - 1), to = next(turn);
        r.after(milliseconds(5));
        if (turn <= workers) {
            handOver(r, from, to);
            if (turn < workers)
                computes(r, to);
            continue;
        }
        finishWorker(r, from, ends[from - 1u]);
        r.after(microseconds(50)).takesGil(to);
        r.runs(to, to % 2);
    }
    r.after(milliseconds(5));
    finishWorker(r, static_cast<ThreadId>(workers), ends.back());
    mainEnds(r, ends.back(), 12);
    return r.finish();
}

} // namespace

Trace gilHandoff()
{
    Recorder r(info("handoff.py", handoffSource, "3.11", 2));
    return roundRobin(r, 3);
}

Trace manyThreads(int threads)
{
    Recorder r(info("many.py", handoffSource, "3.11", 4));
    return roundRobin(r, threads);
}

Trace lostUpdate()
{
    Recorder r(info("counter.py", R"(import threading

counter = 0

def work():
    global counter
    tmp = counter      #: read
    counter = tmp + 1  #: write

threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in reversed(threads):
    t.join()
print(counter)
)",
                    "3.13t", 2));
    const VariableId counter = r.variable("counter", true), tmp = r.variable("tmp", false);
    r.end("T1");
    const ObjectId end2 = r.end("T2");
    const SimTime tick = nanoseconds(40);
    r.created(0, "MainThread", noThread);
    r.runs(0, 0);
    r.line(0, 3);
    r.after(tick).writes(0, counter, 0);
    r.after(tick).line(0, 12);
    r.after(tick).created(1, "T1", 0);
    r.after(tick).created(2, "T2", 0);
    r.after(tick).line(0, 14);
    r.event(EventKind::ObjectWait, 0, end2);
    r.after(tick).blocks(0, end2);
    for (const ThreadId id : {ThreadId{1}, ThreadId{2}}) {
        r.runs(id, id - 1);
        r.event(EventKind::Call, id, r.builder.intern("work"), 1);
        r.cue(id, "read");
        r.line(id, 7);
    }
    for (const ThreadId id : {ThreadId{1}, ThreadId{2}})
        r.after(tick).reads(id, counter, 0);
    for (const ThreadId id : {ThreadId{1}, ThreadId{2}})
        r.after(tick).event(EventKind::LocalWritten, id, tmp, 0);
    for (const ThreadId id : {ThreadId{1}, ThreadId{2}}) {
        r.after(tick).cue(id, "write");
        r.line(id, 8);
        r.after(tick).writes(id, counter, 1);
    }
    r.after(tick).done(1);
    r.after(tick).done(2);
    r.event(EventKind::LockWoken, 0, end2);
    r.after(tick).runs(0, 0);
    r.line(0, 15);
    r.after(tick).reads(0, counter, 1);
    r.after(tick).prints(0, "1\n");
    r.after(tick).done(0);
    return r.finish();
}

namespace {

constexpr const char* mutexSource = R"(import threading
from sim import cpu

lock = threading.Lock()

def work():
    with lock:     #: acquire
        cpu(3)
    cpu(1)         #: release

threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()      #: start
for t in reversed(threads):
    t.join()
print("done")
)";

/// `id` has the GIL and finds the lock taken: it gives the GIL to `next` and waits.
void findsTaken(Recorder& r, ThreadId id, ObjectId lock)
{
    r.takesGil(id);
    r.runs(id, 0);
    r.cue(id, "acquire");
    r.line(id, 7);
    r.after(microseconds(1)).event(EventKind::LockRequested, id, lock, 1);
    r.dropsGil(id, blocking);
    r.blocks(id, lock);
}

void getsLock(Recorder& r, ThreadId id, ObjectId lock)
{
    r.event(EventKind::LockAcquired, id, lock, 1);
    r.line(id, 8);
}

/// `from` releases; `to`, which has waited, owns the lock before it has the GIL.
void passLock(Recorder& r, ThreadId from, ThreadId to, ObjectId lock)
{
    r.cue(from, "release");
    r.event(EventKind::LockReleased, from, lock, 0);
    r.event(EventKind::LockWoken, to, lock);
    r.event(EventKind::ThreadReady, to);
    r.after(microseconds(50)).event(EventKind::LockAcquired, to, lock, 1);
    r.waitsGil(to);
    r.line(from, 9);
    r.after(milliseconds(1)).dropsGil(from, blocking);
    r.done(from);
    r.after(microseconds(50)).takesGil(to);
    r.runs(to, to % 2);
    r.line(to, 8);
}

} // namespace

Trace mutexContention()
{
    Recorder r(info("mutex.py", mutexSource, "3.11", 2));
    const ObjectId lock = r.lock("lock");
    const std::vector<ObjectId> ends = startWorkers(r, 3, 13);
    r.cue(1, "acquire");
    r.line(1, 7);
    r.event(EventKind::LockRequested, 1, lock, 0);
    getsLock(r, 1, lock);
    r.after(milliseconds(2)).dropsGil(1, blocking);
    r.event(EventKind::ThreadRunning, 1, 0, 1, 1);
    r.after(microseconds(50));
    findsTaken(r, 2, lock);
    r.after(microseconds(50));
    findsTaken(r, 3, lock);
    r.after(microseconds(50)).takesGil(1);
    r.runs(1, 1);
    r.after(milliseconds(1));
    passLock(r, 1, 2, lock);
    r.after(milliseconds(3));
    passLock(r, 2, 3, lock);
    r.after(milliseconds(3)).cue(3, "release");
    r.event(EventKind::LockReleased, 3, lock, 0);
    r.line(3, 9);
    r.after(milliseconds(1));
    finishWorker(r, 3, ends.back());
    mainEnds(r, ends.back(), 16);
    return r.finish();
}

Trace deadlock()
{
    Recorder r(info("deadlock.py", "", "3.13t", 2));
    const ObjectId a = r.lock("a"), b = r.lock("b"), end = r.end("T1");
    r.created(0, "MainThread", noThread);
    r.runs(0, 0);
    r.after(microseconds(50)).created(1, "T1", 0);
    r.created(2, "T2", 0);
    r.after(microseconds(50)).blocks(0, end);
    r.runs(1, 0);
    r.runs(2, 1);
    r.after(microseconds(1)).event(EventKind::LockAcquired, 1, a, 1);
    r.after(microseconds(1)).event(EventKind::LockAcquired, 2, b, 1);
    r.after(milliseconds(1)).event(EventKind::LockRequested, 1, b, 1);
    r.blocks(1, b);
    r.after(microseconds(1)).event(EventKind::LockRequested, 2, a, 1);
    r.blocks(2, a);
    DeadlockInfo info;
    info.cycle = true;
    info.edges = {{2, a, 1, WaitReason::Lock, 0, 0}, {1, b, 2, WaitReason::Lock, 0, 0}};
    r.event(EventKind::Deadlock, 2, r.builder.addDeadlock(info), 2);
    return r.finish(EndReason::Deadlock);
}

Trace longRun(std::size_t events, int threads)
{
    Recorder r(info("long.py", "", "3.13t", 4));
    const ObjectId lock = r.lock("lock");
    const VariableId counter = r.variable("counter", true);
    for (int i = 0; i <= threads; ++i)
        r.created(static_cast<ThreadId>(i), i == 0 ? "MainThread" : workerName(i),
                  i == 0 ? noThread : ThreadId{0});
    std::int64_t count = 0;
    while (r.builder.size() + 1 < events) {
        const auto id = static_cast<ThreadId>(1 + count % threads);
        const auto other = static_cast<ThreadId>(1 + (count * 7 + 3) % threads);
        r.after(nanoseconds(40)).runs(id, id % 4);
        r.line(id, 7);
        r.after(nanoseconds(20)).event(EventKind::LockAcquired, id, lock, 1);
        if (other != id) {
            r.after(nanoseconds(10)).event(EventKind::LockRequested, other, lock, 1);
            r.blocks(other, lock);
        }
        r.after(nanoseconds(20)).reads(id, counter, count);
        r.after(nanoseconds(20)).writes(id, counter, ++count);
        r.after(nanoseconds(20)).event(EventKind::LockReleased, id, lock, 0);
        if (other != id) {
            r.event(EventKind::LockWoken, other, lock);
            r.after(nanoseconds(30)).event(EventKind::ThreadReady, other);
        }
        r.after(nanoseconds(10)).event(EventKind::ThreadReady, id);
    }
    return r.finish();
}

} // namespace il::samples
