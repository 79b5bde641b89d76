// Which moments of a run are exported.
#pragma once

#include "../run.h"

#include <QString>

#include <vector>

namespace il::app {

struct Instant {
    std::size_t step = 0;
    trace::SimTime now; ///< at or after the step's time, before the next one's
    friend bool operator==(const Instant&, const Instant&) = default;
};

struct Selection {
    enum class Kind : std::uint8_t {
        One,   ///< one picture: a single instant
        Cues,  ///< one after the other
        Steps, ///< neighbouring ones; a film plays them
    };
    Kind kind = Kind::One;
    std::vector<Instant> instants{}; ///< in order; never empty

    /// Several pictures, or what would be several in another run: files get numbers.
    bool isSeries() const { return kind != Kind::One; }
};

Instant atStep(const trace::Trace& trace, std::size_t step);

/// All of a run's cues; of a run without any, its last step.
Selection everyCue(const Run& run);
Selection everyStep(const Run& run);
/// From `first` to `last`, both included; the ends keep their times.
Selection stepsBetween(const Run& run, const Instant& first, const Instant& last);

/// What `text` means for this run: "" the first cue (or the last step without one), "all" every cue, "steps"
/// every step, "A..B" the steps from A to B, else one moment; one moment is a cue's name, a step's number or
/// a time like 5ms. The error says what is wrong, for people, and begins with "--at: ".
tl::expected<Selection, QString> selectionOf(const Run& run, const QString& text);

/// The same for a clock and the cues on it. "all": each step with cues once.
Selection everyCue(const trace::Trace& trace, const std::vector<scene::CueMark>& cues);
tl::expected<Selection, QString> selectionOf(const trace::Trace& trace,
                                             const std::vector<scene::CueMark>& cues, const QString& text);

} // namespace il::app
