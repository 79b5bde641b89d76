// A trace as text: for goldens, diffs and the event log.
#pragma once

#include "trace/trace.h"

#include <string>

namespace il::trace {

/// One event on one line, without the time and the line end: "T2 gil-drop-requested holder=T1".
/// Names are as at the event's own time, so pass the View before or after it; control characters are escaped.
std::string describe(const Trace& trace, const View& view, const Event& event);

/// A header line, then every event as "<ns> <describe()>". Stable: equal traces give equal text, byte for
/// byte.
std::string dump(const Trace& trace);

} // namespace il::trace
