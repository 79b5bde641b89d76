#include "machine/schedule.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace il::machine {

namespace {

using Pick = std::pair<std::uint64_t, std::uint32_t>;

/// Reads the whole of `text` as a decimal number.
template <typename Number>
bool readNumber(std::string_view text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

tl::unexpected<std::string> wrong(std::string_view what, std::string_view text)
{
    return tl::unexpected(std::string(what) + ": \"" + std::string(text) + '"');
}

tl::expected<std::vector<Pick>, std::string> parsePicks(std::string_view text)
{
    std::vector<Pick> picks;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view item = text.substr(0, comma);
        const std::size_t equals = item.find('=');
        Pick pick;
        if (equals == std::string_view::npos || !readNumber(item.substr(0, equals), pick.first) ||
            !readNumber(item.substr(equals + 1), pick.second))
            return wrong("a pick is written choice=option, like 5=1", item);
        if (!picks.empty() && pick.first <= picks.back().first)
            return wrong("choices must be in rising order", item);
        picks.push_back(pick);
        if (comma + 1 == text.size())
            return wrong("nothing follows the last comma", text);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return picks;
}

/// The next number of Steele, Lea and Flood's SplitMix64 ("Fast splittable pseudorandom number generators",
/// 2014).
std::uint64_t nextRandom(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

} // namespace

Schedule Schedule::seeded(std::uint64_t seed)
{
    Schedule schedule;
    schedule.m_mode = Mode::Seeded;
    schedule.m_random = seed;
    return schedule;
}

Schedule Schedule::recorded(std::vector<std::pair<std::uint64_t, std::uint32_t>> picks)
{
    Schedule schedule;
    schedule.m_mode = Mode::Recorded;
    schedule.m_planned = std::move(picks);
    std::sort(schedule.m_planned.begin(), schedule.m_planned.end());
    return schedule;
}

Schedule Schedule::byHand(std::vector<std::pair<std::uint64_t, std::uint32_t>> picks)
{
    Schedule schedule = recorded(std::move(picks));
    schedule.m_mode = Mode::ByHand;
    return schedule;
}

tl::expected<Schedule, std::string> Schedule::parse(std::string_view text)
{
    if (text == "default")
        return Schedule();
    if (text.substr(0, 5) == "seed:") {
        std::uint64_t seed = 0;
        if (!readNumber(text.substr(5), seed))
            return wrong("a seed is a whole number from 0 to 18446744073709551615", text.substr(5));
        return seeded(seed);
    }
    const bool isByHand = text.substr(0, 5) == "hand:";
    if (isByHand || text.substr(0, 2) == "p:") {
        auto picks = parsePicks(text.substr(text.find(':') + 1));
        if (!picks)
            return tl::unexpected(picks.error());
        return isByHand ? byHand(std::move(*picks)) : recorded(std::move(*picks));
    }
    return wrong("a schedule is \"default\", \"seed:42\", \"p:5=1,17=2\" or \"hand:5=1\", not", text);
}

std::uint32_t Schedule::choose(ChoiceKind kind, std::uint32_t options)
{
    assert(options >= 1);
    if (options == 1)
        return 0;
    if (m_mode == Mode::ByHand && (kind == ChoiceKind::WakeLatency || !isByHand()))
        return 0;
    const std::uint64_t number = m_count++;
    std::uint32_t answer = 0;
    if (m_mode == Mode::Seeded) {
        // The high half of a 32 x 32 bit product: uniform enough, and the same on every machine.
        answer = static_cast<std::uint32_t>(((nextRandom(m_random) >> 32) * options) >> 32);
    } else if (m_mode == Mode::Recorded || m_mode == Mode::ByHand) {
        while (m_next < m_planned.size() && m_planned[m_next].first < number)
            ++m_next;
        if (m_next < m_planned.size() && m_planned[m_next].first == number)
            answer = std::min(m_planned[m_next].second, options - 1);
    }
    if (m_mode == Mode::ByHand)
        m_asked.push_back({kind, options, answer});
    if (answer != 0)
        m_taken.emplace_back(number, answer);
    return answer;
}

std::string Schedule::text() const
{
    if (m_taken.empty() && m_mode != Mode::ByHand)
        return "default";
    std::string result = m_mode == Mode::ByHand ? "hand:" : "p:";
    for (const Pick& pick : m_taken) {
        if (result.back() != ':')
            result += ',';
        result += std::to_string(pick.first) + '=' + std::to_string(pick.second);
    }
    return result;
}

} // namespace il::machine
