// When bytes arrived, across the lanes of the timeline: what all threads have to answer to.
#pragma once

#include "scene/axis.h"
#include "scene/panel.h"
#include "scene/parts.h"

#include <cstdint>
#include <vector>

namespace il::scene {

/// A dot above the lanes and a hairline through them for each arrival (index of a BytesArrived event) that
/// has happened, with a legend; arrivals too near to be told apart share a dot. `area`: the card down to the
/// axis.
void arrivalItems(Items& out, const StageInput& input, const std::vector<std::uint32_t>& arrivals,
                  const Scale& scale, const QRectF& area);

} // namespace il::scene
