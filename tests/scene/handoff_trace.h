// The run that look/gil-light.png shows, event by event: for goldens, which must not change with the samples.
#pragma once

#include "trace/trace.h"

namespace il::tests {

/// T1 and T2 compute, T3 reads from a disk; CPython 3.11 on two cores. Main starts them and waits. 23.4 ms
/// long.
inline trace::Trace handoffTrace()
{
    using namespace trace;
    TraceBuilder b;
    const StringId file = b.intern("gil_handoff.py");
    const auto add = [&b](double ms, EventKind kind, ThreadId thread, std::uint32_t object = 0,
                          std::int64_t value = 0, std::uint8_t flags = 0) {
        b.add({microseconds(static_cast<std::int64_t>(ms * 1000 + 0.5)), kind, flags, thread, object, value});
    };
    const auto at = [&](double ms, ThreadId thread, std::uint32_t line) {
        add(ms, EventKind::Line, thread, line, file);
    };
    const auto takes = [&](double ms, ThreadId thread, int core) {
        add(ms, EventKind::GilTaken, thread, 0, 0, 1);
        add(ms, EventKind::ThreadRunning, thread, 0, core);
    };
    const auto waits = [&](double ms, ThreadId thread) {
        add(ms, EventKind::ThreadWaitGil, thread, 0, static_cast<std::int64_t>((ms + 5) * 1e6));
    };
    const auto forced = [&](double ms, ThreadId from, ThreadId to) {
        add(ms, EventKind::GilDropRequested, to, from);
        add(ms, EventKind::GilReleased, from, 0, 0, 1);
        add(ms, EventKind::GilForcedWait, from);
        waits(ms, from);
        takes(ms + 0.05, to, 0);
    };
    const auto disk = [&](double ms, ThreadId thread) {
        add(ms, EventKind::GilReleased, thread, 0, 0, 2);
        add(ms, EventKind::ThreadIo, thread, 0, static_cast<std::int64_t>((ms + 12) * 1e6));
    };
    const ObjectId end = b.addObject({ObjectKind::ThreadEnd, b.intern("T1"), 0});
    add(0, EventKind::ThreadCreated, 0, b.intern("MainThread"), noThread);
    takes(0, 0, 0);
    at(0, 0, 17);
    for (const ThreadId t : {ThreadId{1}, ThreadId{2}, ThreadId{3}}) {
        add(0.1 * t, EventKind::ThreadCreated, t, b.intern("Thread-" + std::to_string(t) + " (work)"), 0);
        waits(0.1 * t, t);
    }
    at(0.4, 0, 20);
    add(0.4, EventKind::GilReleased, 0, 0, 0, 2);
    add(0.4, EventKind::ThreadBlocked, 0, end, -1);
    takes(0.5, 3, 1);
    at(0.5, 3, 13);
    disk(1.4, 3);
    takes(1.45, 1, 0);
    at(1.45, 1, 9);
    forced(5.1, 1, 2);
    at(5.2, 2, 9);
    add(10.1, EventKind::Cue, 2, b.intern("switch"));
    forced(10.1, 2, 1);
    waits(13.4, 3);
    forced(15.2, 1, 3);
    at(15.3, 3, 14);
    at(16.1, 3, 13);
    disk(16.2, 3);
    takes(16.25, 1, 0);
    forced(21.3, 1, 2);
    add(23.4, EventKind::Output, 2, b.intern("crunched\n"));
    return b.finish({"gil_handoff.py",
                     R"(# /// script
# [tool.interleave]
# panel = "gil"
# ///

import threading
from sim import cpu, disk
def crunch():
    for _ in range(4): cpu(ms=8)

def fetch():
    for _ in range(3):
        disk(ms=12)  #: read
        cpu(ms=1)

#: start
threads = [threading.Thread(target=f) for f in (crunch, crunch, fetch)]
for t in threads: t.start()
for t in threads:
    t.join()  # wait for "all" of them
)",
                     "3.11", 2, milliseconds(5), "default"});
}

} // namespace il::tests
