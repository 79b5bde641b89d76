// The timeline's index: who was what when, summed up exactly for any stretch at any zoom.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <span>
#include <vector>

namespace il::trace {

enum class LaneKind : std::uint8_t {
    Thread,   ///< index = ThreadId; values are ThreadStates
    Gil,      ///< index = ProcessId; values are the ThreadIds of the holders
    Object,   ///< index = ObjectId; values are the ThreadIds of the owners
    Variable, ///< index = VariableId; values are the ThreadIds of the last writers
};

struct LaneId {
    LaneKind kind = LaneKind::Thread;
    std::uint32_t index = 0;
    friend auto operator<=>(const LaneId&, const LaneId&) = default;
};

/// What positions on a lane count: nanoseconds, or steps. Step k fills [k, k + 1).
enum class LaneAxis : std::uint8_t { Time, Steps };

/// No state (before the thread was created), no holder, no owner, no writer. Lanes are blank there.
inline constexpr std::uint16_t laneBlank = 0xFFFF;

/// From here on the lane has this value, until the next segment starts or the run ends.
struct Segment {
    SimTime start;
    std::uint32_t step = 0;
    std::uint16_t value = laneBlank;
    std::uint16_t rank = 0; ///< place of `value` among the lane's values, in ascending order
    friend bool operator==(const Segment&, const Segment&) = default;
};

/// How much of a column has a value: `weight` of LaneRuns::whole.
struct Share {
    std::uint16_t value = laneBlank;
    std::int64_t weight = 0;
    friend bool operator==(const Share&, const Share&) = default;
};

/// Neighbouring columns [begin, end) with equal shares.
struct LaneRun {
    int begin = 0, end = 0;
    std::uint32_t firstShare = 0, shareCount = 0;
};

/// The answer to a query. Blank columns have no run; in a column that is blank in part the weights add up to
/// less than `whole`. Exact: no rounding, so weights of neighbouring columns can be added.
struct LaneRuns {
    std::int64_t whole = 1;
    std::vector<LaneRun> runs;
    std::vector<Share> all;
    /// By value, ascending.
    std::span<const Share> shares(const LaneRun& run) const
    {
        return {all.data() + run.firstShare, run.shareCount};
    }
};

class Lane;

/// Build once per trace, O(events); the lanes don't need the trace afterwards.
class Lanes {
public:
    explicit Lanes(const Trace& trace);
    ~Lanes();
    Lanes(Lanes&&) noexcept;
    Lanes& operator=(Lanes&&) noexcept;

    /// Every thread, the GIL if there is one, objects that were owned, shared variables that were written.
    std::span<const LaneId> ids() const { return m_ids; }
    /// Empty for a lane that doesn't exist. The first one starts at 0 and may be blank.
    std::span<const Segment> segments(LaneId id) const;
    /// The segment at a position (clamped to the run); nullptr for a lane that doesn't exist.
    const Segment* at(LaneId id, LaneAxis axis, std::int64_t position) const;
    /// The run's length on an axis: positions are [0, length).
    std::int64_t length(LaneAxis axis) const;

    /// Divides [from, to) into `columns` equal columns. They may be narrower than one unit, and reach beyond
    /// the run, where lanes are blank. Nothing when to <= from or columns <= 0. O(columns * log +
    /// min(segments inside, columns * values)).
    LaneRuns query(LaneId id, LaneAxis axis, std::int64_t from, std::int64_t to, int columns) const;

private:
    const Lane* find(LaneId id) const;

    std::vector<LaneId> m_ids; ///< ascending
    std::vector<Lane> m_lanes; ///< in the same order
    std::int64_t m_duration = 0, m_steps = 1;
};

} // namespace il::trace
