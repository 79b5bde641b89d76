#include "pool/standing.h"

#include <algorithm>
#include <map>

namespace il::pool {

using trace::TaskId;
using trace::TaskState;
using trace::ThreadId;
using trace::ThreadState;
using trace::ThreadView;

namespace {

const ThreadView* threadOf(const trace::View& view, ThreadId thread)
{
    return thread < view.threads.size() ? &view.threads[thread] : nullptr;
}

bool exists(const trace::View& view, ThreadId thread)
{
    const ThreadView* t = threadOf(view, thread);
    return t && t->created <= view.now;
}

Doing doingOf(const trace::View& view, ThreadId thread)
{
    if (!exists(view, thread))
        return Doing::NotCreated;
    const ThreadView& t = view.threads[thread];
    const trace::ProcessView& process = view.processes[t.process];
    const bool processEnded =
        process.main == thread && t.process != 0 && process.state != trace::ProcessState::Running;
    if (processEnded && process.exitCode != 0)
        return Doing::Died;
    if (processEnded || t.state == ThreadState::Done)
        return Doing::Ended;
    if (t.task != trace::none)
        return Doing::Working;
    if (t.joined != trace::SimTime::never() && !t.working)
        return Doing::Ended;
    return t.working && t.state != ThreadState::New ? Doing::Idle : Doing::Starting;
}

/// The latest at that place who has been created, else the first one.
Worker sitting(const trace::View& view, const Place& place)
{
    Worker worker{place.front(), Doing::NotCreated, trace::none, 0, 0};
    for (std::size_t i = 0; i < place.size() && exists(view, place[i]); ++i) {
        worker.thread = place[i];
        worker.before = static_cast<int>(i);
    }
    worker.doing = doingOf(view, worker.thread);
    if (worker.doing == Doing::Working)
        worker.task = view.threads[worker.thread].task;
    return worker;
}

void count(Tally& tally, Fate fate, const trace::TaskView& task)
{
    tally.queued += fate != Fate::Absent;
    tally.finished += task.order > 0;
    tally.collected += fate == Fate::Collected;
    tally.failed += fate == Fate::Failed;
    tally.cancelled += fate == Fate::Cancelled;
    tally.lost += fate == Fate::Lost;
}

} // namespace

Fate fateOf(const trace::View& view, TaskId id)
{
    const trace::TaskView& task = view.tasks[id];
    switch (task.state) {
    case TaskState::Absent:
        return Fate::Absent;
    case TaskState::Queued:
        return Fate::Waiting;
    case TaskState::Running: {
        const Doing doing = task.worker == trace::noThread ? Doing::Working : doingOf(view, task.worker);
        return doing == Doing::Died || doing == Doing::Ended ? Fate::Lost : Fate::Running;
    }
    case TaskState::Finished:
        return task.raised ? Fate::Failed : Fate::Finished;
    case TaskState::Collected:
        return task.raised ? Fate::Failed : Fate::Collected;
    case TaskState::Cancelled:
        return Fate::Cancelled;
    case TaskState::Lost:
        return Fate::Lost;
    }
    return Fate::Absent;
}

Standing standingOf(const trace::Trace& trace, const trace::View& view, const Pool& pool)
{
    Standing standing;
    for (const Place& place : pool.places)
        standing.workers.push_back(sitting(view, place));
    std::map<std::uint32_t, ThreadId> takenBy; // chunks that a worker has begun
    for (const TaskId id : pool.tasks)
        if (view.tasks[id].worker != trace::noThread)
            takenBy[trace.tasks()[id].chunk] = view.tasks[id].worker;
    std::map<std::uint32_t, std::size_t> waiting; // chunk: its place in standing.waiting
    for (const TaskId id : pool.tasks) {
        const Fate fate = fateOf(view, id);
        count(standing.tally, fate, view.tasks[id]);
        if (fate != Fate::Waiting)
            continue;
        const std::uint32_t chunk = trace.tasks()[id].chunk;
        const auto taker = takenBy.find(chunk);
        if (taker != takenBy.end()) {
            for (Worker& worker : standing.workers)
                worker.rest += worker.thread == taker->second;
            continue;
        }
        ++standing.waitingTasks;
        const auto [at, isNew] = waiting.try_emplace(chunk, standing.waiting.size());
        if (isNew)
            standing.waiting.push_back({id, id, 0});
        standing.waiting[at->second].last = id;
        ++standing.waiting[at->second].count;
    }
    return standing;
}

} // namespace il::pool
