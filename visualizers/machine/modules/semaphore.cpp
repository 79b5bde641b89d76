// threading.Semaphore, BoundedSemaphore, Event and Barrier.
#include "machine/modules/locking.h"
#include "machine/modules/modules.h"

#include <algorithm>

namespace il::machine {

using trace::EventKind;
using trace::ObjectKind;

namespace {

template <bool bounded>
NativeResult makeSemaphore(Context& context, const Args& args)
{
    const Arguments a(context, args, bounded ? "BoundedSemaphore" : "Semaphore", 1, 0, {"value"});
    if (a.error())
        return *a.error();
    const std::int64_t value = a.has(0) && a[0].isIntegral() ? a[0].asInt() : 1;
    if (value < 0)
        return raise(context, Builtin::ValueError, "semaphore initial value must be >= 0");
    Kernel& kernel = kernelOf(context);
    const SyncId id = kernel.addObject(ObjectKind::Semaphore, value, value);
    kernel.object(id).bounded = bounded;
    recordObject(context, EventKind::ObjectValue, id, value);
    return instance(context, args[0], id);
}

} // namespace

NativeResult downSemaphore(Context& context, SyncId id, bool blocking, trace::SimTime duration)
{
    Kernel& kernel = kernelOf(context);
    if (kernel.object(id).value > 0) {
        kernel.objectValue(callerOf(context), id, kernel.object(id).value - 1, context.now);
        return Value::of(true);
    }
    if (!blocking)
        return Value::of(false);
    recordObject(context, EventKind::ObjectWait, id);
    Wait wait;
    wait.op = Op::Down;
    wait.object = id;
    wait.duration = duration;
    return parkAt(context, wait);
}

namespace {

NativeResult acquireSemaphore(Context& context, const Args& args)
{
    const Arguments a(context, args, "acquire", 1, 0, {"blocking", "timeout"});
    if (a.error())
        return *a.error();
    const auto duration = timeout(a[1]);
    if (!duration)
        return raise(context, Builtin::TypeError, "'timeout' must be a number or None");
    const bool blocking = a.truth(0, true);
    if (!blocking && *duration != trace::SimTime::never())
        return raise(context, Builtin::ValueError, "can't specify timeout for non-blocking acquire");
    return downSemaphore(context, syncOf(context, args[0]), blocking, std::max(*duration, trace::SimTime{}));
}

NativeResult enterSemaphore(Context& context, const Args& args)
{
    return downSemaphore(context, syncOf(context, args[0]), true, trace::SimTime::never());
}

} // namespace

NativeResult upSemaphore(Context& context, SyncId id, std::int64_t n)
{
    Kernel& kernel = kernelOf(context);
    const SyncObject& object = kernel.object(id);
    if (n < 1)
        return raise(context, Builtin::ValueError, "n must be one or more");
    if (object.bounded && object.value + n > object.limit)
        return raise(context, Builtin::ValueError, "Semaphore released too many times");
    kernel.objectValue(callerOf(context), id, object.value + n, context.now);
    std::int64_t woken = 0;
    while (woken < n && kernel.wakeOne(kernel.object(id).waiters, context.now, false))
        ++woken;
    if (woken == 0)
        return Value::none();
    return kernel.pay(context, kernel.config().costs.syscall * woken, Value::none());
}

namespace {

NativeResult releaseSemaphore(Context& context, const Args& args)
{
    const Arguments a(context, args, "release", 1, 0, {"n"});
    if (a.error())
        return *a.error();
    return upSemaphore(context, syncOf(context, args[0]), a.has(0) && a[0].isIntegral() ? a[0].asInt() : 1);
}

NativeResult exitSemaphore(Context& context, const Args& args)
{
    return upSemaphore(context, syncOf(context, args[0]), 1);
}

NativeResult makeEvent(Context& context, const Args& args)
{
    return instance(context, args[0], kernelOf(context).addObject(ObjectKind::Event, 0, 0));
}

NativeResult isSet(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).value != 0);
}

NativeResult setEvent(Context& context, const Args& args)
{
    Kernel& kernel = kernelOf(context);
    const SyncId id = syncOf(context, args[0]);
    kernel.objectValue(callerOf(context), id, 1, context.now);
    const std::uint32_t count = kernel.object(id).waiters.size;
    if (count == 0)
        return Value::none();
    recordObject(context, EventKind::ObjectNotify, id, count);
    kernel.wakeAll(kernel.object(id).waiters, context.now);
    return kernel.pay(context, kernel.config().costs.syscall * count, Value::none());
}

NativeResult clearEvent(Context& context, const Args& args)
{
    kernelOf(context).objectValue(callerOf(context), syncOf(context, args[0]), 0, context.now);
    return Value::none();
}

