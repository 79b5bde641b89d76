// What lanes look like at one zoom: asked once, not for every picture.
#pragma once

#include "trace/lanes.h"

#include <cstdint>
#include <map>
#include <tuple>

namespace il::scene {

/// Keeps the answers of Lanes::query for one window of the axis at a time. Whoever draws pictures of one run
/// in a row owns one, and makes a new one for another run. Not for several threads at once.
class LaneMemo {
public:
    /// Valid until the next call with another window.
    const trace::LaneRuns& query(const trace::Lanes& lanes, trace::LaneId lane, trace::LaneAxis axis,
                                 std::int64_t from, std::int64_t to, int columns)
    {
        const Window window{axis, from, to, columns};
        if (window != m_window)
            m_runs.clear();
        m_window = window;
        const auto known = m_runs.find(lane);
        return known != m_runs.end()
                   ? known->second
                   : m_runs.emplace(lane, lanes.query(lane, axis, from, to, columns)).first->second;
    }

private:
    using Window = std::tuple<trace::LaneAxis, std::int64_t, std::int64_t, int>;
    Window m_window;
    std::map<trace::LaneId, trace::LaneRuns> m_runs;
};

} // namespace il::scene
