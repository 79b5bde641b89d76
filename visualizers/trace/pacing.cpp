#include "trace/pacing.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace il::trace {

bool isRoutine(EventKind kind)
{
    switch (kind) {
    case EventKind::Line:
    case EventKind::Call:
    case EventKind::Return:
    case EventKind::Instruction:
    case EventKind::VariableRead:
    case EventKind::VariableWritten:
    case EventKind::LocalWritten:
    case EventKind::FileOpened:
    case EventKind::FileClosed:
    case EventKind::FileReady:
    case EventKind::WatchChanged:
    case EventKind::BytesSent:
    case EventKind::CallEntered:
    case EventKind::CallReturned:
        return true;
    default:
        return false;
    }
}

namespace {

std::vector<SimTime> allSteps(const Trace& trace)
{
    std::vector<SimTime> times;
    times.reserve(trace.steps().size());
    for (const Step& step : trace.steps())
        times.push_back(step.time);
    return times;
}

std::vector<SimTime> tellingSteps(const Trace& trace)
{
    std::vector<SimTime> times;
    std::set<StringId> cues;
    auto lost = trace.lostUpdates().begin();
    for (std::uint32_t i = 0; i < trace.events().size(); ++i) {
        const Event& event = trace.events()[i];
        const bool loses = lost != trace.lostUpdates().end() && *lost == i;
        lost += loses ? 1 : 0;
        const bool repeatsCue = event.kind == EventKind::Cue && !cues.insert(event.object).second;
        if (loses || (!isRoutine(event.kind) && !repeatsCue))
            times.push_back(event.time);
    }
    return times;
}

/// Ascending, starting with 0, without repetitions.
std::vector<SimTime> tidied(std::vector<SimTime> times)
{
    times.insert(times.begin(), SimTime{});
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

std::vector<SimTime> everyNth(const std::vector<SimTime>& times, std::size_t n)
{
    std::vector<SimTime> some{times.front()};
    for (std::size_t i = n; i < times.size(); i += n)
        some.push_back(times[i]);
    if (some.back() != times.back())
        some.push_back(times.back());
    return some;
}

std::vector<SimTime> beatTimes(const Trace& trace, std::size_t most)
{
    std::vector<SimTime> times = tidied(allSteps(trace));
    if (times.size() > most)
        times = tidied(tellingSteps(trace));
    if (times.size() > most)
        times = everyNth(times, (times.size() + most - 2) / (most - 1));
    return times;
}

double medianGap(const std::vector<SimTime>& times)
{
    std::vector<std::int64_t> gaps;
    for (std::size_t i = 1; i < times.size(); ++i)
        gaps.push_back((times[i] - times[i - 1]).ns);
    if (gaps.empty())
        return 1;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return static_cast<double>(*middle);
}

} // namespace

Pacing::Pacing(const Trace& trace, PacingOptions options) : m_trace(trace)
{
    const double shortest = std::max(1.0, options.shortest.count());
    const double whole = std::max(4 * shortest, options.whole.count());
    const std::vector<SimTime> times = beatTimes(trace, static_cast<std::size_t>(whole / shortest));
    const double most = std::min(options.longest.count(), whole / static_cast<double>(times.size()));
    const double spread = std::max(0.0, most - shortest), typical = medianGap(times);
    double ms = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (i > 0) {
            const auto gap = static_cast<double>((times[i] - times[i - 1]).ns);
            ms += shortest + spread * (gap / (gap + 10 * typical));
        }
        m_beats.push_back({times[i], ms});
    }
    m_length = PresentationTime(ms + shortest);
}

SimTime Pacing::simTimeAt(PresentationTime presentation) const
{
    const double ms = presentation.count();
    if (!(ms > 0)) // NaN too
        return m_beats.front().time;
    const auto next = std::upper_bound(m_beats.begin(), m_beats.end(), ms,
                                       [](double t, const Beat& beat) { return t < beat.ms; });
    if (next == m_beats.end())
        return m_beats.back().time;
    const Beat& a = *std::prev(next);
    const double part = (ms - a.ms) / (next->ms - a.ms);
    return {a.time.ns + std::llround(part * static_cast<double>((next->time - a.time).ns))};
}

PresentationTime Pacing::presentationAt(SimTime time) const
{
    if (time <= SimTime{})
        return PresentationTime(0);
    const auto next = std::upper_bound(m_beats.begin(), m_beats.end(), time,
                                       [](SimTime t, const Beat& beat) { return t < beat.time; });
    if (next == m_beats.end())
        return PresentationTime(m_beats.back().ms);
    const Beat& a = *std::prev(next);
    const double part =
        static_cast<double>((time - a.time).ns) / static_cast<double>((next->time - a.time).ns);
    return PresentationTime(a.ms + part * (next->ms - a.ms));
}

PresentationTime Pacing::presentationAtStep(std::size_t k) const
{
    return presentationAt(m_trace.steps()[std::min(k, m_trace.steps().size() - 1)].time);
}

std::size_t Pacing::stepAt(PresentationTime presentation) const
{
    return m_trace.stepAt(simTimeAt(presentation));
}

} // namespace il::trace
