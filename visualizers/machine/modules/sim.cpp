// sim: the two helpers with which lessons use time. resources/python/sim.py gives them to real CPython.
#include "machine/modules/arguments.h"
#include "machine/modules/modules.h"

#include <cmath>

namespace il::machine {

namespace {

/// The parameter `ms`; nullopt: an error is due.
std::optional<trace::SimTime> milliseconds(Value value)
{
    const auto thousandfold = seconds(value); // ms read as seconds
    if (!thousandfold || thousandfold->ns < 0)
        return std::nullopt;
    return trace::SimTime{(thousandfold->ns + 500) / 1000};
}

NativeResult badTime(Context& context, const char* function)
{
    return raise(context, Builtin::ValueError,
                 std::string(function) + "() needs a number of milliseconds from 0 up");
}

/// Python code that computes for so long: it holds the GIL, and switch points are everywhere in it.
NativeResult cpu(Context& context, const Args& args)
{
    const Arguments a(context, args, "cpu", 0, 1, {"ms"});
    if (a.error())
        return *a.error();
    const auto time = milliseconds(a[0]);
    return time ? NativeResult::burn(*time) : badTime(context, "cpu");
}

/// A blocking read of so long, outside of the GIL.
NativeResult disk(Context& context, const Args& args)
{
    const Arguments a(context, args, "disk", 0, 1, {"ms"});
    if (a.error())
        return *a.error();
    const auto time = milliseconds(a[0]);
    if (!time)
        return badTime(context, "disk");
    Wait wait;
    wait.op = Op::Io;
    wait.duration = *time;
    return kernelOf(context).park(context, wait);
}

} // namespace

NativeModule simModule()
{
    return {"sim", {{"cpu", cpu}, {"disk", disk}}, {}, nullptr};
}

} // namespace il::machine
