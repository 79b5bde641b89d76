#include "trace/fold.h"

#include <algorithm>

namespace il::trace::fold {

namespace {

bool contains(const std::vector<ThreadId>& threads, ThreadId id)
{
    return std::find(threads.begin(), threads.end(), id) != threads.end();
}

/// The owner, if there is one, has it no longer.
void disown(View& view, ObjectView& object, ObjectId id)
{
    if (object.owner == noThread)
        return;
    settle(view, object);
    std::erase(threadAt(view, object.owner).holds, id);
    object.owner = noThread;
    object.depth = 0;
    object.takenLine = 0;
    object.since = view.now;
}

void acquire(View& view, const Event& event, const Trace& trace)
{
    ObjectView& object = view.objects[event.object];
    leaveQueue(view, event.thread);
    const bool again = object.owner == event.thread;
    if (!again) {
        ++object.acquisitions;
        ++threadAt(view, event.thread).acquisitions;
    }
    if (!hasOwner(trace.objects()[event.object].kind))
        return;
    if (!again) {
        disown(view, object, event.object);
        object.owner = event.thread;
        object.since = view.now;
        object.takenLine = threadAt(view, event.thread).line;
        threadAt(view, event.thread).holds.push_back(event.object);
    }
    object.depth = static_cast<std::uint32_t>(std::max<std::int64_t>(event.value, 1));
}

void release(View& view, const Event& event)
{
    ObjectView& object = view.objects[event.object];
    if (object.owner != noThread && object.owner != event.thread)
        ++object.takenAway;
    if (event.value > 0)
        object.depth = static_cast<std::uint32_t>(event.value);
    else
        disown(view, object, event.object);
}

void request(View& view, const Event& event)
{
    if (event.value == 0)
        return;
    ++view.objects[event.object].contended;
    joinWaiters(view, event.thread, event.object);
}

/// A semaphore's first event gives it its initial value; nobody takes anything with that.
void setValue(View& view, const Event& event, const Trace& trace)
{
    ObjectView& object = view.objects[event.object];
    const ObjectInfo& info = trace.objects()[event.object];
    if (info.kind == ObjectKind::Semaphore)
        countUnits(object.takers, {event.thread, threadAt(view, event.thread).line}, object.value,
                   event.value, info.limit);
    object.value = event.value;
}

bool eraseFirst(std::vector<ThreadId>& threads, ThreadId id)
{
    const auto found = std::find(threads.begin(), threads.end(), id);
    if (found == threads.end())
        return false;
    threads.erase(found);
    return true;
}

/// Who waits for a condition looks again afterwards: what it has read, and keeps in no variable, is done
/// with.
void forget(View& view, ThreadId id)
{
    std::vector<PrivateCopy>& copies = threadAt(view, id).copies;
    std::erase_if(copies, [&](const PrivateCopy& copy) {
        if (copy.local)
            return false;
        if (VariableView* variable = variableAt(view, copy.variable))
            std::erase(variable->readers, id);
        return true;
    });
}

} // namespace

/// It is in one of the two lists; mostly near the front, for most queues are fair.
void leaveQueue(View& view, ThreadId id)
{
    ThreadView& thread = threadAt(view, id);
    if (ObjectView* object = objectAt(view, thread.queuedAt)) {
        if (!eraseFirst(object->woken, id))
            eraseFirst(object->waiters, id);
    }
    thread.queuedAt = none;
}

void joinWaiters(View& view, ThreadId id, ObjectId object)
{
    ObjectView* target = objectAt(view, object);
    if (!target || (threadAt(view, id).queuedAt == object && contains(target->waiters, id)))
        return;
    leaveQueue(view, id);
    target->waiters.push_back(id);
    threadAt(view, id).queuedAt = object;
}

void joinWoken(View& view, ThreadId id, ObjectId object)
{
    ObjectView* target = objectAt(view, object);
    if (!target || (threadAt(view, id).queuedAt == object && contains(target->woken, id)))
        return;
    leaveQueue(view, id);
    target->woken.push_back(id);
    threadAt(view, id).queuedAt = object;
}

void objects(View& view, const Event& event, const Trace& trace)
{
    threadAt(view, event.thread);
    ObjectView* object = objectAt(view, event.object);
    if (!object)
        return;
    switch (event.kind) {
    case EventKind::LockRequested:
        request(view, event);
        break;
    case EventKind::LockAcquired:
        acquire(view, event, trace);
        break;
    case EventKind::LockReleased:
        release(view, event);
        break;
    case EventKind::LockWoken:
        joinWoken(view, event.thread, event.object);
        break;
    case EventKind::ObjectWait:
        if (event.object < trace.objects().size() &&
            trace.objects()[event.object].kind == ObjectKind::Condition)
            forget(view, event.thread);
        joinWaiters(view, event.thread, event.object);
        break;
    case EventKind::ObjectValue:
        setValue(view, event, trace);
        break;
    case EventKind::WaitTimedOut:
        leaveQueue(view, event.thread);
        break;
    default:
        break;
    }
}

} // namespace il::trace::fold
