#include "trace/lane.h"

#include <algorithm>

namespace il::trace {

void Lane::set(SimTime time, std::uint32_t step, std::uint16_t value)
{
    if (m_segments.back().value == value)
        return;
    if (m_segments.back().step != step) {
        m_segments.push_back({time, step, value, 0});
        return;
    }
    m_segments.back().value = value;
    if (m_segments.size() > 1 && m_segments[m_segments.size() - 2].value == value)
        m_segments.pop_back();
}

void Lane::finish(std::int64_t duration, std::int64_t steps)
{
    m_length[0] = duration;
    m_length[1] = steps;
    for (const Segment& segment : m_segments) {
        const auto place = std::lower_bound(m_values.begin(), m_values.end(), segment.value);
        if (place == m_values.end() || *place != segment.value)
            m_values.insert(place, segment.value);
    }
    for (Segment& segment : m_segments) {
        const auto place = std::lower_bound(m_values.begin(), m_values.end(), segment.value);
        segment.rank = static_cast<std::uint16_t>(place - m_values.begin());
    }
    m_block = std::max(m_block, m_values.size());
    sumUp(LaneAxis::Time);
    sumUp(LaneAxis::Steps);
}

void Lane::sumUp(LaneAxis axis)
{
    std::vector<std::int64_t>& sums = m_sums[static_cast<int>(axis)];
    std::vector<std::int64_t> row(m_values.size());
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        if (i % m_block == 0)
            sums.insert(sums.end(), row.begin(), row.end());
        row[m_segments[i].rank] += end(axis, i) - start(axis, i);
    }
}

std::int64_t Lane::start(LaneAxis axis, std::size_t segment) const
{
    return axis == LaneAxis::Time ? m_segments[segment].start.ns : m_segments[segment].step;
}

std::int64_t Lane::end(LaneAxis axis, std::size_t segment) const
{
    return segment + 1 < m_segments.size() ? start(axis, segment + 1) : m_length[static_cast<int>(axis)];
}

std::size_t Lane::find(LaneAxis axis, std::int64_t position) const
{
    const auto next = std::partition_point(m_segments.begin() + 1, m_segments.end(), [&](const Segment& s) {
        return (axis == LaneAxis::Time ? s.start.ns : s.step) <= position;
    });
    return static_cast<std::size_t>(next - m_segments.begin()) - 1;
}

const Segment& Lane::at(LaneAxis axis, std::int64_t position) const
{
    return m_segments[find(axis, position)];
}

/// Goes over the columns of one query from left to right. Positions are scaled so that a column is exactly
/// `width` wide: a position p of the axis lies at (p - from) * columns.
class LaneSweep {
public:
    LaneSweep(const Lane& lane, LaneAxis axis, std::int64_t from, std::int64_t to, int columns)
        : m_lane(lane), m_axis(axis), m_from(from), m_width(to - from), m_columns(columns),
          m_weights(lane.m_values.size())
    {
        m_result.whole = m_width;
        m_segment = lane.find(axis, from);
    }

    LaneRuns run()
    {
        const std::int64_t last = scaled(m_lane.m_length[static_cast<int>(m_axis)]);
        for (int column = firstColumn(); column < m_columns && column * m_width < last;)
            column = take(column);
        return std::move(m_result);
    }

private:
    std::int64_t scaled(std::int64_t position) const { return (position - m_from) * m_columns; }
    std::int64_t start(std::size_t i) const { return scaled(m_lane.start(m_axis, i)); }
    std::int64_t end(std::size_t i) const { return scaled(m_lane.end(m_axis, i)); }
    int firstColumn() const { return m_from >= 0 ? 0 : static_cast<int>(-m_from * m_columns / m_width); }

    /// The segment that contains `position`, from m_segment on: galloping, since it's mostly near.
    std::size_t seek(std::int64_t position) const
    {
        const std::size_t count = m_lane.m_segments.size();
        std::size_t low = m_segment, stride = 1;
        while (low + stride < count && start(low + stride) <= position) {
            low += stride;
            stride *= 2;
        }
        for (; stride > 0; stride /= 2) {
            if (low + stride < count && start(low + stride) <= position)
                low += stride;
        }
        return low;
    }

