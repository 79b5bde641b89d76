// What system calls on files give to Python.
#pragma once

#include "machine/kernel/files/file_call.h"
#include "machine/modules/arguments.h"

#include <optional>
#include <string_view>

namespace il::machine {

/// An OSError, or the subclass that stands for this error number, with CPython's text.
NativeResult raiseErrno(Context& context, int error);

/// The result of a finished call: a value or an exception. `keep`: see Kernel::fileCall.
NativeResult callResult(Context& context, const FileCall& call, Value keep);

/// The contents of a bytes-like object; valid until the next change of the heap.
std::optional<std::string_view> bytesOf(const Context& context, Value value);

/// CPU time of a system call that moves so many bytes.
trace::SimTime transferCost(const Context& context, std::size_t bytes);

} // namespace il::machine
