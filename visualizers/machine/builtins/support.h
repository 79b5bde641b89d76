// Helpers shared by the builtin functions.
#pragma once

#include "machine/builtins/tables.h"
#include "machine/interpreter/host.h"

namespace il::machine {

/// Resume or Throw with one argument.
NativeResult resumeResult(NativeResult::Kind kind, Value generator, Value sent);
/// locals() of the calling frame.
Value localsOf(Context& context);
/// sys.stdout or sys.stderr?
bool isStandardStream(const Context& context, Value file);
Stream streamOf(const Context& context, Value file);
/// What only the prelude may call.
const Entries& preludeHelpers();

/// __new__ and __init__ of list, dict, set, str, bytes.
const Entries& constructorEntries(Builtin cls);
/// dict.update(self, [other], **more); returns `result` when done.
NativeResult updateDict(Context& context, const Args& args, Value result);
/// sequence.index(item[, start[, stop]]) and .count(item)
NativeResult indexOf(Context& context, const Args& args);
NativeResult countOf(Context& context, const Args& args);
/// The builtin == and repr of self's contents, whatever its class overrides: for super().__eq__() and the
/// like.
NativeResult equalBodies(Context& context, const Args& args);
NativeResult bodyRepr(Context& context, const Args& args);

} // namespace il::machine
