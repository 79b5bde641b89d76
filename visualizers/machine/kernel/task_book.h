// The tasks of pools, for the trace and for telling of a deadlock. Not part of the machine's state: nothing
// depends on it.
#pragma once

#include "machine/kernel/thread.h"

#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace il::machine {

/// What is sent to a worker together: a chunk of a map, or one call.
struct TaskChunk {
    std::uint32_t number = 0; ///< within its pool
    std::vector<trace::TaskId> tasks;
};

/// Tasks by what the pool's Python code knows them by: pool, job, number of the chunk in its job.
class TaskBook {
public:
    using Key = std::tuple<SyncId, std::int64_t, std::int64_t>;

    TaskChunk& chunk(const Key& key)
    {
        const auto [found, isNew] = m_chunks.try_emplace(key);
        if (isNew)
            found->second.number = m_counts[std::get<0>(key)].chunks++;
        return found->second;
    }
    /// Number of the pool's next task.
    std::uint32_t nextTask(SyncId pool) { return m_counts[pool].tasks++; }
    /// Task `index` of the chunk; trace::none when there is none.
    trace::TaskId task(const Key& key, std::int64_t index) const
    {
        const auto found = m_chunks.find(key);
        const bool known = found != m_chunks.end() && index >= 0 &&
                           static_cast<std::size_t>(index) < found->second.tasks.size();
        return known ? found->second.tasks[static_cast<std::size_t>(index)] : trace::none;
    }
    /// True once for each worker of a pool.
    bool joins(SyncId pool, trace::ThreadId worker) { return m_workers.insert({pool, worker}).second; }
    /// True once for each that has joined.
    bool leaves(SyncId pool, trace::ThreadId worker) { return m_workers.erase({pool, worker}) != 0; }

    /// What a pool has got on; kept without a trace, too.
    struct Load {
        std::int64_t waiting = 0;       ///< tasks that nobody has begun
        std::set<trace::ThreadId> busy; ///< workers in the middle of one
    };
    Load& load(SyncId pool) { return m_loads[pool]; }
    const std::map<SyncId, Load>& loads() const { return m_loads; }

private:
    struct Counts {
        std::uint32_t chunks = 0, tasks = 0;
    };
    std::map<Key, TaskChunk> m_chunks;
    std::map<SyncId, Counts> m_counts;
    std::map<SyncId, Load> m_loads;
    std::set<std::pair<SyncId, trace::ThreadId>> m_workers;
};

} // namespace il::machine
