// A run for Perfetto and chrome://tracing.
#pragma once

#include "trace/trace.h"

#include <string>

namespace il::trace {

/// Trace Event Format, JSON object form. One track per thread with a slice per state, one per lane of the GIL
/// and of each lock with a slice per owner, a counter per shared whole-number variable, an instant per cue.
/// Times are microseconds with three decimals, so nothing is lost. Always valid JSON and valid UTF-8: broken
/// bytes become U+FFFD. Format: "Trace Event Format",
/// docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU.
std::string perfetto(const Trace& trace);

} // namespace il::trace
