// Moments of a run as slides: the picture and the words that go with it.
#pragma once

#include "../picture.h"
#include "selection.h"

#include "exporting/slide.h"

namespace il::app {

/// The slide of a moment; `wanted` says how it is drawn (its own step and time don't count). Named after the
/// cue that is reached there, else "step-12". Its title is the caption, its notes are what the lesson says
/// about the cue; at the run's first cue the question and its answer come before that.
exporting::Slide slideAt(const Run& run, PictureOf wanted, const Instant& at,
                         scene::LaneMemo* memo = nullptr);

/// How long a cue stays in a film or a document that plays by itself, in seconds.
inline constexpr double cueSeconds = 4;

} // namespace il::app
