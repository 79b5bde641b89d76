#include "trace/fold.h"

namespace il::trace {

ThreadState threadState(EventKind kind)
{
    switch (kind) {
    case EventKind::ThreadReady:
        return ThreadState::Ready;
    case EventKind::ThreadRunning:
        return ThreadState::Running;
    case EventKind::ThreadWaitGil:
        return ThreadState::WaitGil;
    case EventKind::ThreadBlocked:
        return ThreadState::Blocked;
    case EventKind::ThreadIo:
        return ThreadState::Io;
    case EventKind::ThreadSleeping:
        return ThreadState::Sleeping;
    case EventKind::ThreadDone:
        return ThreadState::Done;
    default:
        return ThreadState::New;
    }
}

namespace fold {

namespace {

bool isOwnable(ObjectKind kind)
{
    return kind == ObjectKind::Lock || kind == ObjectKind::RLock;
}

void freeCore(View& view, ThreadView& thread, ThreadId id)
{
    if (thread.core >= 0 && view.cores[static_cast<std::size_t>(thread.core)] == id)
        view.cores[static_cast<std::size_t>(thread.core)] = noThread;
    thread.core = -1;
}

/// A new announcement of the same state (a fresh timer, say) goes on with the same stretch.
void enter(View& view, ThreadId id, ThreadState state, ObjectId waitsFor)
{
    ThreadView& thread = threadAt(view, id);
    freeCore(view, thread, id);
    thread.native = false;
    thread.until = SimTime::never();
    if (thread.state == state && thread.waitsFor == waitsFor && state != ThreadState::New)
        return;
    settle(view, thread);
    if (thread.state == ThreadState::WaitGil && state != ThreadState::WaitGil)
        ++view.gilWaits;
    thread.state = state;
    thread.waitsFor = waitsFor;
    thread.since = view.now;
}

void takeCore(View& view, const Event& event)
{
    ThreadView& thread = threadAt(view, event.thread);
    thread.native = (event.flags & 1) != 0;
    if (event.value < 0 || event.value >= static_cast<std::int64_t>(view.cores.size()))
        return;
    thread.core = static_cast<int>(event.value);
    view.cores[static_cast<std::size_t>(thread.core)] = event.thread;
}

/// A wake-up that no LockWoken told is one all the same. Whoever was woken by something that can't be owned
/// is through with it when it runs; a lock's waiter only when it has got the lock.
void updateQueue(View& view, const Event& event, const Trace& trace)
{
    ThreadView& thread = threadAt(view, event.thread);
    const ObjectId object = thread.queuedAt;
    if (object == none)
        return;
    const bool runs = event.kind == EventKind::ThreadRunning && !isOwnable(trace.objects()[object].kind);
    if (runs || event.kind == EventKind::ThreadDone)
        leaveQueue(view, event.thread);
    else if (thread.state == ThreadState::Blocked && thread.waitsFor == object &&
             event.kind != EventKind::ThreadBlocked)
        joinWoken(view, event.thread, object);
}

void finish(ThreadView& thread, const Event& event)
{
    thread.failed = (event.flags & 1) != 0;
    thread.abandoned = (event.flags & 2) != 0;
    thread.stack.clear();
    thread.copies.clear();
    thread.poll.inside = thread.call.inside = false;
}

/// The process that a ThreadCreated event names; the first one when there is no such process.
ProcessId processOf(const View& view, const Event& event)
{
    const auto process = static_cast<std::uint64_t>(event.value) >> 16;
    return process < view.processes.size() ? static_cast<ProcessId>(process) : ProcessId{0};
}

void changeState(View& view, const Event& event, const Trace& trace)
{
    updateQueue(view, event, trace);
    const bool blocks = event.kind == EventKind::ThreadBlocked;
    enter(view, event.thread, threadState(event.kind), blocks ? event.object : none);
    ThreadView& thread = threadAt(view, event.thread);
    switch (event.kind) {
    case EventKind::ThreadCreated:
        thread.name = event.object;
        thread.created = view.now;
        thread.process = processOf(view, event);
        if (view.processes[thread.process].main == noThread)
            view.processes[thread.process].main = event.thread;
        thread.service = (event.flags & 1) != 0;
        thread.daemon = (event.flags & 2) != 0;
        break;
    case EventKind::ThreadRunning:
        takeCore(view, event);
        break;
    case EventKind::ThreadBlocked:
        joinWaiters(view, event.thread, event.object);
        [[fallthrough]];
    case EventKind::ThreadWaitGil:
    case EventKind::ThreadIo:
    case EventKind::ThreadSleeping:
        thread.armed = view.now;
        if (event.value >= 0)
            thread.until = {event.value};
        break;
    case EventKind::ThreadDone:
        dropTask(view, thread);
        finish(thread, event);
        break;
    default:
        break;
    }
}

/// `depth` counts the frames after the event, so a trace that starts in the middle still ends up right.
void setDepth(ThreadView& thread, std::int64_t depth)
{
    while (static_cast<std::int64_t>(thread.stack.size()) > depth && !thread.stack.empty())
        thread.stack.pop_back();
}

/// Those of functions that have returned. What they carried may have been returned with them.
void dropLocals(ThreadView& thread)
{
    for (PrivateCopy& copy : thread.copies)
        if (copy.local && copy.depth > thread.stack.size())
            copy.local.reset();
}

} // namespace

void threads(View& view, const Event& event, const Trace& trace)
{
    if (event.kind <= EventKind::ThreadDone)
        return changeState(view, event, trace);
    ThreadView& thread = threadAt(view, event.thread);
    if (event.kind == EventKind::Line) {
        thread.line = event.object;
        thread.file = static_cast<StringId>(event.value & 0xFFFFFFFF);
    } else if (event.kind == EventKind::Call) {
        setDepth(thread, event.value - 1);
        thread.stack.push_back(event.object);
    } else if (event.kind == EventKind::Return) {
        setDepth(thread, event.value);
        dropLocals(thread);
    }
}

void gil(View& view, const Event& event)
{
    GilView& gil = view.gil(threadAt(view, event.thread).process);
    switch (event.kind) {
    case EventKind::GilTaken:
        settle(view, gil);
        gil.holder = gil.lastHolder = event.thread;
        gil.since = view.now;
        gil.dropRequested = false;
        gil.requester = gil.forcedWaiter = noThread;
        gil.switches += event.flags & 1u;
        break;
    case EventKind::GilReleased:
        settle(view, gil);
        gil.holder = noThread;
        gil.since = view.now;
        gil.dropRequested = false;
        gil.requester = noThread;
        gil.forcedDrops += event.flags & 1u;
        break;
    case EventKind::GilDropRequested:
        gil.dropRequested = true;
        gil.requester = event.thread;
        break;
    case EventKind::GilForcedWait:
        gil.forcedWaiter = event.thread;
        break;
    case EventKind::GilWakeLost:
        ++gil.lostWakes;
        break;
    default:
        break;
    }
}

} // namespace fold

} // namespace il::trace
