// Which lanes the timeline shows, in which order, and what they are called.
#pragma once

#include "scene/panel.h"
#include "scene/parts.h"

namespace il::scene {

// From lane to lane; at the tightest a main thread and a dozen more find room.
inline constexpr double looseLanePitch = 46, tightLanePitch = 20;

struct LaneRow {
    trace::LaneId lane;
    QString label;
};

/// The lanes to draw, from top to bottom; `hidden` threads have to be counted instead, in the row after the
/// last thread.
struct LaneRows {
    std::vector<LaneRow> lanes;
    int hidden = 0;
    int hiddenRow = -1;
    int total() const { return static_cast<int>(lanes.size()) + (hidden > 0 ? 1 : 0); }
};

/// The threads' lanes: process by process, by number within each. Threads that the library has started for
/// itself are left out, unless there are no others.
std::vector<trace::LaneId> threadLanes(const trace::Trace& trace, const trace::Lanes& lanes);
/// Those of the panel's extra lanes (texts of extraLane) that the run has.
std::vector<trace::LaneId> extraLanes(const trace::Lanes& lanes, const std::vector<std::string>& extra);
/// What a lane is called: its thread, lock or variable.
QString laneLabel(const StageInput& input, trace::LaneId lane);
/// As many lanes as fit into `height`. Extra lanes get at most half of it; threads that don't fit are
/// counted.
LaneRows chooseRows(const StageInput& input, const trace::Lanes& lanes, const std::vector<std::string>& extra,
                    double height);
/// Width of the column of names.
double labelWidth(const LaneRows& rows, const Font& font);

} // namespace il::scene
