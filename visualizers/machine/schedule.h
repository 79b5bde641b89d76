// The one door through which all nondeterminism goes.
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace il::machine {

/// What a choice is about.
enum class ChoiceKind : std::uint8_t {
    NextThread,  ///< which ready thread a core takes
    GilWinner,   ///< which waiter gets the free GIL
    LockWinner,  ///< which waiter a release wakes, or whether the releaser barges
    WakeLatency, ///< how long a woken thread needs to get going (0 = the usual)
    TieBreak,    ///< which of several simultaneous instructions on different cores is first
    Network,     ///< when a message lands
};

/// How choices are answered. A value: copying it copies its position.
/// Text forms: "default", "seed:42", and "p:5=1,17=2" (choice number = option, all others 0). Choices are
/// numbered from 0 in the order in which the run asks; a recorded option that the run doesn't offer means the
/// last one.
class Schedule {
public:
    Schedule() = default; ///< always the first option
    static Schedule seeded(std::uint64_t seed);
    static Schedule recorded(std::vector<std::pair<std::uint64_t, std::uint32_t>> picks);
    static tl::expected<Schedule, std::string> parse(std::string_view text); ///< error: what is wrong with it

    /// Picks one of `options` >= 1 possibilities. With one option nothing is counted or recorded.
    std::uint32_t choose(ChoiceKind kind, std::uint32_t options);

    /// Replays the choices made so far, whatever made them: the "p:..." form ("default" when all were 0).
    std::string text() const;

private:
    enum class Mode : std::uint8_t { Default, Seeded, Recorded };
    Mode m_mode = Mode::Default;
    std::uint64_t m_random = 0;                                     ///< SplitMix64 state
    std::uint64_t m_count = 0;                                      ///< choices answered
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_planned; ///< sorted by choice number
    std::size_t m_next = 0;                                         ///< first of m_planned not used yet
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_taken;   ///< answers other than 0
};

} // namespace il::machine
