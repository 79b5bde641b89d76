#include "deadlock/picture.h"

#include <algorithm>

namespace il::deadlock {

using trace::DeadlockInfo;
using trace::WaitEdge;

const DeadlockInfo* Picture::stuck() const
{
    const auto deadlocks = input.trace.deadlocks();
    if (input.view.deadlock >= deadlocks.size())
        return nullptr;
    const DeadlockInfo& info = deadlocks[input.view.deadlock];
    const auto& threads = input.view.threads;
    const bool over = std::any_of(info.edges.begin(), info.edges.end(), [&](const WaitEdge& edge) {
        return edge.thread < threads.size() && threads[edge.thread].state == trace::ThreadState::Done;
    });
    return over ? nullptr : &info;
}

const trace::ExhaustedPool* Picture::exhaustedPool() const
{
    const DeadlockInfo* info = stuck();
    return info != nullptr && !info->pools.empty() ? &info->pools.front() : nullptr;
}

QString Picture::poolName() const
{
    const trace::ExhaustedPool* exhausted = exhaustedPool();
    if (exhausted == nullptr || exhausted->pool >= input.trace.objects().size())
        return {};
    const std::string_view name = input.trace.string(input.trace.objects()[exhausted->pool].name);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

int Picture::triesInVain() const
{
    return triesInVainAt(input.trace, input.step);
}

} // namespace il::deadlock
