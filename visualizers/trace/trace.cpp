#include "trace/trace.h"

#include "trace/trace_data.h"

#include <algorithm>

namespace il::trace {

Trace::Trace()
{
    static const Trace empty = TraceBuilder().finish({});
    m_data = empty.m_data;
}

Trace::Trace(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

std::span<const Event> Trace::events() const
{
    return m_data->events;
}

std::span<const Step> Trace::steps() const
{
    return m_data->steps;
}

std::span<const ObjectInfo> Trace::objects() const
{
    return m_data->objects;
}

std::span<const VariableInfo> Trace::variables() const
{
    return m_data->variables;
}

const RunInfo& Trace::info() const
{
    return m_data->info;
}

std::string_view Trace::string(StringId id) const
{
    return id < m_data->strings.size() ? std::string_view(m_data->strings[id]) : std::string_view();
}

std::span<const ProcessInfo> Trace::processes() const
{
    return m_data->processes;
}

std::span<const FileInfo> Trace::files() const
{
    return m_data->files;
}

std::span<const MessageInfo> Trace::messages() const
{
    return m_data->messages;
}

std::span<const TaskInfo> Trace::tasks() const
{
    return m_data->tasks;
}

std::span<const DeadlockInfo> Trace::deadlocks() const
{
    return m_data->deadlocks;
}

std::span<const FileId> Trace::watchSet(std::uint32_t index) const
{
    return index < m_data->watchSets.size() ? std::span<const FileId>(m_data->watchSets[index])
                                            : std::span<const FileId>();
}

std::span<const Choice> Trace::choices() const
{
    return m_data->choices;
}

std::size_t Trace::stepBefore(const Choice& choice) const
{
    const auto& steps = m_data->steps;
    const auto after = std::upper_bound(steps.begin(), steps.end(), choice.event,
                                        [](std::uint32_t i, const Step& s) { return i < s.end; });
    return after == steps.begin() ? 0 : static_cast<std::size_t>(after - steps.begin()) - 1;
}

std::span<const SimTime> Trace::gilWaits() const
{
    return m_data->gilWaits;
}

std::span<const std::uint32_t> Trace::lostUpdates() const
{
    return m_data->lostUpdates;
}

bool Trace::hasGil() const
{
    return m_data->hasGil;
}

const Census& Trace::census() const
{
    return m_data->census;
}

SimTime Trace::duration() const
{
    return m_data->events.empty() ? SimTime{} : m_data->events.back().time;
}

View Trace::viewAfter(std::uint32_t events) const
{
    const auto& checkpoints = m_data->checkpoints;
    const auto next = std::upper_bound(checkpoints.begin(), checkpoints.end(), events,
                                       [](std::uint32_t n, const View& view) { return n < view.events; });
    View view = *std::prev(next);
    while (view.events < events)
        apply(view, m_data->events[view.events], *this);
    return view;
}

View Trace::at(SimTime t) const
{
    const auto end = std::upper_bound(m_data->events.begin(), m_data->events.end(), t,
                                      [](SimTime time, const Event& event) { return time < event.time; });
    const SimTime now = std::clamp(t, SimTime{}, duration());
    return advanced(viewAfter(static_cast<std::uint32_t>(end - m_data->events.begin())), now);
}

View Trace::atStep(std::size_t k) const
{
    const Step& step = m_data->steps[std::min(k, m_data->steps.size() - 1)];
    return advanced(viewAfter(step.end), step.time);
}

std::size_t Trace::stepAt(SimTime t) const
{
    const auto& steps = m_data->steps;
    const auto next = std::upper_bound(steps.begin(), steps.end(), t,
                                       [](SimTime time, const Step& step) { return time < step.time; });
    return next == steps.begin() ? 0 : static_cast<std::size_t>(next - steps.begin()) - 1;
}

std::size_t Trace::stepOf(std::uint32_t index) const
{
    const auto& steps = m_data->steps;
    const auto step = std::upper_bound(steps.begin(), steps.end(), index,
                                       [](std::uint32_t i, const Step& s) { return i < s.end; });
    return std::min(static_cast<std::size_t>(step - steps.begin()), steps.size() - 1);
}

} // namespace il::trace
