// A few words for any event of a run, made from the event and the trace's tables alone: no state is needed,
// so that a log of a million events can be worded one line at a time.
#pragma once

#include "trace/trace.h"

#include <QString>

namespace il::app {

/// "acquires lock", "counter = 3"; in the application's language. Never empty.
QString eventText(const trace::Trace& trace, const trace::Event& event);
/// What the event's thread is called; "" for events of no thread.
QString eventThread(const trace::Trace& trace, const trace::Event& event);
/// The script's line that the event's thread was in, 0 when that isn't known. Usually looks at a few events
/// only.
std::uint32_t eventLine(const trace::Trace& trace, std::uint32_t index);

} // namespace il::app
