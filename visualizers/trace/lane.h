// One lane with its prefix sums; the inside of Lanes.
#pragma once

#include "trace/lanes.h"

namespace il::trace {

class Lane {
public:
    /// Appends a change. Of several in one step the last one counts.
    void set(SimTime time, std::uint32_t step, std::uint16_t value);
    /// Ends the building: the lane's values are ranked and summed up.
    void finish(std::int64_t duration, std::int64_t steps);

    /// Call after finish() only, as everything below.
    std::span<const Segment> segments() const { return std::span(m_segments).first(m_segments.size() - 1); }
    const Segment& at(LaneAxis axis, std::int64_t position) const;
    LaneRuns query(LaneAxis axis, std::int64_t from, std::int64_t to, int columns) const;

private:
    template <LaneAxis axis>
    friend class LaneSweep;

    std::int64_t start(LaneAxis axis, std::size_t segment) const
    {
        return axis == LaneAxis::Time ? m_segments[segment].start.ns : m_segments[segment].step;
    }
    std::size_t find(LaneAxis axis, std::int64_t position) const;
    void rank();
    void sumUp(LaneAxis axis);

    std::vector<Segment> m_segments{Segment{}}; ///< finish() adds one that marks the end
    std::vector<std::uint16_t> m_values;        ///< by rank
    /// Row r: for every rank, how much of the axis it has before segment r * m_block. A row costs as much as
    /// a block of segments, so that many threads on one lane don't make the sums outgrow the segments.
    std::vector<std::int64_t> m_sums[2];
    std::size_t m_block = 16;
};

} // namespace il::trace
