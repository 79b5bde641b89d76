// What system calls on files give to Python.
#pragma once

#include "machine/builtins/errno.h"
#include "machine/kernel/files/file_call.h"
#include "machine/modules/arguments.h"

namespace il::machine {

/// The result of a finished call: a value or an exception. `keep`: see Kernel::fileCall.
NativeResult callResult(Context& context, const FileCall& call, Value keep);

/// CPU time of a system call that moves so many bytes.
trace::SimTime transferCost(const Context& context, std::size_t bytes);

} // namespace il::machine
