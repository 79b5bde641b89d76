#include "trace/pool_figures.h"

#include "trace/census.h"

#include <algorithm>
#include <cmath>

namespace il::trace {

namespace {

struct Span {
    SimTime from = SimTime::never(), to;
};

/// When the task ended; never while it is open.
SimTime endOf(const View& view, TaskId id)
{
    const TaskView& task = view.tasks[id];
    if (task.finished != SimTime::never() || task.collected != SimTime::never())
        return std::min(task.finished, task.collected);
    if (isOpen(view, id))
        return SimTime::never();
    return task.worker < view.threads.size() ? view.threads[task.worker].since : view.now;
}

SimTime presenceOf(const ThreadView& thread, const Span& span)
{
    const SimTime end = std::min(thread.left, span.to);
    return std::max(SimTime{}, end - std::max(thread.created, span.from));
}

SimTime busyOf(const View& view, const ThreadView& thread)
{
    return thread.task == none ? thread.worked : thread.worked + (view.now - thread.servedSince);
}

} // namespace

bool isOpen(const View& view, TaskId id)
{
    const TaskView& task = view.tasks[id];
    if (task.state == TaskState::Queued)
        return true;
    const bool alive =
        task.worker >= view.threads.size() || view.threads[task.worker].state != ThreadState::Done;
    return task.state == TaskState::Running && alive;
}

std::optional<double> PoolFigures::speedUp() const
{
    if (elapsed.ns <= 0)
        return std::nullopt;
    return static_cast<double>(work.ns) / static_cast<double>(elapsed.ns);
}

std::optional<int> PoolFigures::busyPercent() const
{
    if (presence.ns <= 0)
        return std::nullopt;
    return static_cast<int>(
        std::lround(100.0 * static_cast<double>(busy.ns) / static_cast<double>(presence.ns)));
}

PoolFigures poolFigures(const Trace& trace, const View& view, ObjectId pool)
{
    PoolFigures figures;
    Span span;
    for (TaskId id = 0; id < view.tasks.size(); ++id) {
        if (trace.tasks()[id].pool != pool || view.tasks[id].state == TaskState::Absent)
            continue;
        ++figures.tasks;
        span.from = std::min(span.from, view.tasks[id].queued);
        span.to = std::max(span.to, std::min(endOf(view, id), view.now));
    }
    SimTime toFirst;
    int started = 0;
    for (const WorkerCensus& worker : trace.census().workers) {
        if (worker.pool != pool || worker.thread >= view.threads.size() || worker.created > view.now)
            continue;
        const ThreadView& thread = view.threads[worker.thread];
        ++figures.workers;
        figures.work += thread.served;
        figures.busy += busyOf(view, thread);
        figures.presence += figures.tasks > 0 ? presenceOf(thread, span) : SimTime{};
        if (thread.firstTask == SimTime::never())
            continue;
        toFirst += thread.firstTask - thread.created;
        ++started;
    }
    if (figures.tasks > 0)
        figures.elapsed = span.to - span.from;
    if (started > 0)
        figures.toFirstTask = SimTime{toFirst.ns / started};
    return figures;
}

} // namespace il::trace
