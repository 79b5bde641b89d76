// What simulating costs, with the trace on. An operation is one thing that a thread does and the trace
// records: one event.
#include "bench_runs.h"

#include "machine/machine.h"
#include "script/compiler.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace il;
using namespace il::bench;

/// Threads that take turns at one lock to count: every turn is a request, a wait, a wake-up, a read, a write
/// and a release.
constexpr const char* counting = R"(
import threading
threads = 64
turns = 100
count = 0
lock = threading.Lock()

def work():
    global count
    for i in range(turns):
        with lock:
            count += 1

workers = [threading.Thread(target=work) for i in range(threads)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
)";

script::Program compiled(const char* source)
{
    auto program = script::compile(source, "bench.py");
    if (!program)
        std::abort();
    return std::move(*program);
}

machine::Config configured(const char* version, int cores, std::int64_t threads, std::int64_t turns)
{
    machine::Config config;
    config.version = *machine::PythonVersion::parse(version);
    config.costs = machine::Costs::of(config.version);
    config.cores = cores;
    config.parameters = {{"threads", threads}, {"turns", turns}};
    return config;
}

void simulate(benchmark::State& state, const char* version, int cores, std::int64_t threads,
              std::int64_t turns, bool trace)
{
    static const script::Program program = compiled(counting);
    machine::Config chosen = configured(version, cores, threads, turns);
    const std::size_t before = liveBytes();
    const machine::Result counted = machine::run(program, chosen);
    if (counted.reason != trace::EndReason::Finished)
        return state.SkipWithError(counted.explanation.c_str());
    const auto bytes = static_cast<double>(liveBytes() - before);
    const auto events = static_cast<std::int64_t>(counted.trace.events().size());
    chosen.trace = trace;
    for (auto _ : state)
        benchmark::DoNotOptimize(machine::run(program, chosen));
    state.SetItemsProcessed(events * state.iterations());
    state.counters["events"] = static_cast<double>(events);
    state.counters["B/event"] = bytes / static_cast<double>(events);
    state.counters["instructions/s"] = benchmark::Counter(static_cast<double>(counted.instructions) *
                                                              static_cast<double>(state.iterations()),
                                                          benchmark::Counter::kIsRate);
}

void lock64(benchmark::State& state)
{
    simulate(state, "3.11", 4, 64, 200, true);
}
BENCHMARK(lock64)->Unit(benchmark::kMillisecond);

void lock64FreeThreaded(benchmark::State& state)
{
    simulate(state, "3.13t", 4, 64, 200, true);
}
BENCHMARK(lock64FreeThreaded)->Unit(benchmark::kMillisecond);

void threads1000(benchmark::State& state)
{
    simulate(state, "3.13t", 4, 1000, 20, true);
}
BENCHMARK(threads1000)->Unit(benchmark::kMillisecond);

void threads1000Untraced(benchmark::State& state)
{
    simulate(state, "3.13t", 4, 1000, 20, false);
}
BENCHMARK(threads1000Untraced)->Unit(benchmark::kMillisecond);

} // namespace
