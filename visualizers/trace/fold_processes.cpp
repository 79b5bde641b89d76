#include "trace/fold.h"

#include <algorithm>

namespace il::trace::fold {

namespace {

ProcessView* processAt(View& view, std::uint32_t id)
{
    return id < view.processes.size() ? &view.processes[id] : nullptr;
}

void enter(const View& view, ProcessView& process, ProcessState state)
{
    process.state = state;
    process.since = view.now;
}

std::int64_t pidOf(const Trace& trace, std::uint32_t id)
{
    return id < trace.processes().size() ? trace.processes()[id].pid : 0;
}

void create(View& view, const Event& event, const Trace& trace, ProcessView& process)
{
    enter(view, process, ProcessState::Running);
    if (event.thread != noThread)
        process.parentPid = pidOf(trace, threadAt(view, event.thread).process);
}

void changeProcess(View& view, const Event& event, const Trace& trace)
{
    ProcessView* process = processAt(view, event.object);
    if (!process)
        return;
    switch (event.kind) {
    case EventKind::ProcessCreated:
        return create(view, event, trace, *process);
    case EventKind::ProcessExited:
        process->exitCode = static_cast<int>(event.value);
        return enter(view, *process, ProcessState::Zombie);
    case EventKind::ProcessReaped:
        return enter(view, *process, ProcessState::Reaped);
    case EventKind::ProcessAdopted:
        process->parentPid = event.value;
        process->orphan = true;
        break;
    case EventKind::SignalSent:
        process->signal = static_cast<int>(event.value);
        break;
    case EventKind::PagesCopied:
        process->pagesCopied = static_cast<std::uint32_t>(event.value);
        break;
    default:
        break;
    }
}

void endTask(const View& view, ThreadView& worker)
{
    settleTask(view, worker);
    worker.task = none;
}

void changeWorker(View& view, const Event& event)
{
    if (event.thread == noThread)
        return;
    ThreadView& worker = threadAt(view, event.thread);
    worker.working = event.kind == EventKind::WorkerJoined;
    (worker.working ? worker.joined : worker.left) = view.now;
    if (worker.working)
        worker.pool = event.object;
    else
        dropTask(view, worker);
}

/// Counts the pool's finished tasks in its object.
std::uint32_t nextOrder(View& view, ObjectId pool)
{
    ObjectView* object = objectAt(view, pool);
    return object ? static_cast<std::uint32_t>(++object->value) : 1;
}

void start(View& view, const Event& event, TaskView& task)
{
    task.state = TaskState::Running;
    task.worker = event.thread;
    task.started = view.now;
    if (event.thread == noThread)
        return;
    ThreadView& worker = threadAt(view, event.thread);
    endTask(view, worker);
    worker.task = event.object;
    worker.servedSince = view.now;
    worker.firstTask = std::min(worker.firstTask, view.now);
}

void finish(View& view, const Event& event, const Trace& trace, TaskView& task)
{
    task.order = nextOrder(view, trace.tasks()[event.object].pool);
    task.state = TaskState::Finished;
    task.finished = view.now;
    task.result = static_cast<StringId>(event.value);
    task.raised = (event.flags & 1) != 0;
    if (event.thread == noThread)
        return;
    ThreadView& worker = threadAt(view, event.thread);
    endTask(view, worker);
    ++worker.tasksDone;
    if (task.started != SimTime::never())
        worker.worked += view.now - task.started;
}

void collect(const View& view, const Event& event, TaskView& task)
{
    constexpr std::uint8_t cancelled = 2, lost = 4;
    task.state = (event.flags & cancelled) != 0 ? TaskState::Cancelled
                 : (event.flags & lost) != 0    ? TaskState::Lost
                                                : TaskState::Collected;
    task.collected = view.now;
}

void changeTask(View& view, const Event& event, const Trace& trace)
{
    if (event.object >= view.tasks.size())
        return;
    TaskView& task = view.tasks[event.object];
    switch (event.kind) {
    case EventKind::TaskQueued:
        task.state = TaskState::Queued;
        task.queued = view.now;
        break;
    case EventKind::TaskStarted:
        return start(view, event, task);
    case EventKind::TaskFinished:
        return finish(view, event, trace, task);
    default:
        return collect(view, event, task);
    }
}

} // namespace

void dropTask(const View& view, ThreadView& thread)
{
    if (thread.task != none)
        thread.worked += view.now - thread.servedSince;
    endTask(view, thread);
}

void processes(View& view, const Event& event, const Trace& trace)
{
    if (event.kind <= EventKind::PagesCopied)
        changeProcess(view, event, trace);
    else if (event.kind <= EventKind::WorkerLeft)
        changeWorker(view, event);
    else
        changeTask(view, event, trace);
}

} // namespace il::trace::fold
