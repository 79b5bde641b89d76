#include "divergence.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace il::app {
namespace {

using trace::Event;
using trace::EventKind;
using trace::Trace;

/// What a thread did, without the numbers that only one run's tables explain.
using Deed = std::tuple<EventKind, trace::ThreadId, std::string_view, std::int64_t, std::string_view>;

bool isDeed(EventKind kind)
{
    switch (kind) {
    case EventKind::ThreadCreated:
    case EventKind::Line:
    case EventKind::VariableRead:
    case EventKind::VariableWritten:
    case EventKind::LockAcquired:
    case EventKind::LockReleased:
    case EventKind::Output:
    case EventKind::Exception:
    case EventKind::Deadlock:
    case EventKind::ProcessCreated:
        return true;
    default:
        return false;
    }
}

Deed ofData(const Trace& trace, const Event& event)
{
    const std::string_view name =
        event.object < trace.variables().size() ? trace.string(trace.variables()[event.object].name) : "";
    if (static_cast<trace::ValueKind>(event.flags) == trace::ValueKind::Text)
        return {event.kind, event.thread, name, 0, trace.string(static_cast<trace::StringId>(event.value))};
    return {event.kind, event.thread, name, event.value, {}};
}

Deed deedOf(const Trace& trace, const Event& event)
{
    switch (event.kind) {
    case EventKind::VariableRead:
    case EventKind::VariableWritten:
        return ofData(trace, event);
    case EventKind::Line:
        return {event.kind, event.thread, {}, event.object, {}};
    case EventKind::LockAcquired:
    case EventKind::LockReleased:
        return {event.kind,
                event.thread,
                event.object < trace.objects().size() ? trace.string(trace.objects()[event.object].name) : "",
                event.value,
                {}};
    case EventKind::ThreadCreated:
    case EventKind::Output:
    case EventKind::Exception:
        return {event.kind, event.thread, trace.string(event.object), 0, {}};
    default:
        return {event.kind, event.thread, {}, 0, {}};
    }
}

/// The next deed from `index` on, and moves there; nullptr after the last one.
const Event* nextDeed(const Trace& trace, std::size_t& index)
{
    const auto events = trace.events();
    while (index < events.size() && !isDeed(events[index].kind))
        ++index;
    return index < events.size() ? &events[index] : nullptr;
}

std::optional<trace::SimTime> timeOf(const Event* event)
{
    return event == nullptr ? std::nullopt : std::optional(event->time);
}

} // namespace

trace::SimTime Divergence::first() const
{
    return std::min(left.value_or(trace::SimTime::never()), right.value_or(trace::SimTime::never()));
}

std::optional<Divergence> divergence(const Trace& left, const Trace& right)
{
    if (left.info().source != right.info().source)
        return std::nullopt;
    for (std::size_t i = 0, j = 0;; ++i, ++j) {
        const Event* a = nextDeed(left, i);
        const Event* b = nextDeed(right, j);
        if (a == nullptr && b == nullptr)
            return std::nullopt;
        if (a == nullptr || b == nullptr || deedOf(left, *a) != deedOf(right, *b))
            return Divergence{timeOf(a), timeOf(b)};
    }
}

} // namespace il::app
