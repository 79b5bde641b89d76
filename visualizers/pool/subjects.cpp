#include "pool/subjects.h"

#include "trace/census.h"

#include <algorithm>

namespace il::pool {

namespace {

/// Each worker takes the first place that is free when it is created.
std::vector<Place> placesOf(const trace::Census& census, trace::ObjectId pool)
{
    std::vector<trace::WorkerCensus> workers;
    for (const trace::WorkerCensus& worker : census.workers)
        if (worker.pool == pool)
            workers.push_back(worker);
    std::stable_sort(workers.begin(), workers.end(),
                     [](const auto& a, const auto& b) { return a.created < b.created; });
    std::vector<Place> places;
    std::vector<trace::SimTime> freeFrom;
    for (const trace::WorkerCensus& worker : workers) {
        const auto at = std::find_if(freeFrom.begin(), freeFrom.end(),
                                     [&](trace::SimTime left) { return left <= worker.created; });
        const auto index = static_cast<std::size_t>(at - freeFrom.begin());
        if (at == freeFrom.end()) {
            places.emplace_back();
            freeFrom.emplace_back();
        }
        places[index].push_back(worker.thread);
        freeFrom[index] = worker.left;
    }
    return places;
}

} // namespace

std::vector<Pool> poolsOf(const trace::Trace& trace)
{
    std::vector<Pool> pools;
    const auto objects = trace.objects();
    std::vector<std::size_t> indexOf(objects.size(), 0);
    for (trace::ObjectId id = 0; id < objects.size(); ++id) {
        if (objects[id].kind != trace::ObjectKind::Pool)
            continue;
        indexOf[id] = pools.size();
        pools.push_back({id, objects[id].processes, {}, placesOf(trace.census(), id)});
    }
    for (trace::TaskId task = 0; task < trace.tasks().size(); ++task) {
        const trace::ObjectId pool = trace.tasks()[task].pool;
        if (pool < objects.size() && objects[pool].kind == trace::ObjectKind::Pool)
            pools[indexOf[pool]].tasks.push_back(task);
    }
    for (Pool& pool : pools)
        std::stable_sort(pool.tasks.begin(), pool.tasks.end(), [&](trace::TaskId a, trace::TaskId b) {
            return trace.tasks()[a].number < trace.tasks()[b].number;
        });
    std::erase_if(pools, [](const Pool& pool) { return pool.tasks.empty() && pool.places.empty(); });
    return pools;
}

} // namespace il::pool
