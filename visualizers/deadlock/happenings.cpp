#include "deadlock/happenings.h"

#include <algorithm>
#include <optional>

namespace il::deadlock {

using trace::Event;
using trace::EventKind;

namespace {

bool isRefusal(const Event& event, const trace::View& view)
{
    if (event.kind != EventKind::LockRequested || event.value != 0)
        return false;
    const trace::ThreadId owner = view.objects[event.object].owner;
    return owner != trace::noThread && owner != event.thread;
}

std::optional<Happening::Kind> kindOf(const Event& event, const trace::View& view)
{
    if (isRefusal(event, view))
        return Happening::Kind::Refused;
    if (event.kind == EventKind::WaitTimedOut)
        return Happening::Kind::GaveUp;
    if (event.kind == EventKind::LockWoken)
        return Happening::Kind::Woken;
    return std::nullopt;
}

} // namespace

std::vector<Happening> happeningsAt(const trace::Trace& trace, const Cast& cast, const trace::View& view,
                                    std::size_t step)
{
    const auto steps = trace.steps();
    const std::size_t last = std::min(step, steps.size() - 1);
    const std::size_t begin = last == 0 ? 0 : steps[last - 1].end;
    std::vector<Happening> found;
    for (const Event& event : trace.events().subspan(begin, steps[last].end - begin)) {
        const bool aboutObject =
            event.kind >= EventKind::LockRequested && event.kind <= EventKind::WaitTimedOut;
        if (!aboutObject || !cast.has(event.thread) || !cast.hasObject(event.object))
            continue;
        if (const auto kind = kindOf(event, view))
            found.push_back({*kind, event.thread, event.object});
    }
    return found;
}

} // namespace il::deadlock
