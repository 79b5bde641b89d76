// atexit: functions to call when the main module has ended and the threads that aren't daemons have too.
#include "machine/modules/arguments.h"
#include "machine/modules/modules.h"

#include <algorithm>

namespace il::machine {

namespace {

/// register(function, *args): returns the function, so that it can be a decorator.
NativeResult registerFunction(Context& context, const Args& args)
{
    if (args.size() == 0)
        return raise(context, Builtin::TypeError, "register() takes at least 1 argument (0 given)");
    if (!args.keywords.empty())
        return raise(context, Builtin::TypeError, "register() takes no keyword arguments here");
    processOf(context).atExit.emplace_back(args.values.begin(), args.values.end());
    return args[0];
}

NativeResult unregister(Context& context, const Args& args)
{
    auto& calls = processOf(context).atExit;
    const Value function = args.size() > 0 ? args[0] : Value{};
    calls.erase(
        std::remove_if(calls.begin(), calls.end(),
                       [function](const std::vector<Value>& call) { return call.front() == function; }),
        calls.end());
    return Value::none();
}

} // namespace

NativeModule atexitModule()
{
    return {"atexit", {{"register", registerFunction}, {"unregister", unregister}}, {}, nullptr};
}

} // namespace il::machine
