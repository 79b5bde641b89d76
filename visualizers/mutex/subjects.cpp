#include "mutex/subjects.h"

#include "trace/census.h"

#include <algorithm>

namespace il::mutex {

using trace::ObjectKind;
using trace::ThreadId;

namespace {

bool isShown(ObjectKind kind)
{
    return kind <= ObjectKind::Queue;
}

} // namespace

Subjects subjectsOf(const trace::Trace& trace)
{
    const trace::Census& census = trace.census();
    Subjects subjects;
    for (std::uint32_t id = 0; id < census.objectUses.size(); ++id)
        if (census.objectUses[id] > 0 && isShown(trace.objects()[id].kind))
            subjects.objects.push_back(id);
    for (std::uint32_t id = 0; id < census.variableUses.size(); ++id)
        if (census.mainWrites[id] > 1 || census.otherWrites[id] > 0)
            subjects.variables.push_back(id);
    for (std::size_t id = 0; id < census.shares.size(); ++id)
        if (census.shares[id] && !(id < census.services.size() && census.services[id]))
            subjects.threads.push_back(static_cast<ThreadId>(id));
    if (subjects.threads.empty())
        subjects.threads.push_back(0);
    subjects.objectUses = census.objectUses;
    subjects.variableUses = census.variableUses;
    return subjects;
}

bool isLock(ObjectKind kind)
{
    return kind == ObjectKind::Lock || kind == ObjectKind::RLock;
}

std::vector<std::uint32_t> mostUsed(const std::vector<std::uint32_t>& all,
                                    const std::vector<std::uint32_t>& uses, std::size_t count)
{
    std::vector<std::uint32_t> chosen = all;
    std::stable_sort(chosen.begin(), chosen.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return uses[a] > uses[b]; });
    chosen.resize(std::min(count, chosen.size()));
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace il::mutex
