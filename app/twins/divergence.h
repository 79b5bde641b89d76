// Where two runs of one program part.
#pragma once

#include "trace/trace.h"

#include <optional>

namespace il::app {

/// The first thing that the threads do otherwise in one run than in the other, in the order in which they do
/// it; what each takes in time isn't looked at.
struct Divergence {
    std::optional<trace::SimTime> left, right; ///< when; nothing where a run has ended by then
    /// When a common clock gets there.
    trace::SimTime first() const;
    friend bool operator==(const Divergence&, const Divergence&) = default;
};

/// Compares lines, data, locks, output, exceptions and who does it. Nothing when the programs' texts differ,
/// or when both runs do the same throughout.
std::optional<Divergence> divergence(const trace::Trace& left, const trace::Trace& right);

} // namespace il::app
