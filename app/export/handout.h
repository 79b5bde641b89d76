// A run as a handout: its pictures in both languages, its lesson's words and its verdict on the predictions.
#pragma once

#include "../picture.h"
#include "selection.h"

#include "exporting/handout.h"

namespace il::app {

/// `wanted` says how pictures are drawn; its language is the one shown first. Of light and dark colours its
/// theme's comes first and the other one goes with it, but for High contrast, which stands alone. Of more
/// instants than a handout holds (exporting::maxHandoutSteps) all cues stay, and an even sample of the rest.
/// Takes seconds. Nothing when `progress` ends it.
std::optional<exporting::Handout> handoutOf(const Run& run, const PictureOf& wanted,
                                            const std::vector<Instant>& instants,
                                            const exporting::Progress& progress = {});

} // namespace il::app
