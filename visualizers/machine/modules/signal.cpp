// signal
#include "machine/modules/modules.h"
#include "machine/modules/system.h"

#include <algorithm>
#include <array>
#include <utility>

namespace il::machine {

namespace {

NativeResult raiseInterrupt(Context& context, const Args&)
{
    return raise(context, Builtin::KeyboardInterrupt, "");
}

/// The handler that is installed: SIG_DFL is 0.
Value installed(Context& context, int signal)
{
    const auto& handlers = processOf(context).handlers;
    const auto found = handlers.find(signal);
    return found == handlers.end() ? Value::of(std::int64_t{0}) : found->second;
}

bool isSignal(Value value)
{
    return value.isIntegral() && value.asInt() >= 1 && value.asInt() <= 64;
}

bool isCallable(const Heap& heap, Value value)
{
    return value.isNative() || heap.get<Function>(value) != nullptr || heap.get<Method>(value) != nullptr ||
           heap.get<Class>(value) != nullptr || !overridingMethod(heap, value, Name::call).isNull();
}

NativeResult setHandler(Context& context, const Args& args)
{
    constexpr int signalKill = 9, signalStop = 19;
    const Arguments a(context, args, "signal", 0, 2, {"signalnum", "handler"});
    if (a.error())
        return *a.error();
    if (callerOf(context) != processOf(context).main)
        return raise(context, Builtin::ValueError,
                     "signal only works in main thread of the main interpreter");
    if (!isSignal(a[0]))
        return raise(context, Builtin::ValueError, "signal number out of range");
    const bool special = a[1].isInt() && (a[1].asInt() == 0 || a[1].asInt() == Process::ignore);
    if (!special && !isCallable(context.heap, a[1]))
        return raise(context, Builtin::TypeError,
                     "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    const auto signal = static_cast<int>(a[0].asInt());
    if (signal == signalKill || signal == signalStop)
        return osError(context, errors::invalid);
    const Value before = installed(context, signal);
    processOf(context).handlers[signal] = a[1];
    return before;
}

NativeResult getHandler(Context& context, const Args& args)
{
    const Arguments a(context, args, "getsignal", 0, 1, {"signalnum"});
    if (a.error())
        return *a.error();
    if (!isSignal(a[0]))
        return raise(context, Builtin::ValueError, "signal number out of range");
    return installed(context, static_cast<int>(a[0].asInt()));
}

NativeResult raiseSignal(Context& context, const Args& args)
{
    return ofInt(context, args, "raise_signal", "signalnum",
                 [&](std::int64_t signal) { return sendTo(context, processOf(context).pid, signal); });
}

/// Returns how many seconds were left of the one before.
NativeResult setAlarm(Context& context, const Args& args)
{
    return ofInt(context, args, "alarm", "seconds", [&](std::int64_t seconds) -> NativeResult {
        const trace::SimTime due = processOf(context).alarmDue;
        const std::int64_t left = due > context.now ? (due - context.now).ns : 0;
        constexpr std::int64_t second = 1'000'000'000, most = 1'000'000;
        kernelOf(context).setAlarm(
            context, trace::SimTime{std::min(std::max<std::int64_t>(seconds, 0), most) * second});
        return Value::of((left + second - 1) / second);
    });
}

NativeResult pause(Context& context, const Args&)
{
    Wait wait;
    wait.op = Op::Pause;
    return kernelOf(context).park(context, wait);
}

} // namespace

NativeModule signalModule()
{
    NativeModule module{"signal",
                        {{"signal", setHandler},
                         {"getsignal", getHandler},
                         {"raise_signal", raiseSignal},
                         {"alarm", setAlarm},
                         {"pause", pause},
                         {"default_int_handler", raiseInterrupt}},
                        {},
                        nullptr};
    module.init = [](Context& context, Handle dict) {
        constexpr std::array<std::pair<const char*, std::int64_t>, 15> numbers{{{"SIGHUP", 1},
                                                                                {"SIGINT", 2},
                                                                                {"SIGQUIT", 3},
                                                                                {"SIGABRT", 6},
                                                                                {"SIGKILL", 9},
                                                                                {"SIGUSR1", 10},
                                                                                {"SIGSEGV", 11},
                                                                                {"SIGUSR2", 12},
                                                                                {"SIGPIPE", 13},
                                                                                {"SIGALRM", 14},
                                                                                {"SIGTERM", 15},
                                                                                {"SIGCHLD", 17},
                                                                                {"SIGCONT", 18},
                                                                                {"SIG_DFL", 0},
                                                                                {"SIG_IGN", 1}}};
        for (const auto& [name, number] : numbers)
            put(context, dict, name, number);
    };
    return module;
}

} // namespace il::machine
