// threading.Lock and RLock.
#include "machine/builtins/values.h"
#include "machine/modules/locking.h"
#include "machine/modules/modules.h"

namespace il::machine {

using trace::EventKind;
using trace::ObjectKind;

namespace {

/// threading.TIMEOUT_MAX
constexpr double longestWait = 9'223'372'036;

template <ObjectKind kind>
NativeResult make(Context& context, const Args& args)
{
    if (args.values.size() > 1)
        return raise(context, Builtin::TypeError,
                     std::string(kind == ObjectKind::Lock ? "Lock" : "RLock") + "() takes no arguments");
    return instance(context, args[0], kernelOf(context).addObject(kind, 0, 0));
}

/// The lock that `self` is, or, for a Condition, has.
SyncId lockOf(Context& context, Value self)
{
    const SyncId id = syncOf(context, self);
    const SyncObject& object = kernelOf(context).object(id);
    return object.kind == ObjectKind::Condition ? object.lock : id;
}

} // namespace

NativeResult takeLock(Context& context, SyncId lock, bool blocking, trace::SimTime duration)
{
    Kernel& kernel = kernelOf(context);
    const SyncObject& object = kernel.object(lock);
    const bool free =
        object.depth == 0 || (object.kind == ObjectKind::RLock && object.owner == callerOf(context));
    recordObject(context, EventKind::LockRequested, lock, !free && blocking ? 1 : 0);
    if (kernel.tryAcquire(callerOf(context), lock, context.now))
        return Value::of(true);
    if (!blocking)
        return Value::of(false);
    Wait wait;
    wait.op = Op::Acquire;
    wait.object = lock;
    wait.duration = duration;
    return parkAt(context, wait);
}

NativeResult giveLock(Context& context, SyncId lock)
{
    Kernel& kernel = kernelOf(context);
    if (kernel.releaseLock(callerOf(context), lock, 1, context.now))
        return kernel.pay(context, kernel.config().costs.syscall, Value::none());
    return Value::none();
}

namespace {

NativeResult acquire(Context& context, const Args& args)
{
    const Arguments a(context, args, "acquire", 1, 0, {"blocking", "timeout"});
    if (a.error())
        return *a.error();
    const bool blocking = a.truth(0, true);
    trace::SimTime duration = trace::SimTime::never();
    if (a.has(1)) {
        const auto given = seconds(a[1]);
        if (!given)
            return raise(context, Builtin::TypeError,
                         "'" + typeName(context.heap, a[1]) + "' object cannot be interpreted as an integer");
        const bool forever = *given == trace::nanoseconds(-1'000'000'000);
        if (!blocking && !forever)
            return raise(context, Builtin::ValueError, "can't specify a timeout for a non-blocking call");
        if (given->ns < 0 && !forever)
            return raise(context, Builtin::ValueError, "timeout value must be positive");
        if ((a[1].isFloat() ? a[1].asFloat() : static_cast<double>(a[1].asInt())) > longestWait)
            return raise(context, Builtin::OverflowError, "timestamp out of range for platform time_t");
        if (!forever)
            duration = *given;
    }
    return takeLock(context, lockOf(context, args[0]), blocking, duration);
}

NativeResult enter(Context& context, const Args& args)
{
    return takeLock(context, lockOf(context, args[0]), true, trace::SimTime::never());
}

/// A Lock may be released by anybody, an RLock by its owner.
NativeResult release(Context& context, const Args& args)
{
    Kernel& kernel = kernelOf(context);
    const SyncId id = lockOf(context, args[0]);
    const SyncObject& lock = kernel.object(id);
    if (lock.kind == ObjectKind::Lock && lock.depth == 0)
        return raise(context, Builtin::RuntimeError, "release unlocked lock");
    if (lock.kind == ObjectKind::RLock && (lock.depth == 0 || lock.owner != callerOf(context)))
        return raise(context, Builtin::RuntimeError, "cannot release un-acquired lock");
    return giveLock(context, id);
}

NativeResult locked(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).depth > 0);
}

NativeResult isOwned(Context& context, const Args& args)
{
    return Value::of(kernelOf(context).object(syncOf(context, args[0])).owner == callerOf(context));
}

} // namespace

std::vector<NativeEntry> lockMethods()
{
    return {{"acquire", acquire}, {"release", release}, {"__enter__", enter}, {"__exit__", release}};
}

NativeType lockType()
{
    NativeType type{"Lock", Builtin::Kernel, lockMethods(), false};
    type.methods.insert(type.methods.end(), {{"__new__", make<ObjectKind::Lock>}, {"locked", locked}});
    return type;
}

NativeType rlockType()
{
    NativeType type{"RLock", Builtin::Kernel, lockMethods(), false};
    type.methods.insert(type.methods.end(), {{"__new__", make<ObjectKind::RLock>}, {"_is_owned", isOwned}});
    return type;
}

} // namespace il::machine
