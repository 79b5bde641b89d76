// The state of the things that threads wait for.
#include "machine/builtins/values.h"
#include "machine/kernel/kernel.h"

#include <algorithm>
#include <cassert>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::ObjectKind;
using trace::SimTime;
using trace::ThreadId;

namespace {

const char* kindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Lock:
        return "Lock";
    case ObjectKind::RLock:
        return "RLock";
    case ObjectKind::Condition:
        return "Condition";
    case ObjectKind::Semaphore:
        return "Semaphore";
    case ObjectKind::Event:
        return "Event";
    case ObjectKind::Barrier:
        return "Barrier";
    case ObjectKind::Queue:
        return "Queue";
    case ObjectKind::ThreadEnd:
        return "Thread end";
    case ObjectKind::Pool:
        return "Pool";
    case ObjectKind::ProcessEnd:
        return "Process end";
    case ObjectKind::Channel:
        return "Channel";
    case ObjectKind::Other:
        return "Object";
    }
    return "Object";
}

/// PyMutex (3.13): a waiter that has been blocked for longer than this gets the lock handed over.
constexpr SimTime fairAfter = trace::milliseconds(1);

} // namespace

SyncId Kernel::addObject(ObjectKind kind, std::int64_t value, std::int64_t limit)
{
    SyncObject object;
    object.kind = kind;
    object.value = value;
    object.limit = limit;
    const std::uint32_t number = ++s.objectCounts[static_cast<std::size_t>(kind)];
    object.name = std::string(kindName(kind)) + '-' + std::to_string(number);
    if (kind == ObjectKind::Queue) {
        object.items = static_cast<std::uint32_t>(s.queues.size());
        s.queues.emplace_back();
    }
    if (m_builder)
        object.traceId = m_builder->addObject({kind, m_builder->intern(object.name), limit});
    s.objects.push_back(std::move(object));
    return static_cast<SyncId>(s.objects.size() - 1);
}

trace::ObjectId Kernel::traceOf(SyncId id)
{
    SyncObject& object = s.objects[id];
    if (object.traceId == trace::none && m_builder)
        object.traceId = m_builder->addObject({object.kind, m_builder->intern(object.name), object.limit});
    return object.traceId;
}

bool Kernel::tryAcquire(ThreadId thread, SyncId id, SimTime now)
{
    SyncObject& lock = s.objects[id];
    const Wait& wait = s.threads[thread].wait;
    if (lock.owner == noThread && lock.depth == 0) {
        lock.owner = thread;
        lock.depth = wait.op == Op::Relock ? wait.depth : 1;
        lock.takenLine = lineOf(thread);
    } else if (lock.kind == ObjectKind::RLock && lock.owner == thread) {
        ++lock.depth;
    } else {
        return false;
    }
    record(now, EventKind::LockAcquired, thread, traceOf(id), lock.depth);
    return true;
}

bool Kernel::releaseLock(ThreadId thread, SyncId id, std::uint32_t levels, SimTime now)
{
    SyncObject& lock = s.objects[id];
    assert(lock.depth >= levels);
    if (lock.owner != thread && !s.rings.empty())
        breakRings(id);
    lock.depth -= levels;
    record(now, EventKind::LockReleased, thread, traceOf(id), lock.depth);
    if (lock.depth > 0)
        return false;
    lock.owner = noThread;
    if (lock.waiters.empty())
        return false;
    const bool pyMutex = m_config.version.text.substr(0, 4) == "3.13";
    const ThreadId first = lock.waiters.first;
    const SimTime begun = s.threads[first].wait.begun;
    const bool handOver = pyMutex && !lock.shared && begun != SimTime::never() && now - begun > fairAfter;
    if (!handOver)
        return wakeOne(lock.waiters, now, true);
    lock.waiters.remove(s.waitLinks, first);
    record(now, EventKind::LockWoken, first, traceOf(id));
    tryAcquire(first, id, now);
    wake(first, now);
    return true;
}

void Kernel::objectValue(ThreadId thread, SyncId id, std::int64_t value, SimTime now)
{
    SyncObject& object = s.objects[id];
    if (object.kind == ObjectKind::Semaphore)
        trace::countUnits(object.takers, {thread, lineOf(thread)}, object.value, value, object.limit);
    object.value = value;
    record(now, EventKind::ObjectValue, thread, traceOf(id), value);
}

void Kernel::putItem(ThreadId thread, SyncId id, Value item, SimTime now)
{
    SyncObject& queue = s.objects[id];
    std::deque<Value>& items = s.queues[queue.items];
    const Heap& heap = processOf(thread).memory.heap;
    if (queue.order == SyncObject::Order::Fifo)
        items.push_back(item);
    else if (queue.order == SyncObject::Order::Lifo)
        items.push_front(item);
    else
        items.insert(
            std::upper_bound(items.begin(), items.end(), item,
                             [&heap](Value a, Value b) { return compare(heap, a, b) == Order::Less; }),
            item);
    ++queue.unfinished;
    objectValue(thread, id, static_cast<std::int64_t>(items.size()), now);
    wakeOne(queue.waiters, now, false);
}

/// Everybody who waits there raises BrokenBarrierError.
void Kernel::breakBarrier(SyncId id, SimTime now)
{
    SyncObject& barrier = s.objects[id];
    barrier.broken = true;
    barrier.value = 0;
    for (ThreadId thread = barrier.waiters.first; thread != noThread; thread = s.waitLinks[thread].after)
        s.threads[thread].wait.outcome = true;
    wakeAll(barrier.waiters, now);
}

} // namespace il::machine
