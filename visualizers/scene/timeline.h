// The timeline card: a lane per thread, the panel's extra lanes, cue marks, the axis and the playhead. Only
// what has happened is drawn.
#pragma once

#include "scene/panel.h"
#include "scene/parts.h"

#include "trace/lanes.h"

#include <optional>
#include <string>
#include <string_view>

namespace il::scene {

/// What Panel::extraLanes returns: "gil" (of the first process), "gil/2" (of process 2), "object/3" (who
/// owned the lock), "variable/0" (who wrote last). Lanes that the run doesn't have are left out.
std::string extraLane(trace::LaneId lane);
/// The reverse; nothing for a text that extraLane doesn't make.
std::optional<trace::LaneId> extraLaneFromText(std::string_view text);

/// What of the panel is on the timeline besides the threads.
struct TimelineExtras {
    std::vector<std::string> lanes;      ///< Panel::extraLanes
    std::vector<std::uint32_t> arrivals; ///< Panel::arrivals
};

/// Height that the card wants: as many lanes as the run has, at their best height, within `least` and `most`.
double timelineHeight(int lanes, double least, double most);
/// Number of lanes: threads and those extra lanes that exist.
int laneCount(const trace::Trace& trace, const trace::Lanes& lanes, const std::vector<std::string>& extra);

void timelineItems(Items& out, const StageInput& input, const trace::Lanes& lanes,
                   const TimelineExtras& extras, const QRectF& area);

} // namespace il::scene
