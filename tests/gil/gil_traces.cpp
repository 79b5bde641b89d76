#include "gil/gil_traces.h"

#include "trace/recorder.h"

#include <string>

namespace il::samples {

using namespace trace;

namespace {

constexpr std::uint8_t forced = 1, blocking = 2, tickCheck = 4;

constexpr const char* source = R"(import threading
from sim import cpu, disk

def crunch():
    cpu(ms=30)

def fetch():
    disk(ms=12)  #: fetch
    cpu(ms=1)

def wait_for_it():
    with lock:
        time.sleep(0.02)
)";

std::string nameOf(int thread)
{
    return "T" + std::to_string(thread);
}

void start(Recorder& r, int threads)
{
    r.created(0, "MainThread", noThread);
    for (int i = 1; i <= threads; ++i)
        r.created(static_cast<ThreadId>(i), nameOf(i), 0);
}

void inIo(Recorder& r, ThreadId thread, SimTime length)
{
    r.event(EventKind::ThreadIo, thread, 0, (r.now + length).ns);
}

} // namespace

Trace handoffWithIo()
{
    Recorder r({"handoff.py", source, "3.11", 2, milliseconds(5), "default"});
    start(r, 3);
    const ObjectId end = r.end("T1");
    r.blocks(0, end);
    r.takesGil(1);
    r.runs(1, 0);
    r.line(1, 5);
    r.waitsGil(2);
    r.line(3, 8);
    inIo(r, 3, milliseconds(10));
    r.after(milliseconds(5)).event(EventKind::GilDropRequested, 2, 1);
    r.after(microseconds(10)).dropsGil(1, forced);
    r.event(EventKind::GilForcedWait, 1);
    r.event(EventKind::ThreadWaitGil, 1, 0, -1);
    r.after(microseconds(50)).takesGil(2);
    r.runs(2, 0);
    r.line(2, 5);
    r.after(microseconds(4940)).waitsGil(1);
    inIo(r, 3, milliseconds(12));
    r.after(milliseconds(3)).line(2, 5);
    r.after(milliseconds(2)).event(EventKind::GilDropRequested, 1, 2);
    r.after(microseconds(10)).dropsGil(2, forced);
    r.event(EventKind::GilForcedWait, 2);
    r.event(EventKind::ThreadWaitGil, 2, 0, -1);
    r.after(microseconds(50)).takesGil(1);
    r.runs(1, 0);
    r.waitsGil(2);
    r.after(milliseconds(1)).dropsGil(1, blocking);
    r.done(1);
    return r.finish();
}

Trace tickChecks()
{
    Recorder r({"ticks.py", source, "2.7", 2, {}, "default"});
    start(r, 2);
    r.blocks(0, r.end("T1"));
    r.takesGil(1);
    r.runs(1, 0);
    r.line(1, 5);
    r.event(EventKind::ThreadWaitGil, 2, 0, -1);
    for (int check = 0; check < 3; ++check) {
        r.after(microseconds(4)).dropsGil(1, tickCheck);
        r.takesGil(1);
        r.after(microseconds(40)).event(EventKind::GilWakeLost, 2);
    }
    r.after(microseconds(4)).dropsGil(1, tickCheck);
    r.event(EventKind::ThreadWaitGil, 1, 0, -1);
    r.after(microseconds(2)).takesGil(2);
    r.runs(2, 1);
    r.after(microseconds(50)).dropsGil(2, blocking);
    r.done(2);
    return r.finish();
}

Trace parallel(int threads, int cores)
{
    Recorder r({"parallel.py", source, "3.13t", cores, {}, "default"});
    start(r, threads);
    r.blocks(0, r.end("T1"));
    for (int i = 1; i <= threads; ++i) {
        r.line(static_cast<ThreadId>(i), 5);
        if (i <= cores)
            r.runs(static_cast<ThreadId>(i), i - 1);
        else
            r.event(EventKind::ThreadReady, static_cast<ThreadId>(i));
    }
    r.after(milliseconds(10)).done(1);
    return r.finish();
}

Trace mixedCrowd(int threads, int cores)
{
    Recorder r({"crowd.py", source, "3.11", cores, milliseconds(5), "default"});
    const ObjectId lock = r.lock("lock");
    start(r, threads);
    r.blocks(0, r.end("T1"));
    r.takesGil(1);
    r.runs(1, threads % 2 == 0 ? 0 : cores - 1);
    r.line(1, 5);
    for (int i = 2; i <= threads; ++i) {
        const auto id = static_cast<ThreadId>(i);
        r.line(id, i % 3 == 2 ? 5 : i % 3 == 0 ? 8 : 13);
        if (i % 3 == 2)
            r.waitsGil(id);
        else if (i % 3 == 0)
            inIo(r, id, milliseconds(12));
        else if (i % 2 == 0)
            r.event(EventKind::ThreadSleeping, id, 0, milliseconds(20).ns);
        else
            r.blocks(id, lock);
    }
    r.after(milliseconds(3)).line(1, 5);
    if (threads > 1)
        r.after(milliseconds(2)).event(EventKind::GilDropRequested, 2, 1);
    return r.finish();
}

} // namespace il::samples
