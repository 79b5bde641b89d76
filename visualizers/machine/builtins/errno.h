// The system's error numbers (Linux, x86-64) with their names, texts and exception classes.
#pragma once

#include "machine/interpreter/native.h"

#include <span>

namespace il::machine {

struct ErrorNumber {
    int number;
    const char* name; ///< "ENOENT"
    const char* text; ///< what strerror says
    Builtin cls = Builtin::OSError;
};
std::span<const ErrorNumber> errorNumbers();
/// Null when there is no such error.
const ErrorNumber* findError(std::int64_t number);

/// Raises the OSError (or its subclass) with CPython's arguments: the number, its text and, if given, a file
/// name.
NativeResult osError(Context& context, int number, Value filename = {});

NativeModule errnoModule();

} // namespace il::machine
