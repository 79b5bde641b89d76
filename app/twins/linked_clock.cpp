#include "linked_clock.h"

#include "trace/pacing.h"

#include <algorithm>

namespace il::app {
namespace {

/// When the picture changes, and whether a viewer has to see it.
struct Change {
    trace::SimTime time;
    bool telling = false;
};

std::vector<Change> changesOf(const trace::Trace& trace)
{
    std::vector<Change> changes;
    auto lost = trace.lostUpdates().begin();
    for (std::uint32_t i = 0; i < trace.events().size(); ++i) {
        const trace::Event& event = trace.events()[i];
        const bool loses = lost != trace.lostUpdates().end() && *lost == i;
        lost += loses ? 1 : 0;
        if (trace::changesPicture(event.kind))
            changes.push_back({event.time, loses || !trace::isRoutine(event.kind)});
    }
    return changes;
}

/// Only times and the kinds that pacing asks about: what happened to whom is the runs' own affair.
trace::Trace merged(const trace::Trace& left, const trace::Trace& right)
{
    const std::vector<Change> a = changesOf(left), b = changesOf(right);
    std::vector<Change> all;
    all.reserve(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all),
               [](const Change& x, const Change& y) { return x.time < y.time; });
    trace::TraceBuilder builder;
    for (const Change& change : all)
        builder.add({.time = change.time,
                     .kind = change.telling ? trace::EventKind::Output : trace::EventKind::Line});
    return builder.finish({});
}

RunMoment momentOf(const trace::Trace& trace, bool begun, trace::SimTime now)
{
    const trace::SimTime at = std::min(now, trace.duration());
    return {begun ? trace.stepAt(at) : 0, at};
}

} // namespace

LinkedClock::LinkedClock(const trace::Trace& left, const trace::Trace& right)
    : m_left(left), m_right(right), m_trace(merged(left, right))
{
}

TwinMoments LinkedClock::at(std::size_t step, trace::SimTime now) const
{
    return {momentOf(m_left, step > 0, now), momentOf(m_right, step > 0, now)};
}

TwinMoments LinkedClock::atStep(std::size_t step) const
{
    const std::size_t known = std::min(step, steps() - 1);
    return at(known, m_trace.steps()[known].time);
}

} // namespace il::app
