// Presentation time: how long a viewer gets to look at each step, as against how long it takes in simulated
// time.
#pragma once

#include "trace/trace.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <vector>

namespace il::trace {

/// The viewer's time at speed 1, from the start of the playback. Milliseconds in floating point.
using PresentationTime = std::chrono::duration<double, std::milli>;

/// Lines, data and descriptors: what may run by between the telling events of a long run.
bool isRoutine(EventKind kind);

/// Factors for the player's clock.
inline constexpr std::array<double, 8> speeds{0.1, 0.25, 0.5, 1, 2, 4, 10, 50};

struct PacingOptions {
    PresentationTime shortest{350};  ///< what a beat gets at least: the tween takes 250 to 400 ms
    PresentationTime longest{1500};  ///< what the longest quiet stretch shrinks to
    PresentationTime whole{180'000}; ///< what a whole run takes at most
};

/// Maps presentation time to simulated time and back: monotonic, piecewise linear, deterministic.
///
/// The knots are *beats*. In a run of few steps each step is a beat. When they would take longer than
/// `whole`, only the telling steps are (changes of thread states, GIL, locks and objects, output, exceptions,
/// the first time of each cue, lost updates, bytes that arrive, polls); lines, data and descriptors run by
/// between them. When these are too many as
/// well, every n-th one is. A beat lasts from `shortest` to `longest`, the longer the more simulated time it
/// spans.
class Pacing {
public:
    explicit Pacing(const Trace& trace, PacingOptions options = {});

    /// Ends `shortest` after the last beat, so that the final picture can be seen. Never 0.
    PresentationTime presentationLength() const { return m_length; }
    /// Clamped to the run. simTimeAt(presentationAt(t)) == t for every t of the run.
    SimTime simTimeAt(PresentationTime presentation) const;
    PresentationTime presentationAt(SimTime time) const;
    /// When step k (clamped) is reached. Steps 0 and 1 coincide when something happens at time 0.
    PresentationTime presentationAtStep(std::size_t k) const;
    std::size_t stepAt(PresentationTime presentation) const;
    /// Number of beats, the start included.
    std::size_t beats() const { return m_beats.size(); }

private:
    struct Beat {
        SimTime time;
        double ms = 0;
    };
    Trace m_trace;
    std::vector<Beat> m_beats; ///< both members grow strictly; the first is 0, 0
    PresentationTime m_length{0};
};

} // namespace il::trace
