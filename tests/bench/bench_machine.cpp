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

/// Threads that count under one lock. With `pause`, they leave the GIL while they hold the lock: so all
/// others come to wait for it, and every turn passes it on to somebody else.
constexpr const char* counting = R"(
import threading
import time
threads = 64
turns = 100
pause = False
count = 0
lock = threading.Lock()

def work():
    global count
    for i in range(turns):
        with lock:
            count += 1
            if pause:
                time.sleep(0.000001)

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

/// What one benchmark runs.
struct Case {
    const char* version = "3.11";
    std::int64_t threads = 64;
    std::int64_t turns = 200;
    bool pause = false;
    bool trace = true;
};

machine::Config configured(const Case& chosen)
{
    machine::Config config;
    config.version = *machine::PythonVersion::parse(chosen.version);
    config.costs = machine::Costs::of(config.version);
    config.cores = 4;
    config.parameters = {{"threads", chosen.threads}, {"turns", chosen.turns}, {"pause", chosen.pause}};
    return config;
}

void simulate(benchmark::State& state, const Case& chosen)
{
    static const script::Program program = compiled(counting);
    machine::Config config = configured(chosen);
    const std::size_t before = liveBytes();
    const machine::Result counted = machine::run(program, config);
    if (counted.reason != trace::EndReason::Finished)
        return state.SkipWithError("the program doesn't end");
    const auto bytes = static_cast<double>(liveBytes() - before);
    const auto events = static_cast<std::int64_t>(counted.trace.events().size());
    config.trace = chosen.trace;
    for (auto _ : state)
        benchmark::DoNotOptimize(machine::run(program, config));
    state.SetItemsProcessed(events * state.iterations());
    state.counters["events"] = static_cast<double>(events);
    state.counters["B/event"] = bytes / static_cast<double>(events);
    state.counters["instructions/s"] = benchmark::Counter(static_cast<double>(counted.instructions) *
                                                              static_cast<double>(state.iterations()),
                                                          benchmark::Counter::kIsRate);
}

void lock64(benchmark::State& state)
{
    simulate(state, {});
}
BENCHMARK(lock64)->Unit(benchmark::kMillisecond);

void lock64FreeThreaded(benchmark::State& state)
{
    simulate(state, {"3.13t"});
}
BENCHMARK(lock64FreeThreaded)->Unit(benchmark::kMillisecond);

void lock64PassedOn(benchmark::State& state)
{
    simulate(state, {"3.11", 64, 50, true});
}
BENCHMARK(lock64PassedOn)->Unit(benchmark::kMillisecond);

void lock64PassedOnFreeThreaded(benchmark::State& state)
{
    simulate(state, {"3.13t", 64, 50, true});
}
BENCHMARK(lock64PassedOnFreeThreaded)->Unit(benchmark::kMillisecond);

void threads1000(benchmark::State& state)
{
    simulate(state, {"3.13t", 1000, 20});
}
BENCHMARK(threads1000)->Unit(benchmark::kMillisecond);

void threads1000PassedOn(benchmark::State& state)
{
    simulate(state, {"3.13t", 1000, 5, true});
}
BENCHMARK(threads1000PassedOn)->Unit(benchmark::kMillisecond);

void threads1000Untraced(benchmark::State& state)
{
    simulate(state, {"3.13t", 1000, 20, false, false});
}
BENCHMARK(threads1000Untraced)->Unit(benchmark::kMillisecond);

} // namespace
