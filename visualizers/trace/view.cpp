#include "trace/view.h"

#include "trace/fold.h"

#include <algorithm>
#include <cassert>

namespace il::trace {

namespace fold {

SimTime uncounted(const View& view, SimTime since)
{
    return std::max(SimTime{}, view.now - std::max(since, view.carried));
}

namespace {

/// Whether work gets done in this state, rather than waited for.
bool getsOn(ThreadState state)
{
    return state == ThreadState::Running || state == ThreadState::Io || state == ThreadState::Sleeping;
}

} // namespace

void settleTask(const View& view, ThreadView& thread)
{
    if (thread.task != none && getsOn(thread.state))
        thread.served += uncounted(view, std::max(thread.since, thread.servedSince));
}

void settle(const View& view, ThreadView& thread)
{
    settleTask(view, thread);
    const SimTime stretch = uncounted(view, thread.since);
    switch (thread.state) {
    case ThreadState::Running:
        thread.ran += stretch;
        break;
    case ThreadState::WaitGil:
        thread.waitedGil += stretch;
        break;
    case ThreadState::Blocked:
        thread.waitedLocks += stretch;
        break;
    case ThreadState::Io:
        thread.waitedIo += stretch;
        break;
    case ThreadState::New:
    case ThreadState::Ready:
    case ThreadState::Sleeping:
    case ThreadState::Done:
        break;
    }
}

void settle(const View& view, ObjectView& object)
{
    if (object.owner != noThread)
        object.heldFor += uncounted(view, object.since);
}

void settle(const View& view, GilView& gil)
{
    if (gil.holder != noThread)
        gil.heldFor += uncounted(view, gil.since);
}

ThreadView& threadAt(View& view, ThreadId id)
{
    assert(id != noThread);
    if (id >= view.threads.size())
        view.threads.resize(id + 1u);
    return view.threads[id];
}

ObjectView* objectAt(View& view, ObjectId id)
{
    return id < view.objects.size() ? &view.objects[id] : nullptr;
}

VariableView* variableAt(View& view, VariableId id)
{
    return id < view.variables.size() ? &view.variables[id] : nullptr;
}

void run(View& view, const Event& event, const Trace& trace)
{
    switch (event.kind) {
    case EventKind::Output:
        ++view.outputs;
        break;
    case EventKind::Cue:
        view.cue = event.object;
        view.cueStep = static_cast<std::uint32_t>(trace.stepOf(view.events - 1));
        break;
    case EventKind::Deadlock:
        view.deadlock = event.object;
        break;
    case EventKind::RunEnded:
        view.ended = true;
        view.reason = static_cast<EndReason>(
            std::min(event.object, static_cast<std::uint32_t>(EndReason::ThreadLimit)));
        view.exitStatus = static_cast<int>(event.value);
        break;
    default:
        break;
    }
}

} // namespace fold

View initialView(const Trace& trace)
{
    constexpr int mostCores = 4096; // no picture shows more, and a damaged trace may claim any number
    View view;
    view.objects.resize(trace.objects().size());
    view.variables.resize(trace.variables().size());
    view.processes.resize(trace.processes().size());
    view.tasks.resize(trace.tasks().size());
    view.messages.resize(trace.messages().size());
    view.files.resize(trace.files().size());
    view.processes[0].state = ProcessState::Running;
    view.cores.assign(static_cast<std::size_t>(std::clamp(trace.info().cores, 0, mostCores)), noThread);
    for (ProcessView& process : view.processes)
        process.gil.exists = trace.hasGil();
    return view;
}

void apply(View& view, const Event& event, const Trace& trace)
{
    assert(event.time >= view.now);
    view.now = event.time;
    ++view.events;
    if (event.kind >= EventKind::MessagePut)
        return fold::messages(view, event);
    if (event.kind >= EventKind::FileOpened)
        return fold::files(view, event);
    if (event.kind >= EventKind::ProcessCreated)
        return fold::processes(view, event, trace);
    if (event.kind >= EventKind::Output)
        return fold::run(view, event, trace);
    if (event.thread == noThread)
        return;
    if (event.kind <= EventKind::Instruction)
        return fold::threads(view, event, trace);
    if (event.kind <= EventKind::GilWakeLost)
        return fold::gil(view, event);
    if (event.kind <= EventKind::WaitTimedOut)
        return fold::objects(view, event, trace);
    fold::data(view, event);
}

View advanced(View view, SimTime t)
{
    view.now = std::max(view.now, t);
    for (ThreadView& thread : view.threads)
        fold::settle(view, thread);
    for (ObjectView& object : view.objects)
        fold::settle(view, object);
    for (ProcessView& process : view.processes)
        fold::settle(view, process.gil);
    view.carried = view.now;
    return view;
}

} // namespace il::trace
