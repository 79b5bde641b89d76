// The fixed English words of the trace: for dumps, queries and exports; never translated.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

#include <string>
#include <string_view>

namespace il::trace {

std::string_view name(EventKind kind);    ///< "lock-acquired"
std::string_view name(ThreadState state); ///< "wait-gil"
std::string_view name(ObjectKind kind);   ///< "lock"
std::string_view name(FileKind kind);     ///< "pipe-reader"
std::string_view name(PollModel model);   ///< "epoll"
std::string_view name(WaitReason reason); ///< "tasks-done"
std::string_view name(EndReason reason);  ///< "step-limit"

/// To three significant digits in the unit that fits: "0", "40 ns", "5.05 ms", "12.3 s". Rounds half up.
std::string durationText(SimTime span);

/// The text of a value: "42", or the repr that was recorded.
std::string valueText(const Trace& trace, const DataValue& value);
/// A thread's name as its ThreadCreated event gave it, "thread 7" before that, "nobody" for noThread.
std::string threadName(const Trace& trace, const View& view, ThreadId id);

} // namespace il::trace