    /// Returns the column to go on with.
    int take(int column)
    {
        const std::int64_t left = column * m_width, right = left + m_width;
        m_segment = seek(left);
        if (start(m_segment) <= left && end(m_segment) >= right) {
            const auto past = static_cast<int>(std::min<std::int64_t>(end(m_segment) / m_width, m_columns));
            add(m_lane.m_segments[m_segment].rank, m_width);
            emit(column, past);
            return past;
        }
        sum(left, right);
        emit(column, column + 1);
        return column + 1;
    }

    void sum(std::int64_t left, std::int64_t right)
    {
        const std::size_t lastSegment = seek(right - 1), block = m_lane.m_block;
        std::size_t i = m_segment;
        addPart(i++, left, right);
        if (lastSegment > i + 3 * block) {
            while (i % block != 0)
                addPart(i++, left, right);
            addRows(i / block, lastSegment / block);
            i = lastSegment / block * block;
        }
        for (; i <= lastSegment; ++i)
            addPart(i, left, right);
    }

    void addPart(std::size_t i, std::int64_t left, std::int64_t right)
    {
        add(m_lane.m_segments[i].rank, std::min(end(i), right) - std::max(start(i), left));
    }

    void addRows(std::size_t first, std::size_t last)
    {
        const std::size_t ranks = m_lane.m_values.size();
        const std::int64_t* a = m_lane.m_sums[static_cast<int>(m_axis)].data() + first * ranks;
        const std::int64_t* b = m_lane.m_sums[static_cast<int>(m_axis)].data() + last * ranks;
        for (std::size_t rank = 0; rank < ranks; ++rank)
            add(static_cast<std::uint16_t>(rank), (b[rank] - a[rank]) * m_columns);
    }

    void add(std::uint16_t rank, std::int64_t weight)
    {
        if (weight <= 0)
            return;
        if (m_weights[rank] == 0)
            m_touched.push_back(rank);
        m_weights[rank] += weight;
    }

    void emit(int begin, int end)
    {
        std::sort(m_touched.begin(), m_touched.end());
        const std::size_t first = m_result.all.size();
        for (const std::uint16_t rank : m_touched) {
            if (m_lane.m_values[rank] != laneBlank)
                m_result.all.push_back({m_lane.m_values[rank], m_weights[rank]});
            m_weights[rank] = 0;
        }
        m_touched.clear();
        if (m_result.all.size() > first && !extends(begin, end, first))
            m_result.runs.push_back({begin, end, static_cast<std::uint32_t>(first),
                                     static_cast<std::uint32_t>(m_result.all.size() - first)});
    }

    /// Whether the previous run simply goes on, with the shares from `first` on being the same as its own.
    bool extends(int begin, int end, std::size_t first)
    {
        if (m_result.runs.empty() || m_result.runs.back().end != begin)
            return false;
        const auto shares = m_result.all.begin() + static_cast<std::ptrdiff_t>(first);
        const auto previous = m_result.shares(m_result.runs.back());
        if (!std::equal(previous.begin(), previous.end(), shares, m_result.all.end()))
            return false;
        m_result.all.erase(shares, m_result.all.end());
        m_result.runs.back().end = end;
        return true;
    }

    const Lane& m_lane;
    LaneAxis m_axis;
    std::int64_t m_from, m_width;
    int m_columns;
    std::size_t m_segment = 0;
    std::vector<std::int64_t> m_weights; ///< by rank; 0 but for the column in hand
    std::vector<std::uint16_t> m_touched;
    LaneRuns m_result;
};

LaneRuns Lane::query(LaneAxis axis, std::int64_t from, std::int64_t to, int columns) const
{
    return LaneSweep(*this, axis, from, to, columns).run();
}

} // namespace il::trace
