#include "deadlock/happenings.h"

#include "trace/census.h"

#include <algorithm>
#include <map>
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

int triesInVainAt(const trace::Trace& trace, std::size_t step)
{
    const trace::Census& census = trace.census();
    const auto steps = trace.steps();
    const std::uint32_t end = steps[std::min(step, steps.size() - 1)].end;
    if (census.refusals.empty() || (!census.seconds.empty() && census.seconds.front() < end))
        return 0;
    const auto last = std::lower_bound(census.refusals.begin(), census.refusals.end(), end);
    constexpr std::ptrdiff_t most = 256; // enough to tell how many threads try
    std::map<trace::ThreadId, int> tries;
    for (auto at = census.refusals.begin(); at != last && at - census.refusals.begin() < most; ++at)
        ++tries[trace.events()[*at].thread];
    const auto again = std::count_if(tries.begin(), tries.end(), [](const auto& t) { return t.second > 1; });
    return again > 1 ? static_cast<int>(last - census.refusals.begin()) : 0;
}

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
