// os: its part about processes. _process: what multiprocessing needs of the kernel.
#include "machine/builtins/errno.h"
#include "machine/modules/modules.h"
#include "machine/modules/system.h"

namespace il::machine {

namespace {

constexpr std::int64_t noHang = 1; ///< WNOHANG

/// What CPython says to arguments where there can be none.
std::optional<NativeResult> anyArguments(Context& context, const Args& args, const std::string& name)
{
    if (args.size() == 0)
        return std::nullopt;
    return raise(context, Builtin::TypeError,
                 "posix." + name + "() takes no arguments (" + std::to_string(args.size()) + " given)");
}

NativeResult fork(Context& context, const Args& args)
{
    if (const auto error = anyArguments(context, args, "fork"))
        return *error;
    return kernelOf(context).fork(context);
}

NativeResult getppid(Context& context, const Args& args)
{
    if (const auto error = anyArguments(context, args, "getppid"))
        return *error;
    const Process& process = processOf(context);
    if (process.parent != noProcess)
        return Value::of(kernelOf(context).state().processes[process.parent].pid);
    return Value::of(process.pid == firstPid ? shellPid : initPid);
}

NativeResult wait(Context& context, const Args& args)
{
    if (const auto error = anyArguments(context, args, "wait"))
        return *error;
    return kernelOf(context).waitProcess(context, -1, true);
}

/// A process group counts as all children: there is one group here.
NativeResult waitpid(Context& context, const Args& args)
{
    if (args.values.size() != 2)
        return raise(context, Builtin::TypeError,
                     "waitpid() takes exactly 2 arguments (" + std::to_string(args.values.size()) +
                         " given)");
    const Arguments a(context, args, "waitpid", 0, 2, {"pid", "options"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral() || !a[1].isIntegral())
        return needsInt(context, a[0].isIntegral() ? a[1] : a[0]);
    const std::int64_t pid = a[0].asInt() > 0 ? a[0].asInt() : -1;
    return kernelOf(context).waitProcess(context, pid, (a[1].asInt() & noHang) == 0);
}

NativeResult exitNow(Context& context, const Args& args)
{
    return ofInt(context, args, "_exit", "status", [&](std::int64_t status) {
        return kernelOf(context).exitProcess(context, static_cast<int>(status & 0xFF));
    });
}

NativeResult kill(Context& context, const Args& args)
{
    const Arguments a(context, args, "kill", 0, 2, {"pid", "signal"});
    if (a.error())
        return *a.error();
    if (!a[0].isIntegral() || !a[1].isIntegral())
        return needsInt(context, a[0].isIntegral() ? a[1] : a[0]);
    return sendTo(context, a[0].asInt(), a[1].asInt());
}

NativeResult abortNow(Context& context, const Args&)
{
    return sendTo(context, processOf(context).pid, 6);
}

NativeResult cpuCount(Context& context, const Args&)
{
    return Value::of(std::int64_t{kernelOf(context).config().cores});
}

// A wait status: the signal, or 0 and the exit code above it.

NativeResult exited(Context& context, const Args& args)
{
    return ofInt(context, args, "WIFEXITED", "status",
                 [](std::int64_t status) -> NativeResult { return Value::of((status & 0x7F) == 0); });
}

NativeResult exitCode(Context& context, const Args& args)
{
    return ofInt(context, args, "WEXITSTATUS", "status",
                 [](std::int64_t status) -> NativeResult { return Value::of((status >> 8) & 0xFF); });
}

NativeResult signalled(Context& context, const Args& args)
{
    return ofInt(context, args, "WIFSIGNALED", "status",
                 [](std::int64_t status) -> NativeResult { return Value::of((status & 0x7F) != 0); });
}

NativeResult signalNumber(Context& context, const Args& args)
{
    return ofInt(context, args, "WTERMSIG", "status",
                 [](std::int64_t status) -> NativeResult { return Value::of(status & 0x7F); });
}

NativeResult never(Context& context, const Args& args)
{
    return ofInt(context, args, "WIFSTOPPED", "status",
                 [](std::int64_t) -> NativeResult { return Value::of(false); });
}

NativeResult toExitCode(Context& context, const Args& args)
{
    return ofInt(context, args, "waitstatus_to_exitcode", "status", [](std::int64_t status) -> NativeResult {
        const std::int64_t signal = status & 0x7F;
        return Value::of(signal != 0 ? -signal : (status >> 8) & 0xFF);
    });
}

// _process

NativeResult isAlive(Context& context, const Args& args)
{
    return ofInt(context, args, "alive", "pid", [&](std::int64_t pid) -> NativeResult {
        const Kernel& kernel = kernelOf(context);
        const ProcessId id = kernel.findProcess(pid);
        return Value::of(id != noProcess && kernel.state().processes[id].stage == Process::Stage::Alive);
    });
}

/// spawn(module, payload, fds=())
NativeResult spawn(Context& context, const Args& args)
{
    const Arguments a(context, args, "spawn", 0, 2, {"module", "payload", "fds"});
    if (a.error())
        return *a.error();
    const Str* module = context.heap.get<Str>(a[0]);
    if (module == nullptr || context.image.findProgram(module->text) < 0)
        return raise(context, Builtin::ModuleNotFoundError, "spawn() needs a module of the library");
    return kernelOf(context).spawn(context, a[0], a[1], a[2]);
}

NativeResult payload(Context& context, const Args&)
{
    return context.heap.bytes(processOf(context).payload);
}

/// describe(name, daemon)
NativeResult describe(Context& context, const Args& args)
{
    if (const Str* name = args.size() == 2 ? context.heap.get<Str>(args[0]) : nullptr)
        kernelOf(context).describeProcess(context, name->text, args[1] == Value::of(true));
    return Value::none();
}

} // namespace

NativeModule osProcessModule()
{
    NativeModule module{"os",
                        {{"fork", fork},
                         {"getppid", getppid},
                         {"wait", wait},
                         {"waitpid", waitpid},
                         {"_exit", exitNow},
                         {"kill", kill},
                         {"abort", abortNow},
                         {"cpu_count", cpuCount},
                         {"WIFEXITED", exited},
                         {"WEXITSTATUS", exitCode},
                         {"WIFSIGNALED", signalled},
                         {"WTERMSIG", signalNumber},
                         {"WIFSTOPPED", never},
                         {"WCOREDUMP", never},
                         {"waitstatus_to_exitcode", toExitCode}},
                        {},
                        nullptr};
    module.init = [](Context& context, Handle dict) {
        put(context, dict, "WNOHANG", noHang);
        put(context, dict, "EX_OK", 0);
    };
    return module;
}

NativeModule processModule()
{
    return {"_process",
            {{"alive", isAlive}, {"payload", payload}, {"describe", describe}, {"spawn", spawn}},
            {},
            nullptr};
}

} // namespace il::machine
