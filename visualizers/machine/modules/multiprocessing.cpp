// _multiprocessing: what processes share. Semaphores, among them locks, and memory. Both live in the kernel
// and are known to all processes by one number, their handle.
#include "machine/builtins/values.h"
#include "machine/modules/locking.h"
#include "machine/modules/modules.h"

#include <algorithm>
#include <utility>

namespace il::machine {

namespace {

using trace::EventKind;
using trace::ObjectKind;

constexpr std::int64_t recursiveMutex = 0, semaphore = 1; // SemLock's kinds
constexpr std::int64_t mostValue = 2147483647;            ///< SEM_VALUE_MAX

SyncObject& objectOf(Context& context, Value self)
{
    return kernelOf(context).object(syncOf(context, self));
}

bool isLock(const SyncObject& object)
{
    return object.kind == ObjectKind::Lock || object.kind == ObjectKind::RLock;
}

/// SemLock(kind, value, maxvalue). With a maximum of 1 it is a Lock to pictures and to the search for
/// deadlocks.
NativeResult makeSemLock(Context& context, const Args& args)
{
    const Arguments a(context, args, "SemLock", 1, 3, {"kind", "value", "maxvalue"});
    if (a.error())
        return *a.error();
    for (std::size_t i = 0; i < 3; ++i)
        if (!a[i].isIntegral())
            return raise(context, Builtin::TypeError, "SemLock() needs ints");
    const std::int64_t kind = a[0].asInt();
    const std::int64_t value = a[1].asInt();
    const std::int64_t most = a[2].asInt();
    if (kind < recursiveMutex || kind > semaphore)
        return raise(context, Builtin::ValueError, "unrecognized kind");
    if (value < 0 || value > most)
        return raise(context, Builtin::ValueError, "invalid value");
    Kernel& kernel = kernelOf(context);
    const bool lock = most == 1 && value == 1;
    const ObjectKind objectKind = kind == recursiveMutex ? ObjectKind::RLock
                                  : lock                 ? ObjectKind::Lock
                                                         : ObjectKind::Semaphore;
    const bool bounded = most < mostValue;
    const SyncId id = kernel.addObject(objectKind, objectKind == ObjectKind::Semaphore ? value : 0,
                                       objectKind != ObjectKind::Semaphore ? 0
                                       : bounded                           ? most
                                                                           : value);
    kernel.object(id).shared = true;
    kernel.object(id).bounded = bounded;
    if (objectKind == ObjectKind::Semaphore)
        recordObject(context, EventKind::ObjectValue, id, value);
    return instance(context, args[0], id);
}

NativeResult acquire(Context& context, const Args& args)
{
    const Arguments a(context, args, "acquire", 1, 0, {"block", "timeout"});
    if (a.error())
        return *a.error();
    const auto duration = timeout(a[1]);
    if (!duration)
        return raise(context, Builtin::TypeError, "'timeout' must be a number or None");
    const bool blocks = a.truth(0, true) && *duration > trace::SimTime{};
    const SyncId id = syncOf(context, args[0]);
    return isLock(objectOf(context, args[0])) ? takeLock(context, id, blocks, *duration)
                                              : downSemaphore(context, id, blocks, *duration);
}

NativeResult enter(Context& context, const Args& args)
{
    const SyncId id = syncOf(context, args[0]);
    return isLock(objectOf(context, args[0])) ? takeLock(context, id, true, trace::SimTime::never())
                                              : downSemaphore(context, id, true, trace::SimTime::never());
}

NativeResult release(Context& context, const Args& args)
{
    const SyncObject& object = objectOf(context, args[0]);
    const SyncId id = syncOf(context, args[0]);
    if (object.kind == ObjectKind::RLock && (object.depth == 0 || object.owner != callerOf(context)))
        return raise(context, Builtin::AssertionError,
                     "attempt to release recursive lock not owned by thread");
    const bool full =
        object.kind == ObjectKind::Lock ? object.depth == 0 : object.bounded && object.value >= object.limit;
    if (object.kind != ObjectKind::RLock && full)
        return raise(context, Builtin::ValueError, "semaphore or lock released too many times");
    return isLock(object) ? giveLock(context, id) : upSemaphore(context, id, 1);
}

std::int64_t valueOf(const SyncObject& object)
{
    return isLock(object) ? (object.depth == 0 ? 1 : 0) : object.value;
}

NativeResult getValue(Context& context, const Args& args)
{
    return Value::of(valueOf(objectOf(context, args[0])));
}

NativeResult isZero(Context& context, const Args& args)
{
    return Value::of(valueOf(objectOf(context, args[0])) == 0);
}

NativeResult isMine(Context& context, const Args& args)
{
    const SyncObject& object = objectOf(context, args[0]);
    return Value::of(object.depth > 0 && object.owner == callerOf(context));
}

/// How often the caller has it.
NativeResult count(Context& context, const Args& args)
{
    const SyncObject& object = objectOf(context, args[0]);
    const bool mine = object.owner == callerOf(context);
    return Value::of(std::int64_t{mine ? object.depth : 0});
}

NativeResult kindOf(Context& context, const Args& args)
{
    return Value::of(objectOf(context, args[0]).kind == ObjectKind::RLock ? recursiveMutex : semaphore);
}

NativeResult maxValue(Context& context, const Args& args)
{
    const SyncObject& object = objectOf(context, args[0]);
    return Value::of(isLock(object) ? 1 : object.bounded ? object.limit : mostValue);
}

NativeResult handleOf(Context& context, const Args& args)
{
    return Value::of(std::int64_t{syncOf(context, args[0])});
}

/// The handle that a class method `_rebuild(handle)` is given; -1 for none.
std::int64_t givenHandle(const Args& args)
{
    return args.size() == 2 && args[1].isIntegral() ? args[1].asInt() : -1;
}

NativeResult rebuildSemLock(Context& context, const Args& args)
{
    const std::int64_t handle = givenHandle(args);
    const auto& objects = kernelOf(context).state().objects;
    if (handle < 0 || handle >= static_cast<std::int64_t>(objects.size()) ||
        !objects[static_cast<std::size_t>(handle)].shared)
        return raise(context, Builtin::FileNotFoundError, "there is no such semaphore");
    return instance(context, args[0], static_cast<SyncId>(handle));
}

// Shared memory.

SharedCells& cellsOf(Context& context, Value self)
{
    return kernelOf(context).state().cells[context.heap.get<KernelObject>(self)->index];
}

/// SharedMemory(typecode, count)
NativeResult makeMemory(Context& context, const Args& args)
{
    constexpr std::int64_t most = 1 << 20;
    const Arguments a(context, args, "SharedMemory", 1, 2, {"typecode", "count"});
    if (a.error())
        return *a.error();
    const Str* type = context.heap.get<Str>(a[0]);
    if (type == nullptr || type->text.size() != 1 || !a[1].isIntegral() || a[1].asInt() < 0)
        return raise(context, Builtin::TypeError, "SharedMemory() needs a typecode and a size");
    if (a[1].asInt() > most)
        return raise(context, Builtin::MemoryError, "");
    const std::size_t bytes = static_cast<std::size_t>(a[1].asInt()) * sizeof(Value);
    if (!kernelOf(context).hasRoom(bytes))
        return raise(context, Builtin::MemoryError, "");
    auto made = SharedCells::make(type->text[0], static_cast<std::size_t>(a[1].asInt()));
    if (!made)
        return raise(context, Builtin::TypeError, "this type has no size");
    auto& all = kernelOf(context).state().cells;
    all.push_back(std::move(*made));
    kernelOf(context).state().cellBytes += bytes;
    return makeKernelObject(context, args[0].asRef(),
                            {Recorder::cellsKind, static_cast<std::uint32_t>(all.size() - 1)});
}

/// The place that args[1] means; nullopt when there is none.
std::optional<std::size_t> placeOf(const SharedCells& cells, const Args& args)
{
    if (args.size() < 2 || !args[1].isIntegral())
        return std::nullopt;
    const auto size = static_cast<std::int64_t>(cells.size());
    const std::int64_t index = args[1].asInt() < 0 ? args[1].asInt() + size : args[1].asInt();
    return index < 0 || index >= size ? std::nullopt : std::optional(static_cast<std::size_t>(index));
}

void recordCell(Context& context, Value memory, std::size_t index, EventKind kind)
{
    if (context.recorder != nullptr)
        context.recorder->cell(context, context.heap.get<KernelObject>(memory)->index, index,
                               cellsOf(context, memory)[index], cellsOf(context, memory).size() == 1, kind);
}

NativeResult getCell(Context& context, const Args& args)
{
    const SharedCells& cells = cellsOf(context, args[0]);
    const auto place = placeOf(cells, args);
    if (!place)
        return raise(context, Builtin::IndexError, "invalid index");
    recordCell(context, args[0], *place, EventKind::VariableRead);
    if (cells.type() != 'c')
        return cells[*place];
    return context.heap.bytes(std::string(1, static_cast<char>(cells[*place].asInt())));
}

NativeResult setCell(Context& context, const Args& args)
{
    SharedCells& cells = cellsOf(context, args[0]);
    const auto place = placeOf(cells, args);
    if (!place)
        return raise(context, Builtin::IndexError, "invalid index");
    Value value = args[2];
    const Bytes* bytes = context.heap.get<Bytes>(value);
    if (cells.type() == 'c' && bytes != nullptr && bytes->data.size() == 1)
        value = Value::of(static_cast<std::int64_t>(static_cast<unsigned char>(bytes->data[0])));
    if (!cells.set(*place, value)) {
        const std::string given = typeName(context.heap, value);
        return raise(context, Builtin::TypeError,
                     cells.type() == 'c' ? "one character bytes, bytearray or integer expected"
                     : cells.type() == 'f' || cells.type() == 'd'
                         ? "must be real number, not " + given
                         : "'" + given + "' object cannot be interpreted as an integer");
    }
    recordCell(context, args[0], *place, EventKind::VariableWritten);
    return Value::none();
}

NativeResult cellCount(Context& context, const Args& args)
{
    return Value::of(static_cast<std::int64_t>(cellsOf(context, args[0]).size()));
}

NativeResult cellType(Context& context, const Args& args)
{
    return context.heap.str(std::string(1, cellsOf(context, args[0]).type()));
}

NativeResult memoryHandle(Context& context, const Args& args)
{
    return Value::of(std::int64_t{context.heap.get<KernelObject>(args[0])->index});
}

NativeResult rebuildMemory(Context& context, const Args& args)
{
    const std::int64_t handle = givenHandle(args);
    if (handle < 0 || handle >= static_cast<std::int64_t>(kernelOf(context).state().cells.size()))
        return raise(context, Builtin::FileNotFoundError, "there is no such memory");
    return makeKernelObject(context, args[0].asRef(),
                            {Recorder::cellsKind, static_cast<std::uint32_t>(handle)});
}

NativeType semLockType()
{
    return {"SemLock",
            Builtin::Kernel,
            {{"__new__", makeSemLock},
             {"acquire", acquire},
             {"release", release},
             {"__enter__", enter},
             {"__exit__", release},
             {"_get_value", getValue},
             {"_is_zero", isZero},
             {"_is_mine", isMine},
             {"_count", count},
             {"_kind", kindOf},
             {"_maxvalue", maxValue},
             {"_handle", handleOf},
             {"_rebuild", rebuildSemLock}}};
}

NativeType sharedMemoryType()
{
    return {"SharedMemory",
            Builtin::Kernel,
            {{"__new__", makeMemory},
             {"__getitem__", getCell},
             {"__setitem__", setCell},
             {"__len__", cellCount},
             {"_typecode", cellType},
             {"_handle", memoryHandle},
             {"_rebuild", rebuildMemory}}};
}

} // namespace

NativeModule multiprocessingModule()
{
    return {"_multiprocessing", {}, {semLockType(), sharedMemoryType()}, nullptr};
}

} // namespace il::machine
