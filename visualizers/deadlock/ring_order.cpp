#include "deadlock/plan.h"

#include "trace/census.h"

#include <algorithm>

namespace il::deadlock {

using trace::ObjectId;
using trace::ThreadId;

namespace {

std::vector<ObjectId> objectsOf(const Cast& cast, ThreadId thread)
{
    std::vector<ObjectId> found;
    for (const Bond& bond : cast.bonds)
        if (bond.thread == thread)
            found.push_back(bond.object);
    return found;
}

/// The other thread at `object`; noThread unless there are exactly two.
ThreadId across(const Cast& cast, ObjectId object, ThreadId from)
{
    ThreadId other = trace::noThread;
    int count = 0;
    for (const Bond& bond : cast.bonds) {
        if (bond.object != object)
            continue;
        ++count;
        if (bond.thread != from)
            other = bond.thread;
    }
    return count == 2 ? other : trace::noThread;
}

/// What the thread waits for last, so that arrows go round with the clock.
ObjectId firstStep(const trace::Trace& trace, const Cast& cast, ThreadId thread,
                   const std::vector<ObjectId>& two)
{
    const auto isOne = [&](ObjectId object) { return object == two[0] || object == two[1]; };
    for (const trace::DeadlockInfo& info : trace.deadlocks())
        for (const trace::WaitEdge& edge : info.edges)
            if (edge.thread == thread && isOne(edge.object))
                return edge.object;
    for (const trace::LockOrder& order : trace.census().lockOrders)
        if (order.thread == thread && isOne(order.first) && isOne(order.second))
            return order.second;
    return across(cast, two[0], thread) < across(cast, two[1], thread) ? two[0] : two[1];
}

} // namespace

RingOrder ringOrder(const trace::Trace& trace, const Cast& cast)
{
    const std::size_t count = cast.threads.size();
    const bool even = count >= 2 && cast.objects.size() == count && cast.bonds.size() == 2 * count;
    if (!even || cast.hiddenThreads > 0 || cast.hiddenObjects > 0)
        return {};
    RingOrder order;
    ThreadId thread = cast.threads.front();
    ObjectId came = trace::none;
    do {
        const std::vector<ObjectId> two = objectsOf(cast, thread);
        if (two.size() != 2)
            return {};
        const ObjectId next = came == trace::none ? firstStep(trace, cast, thread, two)
                              : two[0] == came    ? two[1]
                                                  : two[0];
        const ThreadId other = across(cast, next, thread);
        if (other == trace::noThread)
            return {};
        order.threads.push_back(thread);
        order.objects.push_back(next);
        thread = other;
        came = next;
    } while (thread != cast.threads.front() && order.threads.size() < count);
    const bool closed = thread == cast.threads.front() && order.threads.size() == count;
    return closed ? order : RingOrder{};
}

} // namespace il::deadlock
