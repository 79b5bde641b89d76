#include "trace/why.h"

#include <algorithm>

namespace il::trace {

namespace {

/// What the trace says of the thread's wait in the latest deadlock; nullptr when it isn't in it.
const WaitEdge* deadEdge(const Trace& trace, const View& view, ThreadId thread)
{
    if (view.deadlock >= trace.deadlocks().size())
        return nullptr;
    const auto& edges = trace.deadlocks()[view.deadlock].edges;
    const auto edge =
        std::find_if(edges.begin(), edges.end(), [thread](const WaitEdge& e) { return e.thread == thread; });
    return edge == edges.end() ? nullptr : &*edge;
}

std::string_view lineText(const Trace& trace, std::uint32_t line)
{
    std::string_view rest = trace.info().source;
    for (; line > 1 && !rest.empty(); --line)
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    return rest.substr(0, rest.find('\n'));
}

/// A queue is waited for in three ways, which events don't tell apart before they are part of a deadlock.
WaitReason ofQueue(const Trace& trace, const View& view, ObjectId object, const ThreadView& thread)
{
    if (lineText(trace, thread.line).find(".join(") != std::string_view::npos)
        return WaitReason::TasksDone;
    const std::int64_t limit = trace.objects()[object].limit;
    return limit > 0 && view.objects[object].value >= limit ? WaitReason::Room : WaitReason::Item;
}

WaitReason reasonOf(const Trace& trace, const View& view, ObjectId object, const ThreadView& thread)
{
    switch (trace.objects()[object].kind) {
    case ObjectKind::Lock:
    case ObjectKind::RLock:
        return WaitReason::Lock;
    case ObjectKind::Condition:
        return WaitReason::Notify;
    case ObjectKind::Semaphore:
        return WaitReason::Semaphore;
    case ObjectKind::Event:
        return WaitReason::Event;
    case ObjectKind::Barrier:
        return WaitReason::Barrier;
    case ObjectKind::Queue:
        return ofQueue(trace, view, object, thread);
    case ObjectKind::ThreadEnd:
        return WaitReason::ThreadEnd;
    case ObjectKind::ProcessEnd:
        return WaitReason::ProcessEnd;
    case ObjectKind::Pool:
    case ObjectKind::Channel:
    case ObjectKind::Other:
        break;
    }
    return WaitReason::Other;
}

/// Of several threads with that name in a process one that isn't done is the likelier.
ThreadId named(const View& view, StringId name, ProcessId process)
{
    ThreadId found = noThread;
    for (std::size_t i = 0; i < view.threads.size(); ++i) {
        const ThreadView& thread = view.threads[i];
        const bool better = found == noThread || view.threads[found].state == ThreadState::Done;
        if (thread.name == name && thread.process == process && better)
            found = static_cast<ThreadId>(i);
    }
    return found;
}

/// The main thread of the process whose end a system call waits for.
ThreadId mainOf(const Trace& trace, const View& view, const CallView& call)
{
    const std::int64_t number = call.inside ? call.argument : -1;
    const auto processes = trace.processes();
    for (std::size_t i = 0; i < std::min(processes.size(), view.processes.size()); ++i)
        if (number > 0 && processes[i].pid == number)
            return view.processes[i].main;
    return noThread;
}

ThreadId holderOf(const Trace& trace, const View& view, const Cause& cause)
{
    if (const WaitEdge* edge = deadEdge(trace, view, cause.thread);
        edge != nullptr && edge->object == cause.object)
        return edge->holder;
    const StringId name = trace.objects()[cause.object].name;
    switch (cause.reason) {
    case WaitReason::Lock:
        return view.objects[cause.object].owner;
    case WaitReason::ThreadEnd:
        return named(view, name, view.threads[cause.thread].process);
    case WaitReason::ProcessEnd:
        return mainOf(trace, view, view.threads[cause.thread].call);
    default:
        return noThread;
    }
}

void addWait(Cause& cause, const Trace& trace, const View& view, const ThreadView& thread)
{
    cause.kind = CauseKind::Waits;
    cause.object = thread.waitsFor;
    cause.until = thread.until;
    if (cause.object >= view.objects.size() || cause.object >= trace.objects().size())
        return;
    const WaitEdge* edge = deadEdge(trace, view, cause.thread);
    cause.reason = edge != nullptr && edge->object == cause.object
                       ? edge->reason
                       : reasonOf(trace, view, cause.object, thread);
    const ObjectView& object = view.objects[cause.object];
    const auto& woken = object.woken;
    cause.woken = std::find(woken.begin(), woken.end(), cause.thread) != woken.end();
    cause.other = holderOf(trace, view, cause);
    if (cause.reason == WaitReason::Lock && cause.other != noThread) {
        cause.takenAt = object.since;
        cause.takenLine = object.takenLine;
    }
}

void addReady(Cause& cause, const View& view)
{
    const bool isFree = std::find(view.cores.begin(), view.cores.end(), noThread) != view.cores.end();
    cause.kind = isFree ? CauseKind::WakesUp : CauseKind::WaitsForCore;
    if (!isFree)
        cause.threads = view.cores;
}

void addGilWait(Cause& cause, const View& view, const ThreadView& thread)
{
    const GilView& gil = view.gil(thread.process);
    cause.kind = gil.forcedWaiter == cause.thread ? CauseKind::WaitsToSwitch : CauseKind::WaitsForGil;
    cause.other = gil.holder;
    cause.until = thread.until;
    if (gil.holder != noThread)
        cause.takenAt = gil.since;
}

void addRunning(Cause& cause, const View& view, const ThreadView& thread)
{
    cause.kind = CauseKind::Runs;
    cause.core = thread.core;
    cause.native = thread.native;
    cause.hasGil = view.gil(thread.process).exists && view.gil(thread.process).holder == cause.thread;
}

Cause causeOf(const Trace& trace, const View& view, ThreadId id)
{
    const ThreadView& thread = view.threads[id];
    Cause cause;
    cause.thread = id;
    cause.since = thread.since;
    cause.line = thread.line;
    switch (thread.state) {
    case ThreadState::New:
        cause.kind = CauseKind::NotStarted;
        break;
    case ThreadState::Ready:
        addReady(cause, view);
        break;
    case ThreadState::Running:
        addRunning(cause, view, thread);
        break;
    case ThreadState::WaitGil:
        addGilWait(cause, view, thread);
        break;
    case ThreadState::Blocked:
        addWait(cause, trace, view, thread);
        break;
    case ThreadState::Io:
        cause.kind = CauseKind::Io;
        cause.until = thread.until;
        cause.call = thread.call.inside ? thread.call.name : 0;
        break;
    case ThreadState::Sleeping:
        cause.kind = CauseKind::Sleeps;
        cause.until = thread.until;
        break;
    case ThreadState::Done:
        cause.failed = thread.failed;
        cause.abandoned = thread.abandoned;
        break;
    }
    return cause;
}

/// A deadlock has been told, this wait is part of it, and nobody in particular could end it.
bool isForEver(const Trace& trace, const View& view, const Cause& cause)
{
    const bool waits = cause.kind == CauseKind::Waits || cause.kind == CauseKind::Io;
    return waits && cause.until == SimTime::never() && deadEdge(trace, view, cause.thread) != nullptr;
}

bool isWaitForOther(const Cause& cause)
{
    const bool waits = cause.kind == CauseKind::Waits || cause.kind == CauseKind::WaitsForGil ||
                       cause.kind == CauseKind::WaitsToSwitch;
    return waits && cause.other != noThread;
}

Cause endOf(CauseKind kind, ThreadId thread)
{
    Cause cause;
    cause.kind = kind;
    cause.thread = thread;
    return cause;
}

} // namespace

std::vector<Cause> why(const Trace& trace, const View& view, ThreadId thread)
{
    std::vector<Cause> chain;
    std::vector<bool> passed(view.threads.size());
    while (thread < view.threads.size()) {
        if (passed[thread]) {
            chain.push_back(endOf(CauseKind::Circle, thread));
            break;
        }
        passed[thread] = true;
        chain.push_back(causeOf(trace, view, thread));
        const Cause& last = chain.back();
        if (isWaitForOther(last)) {
            thread = last.other;
            continue;
        }
        const ThreadId waiter = chain.size() > 1 ? chain[chain.size() - 2].thread : noThread;
        if (last.kind == CauseKind::Done && waiter != noThread &&
            chain[chain.size() - 2].reason == WaitReason::Lock) {
            chain.back().holds = true;
            chain.push_back(endOf(CauseKind::Never, waiter));
        } else if (isForEver(trace, view, last)) {
            chain.push_back(endOf(CauseKind::Never, thread));
        }
        break;
    }
    return chain;
}

} // namespace il::trace
