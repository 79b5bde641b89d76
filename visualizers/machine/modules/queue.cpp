// queue.Queue, LifoQueue, PriorityQueue and SimpleQueue.
#include "machine/builtins/values.h"
#include "machine/modules/arguments.h"
#include "machine/modules/modules.h"

#include <algorithm>

namespace il::machine {

using trace::EventKind;
using trace::ObjectKind;

namespace {

using Style = SyncObject::Order;

template <Style style>
NativeResult make(Context& context, const Args& args)
{
    const Arguments a(context, args, "Queue", 1, 0, {"maxsize"});
    if (a.error())
        return *a.error();
    const std::int64_t limit = a.has(0) && a[0].isIntegral() ? std::max<std::int64_t>(a[0].asInt(), 0) : 0;
    const SyncId id = kernelOf(context).addObject(ObjectKind::Queue, 0, limit);
    kernelOf(context).object(id).order = style;
    return instance(context, args[0], id);
}

/// How long a call with these `block` and `timeout` parameters may wait: nothing, some time, or never() for
/// ever.
struct Patience {
    bool blocks = true;
    trace::SimTime duration = trace::SimTime::never();
    std::optional<NativeResult> error;
};

Patience patience(Context& context, const Arguments& a, std::size_t block, std::size_t time)
{
    Patience result;
    result.blocks = a.truth(block, true);
    const auto given = timeout(a[time]);
    if (!given)
        result.error = raise(context, Builtin::TypeError, "'timeout' must be a number or None");
    else if (result.blocks && given->ns < 0)
        result.error = raise(context, Builtin::ValueError, "'timeout' must be a non-negative number");
    else
        result.duration = *given;
    return result;
}

NativeResult putItem(Context& context, SyncId id, Value item, const Patience& patience)
{
    if (patience.error)
        return *patience.error;
    Kernel& kernel = kernelOf(context);
    const SyncObject& queue = kernel.object(id);
    const auto& items = kernel.state().queues[queue.items];
    if (queue.order == Style::Priority && !items.empty()) {
        const auto order = compare(context.heap, item, items.front());
        if (order != Order::Less && order != Order::Equal && order != Order::Greater)
            return raise(context, Builtin::TypeError,
                         "'<' not supported between instances of '" + typeName(context.heap, item) +
                             "' and '" + typeName(context.heap, items.front()) + '\'');
    }
    if (queue.limit == 0 || static_cast<std::int64_t>(items.size()) < queue.limit) {
        const bool wakes = !queue.waiters.empty();
        kernel.putItem(callerOf(context), id, item, context.now);
        return wakes ? kernel.pay(context, kernel.config().costs.syscall, Value::none()) : Value::none();
    }
    if (!patience.blocks)
        return raise(context, "queue", "Full");
    recordObject(context, EventKind::ObjectWait, id);
    Wait wait;
    wait.op = Op::Put;
    wait.object = id;
    wait.duration = patience.duration;
    wait.result = item;
    return parkAt(context, wait);
}

NativeResult getItem(Context& context, SyncId id, const Patience& patience)
{
    if (patience.error)
        return *patience.error;
    Kernel& kernel = kernelOf(context);
    SyncObject& queue = kernel.object(id);
    auto& items = kernel.state().queues[queue.items];
    if (!items.empty()) {
        const Value item = items.front();
        items.pop_front();
        kernel.objectValue(callerOf(context), id, static_cast<std::int64_t>(items.size()), context.now);
        const bool wakes = kernel.wakeOne(queue.putters, context.now, false);
        return wakes ? kernel.pay(context, kernel.config().costs.syscall, item) : NativeResult(item);
    }
    if (!patience.blocks)
        return raise(context, "queue", "Empty");
    recordObject(context, EventKind::ObjectWait, id);
    Wait wait;
    wait.op = Op::Get;
    wait.object = id;
    wait.duration = patience.duration;
    return parkAt(context, wait);
}

NativeResult put(Context& context, const Args& args)
{
    const Arguments a(context, args, "put", 1, 1, {"item", "block", "timeout"});
    if (a.error())
        return *a.error();
    return putItem(context, syncOf(context, args[0]), a[0], patience(context, a, 1, 2));
}

NativeResult putNowait(Context& context, const Args& args)
{
    const Arguments a(context, args, "put_nowait", 1, 1, {"item"});
    if (a.error())
        return *a.error();
    return putItem(context, syncOf(context, args[0]), a[0], {false, {}, {}});
}

NativeResult get(Context& context, const Args& args)
{
    const Arguments a(context, args, "get", 1, 0, {"block", "timeout"});
    if (a.error())
        return *a.error();
    return getItem(context, syncOf(context, args[0]), patience(context, a, 0, 1));
}

NativeResult getNowait(Context& context, const Args& args)
{
    return getItem(context, syncOf(context, args[0]), {false, {}, {}});
}

std::int64_t sizeOf(Context& context, Value self)
{
    Kernel& kernel = kernelOf(context);
    return static_cast<std::int64_t>(
        kernel.state().queues[kernel.object(syncOf(context, self)).items].size());
}

NativeResult qsize(Context& context, const Args& args)
{
    return Value::of(sizeOf(context, args[0]));
}

NativeResult empty(Context& context, const Args& args)
{
    return Value::of(sizeOf(context, args[0]) == 0);
}

NativeResult full(Context& context, const Args& args)
{
    const std::int64_t limit = kernelOf(context).object(syncOf(context, args[0])).limit;
    return Value::of(limit > 0 && sizeOf(context, args[0]) >= limit);
}

NativeResult unfinished(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).unfinished);
}

NativeResult maxsize(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).limit);
}

NativeResult taskDone(Context& context, const Args& args)
{
    Kernel& kernel = kernelOf(context);
    SyncObject& queue = kernel.object(syncOf(context, args[0]));
    if (queue.unfinished <= 0)
        return raise(context, Builtin::ValueError, "task_done() called too many times");
    if (--queue.unfinished > 0 || kernel.wakeAll(queue.joiners, context.now) == 0)
        return Value::none();
    return kernel.pay(context, kernel.config().costs.syscall, Value::none());
}

NativeResult joinQueue(Context& context, const Args& args)
{
    Wait wait;
    wait.op = Op::QueueJoin;
    wait.object = syncOf(context, args[0]);
    if (kernelOf(context).object(wait.object).unfinished == 0)
        return Value::none();
    recordObject(context, EventKind::ObjectWait, wait.object);
    return parkAt(context, wait);
}

template <Style style>
NativeType queueType(const char* name)
{
    return {name,
            Builtin::Kernel,
            {{"__new__", make<style>},
             {"put", put},
             {"get", get},
             {"put_nowait", putNowait},
             {"get_nowait", getNowait},
             {"qsize", qsize},
             {"empty", empty},
             {"full", full},
             {"_unfinished", unfinished},
             {"_maxsize", maxsize},
             {"task_done", taskDone},
             {"join", joinQueue}}};
}

} // namespace

NativeModule queueModule()
{
    return {"_queue",
            {},
            {queueType<Style::Fifo>("Queue"), queueType<Style::Lifo>("LifoQueue"),
             queueType<Style::Priority>("PriorityQueue"), queueType<Style::Fifo>("SimpleQueue")},
            nullptr};
}

} // namespace il::machine
