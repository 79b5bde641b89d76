#include "mutex/accesses.h"

#include <algorithm>

namespace il::mutex {

using trace::EventKind;

namespace {

std::span<const trace::Event> eventsOf(const trace::Trace& trace, std::size_t step)
{
    const auto steps = trace.steps();
    const std::size_t index = std::min(step, steps.size() - 1);
    const std::uint32_t begin = index == 0 ? 0 : steps[index - 1].end;
    return trace.events().subspan(begin, steps[index].end - begin);
}

} // namespace

std::vector<Access> accessesAt(const trace::Trace& trace, const trace::View& view, std::size_t step)
{
    std::vector<Access> accesses;
    for (const trace::Event& event : eventsOf(trace, step)) {
        if (event.kind != EventKind::VariableRead && event.kind != EventKind::VariableWritten)
            continue;
        if (event.object >= view.variables.size())
            continue; // a damaged trace
        std::erase_if(accesses, [&](const Access& a) {
            return a.thread == event.thread && a.variable == event.object;
        });
        Access access;
        access.thread = event.thread;
        access.variable = event.object;
        access.value = {static_cast<trace::ValueKind>(event.flags), event.value};
        access.write = event.kind == EventKind::VariableWritten;
        const trace::VariableView& variable = view.variables[event.object];
        access.lost = access.write && variable.lastWriter == event.thread && variable.lastLost == event.time;
        accesses.push_back(access);
    }
    return accesses;
}

} // namespace il::mutex
