// The yardstick for simulated operations: the least that a discrete event simulator with a trace can do.
#include "trace/event.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace {

using namespace il::trace;

/// 64 threads in a heap by their next time: the earliest is taken out, recorded in 24 bytes, and put back.
void heapLoop(benchmark::State& state)
{
    using Entry = std::pair<std::int64_t, ThreadId>;
    constexpr std::int64_t operations = 100'000;
    for (auto _ : state) {
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> heap;
        for (ThreadId id = 0; id < 64; ++id)
            heap.push({id, id});
        std::vector<Event> events;
        for (std::int64_t i = 0; i < operations; ++i) {
            const auto [time, id] = heap.top();
            heap.pop();
            events.push_back({{time}, EventKind::LockAcquired, 0, id, 0, 1});
            heap.push({time + 40 + (i * 7 + id) % 64, id});
        }
        benchmark::DoNotOptimize(events.data());
    }
    state.SetItemsProcessed(operations * state.iterations());
}
BENCHMARK(heapLoop)->Unit(benchmark::kMillisecond);

} // namespace
