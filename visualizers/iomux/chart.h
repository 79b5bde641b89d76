// Cost of one call against the number of descriptors, as a small chart of the run's own calls.
#pragma once

#include "iomux/picture.h"

#include <optional>

namespace il::iomux {

/// One point: what a call of this model for a set of this size has cost on average so far.
struct CostPoint {
    std::uint32_t size = 0;
    trace::SimTime cost;
};
struct CostCurve {
    trace::PollModel model = trace::PollModel::None;
    std::vector<CostPoint> points; ///< by size, ascending
};
/// Calls that had returned by `now`.
std::vector<CostCurve> costCurves(const trace::Trace& trace, trace::SimTime now);

/// Whether the run compares models at sizes that are a factor of ten or more apart. One model alone whose set
/// grows or shrinks, as a server's does, is no comparison.
bool hasChart(const trace::Trace& trace);
void drawChart(Picture& picture, const QRectF& area);

} // namespace il::iomux
