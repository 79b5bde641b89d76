#include "machine/machine.h"

#include "machine/kernel/kernel.h"
#include "machine/modules/modules.h"

#include <utility>

namespace il::machine {

namespace {

std::string baseName(const std::string& path)
{
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

trace::RunInfo runInfo(const script::Program& program, const Config& config)
{
    trace::RunInfo info;
    info.file = baseName(program.file);
    for (const std::string& line : program.lines)
        info.source += line + '\n';
    info.pythonVersion = config.version.text;
    info.cores = config.cores;
    if (config.version.gil == GilModel::SwitchInterval)
        info.switchInterval = config.switchInterval;
    return info;
}

Image::Parts parts(const script::Program& program, const Config& config)
{
    Image::Parts result;
    result.script = std::make_shared<const script::Program>(program);
    result.arguments = config.arguments;
    result.modules = kernelModules();
    result.pythonVersion = config.version.text;
    result.parameters = config.parameters;
    return result;
}

} // namespace

Result run(const script::Program& program, const Config& config, Schedule schedule)
{
    KernelState state(config, std::move(schedule));
    const auto image = Image::build(parts(program, config), state.processes.front().memory);
    if (image->findProgram("multiprocessing") >= 0)
        state.fresh = std::make_shared<const Memory>(state.processes.front().memory);
    trace::TraceBuilder builder;
    Kernel kernel(*image, config, std::move(state), config.trace ? &builder : nullptr);
    kernel.boot();
    while (!kernel.ended())
        kernel.step();

    KernelState& end = kernel.state();
    Result result;
    result.out = std::move(end.out);
    result.err = std::move(end.err);
    result.exitStatus = end.exitStatus;
    result.reason = end.reason;
    result.deadlock = std::move(end.deadlock);
    result.schedule = end.schedule.text();
    result.instructions = end.instructions;
    if (config.trace) {
        trace::RunInfo info = runInfo(program, config);
        info.schedule = result.schedule;
        result.trace = builder.finish(std::move(info));
    }
    return result;
}

} // namespace il::machine
