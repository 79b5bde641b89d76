// Seeking, the timeline's index, and what an operation costs in memory.
#include "bench_runs.h"

#include "trace/pacing.h"
#include "trace/sample_traces.h"
#include "trace/view.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>

namespace {

using namespace il;
using namespace il::bench;
using namespace il::trace;

/// The same pseudo-random places in every run (SplitMix64's constants).
std::uint64_t place(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    return z ^ (z >> 27);
}

void seekRandom(benchmark::State& state)
{
    const Trace& trace = longRun();
    std::uint64_t random = 1;
    for (auto _ : state) {
        const auto t = place(random) % static_cast<std::uint64_t>(trace.duration().ns);
        benchmark::DoNotOptimize(trace.at({static_cast<std::int64_t>(t)}));
    }
}
BENCHMARK(seekRandom)->Unit(benchmark::kMicrosecond);

void foldEvent(benchmark::State& state)
{
    const Trace& trace = longRun();
    const auto events = trace.events().first(std::min<std::size_t>(100'000, trace.events().size()));
    for (auto _ : state) {
        View view = initialView(trace);
        for (const Event& event : events)
            apply(view, event, trace);
        benchmark::DoNotOptimize(view);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(events.size()) * state.iterations());
}
BENCHMARK(foldEvent)->Unit(benchmark::kMillisecond);

void buildTrace(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(samples::longRun(eventCount()));
}
BENCHMARK(buildTrace)->Unit(benchmark::kMillisecond);

void buildLanes(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(Lanes(longRun()));
}
BENCHMARK(buildLanes)->Unit(benchmark::kMillisecond);

void buildPacing(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(Pacing(longRun()));
}
BENCHMARK(buildPacing)->Unit(benchmark::kMillisecond);

void queryAll(benchmark::State& state, LaneAxis axis, std::int64_t divisor)
{
    const Lanes& lanes = longRunLanes();
    const std::int64_t width = std::max<std::int64_t>(1, lanes.length(axis) / divisor);
    const std::int64_t from = lanes.length(axis) / 2 - width / 2;
    for (auto _ : state) {
        for (const LaneId id : lanes.ids())
            benchmark::DoNotOptimize(lanes.query(id, axis, from, from + width, 1920));
    }
    state.counters["lanes"] = static_cast<double>(lanes.ids().size());
}

void lanesZoomedOut(benchmark::State& state)
{
    queryAll(state, LaneAxis::Time, 1);
}
BENCHMARK(lanesZoomedOut)->Unit(benchmark::kMicrosecond);

void lanesZoomedIn(benchmark::State& state)
{
    queryAll(state, LaneAxis::Time, 1000);
}
BENCHMARK(lanesZoomedIn)->Unit(benchmark::kMicrosecond);

void lanesZoomedOutBySteps(benchmark::State& state)
{
    queryAll(state, LaneAxis::Steps, 1);
}
BENCHMARK(lanesZoomedOutBySteps)->Unit(benchmark::kMicrosecond);

std::int64_t operations(const Trace& trace)
{
    const auto isOne = [](const Event& event) { return event.kind == EventKind::LockAcquired; };
    return std::count_if(trace.events().begin(), trace.events().end(), isOne);
}

/// An operation is one turn of a thread's loop: take the lock, read, write, release. About ten events.
void memory(benchmark::State& state)
{
    for (auto _ : state) {
        const std::size_t before = liveBytes();
        const Trace trace = samples::longRun(eventCount());
        const std::size_t traced = liveBytes();
        const Lanes lanes(trace);
        const std::size_t indexed = liveBytes();
        const auto count = static_cast<double>(operations(trace));
        state.counters["events/op"] = static_cast<double>(trace.events().size()) / count;
        state.counters["trace B/op"] = static_cast<double>(traced - before) / count;
        state.counters["lanes B/op"] = static_cast<double>(indexed - traced) / count;
        state.counters["trace B/event"] =
            static_cast<double>(traced - before) / static_cast<double>(trace.events().size());
    }
}
BENCHMARK(memory)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace
