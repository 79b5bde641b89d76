// The one door through which all nondeterminism goes.
#pragma once

#include "trace/choice.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace il::machine {

using trace::ChoiceKind;

/// How choices are answered. A value: copying it copies its position.
/// Text forms: "default", "seed:42", "p:5=1,17=2" (choice number = option, all others 0), and "hand:5=1", the
/// same for a run that a person schedules. Choices are numbered from 0 in the order in which the run asks; a
/// recorded option that the run doesn't offer means the last one.
///
/// By hand the run asks other questions: not how long a wake-up takes exactly, but besides the rest whether a
/// thread is interrupted (Preempt) or held up (Delay). It asks at most maxByHand times; then all is default.
class Schedule {
public:
    Schedule() = default; ///< always the first option
    static Schedule seeded(std::uint64_t seed);
    static Schedule recorded(std::vector<std::pair<std::uint64_t, std::uint32_t>> picks);
    static Schedule byHand(std::vector<std::pair<std::uint64_t, std::uint32_t>> picks);
    static tl::expected<Schedule, std::string> parse(std::string_view text); ///< error: what is wrong with it

    /// Picks one of `options` >= 1 possibilities. With one option nothing is counted or recorded.
    std::uint32_t choose(ChoiceKind kind, std::uint32_t options);

    static constexpr std::uint64_t maxByHand = 10'000;
    /// A person answers, and hasn't been asked too often yet.
    bool isByHand() const { return m_mode == Mode::ByHand && m_count < maxByHand; }
    /// By hand: everything that was asked and how it was answered, by choice number.
    struct Asked {
        ChoiceKind kind = ChoiceKind::NextThread;
        std::uint32_t options = 0, chosen = 0;
    };
    const std::vector<Asked>& asked() const { return m_asked; }

    /// Replays the choices made so far, whatever made them: the "p:..." form ("default" when all were 0), or
    /// the "hand:..." form ("hand:").
    std::string text() const;

private:
    enum class Mode : std::uint8_t { Default, Seeded, Recorded, ByHand };
    Mode m_mode = Mode::Default;
    std::uint64_t m_random = 0;                                     ///< SplitMix64 state
    std::uint64_t m_count = 0;                                      ///< choices answered
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_planned; ///< sorted by choice number
    std::size_t m_next = 0;                                         ///< first of m_planned not used yet
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_taken;   ///< answers other than 0
    std::vector<Asked> m_asked;                                     ///< by hand
};

} // namespace il::machine
