// What a run has cost so far, as numbers that two runs can be compared by.
#pragma once

#include "../run.h"

#include "scene/words.h"
#include "trace/view.h"

#include <cstdint>
#include <vector>

namespace il::app {

struct RunFigures {
    trace::SimTime time{};                   ///< since the start; stays when the run has ended
    double utilisation = 0;                  ///< 0..1: of all cores
    trace::SimTime gilWaits{}, otherWaits{}; ///< of all threads together; other: locks, queues, joins, ...
    std::uint32_t switches = 0;              ///< times that a core went over to another thread
    std::uint32_t lostUpdates = 0;
    bool deadlock = false;
    std::uint64_t examined = 0; ///< descriptors that select, poll and epoll looked at
    QString printed{};          ///< the last whole or begun line of output
    friend bool operator==(const RunFigures&, const RunFigures&) = default;
};

/// The events at which a core goes over to another thread than it ran before, ascending.
std::vector<std::uint32_t> switchesOf(const trace::Trace& trace);

/// Of the moment that `view` (complete totals) and `step` are. `switches`: switchesOf() of the run.
RunFigures figuresAt(const Run& run, const trace::View& view, std::size_t step,
                     const std::vector<std::uint32_t>& switches);

/// One figure of two runs in words.
struct FigureRow {
    QString id, name, left, right;
    QString ratio;        ///< "× 1.9", of the right one to the left one; empty where that says nothing
    bool differs = false; ///< what is shown, so that what looks alike is alike
    friend bool operator==(const FigureRow&, const FigureRow&) = default;
};

/// In a fixed order. Figures that are nothing in both runs (no lost updates, no descriptors) are left out,
/// unless `keeps` (the figures at the ends of both) have something there: so that nothing jumps.
std::vector<FigureRow> compared(const RunFigures& left, const RunFigures& right, const scene::Words& words,
                                const std::pair<RunFigures, RunFigures>* keeps = nullptr);

} // namespace il::app
