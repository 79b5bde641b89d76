// Any program, run with small limits: it ends, by itself or at a limit, and what it leaves behind is sound.
#include "machine/machine.h"
#include "script/compiler.h"
#include "trace/view.h"

#include <cstdint>
#include <cstdlib>

using namespace il;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

machine::Config smallConfig(const char* version, int cores)
{
    machine::Config config;
    config.version = *machine::PythonVersion::parse(version);
    config.costs = machine::Costs::of(config.version);
    config.cores = cores;
    config.limits.instructions = 30'000;
    config.limits.time = trace::milliseconds(2'000);
    config.limits.threads = 24;
    config.limits.processes = 6;
    config.limits.heapBytes = 24u << 20;
    config.limits.outputBytes = 1u << 14;
    config.limits.events = 60'000;
    return config;
}

void checkRun(const script::Program& program, machine::Config config, bool traced)
{
    config.trace = traced;
    const machine::Result result = machine::run(program, config);
    require(result.out.size() + result.err.size() <= config.limits.outputBytes + (1u << 16));
    if (!traced)
        return;
    require(result.trace.at(result.trace.duration()).ended);
    require(result.trace.at(result.trace.duration()).reason == result.reason);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto program = script::compile(std::string_view(reinterpret_cast<const char*>(data), size), "f.py");
    if (!program)
        return 0;
    checkRun(*program, smallConfig("3.11", 2), true);
    checkRun(*program, smallConfig(size % 2 == 0 ? "2.7" : "3.13t", 3), false);
    return 0;
}
