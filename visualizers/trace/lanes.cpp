#include "trace/lanes.h"

#include "trace/lane.h"
#include "trace/view.h"

#include <algorithm>
#include <map>
#include <optional>

namespace il::trace {

namespace {

struct Change {
    LaneId lane;
    std::uint16_t value = laneBlank;
};

bool canBeOwned(const Trace& trace, ObjectId id)
{
    return id < trace.objects().size() && hasOwner(trace.objects()[id].kind);
}

bool isShared(const Trace& trace, VariableId id)
{
    return id < trace.variables().size() && trace.variables()[id].shared;
}

/// By thread: the process that it belongs to.
using Processes = std::vector<ProcessId>;

void note(Processes& processes, const Event& event, const Trace& trace)
{
    if (event.kind != EventKind::ThreadCreated || event.thread == noThread)
        return;
    if (event.thread >= processes.size())
        processes.resize(event.thread + 1u, 0);
    const auto process = static_cast<std::uint64_t>(event.value) >> 16;
    processes[event.thread] =
        process < trace.processes().size() ? static_cast<ProcessId>(process) : ProcessId{0};
}

LaneId gilLane(const Processes& processes, ThreadId thread)
{
    return {LaneKind::Gil, thread < processes.size() ? processes[thread] : 0u};
}

std::optional<Change> changeBy(const Event& event, const Trace& trace, const Processes& processes)
{
    if (event.thread == noThread)
        return {};
    if (event.kind <= EventKind::ThreadDone)
        return Change{{LaneKind::Thread, event.thread}, static_cast<std::uint16_t>(threadState(event.kind))};
    switch (event.kind) {
    case EventKind::GilTaken:
        return Change{gilLane(processes, event.thread), event.thread};
    case EventKind::GilReleased:
        return Change{gilLane(processes, event.thread), laneBlank};
    case EventKind::LockAcquired:
        if (canBeOwned(trace, event.object))
            return Change{{LaneKind::Object, event.object}, event.thread};
        return {};
    case EventKind::LockReleased:
        if (canBeOwned(trace, event.object) && event.value <= 0)
            return Change{{LaneKind::Object, event.object}, laneBlank};
        return {};
    case EventKind::VariableWritten:
        if (isShared(trace, event.object))
            return Change{{LaneKind::Variable, event.object}, event.thread};
        return {};
    default:
        return {};
    }
}

} // namespace

Lanes::Lanes(const Trace& trace)
    : m_duration(trace.duration().ns), m_steps(static_cast<std::int64_t>(trace.steps().size()))
{
    std::map<LaneId, Lane> lanes;
    Processes processes;
    std::uint32_t index = 0, step = 0;
    for (const Event& event : trace.events()) {
        while (step + 1 < trace.steps().size() && trace.steps()[step].end <= index)
            ++step;
        note(processes, event, trace);
        if (const auto change = changeBy(event, trace, processes))
            lanes[change->lane].set(event.time, step, change->value);
        ++index;
    }
    for (auto& [id, lane] : lanes) {
        lane.finish(m_duration, m_steps);
        m_ids.push_back(id);
        m_lanes.push_back(std::move(lane));
    }
}

Lanes::~Lanes() = default;
Lanes::Lanes(Lanes&&) noexcept = default;
Lanes& Lanes::operator=(Lanes&&) noexcept = default;

const Lane* Lanes::find(LaneId id) const
{
    const auto place = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    return place != m_ids.end() && *place == id ? &m_lanes[static_cast<std::size_t>(place - m_ids.begin())]
                                                : nullptr;
}

std::span<const Segment> Lanes::segments(LaneId id) const
{
    const Lane* lane = find(id);
    return lane ? lane->segments() : std::span<const Segment>();
}

const Segment* Lanes::at(LaneId id, LaneAxis axis, std::int64_t position) const
{
    const Lane* lane = find(id);
    return lane ? &lane->at(axis, position) : nullptr;
}

std::int64_t Lanes::length(LaneAxis axis) const
{
    return axis == LaneAxis::Time ? m_duration : m_steps;
}

LaneRuns Lanes::query(LaneId id, LaneAxis axis, std::int64_t from, std::int64_t to, int columns) const
{
    const Lane* lane = find(id);
    constexpr std::int64_t far = std::int64_t{1} << 45; // ns: 9 hours; times 2^16 columns still fits 63 bits
    from = std::clamp(from, -far, far);
    to = std::clamp(to, -far, far);
    columns = std::min(columns, 1 << 16);
    if (!lane || to <= from || columns <= 0)
        return {};
    return lane->query(axis, from, to, columns);
}

} // namespace il::trace
