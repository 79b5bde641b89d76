// A deadlock in plain values, for those who have no trace.
#include "machine/kernel/kernel.h"

#include <algorithm>

namespace il::machine {

using trace::noThread;
using trace::ThreadId;
using trace::WaitReason;

Deadlock Kernel::tellDeadlock() const
{
    Deadlock told;
    std::vector<bool> done(s.threads.size());
    for (const Ring& ring : s.rings) {
        auto& circle = told.circles.emplace_back();
        for (std::size_t i = 0; i < ring.threads.size(); ++i) {
            circle.push_back(stuckOf(ring.threads[i], ring.threads[(i + 1) % ring.threads.size()]));
            done[ring.threads[i]] = true;
        }
    }
    std::vector<bool> awaited(s.threads.size());
    for (ThreadId thread = 0; thread < s.threads.size(); ++thread)
        if (const ThreadId holder = isDone(thread) ? noThread : holderOf(thread); holder != noThread)
            awaited[holder] = true;
    for (ThreadId thread = 0; thread < s.threads.size(); ++thread)
        if (!done[thread] && !isDone(thread) && (!s.threads[thread].service || awaited[thread]))
            told.others.push_back(stuckOf(thread, culprit(thread)));
    for (const auto& [id, pool] : exhaustedPools())
        told.pools.push_back({s.objects[id].name, pool.workers, pool.waiting});
    for (const Thread& thread : s.threads)
        told.threads.push_back({thread.name, s.processes[thread.process].pid});
    told.severalProcesses = s.processes.size() > 1;
    return told;
}

Stuck Kernel::stuckOf(ThreadId thread, ThreadId holder) const
{
    const trace::WaitEdge edge = edgeOf(thread, holder);
    Stuck stuck;
    stuck.thread = thread;
    stuck.reason = edge.reason;
    stuck.giver = holder;
    stuck.waitLine = edge.waitLine;
    stuck.takenLine = edge.takenLine;
    if (holder != noThread)
        stuck.kind = edge.leftAtFork  ? Stuck::Giver::LeftAtFork
                     : isDone(holder) ? Stuck::Giver::Gone
                                      : Stuck::Giver::Thread;
    if (const auto call = s.calls.find(thread); call != s.calls.end())
        stuck.call = call->second.name;
    const Wait& wait = s.threads[thread].wait;
    if (wait.object == noSync)
        return stuck;
    const SyncObject& object = s.objects[wait.object];
    // A future or an event that has no name of its own is just "a result".
    if (edge.reason != WaitReason::Result || object.named)
        stuck.object = object.name;
    stuck.arrived = object.value;
    stuck.parties = object.limit;
    return stuck;
}

/// All of whose workers are in the middle of tasks while others wait to be begun. To be asked for when nobody
/// runs any more.
std::vector<std::pair<SyncId, trace::ExhaustedPool>> Kernel::exhaustedPools() const
{
    std::vector<std::pair<SyncId, trace::ExhaustedPool>> found;
    for (const auto& [id, load] : m_tasks.loads()) {
        const auto busy = std::count_if(load.busy.begin(), load.busy.end(),
                                        [this](ThreadId worker) { return !isDone(worker); });
        if (load.waiting > 0 && busy > 0 && busy >= s.objects[id].limit)
            found.push_back({id,
                             {s.objects[id].traceId, static_cast<std::uint32_t>(busy),
                              static_cast<std::uint32_t>(load.waiting)}});
    }
    return found;
}

} // namespace il::machine
