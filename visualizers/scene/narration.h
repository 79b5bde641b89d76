// Says what happened at a step, and why, in one sentence that a student understands.
#pragma once

#include "scene/words.h"
#include "trace/trace.h"
#include "trace/view.h"

namespace il::scene {

/// The sentence about step `step` of `trace`, in the language of `words` (context "Narration"). Of
/// simultaneous events the most telling one counts: a deadlock before an output, an output before a line.
/// `after` is the state after the step. Never empty.
QString narration(const trace::Trace& trace, const trace::View& after, std::size_t step, const Words& words);

} // namespace il::scene
