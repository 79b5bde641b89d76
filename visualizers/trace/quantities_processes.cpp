// Queries about processes, pools and tasks.
#include "trace/census.h"
#include "trace/pool_figures.h"
#include "trace/quantities.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace il::trace {

namespace {

std::int64_t number(std::int64_t count)
{
    return count;
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<std::int64_t> asNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

const char* stateName(ProcessState state)
{
    switch (state) {
    case ProcessState::Absent:
        return "absent";
    case ProcessState::Running:
        return "running";
    case ProcessState::Zombie:
        return "zombie";
    case ProcessState::Reaped:
        return "reaped";
    }
    return "";
}

template <typename Condition>
std::int64_t countTasks(const View& view, Condition condition)
{
    return std::count_if(view.tasks.begin(), view.tasks.end(), condition);
}

bool isLost(const View& view, const TaskView& task)
{
    const bool dead =
        task.worker < view.threads.size() && view.threads[task.worker].state == ThreadState::Done;
    return task.state == TaskState::Lost || (task.state == TaskState::Running && dead);
}

} // namespace

std::optional<QueryResult> Quantities::plainOfProcesses(std::string_view name) const
{
    if (name == "processes")
        return number(
            std::count_if(m_view.processes.begin(), m_view.processes.end(),
                          [](const auto& process) { return process.state != ProcessState::Absent; }));
    if (name == "failed")
        return number(countTasks(m_view, [](const TaskView& task) { return task.raised; }));
    if (name == "cancelled")
        return number(
            countTasks(m_view, [](const TaskView& task) { return task.state == TaskState::Cancelled; }));
    if (name == "lost_tasks")
        return number(countTasks(m_view, [&](const TaskView& task) { return isLost(m_view, task); }));
    if (isOneOf(name, {"workers", "tasks", "speedup", "busy"}))
        return ofPool(name, {});
    return std::nullopt;
}

std::optional<QueryResult> Quantities::ofProcesses(std::string_view name, std::string_view argument) const
{
    if (isOneOf(name, {"workers", "tasks", "speedup", "busy"}))
        return ofPool(name, argument);
    if (isOneOf(name, {"tasks_done", "started"})) {
        const auto id = worker(argument);
        if (!id)
            return tl::unexpected(id.error());
        const ThreadView thread = *id < m_view.threads.size() ? m_view.threads[*id] : ThreadView{};
        if (name == "tasks_done")
            return number(thread.tasksDone);
        return Duration{thread.created.ns};
    }
    if (!isOneOf(name, {"exit_code", "process_state", "signal"}))
        return std::nullopt;
    const auto id = process(argument);
    if (!id)
        return tl::unexpected(id.error());
    const ProcessView& process = m_view.processes[*id];
    if (name == "process_state")
        return std::string(stateName(process.state));
    return number(name == "signal" ? process.signal : process.exitCode);
}

tl::expected<ProcessId, std::string> Quantities::process(std::string_view name) const
{
    const auto processes = m_trace.processes();
    const auto value = asNumber(name);
    for (std::size_t i = 0; i < processes.size(); ++i)
        if (m_trace.string(processes[i].name) == name || (value && processes[i].pid == *value))
            return static_cast<ProcessId>(i);
    if (value && *value >= 0 && *value < static_cast<std::int64_t>(processes.size()))
        return static_cast<ProcessId>(*value);
    return tl::unexpected("no process of this run is called \"" + std::string(name) +
                          "\"; use its name, its pid or its number (1 is the first child)");
}

tl::expected<ThreadId, std::string> Quantities::worker(std::string_view name) const
{
    const auto id = process(name);
    if (!id)
        return thread(name);
    const auto& mains = m_trace.census().mains;
    return *id < mains.size() ? mains[*id] : noThread;
}

QueryResult Quantities::ofPool(std::string_view name, std::string_view argument) const
{
    const auto objects = m_trace.objects();
    const auto at = std::find_if(objects.begin(), objects.end(), [&](const ObjectInfo& object) {
        return object.kind == ObjectKind::Pool &&
               (argument.empty() || m_trace.string(object.name) == argument);
    });
    if (at == objects.end())
        return tl::unexpected(argument.empty()
                                  ? std::string("this run has no pool")
                                  : "no pool of this run is called \"" + std::string(argument) + "\"");
    const PoolFigures figures = poolFigures(m_trace, m_view, static_cast<ObjectId>(at - objects.begin()));
    if (name == "workers")
        return number(figures.workers);
    if (name == "tasks")
        return number(figures.tasks);
    if (name == "busy")
        return number(figures.busyPercent().value_or(0));
    return std::round(100 * figures.speedUp().value_or(0.0)) / 100; // more digits would be noise
}

} // namespace il::trace
