// Random traces for properties: any events in any order, with ids in and (rarely) out of the tables.
#pragma once

#include "trace/trace.h"

#include <rapidcheck.h>

namespace il::samples {

inline trace::Event randomEvent(trace::SimTime now)
{
    using namespace trace;
    const auto kind = static_cast<EventKind>(*rc::gen::inRange(0, eventKinds));
    const auto thread = static_cast<ThreadId>(
        *rc::gen::weightedOneOf<int>({{20, rc::gen::inRange(0, 5)}, {1, rc::gen::just(int{noThread})}}));
    const auto object = static_cast<std::uint32_t>(*rc::gen::inRange(0, 5)); // 4 isn't in the tables
    const auto value = static_cast<std::int64_t>(*rc::gen::inRange(-1, 4));
    const auto flags = static_cast<std::uint8_t>(*rc::gen::inRange(0, 4));
    return {now, kind, flags, thread, object, value};
}

inline trace::Trace randomTrace(int events)
{
    using namespace trace;
    TraceBuilder builder;
    for (const ObjectKind kind :
         {ObjectKind::Lock, ObjectKind::RLock, ObjectKind::Condition, ObjectKind::Queue})
        builder.addObject({kind, builder.intern("object"), 0});
    for (int i = 0; i < 4; ++i)
        builder.addVariable({builder.intern("v" + std::to_string(i)), i < 3});
    builder.addDeadlock({});
    builder.addProcess({4243, 0, StartMethod::Fork, 0, 0});
    for (int i = 0; i < 4; ++i) {
        builder.addFile({i == 0 ? FileKind::Epoll : FileKind::Socket, 0, none, i});
        builder.addTask({builder.intern("task"), 0, static_cast<std::uint32_t>(i), 0});
    }
    builder.addWatchSet({1, 2});
    SimTime now = nanoseconds(*rc::gen::inRange(0, 2));
    for (int i = 0; i < events; ++i) {
        builder.add(randomEvent(now));
        now +=
            nanoseconds(*rc::gen::weightedOneOf<int>({{2, rc::gen::just(0)}, {3, rc::gen::inRange(1, 20)}}));
    }
    RunInfo info;
    info.cores = 3;
    return builder.finish(info);
}

/// A trace of up to 200 events, or now and then of many.
inline trace::Trace anyTrace()
{
    return randomTrace(
        *rc::gen::weightedOneOf<int>({{12, rc::gen::inRange(0, 200)}, {1, rc::gen::just(2500)}}));
}

} // namespace il::samples
