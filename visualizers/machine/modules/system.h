// Helpers of the modules that are about processes and signals.
#pragma once

#include "machine/builtins/errno.h"
#include "machine/builtins/values.h"
#include "machine/modules/arguments.h"

namespace il::machine {

/// Puts a number in a module's dict.
inline void put(Context& context, Handle dict, std::string_view name, std::int64_t value)
{
    Heap& heap = context.heap;
    setItem(heap, heap.as<Dict>(dict).table, heap.intern(name), Value::of(value));
}

inline NativeResult needsInt(Context& context, Value value)
{
    return raise(context, Builtin::TypeError,
                 "'" + typeName(context.heap, value) + "' object cannot be interpreted as an integer");
}

/// A function of one int named `parameter`.
template <class Function>
NativeResult ofInt(Context& context, const Args& args, const char* name, const char* parameter,
                   Function function)
{
    const Arguments a(context, args, name, 0, 1, {parameter});
    if (a.error())
        return *a.error();
    return a[0].isIntegral() ? function(a[0].asInt()) : needsInt(context, a[0]);
}

/// os.kill
inline NativeResult sendTo(Context& context, std::int64_t pid, std::int64_t signal)
{
    const ProcessId target = kernelOf(context).findProcess(pid);
    if (target == noProcess)
        return osError(context, errors::noProcess);
    if (signal < 0 || signal > 64)
        return osError(context, errors::invalid);
    return kernelOf(context).sendSignal(context, target, static_cast<int>(signal));
}

} // namespace il::machine
