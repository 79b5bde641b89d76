// Two runs on one clock: which moments of both belong together.
#pragma once

#include "trace/trace.h"

namespace il::app {

/// A moment of one run, as a picture wants it.
struct RunMoment {
    std::size_t step = 0;
    trace::SimTime now; ///< at or after the step's time, before the next one's
    friend bool operator==(const RunMoment&, const RunMoment&) = default;
};

struct TwinMoments {
    RunMoment left, right;
    friend bool operator==(const TwinMoments&, const TwinMoments&) = default;
};

/// Simulated time that both runs share, from the start of both to the end of the longer one; the shorter one
/// stays at its end. A value: the same place always gives the same two moments, wherever one comes from.
class LinkedClock {
public:
    LinkedClock(const trace::Trace& left, const trace::Trace& right);

    /// A trace for the player: it has a step wherever either run has one (one for both when they coincide),
    /// told or passed over as in the runs, and nothing else.
    const trace::Trace& trace() const { return m_trace; }
    std::size_t steps() const { return m_trace.steps().size(); }

    /// At a step of trace(), totals carried forward to `now`. Step 0 is before both runs.
    TwinMoments at(std::size_t step, trace::SimTime now) const;
    TwinMoments atStep(std::size_t step) const; ///< clamped to the last one

private:
    trace::Trace m_left, m_right, m_trace;
};

} // namespace il::app
