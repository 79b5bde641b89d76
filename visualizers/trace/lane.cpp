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
    rank();
    m_segments.push_back({{duration}, static_cast<std::uint32_t>(steps), laneBlank, 0});
    m_block = std::max(m_block, m_values.size());
    sumUp(LaneAxis::Time);
    sumUp(LaneAxis::Steps);
}

void Lane::rank()
{
    for (const Segment& segment : m_segments) {
        const auto place = std::lower_bound(m_values.begin(), m_values.end(), segment.value);
        if (place == m_values.end() || *place != segment.value)
            m_values.insert(place, segment.value);
    }
    for (Segment& segment : m_segments) {
        const auto place = std::lower_bound(m_values.begin(), m_values.end(), segment.value);
        segment.rank = static_cast<std::uint16_t>(place - m_values.begin());
    }
}

void Lane::sumUp(LaneAxis axis)
{
    std::vector<std::int64_t>& sums = m_sums[static_cast<int>(axis)];
    std::vector<std::int64_t> row(m_values.size());
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        if (i % m_block == 0)
            sums.insert(sums.end(), row.begin(), row.end());
        if (i + 1 < m_segments.size())
            row[m_segments[i].rank] += start(axis, i + 1) - start(axis, i);
    }
}

std::size_t Lane::find(LaneAxis axis, std::int64_t position) const
{
    const auto next =
        std::partition_point(m_segments.begin() + 1, m_segments.end() - 1, [&](const Segment& s) {
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
template <LaneAxis axis>
class LaneSweep {
public:
    LaneSweep(const Lane& lane, std::int64_t from, std::int64_t to, int columns)
        : m_lane(lane), m_count(lane.m_segments.size() - 1), m_from(from), m_width(to - from),
          m_columns(columns), m_segment(lane.find(axis, from)), m_parts(lane.m_values.size()),
          m_wholes(lane.m_values.size())
    {
        m_result.whole = m_width;
    }

    LaneRuns run()
    {
        const std::int64_t last = scaled(start(m_count));
        for (std::int64_t column = firstColumn(); column < m_columns && column * m_width < last;)
            column = take(column);
        return std::move(m_result);
    }

private:
    std::int64_t start(std::size_t i) const { return m_lane.start(axis, i); }
    std::int64_t scaled(std::int64_t position) const { return (position - m_from) * m_columns; }
    std::int64_t firstColumn() const { return m_from >= 0 ? 0 : -m_from * m_columns / m_width; }
    std::uint16_t rank(std::size_t i) const { return m_lane.m_segments[i].rank; }

    /// The first segment from `i` on that ends behind `position`, at most m_count. Galloping: it's mostly
    /// near.
    std::size_t seek(std::size_t i, std::int64_t position) const
    {
        std::size_t stride = 1;
        while (i + stride <= m_count && start(i + stride) <= position) {
            i += stride;
            stride *= 2;
        }
        for (; stride > 0; stride /= 2) {
            if (i + stride <= m_count && start(i + stride) <= position)
                i += stride;
        }
        return i;
    }

    /// Returns the column to go on with.
    std::int64_t take(std::int64_t column)
    {
        const std::int64_t left = column * m_width, right = left + m_width;
        m_segment = std::min(seek(m_segment, m_from + left / m_columns), m_count - 1);
        if (scaled(start(m_segment)) > left || scaled(start(m_segment + 1)) < right) {
            sum(left, right);
            emit(column, column + 1);
            return column + 1;
        }
        const std::int64_t past = std::min<std::int64_t>(scaled(start(m_segment + 1)) / m_width, m_columns);
        m_parts[rank(m_segment)] = m_width;
        emit(column, past);
        return past;
    }

    /// The first segment and the last one may lie in the column in part; those between lie in it as a whole.
    void sum(std::int64_t left, std::int64_t right)
    {
        std::size_t i = m_segment;
        m_parts[rank(i)] += std::min(scaled(start(i + 1)), right) - std::max(scaled(start(i)), left);
        i = sumWholes(i + 1, m_from + right / m_columns);
        const bool reached = i < m_count && scaled(start(i)) < right;
        if (reached)
            m_parts[rank(i)] += right - scaled(start(i));
        m_segment = reached ? i : i - 1;
    }

    /// Segments from `i` on that end at `limit` or before; returns the one behind them.
    std::size_t sumWholes(std::size_t i, std::int64_t limit)
    {
        const std::size_t block = m_lane.m_block, patience = i + 2 * block;
        for (; i < m_count && start(i + 1) <= limit; ++i) {
            if (i >= patience && i % block == 0) {
                const std::size_t stop = seek(i, limit) / block;
                addRows(i / block, stop);
                return addEach(stop * block, limit);
            }
            m_wholes[rank(i)] += start(i + 1) - start(i);
        }
        return i;
    }

    std::size_t addEach(std::size_t i, std::int64_t limit)
    {
        for (; i < m_count && start(i + 1) <= limit; ++i)
            m_wholes[rank(i)] += start(i + 1) - start(i);
        return i;
    }

    void addRows(std::size_t first, std::size_t last)
    {
        const std::vector<std::int64_t>& sums = m_lane.m_sums[static_cast<int>(axis)];
        const std::size_t ranks = m_wholes.size();
        for (std::size_t r = 0; first < last && r < ranks; ++r)
            m_wholes[r] += sums[last * ranks + r] - sums[first * ranks + r];
    }

    void emit(std::int64_t begin, std::int64_t end)
    {
        const std::size_t first = m_result.all.size();
        for (std::size_t r = 0; r < m_parts.size(); ++r) {
            const std::int64_t weight = m_parts[r] + m_wholes[r] * m_columns;
            m_parts[r] = m_wholes[r] = 0;
            if (weight > 0 && m_lane.m_values[r] != laneBlank)
                m_result.all.push_back({m_lane.m_values[r], weight});
        }
        const auto count = static_cast<std::uint32_t>(m_result.all.size() - first);
        if (count > 0 && !extends(begin, end, first))
            m_result.runs.push_back(
                {static_cast<int>(begin), static_cast<int>(end), static_cast<std::uint32_t>(first), count});
    }

    /// Whether the previous run simply goes on, with the shares from `first` on being the same as its own.
    bool extends(std::int64_t begin, std::int64_t end, std::size_t first)
    {
        if (m_result.runs.empty() || m_result.runs.back().end != begin)
            return false;
        const auto shares = m_result.all.begin() + static_cast<std::ptrdiff_t>(first);
        const auto previous = m_result.shares(m_result.runs.back());
        if (!std::equal(previous.begin(), previous.end(), shares, m_result.all.end()))
            return false;
        m_result.all.erase(shares, m_result.all.end());
        m_result.runs.back().end = static_cast<int>(end);
        return true;
    }

    const Lane& m_lane;
    std::size_t m_count; ///< segments
    std::int64_t m_from, m_width, m_columns;
    std::size_t m_segment; ///< the last one that the sweep has touched
    /// By rank, for the column in hand, 0 before it: scaled lengths, and unscaled ones.
    std::vector<std::int64_t> m_parts, m_wholes;
    LaneRuns m_result;
};

LaneRuns Lane::query(LaneAxis axis, std::int64_t from, std::int64_t to, int columns) const
{
    if (axis == LaneAxis::Time)
        return LaneSweep<LaneAxis::Time>(*this, from, to, columns).run();
    return LaneSweep<LaneAxis::Steps>(*this, from, to, columns).run();
}

} // namespace il::trace