NativeResult waitEvent(Context& context, const Args& args)
{
    const Arguments a(context, args, "wait", 1, 0, {"timeout"});
    if (a.error())
        return *a.error();
    const auto duration = timeout(a[0]);
    if (!duration)
        return raise(context, Builtin::TypeError, "'timeout' must be a number or None");
    Wait wait;
    wait.op = Op::EventWait;
    wait.object = syncOf(context, args[0]);
    wait.duration = std::max(*duration, trace::SimTime{});
    if (kernelOf(context).object(wait.object).value != 0)
        return Value::of(true);
    recordObject(context, EventKind::ObjectWait, wait.object);
    return parkAt(context, wait);
}

NativeResult makeBarrier(Context& context, const Args& args)
{
    const Arguments a(context, args, "Barrier", 1, 1, {"parties", "action", "timeout"});
    if (a.error())
        return *a.error();
    const std::int64_t parties = a[0].isIntegral() ? a[0].asInt() : 0;
    if (parties < 1)
        return raise(context, Builtin::ValueError, "parties must be > 0");
    return instance(context, args[0], kernelOf(context).addObject(ObjectKind::Barrier, 0, parties));
}

/// Barrier._wait(timeout): the number of the caller, from 0; the last one only gets its number and must call
/// _release() or abort().
NativeResult waitBarrier(Context& context, const Args& args)
{
    const auto duration = timeout(args.size() > 1 ? args[1] : Value{});
    if (!duration)
        return raise(context, Builtin::TypeError, "'timeout' must be a number or None");
    Kernel& kernel = kernelOf(context);
    const SyncId id = syncOf(context, args[0]);
    const SyncObject& barrier = kernel.object(id);
    if (barrier.broken)
        return raise(context, "threading", "BrokenBarrierError");
    const std::int64_t number = barrier.value;
    kernel.objectValue(callerOf(context), id, number + 1, context.now);
    if (number + 1 == barrier.limit)
        return Value::of(number);
    recordObject(context, EventKind::ObjectWait, id);
    Wait wait;
    wait.op = Op::BarrierWait;
    wait.object = id;
    wait.number = number;
    wait.duration = std::max(*duration, trace::SimTime{});
    return parkAt(context, wait);
}

NativeResult releaseBarrier(Context& context, const Args& args)
{
    Kernel& kernel = kernelOf(context);
    const SyncId id = syncOf(context, args[0]);
    const std::uint32_t count = kernel.object(id).waiters.size;
    recordObject(context, EventKind::ObjectNotify, id, count);
    kernel.objectValue(callerOf(context), id, 0, context.now);
    kernel.wakeAll(kernel.object(id).waiters, context.now);
    return kernel.pay(context, kernel.config().costs.syscall * std::max(count, 1u), Value::none());
}

NativeResult abortBarrier(Context& context, const Args& args)
{
    Kernel& kernel = kernelOf(context);
    kernel.breakBarrier(syncOf(context, args[0]), context.now);
    return kernel.pay(context, kernel.config().costs.syscall, Value::none());
}

/// Whoever waits raises BrokenBarrierError; the barrier can be used again.
NativeResult resetBarrier(Context& context, const Args& args)
{
    Kernel& kernel = kernelOf(context);
    const SyncId id = syncOf(context, args[0]);
    kernel.breakBarrier(id, context.now);
    kernel.object(id).broken = false;
    kernel.objectValue(callerOf(context), id, 0, context.now);
    return kernel.pay(context, kernel.config().costs.syscall, Value::none());
}

NativeResult barrierParties(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).limit);
}

NativeResult barrierWaiting(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).value);
}

NativeResult barrierBroken(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).broken);
}

NativeResult semaphoreValue(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).value);
}

template <bool bounded>
NativeType semaphore(const char* name)
{
    return {name,
            Builtin::Kernel,
            {{"__new__", makeSemaphore<bounded>},
             {"acquire", acquireSemaphore},
             {"release", releaseSemaphore},
             {"_count", semaphoreValue},
             {"__enter__", enterSemaphore},
             {"__exit__", exitSemaphore}}};
}

} // namespace

std::vector<NativeType> semaphoreTypes()
{
    return {semaphore<false>("Semaphore"), semaphore<true>("BoundedSemaphore")};
}

NativeType eventType()
{
    return {"Event",
            Builtin::Kernel,
            {{"__new__", makeEvent},
             {"is_set", isSet},
             {"isSet", isSet},
             {"set", setEvent},
             {"clear", clearEvent},
             {"wait", waitEvent}}};
}

NativeType barrierType()
{
    return {"Barrier",
            Builtin::Kernel,
            {{"__new__", makeBarrier},
             {"_wait", waitBarrier},
             {"_release", releaseBarrier},
             {"abort", abortBarrier},
             {"reset", resetBarrier},
             {"_parties", barrierParties},
             {"_waiting", barrierWaiting},
             {"_broken", barrierBroken}}};
}

} // namespace il::machine
