// Two runs to be compared: what is computed once for all of their pictures.
#pragma once

#include "divergence.h"
#include "linked_clock.h"
#include "run_figures.h"

#include "../run.h"

#include <memory>
#include <set>

namespace il::app {

/// Immutable.
struct Twins {
    RunPtr left, right; ///< never null
    LinkedClock clock;
    std::vector<std::uint32_t> leftSwitches, rightSwitches; ///< switchesOf()
    std::pair<RunFigures, RunFigures> atEnd;
    std::pair<std::set<int>, std::set<int>> lines; ///< of their programs, that differ
    std::optional<Divergence> divergence;
    /// Steps of the clock: the cues of both ("name" where both reach it at once, else with whose it is, ‹ or
    /// ›) and, named "≠", where the runs part.
    std::vector<scene::CueMark> cues;

    /// The clock's step at which the runs part.
    std::optional<std::size_t> divergenceStep() const;
};
using TwinsPtr = std::shared_ptr<const Twins>;

TwinsPtr makeTwins(const RunPtr& left, const RunPtr& right);

/// The figures of both at these moments.
std::pair<RunFigures, RunFigures> figuresAt(const Twins& twins, const TwinMoments& moments);

} // namespace il::app
