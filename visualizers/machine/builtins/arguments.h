// Small helpers for natives.
#pragma once

#include "machine/builtins/iteration.h"
#include "machine/builtins/operators.h"
#include "machine/builtins/values.h"
#include "machine/interpreter/image.h"
#include "machine/interpreter/native.h"

#include <string>

namespace il::machine {

/// CPython's TypeError when a native gets the wrong number of positional arguments (methods: without self),
/// or keywords that it doesn't know (any are fine when `keywords`).
std::optional<NativeResult> wrongCount(Context& context, const Args& args, const char* name,
                                       std::size_t least, std::size_t most, std::size_t self = 0,
                                       bool keywords = false);

NativeResult typeError(Context& context, const std::string& text);
NativeResult valueError(Context& context, const std::string& text);
NativeResult raiseClass(Context& context, Builtin cls, std::vector<Value> arguments);
NativeResult unhashableError(Context& context, const Found& found);

/// Positional argument i or keyword `name`; Null when neither is given.
Value argument(const Context& context, const Args& args, std::size_t i, const char* name);

/// The text of argument i; null and no message when it is no str.
inline const Str* textAt(const Context& context, const Args& args, std::size_t i)
{
    return i < args.values.size() ? context.heap.get<Str>(args[i]) : nullptr;
}

/// prelude(name) with these arguments.
NativeResult toPrelude(const char* name, std::vector<Value> arguments);

} // namespace il::machine
