// The bars of one lane of the timeline.
#pragma once

#include "scene/axis.h"
#include "scene/panel.h"
#include "scene/parts.h"

#include "trace/lanes.h"

namespace il::scene {

/// "lane/thread/2", "lane/gil", "lane/gil/1" (another process's), "lane/object/0", "lane/variable/1".
ElementId laneElement(trace::LaneId lane);

/// Appends what happened on `lane` before position `end`, in `strip` (the row's full height). While its
/// stretches are wide enough to be told apart each is one bar with its state's texture. Where there are too
/// many, a column's bar is as high as the share of the time that it was running (or owned), on a tint that
/// says "something happened".
void laneMarks(Items& out, const StageInput& input, const trace::Lanes& lanes, trace::LaneId lane,
               const QString& label, const QRectF& strip, const Scale& scale, std::int64_t end);

/// Only the stretches in which the thread ran: several threads that have no row of their own share a strip
/// this way.
void runningMarks(Items& out, const StageInput& input, const trace::Lanes& lanes, trace::LaneId thread,
                  const QString& label, const QRectF& strip, const Scale& scale, std::int64_t end);

/// A thread that a deadlock holds: its bar goes on from `left` (now) to the right edge, for it waits for
/// ever.
void foreverMark(Items& out, const StageInput& input, trace::LaneId thread, const QString& label,
                 const QRectF& strip, double left, double right);

} // namespace il::scene
