// threading.Condition: waiters leave the main lock, and take it again after they were notified.
#include "machine/modules/arguments.h"
#include "machine/modules/modules.h"

namespace il::machine {

using trace::EventKind;
using trace::ObjectKind;

namespace {

/// Condition(lock=None): an RLock of its own when none is given.
NativeResult make(Context& context, const Args& args)
{
    const Arguments a(context, args, "Condition", 1, 0, {"lock"});
    if (a.error())
        return *a.error();
    Kernel& kernel = kernelOf(context);
    SyncId lock = noSync;
    if (a.has(0) && !a[0].isNone()) {
        lock = syncOf(context, a[0]);
        if (lock == noSync)
            return raise(context, Builtin::TypeError, "Condition needs a Lock or an RLock");
    } else {
        lock = kernel.addObject(ObjectKind::RLock, 0, 0);
    }
    const SyncId id = kernel.addObject(ObjectKind::Condition, 0, 0);
    kernel.object(id).lock = lock;
    return instance(context, args[0], id);
}

bool owned(Context& context, SyncId lock)
{
    const SyncObject& object = kernelOf(context).object(lock);
    return object.depth > 0 && (object.kind == ObjectKind::Lock || object.owner == callerOf(context));
}

NativeResult wait(Context& context, const Args& args)
{
    const Arguments a(context, args, "wait", 1, 0, {"timeout"});
    if (a.error())
        return *a.error();
    const auto duration = timeout(a[0]);
    if (!duration)
        return raise(context, Builtin::TypeError, "'timeout' must be a number or None");
    Kernel& kernel = kernelOf(context);
    Wait w;
    w.op = Op::ConditionWait;
    w.object = syncOf(context, args[0]);
    w.lock = kernel.object(w.object).lock;
    if (!owned(context, w.lock))
        return raise(context, Builtin::RuntimeError, "cannot wait on un-acquired lock");
    w.depth = kernel.object(w.lock).depth;
    w.duration = std::max(*duration, trace::SimTime{});
    recordObject(context, EventKind::ObjectWait, w.object);
    NativeResult result = parkAt(context, w);
    kernel.releaseLock(callerOf(context), w.lock, w.depth, context.now);
    return result;
}

NativeResult notifyUpTo(Context& context, SyncId id, std::int64_t most)
{
    Kernel& kernel = kernelOf(context);
    if (!owned(context, kernel.object(id).lock))
        return raise(context, Builtin::RuntimeError, "cannot notify on un-acquired lock");
    const auto count = std::min<std::int64_t>(most, kernel.object(id).waiters.size);
    recordObject(context, EventKind::ObjectNotify, id, count);
    for (std::int64_t i = 0; i < count; ++i)
        kernel.wakeOne(kernel.object(id).waiters, context.now, false); // the oldest first
    if (count <= 0)
        return Value::none();
    return kernel.pay(context, kernel.config().costs.syscall * count, Value::none());
}

NativeResult notify(Context& context, const Args& args)
{
    const Arguments a(context, args, "notify", 1, 0, {"n"});
    if (a.error())
        return *a.error();
    return notifyUpTo(context, syncOf(context, args[0]), a.has(0) && a[0].isIntegral() ? a[0].asInt() : 1);
}

NativeResult notifyAll(Context& context, const Args& args)
{
    return notifyUpTo(context, syncOf(context, args[0]), INT64_MAX);
}

} // namespace

NativeType conditionType()
{
    NativeType type{"Condition", Builtin::Kernel, lockMethods()};
    type.methods.insert(type.methods.end(), {{"__new__", make},
                                             {"wait", wait},
                                             {"notify", notify},
                                             {"notify_all", notifyAll},
                                             {"notifyAll", notifyAll}});
    return type;
}

} // namespace il::machine
