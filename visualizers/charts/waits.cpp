#include "charts/waits.h"

#include "trace/census.h"
#include "trace/view.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace il::charts {
namespace {

using namespace trace;

bool isLock(const Trace& trace, ObjectId id)
{
    const auto objects = trace.objects();
    return id < objects.size() &&
           (objects[id].kind == ObjectKind::Lock || objects[id].kind == ObjectKind::RLock);
}

std::optional<Cause> causeOf(const Trace& trace, const Event& event)
{
    switch (event.kind) {
    case EventKind::ThreadReady:
        return Cause::Core;
    case EventKind::ThreadWaitGil:
        return Cause::Gil;
    case EventKind::ThreadBlocked:
        return isLock(trace, event.object) ? Cause::Lock : Cause::Other;
    case EventKind::ThreadIo:
        return Cause::Io;
    case EventKind::ThreadSleeping:
        return Cause::Sleep;
    default:
        return std::nullopt;
    }
}

/// The part of a wait before `now`; 0 when it begins later.
SimTime until(const Wait& wait, SimTime now)
{
    return std::max(SimTime{}, std::min(wait.end, now) - wait.begin);
}

constexpr std::size_t at(Cause cause)
{
    return static_cast<std::size_t>(cause);
}

} // namespace

SimTime ThreadWaits::sum() const
{
    return std::accumulate(total.begin(), total.end(), SimTime{});
}

SimTime ObjectWaits::sum() const
{
    return std::accumulate(total.begin(), total.end(), SimTime{});
}

Waits::Waits(const Trace& trace)
{
    constexpr std::size_t noWait = SIZE_MAX;
    const std::vector<bool>& services = trace.census().services;
    std::vector<std::size_t> open; // by thread: index of the wait that it is in
    for (const Event& event : trace.events()) {
        const bool changesState = event.kind <= EventKind::ThreadDone;
        if (!changesState || event.thread == noThread)
            continue;
        if (event.thread < services.size() && services[event.thread])
            continue;
        if (event.thread >= open.size())
            open.resize(event.thread + std::size_t{1}, noWait);
        std::size_t& current = open[event.thread];
        const auto cause = causeOf(trace, event);
        const ObjectId object = cause == Cause::Lock || cause == Cause::Other ? event.object : none;
        if (current != noWait && cause == m_all[current].cause && object == m_all[current].object)
            continue; // its timer starts anew
        if (current != noWait)
            m_all[current].end = event.time;
        current = noWait;
        if (cause) {
            current = m_all.size();
            m_all.push_back({event.thread, *cause, object, event.time, trace.duration()});
        }
    }
}

std::vector<ThreadWaits> Waits::byThread(SimTime now) const
{
    std::map<ThreadId, ThreadWaits> totals;
    for (const Wait& wait : m_all) {
        if (wait.begin >= now)
            break;
        ThreadWaits& of = totals[wait.thread];
        of.thread = wait.thread;
        of.total[at(wait.cause)] += until(wait, now);
    }
    std::vector<ThreadWaits> all;
    for (const auto& [thread, waits] : totals)
        all.push_back(waits);
    return all;
}

std::vector<ObjectWaits> Waits::byObject(SimTime now) const
{
    std::map<std::int64_t, ObjectWaits> totals; // the GIL's key is -1
    for (const Wait& wait : m_all) {
        if (wait.begin >= now)
            break;
        if (wait.cause != Cause::Gil && wait.object == none)
            continue;
        ObjectWaits& of = totals[wait.cause == Cause::Gil ? -1 : std::int64_t{wait.object}];
        of.object = wait.object;
        if (wait.thread >= of.total.size())
            of.total.resize(wait.thread + std::size_t{1});
        of.total[wait.thread] += until(wait, now);
    }
    std::vector<ObjectWaits> all;
    for (const auto& [key, waits] : totals)
        all.push_back(waits);
    return all;
}

} // namespace il::charts
