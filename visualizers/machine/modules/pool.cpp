// Module _pool: what the pools of the library tell the trace. Without a trace it only numbers the pools and
// counts who has got something to do.
#include "machine/modules/arguments.h"
#include "machine/modules/modules.h"
#include "machine/modules/telling.h"

namespace il::machine {

using trace::EventKind;

namespace {

/// The pool that a number stands for; noSync when it is none.
SyncId poolOf(Context& context, Value number)
{
    return numbered(context, number, trace::ObjectKind::Pool);
}

/// Whether a call has the arguments that it needs.
bool isComplete(Context& context, const Args& args, std::size_t count)
{
    return args.size() >= count && poolOf(context, args[0]) != noSync;
}

/// ... and is to be recorded at all.
bool recorded(Context& context, const Args& args, std::size_t count)
{
    return kernelOf(context).recording() && isComplete(context, args, count);
}

TaskBook::Load& loadOf(Context& context, const Args& args)
{
    return kernelOf(context).tasks().load(poolOf(context, args[0]));
}

TaskBook::Key keyOf(Context& context, const Args& args)
{
    return {poolOf(context, args[0]), args[1].bits, args[2].bits};
}

/// Pool(processes, workers)
NativeResult makePool(Context& context, const Args& args)
{
    const Arguments a(context, args, "Pool", 1, 2, {"processes", "workers"});
    if (a.error())
        return *a.error();
    Kernel& kernel = kernelOf(context);
    const SyncId id = kernel.addObject(trace::ObjectKind::Pool, 0, a[1].isIntegral() ? a[1].bits : 0);
    if (kernel.recording())
        kernel.builder().object(kernel.object(id).traceId).processes = a.truth(0, false);
    return instance(context, args[0], id);
}

/// join(pool): the caller is a worker from now on.
NativeResult join(Context& context, const Args& args)
{
    Kernel& kernel = kernelOf(context);
    if (recorded(context, args, 1) && kernel.tasks().joins(poolOf(context, args[0]), callerOf(context)))
        recordObject(context, EventKind::WorkerJoined, poolOf(context, args[0]));
    return Value::none();
}

NativeResult leaveAs(Context& context, Value pool, trace::ThreadId worker)
{
    Kernel& kernel = kernelOf(context);
    const SyncId id = poolOf(context, pool);
    if (kernel.tasks().leaves(id, worker))
        kernel.record(context.now, EventKind::WorkerLeft, worker, kernel.object(id).traceId);
    return Value::none();
}

/// leave(pool): it no longer is.
NativeResult leave(Context& context, const Args& args)
{
    return recorded(context, args, 1) ? leaveAs(context, args[0], callerOf(context))
                                      : NativeResult(Value::none());
}

/// left(pool, pid): the process of a worker has ended, whether it could still say so or not.
NativeResult left(Context& context, const Args& args)
{
    if (!recorded(context, args, 2) || !args[1].isInt())
        return Value::none();
    for (const Process& process : kernelOf(context).state().processes)
        if (process.pid == args[1].bits)
            return leaveAs(context, args[0], process.main);
    return Value::none();
}

std::string textOf(const Heap& heap, Value value)
{
    return describe(heap, value);
}

std::string nameOf(Context& context, Value function)
{
    const Heap& heap = context.heap;
    if (function.isNative())
        return context.image.native(function.asNative()).name;
    if (const auto* method = heap.get<Method>(function))
        return nameOf(context, method->function);
    if (const auto* cls = heap.get<Class>(function))
        return cls->name;
    const auto* body = heap.get<Function>(function);
    const Str* name = body != nullptr ? heap.get<Str>(body->name) : nullptr;
    return name != nullptr ? name->text : typeName(heap, function);
}

std::string callText(Context& context, Value function, const std::vector<Value>& arguments, Value keywords)
{
    const Heap& heap = context.heap;
    std::string text;
    for (const Value argument : arguments)
        text += (text.empty() ? "" : ", ") + textOf(heap, argument);
    if (const auto* dict = heap.get<Dict>(keywords))
        for (const Table::Entry& entry : dict->table.entries())
            if (const Str* name = heap.get<Str>(entry.key))
                text += (text.empty() ? "" : ", ") + name->text + "=" + textOf(heap, entry.value);
    return shortened(nameOf(context, function) + "(" + text + ")");
}

void addTask(Context& context, const TaskBook::Key& key, const std::string& name)
{
    Kernel& kernel = kernelOf(context);
    TaskChunk& chunk = kernel.tasks().chunk(key);
    trace::TaskInfo info;
    info.name = kernel.builder().intern(name);
    info.pool = kernel.object(std::get<0>(key)).traceId;
    info.number = kernel.tasks().nextTask(std::get<0>(key));
    info.chunk = chunk.number;
    const trace::TaskId task = kernel.builder().addTask(info);
    chunk.tasks.push_back(task);
    kernel.record(context.now, EventKind::TaskQueued, callerOf(context), task);
}

/// queued(pool, job, chunk, function, arguments, more): one call, when `more` is the dict of its keywords;
/// otherwise one of each item of `arguments`, which is the call's argument, or, when `more` is true, all of
/// them.
NativeResult queued(Context& context, const Args& args)
{
    if (!isComplete(context, args, 6))
        return Value::none();
    const Heap& heap = context.heap;
    const auto itemsOf = [&](Value value) {
        const auto* tuple = heap.get<Tuple>(value);
        const auto* list = heap.get<List>(value);
        return tuple != nullptr ? tuple->items : list != nullptr ? list->items : std::vector<Value>{value};
    };
    const bool isCall = heap.get<Dict>(args[5]) != nullptr;
    loadOf(context, args).waiting += isCall ? 1 : std::ssize(itemsOf(args[4]));
    if (!kernelOf(context).recording())
        return Value::none();
    const TaskBook::Key key = keyOf(context, args);
    if (isCall) {
        addTask(context, key, callText(context, args[3], itemsOf(args[4]), args[5]));
        return Value::none();
    }
    const bool star = truth(heap, args[5]) == Answer::Yes;
    for (const Value item : itemsOf(args[4]))
        addTask(context, key,
                callText(context, args[3], star ? itemsOf(item) : std::vector<Value>{item}, Value::none()));
    return Value::none();
}

/// awaited(object, function=None, first=None, last=None): who waits for `object` waits for the result of a
/// call with the arguments `first`, or for those of all calls up to that with `last`. Pictures call it so.
NativeResult awaited(Context& context, const Args& args)
{
    if (args.size() == 0)
        return Value::none();
    Kernel& kernel = kernelOf(context);
    SyncObject& object = kernel.object(syncOf(context, args[0]));
    object.result = true;
    if (args.size() < 2)
        return Value::none();
    const auto callOf = [&](std::size_t i) {
        const auto* tuple = i < args.size() ? context.heap.get<Tuple>(args[i]) : nullptr;
        return tuple != nullptr ? callText(context, args[1], tuple->items, Value::none())
                                : nameOf(context, args[1]) + "(\u2026)";
    };
    std::string text = callOf(2);
    if (args.size() > 3 && !args[3].isNone() && callOf(3) != text)
        text = shortened(text + " \u2026 " + callOf(3));
    object.name = text;
    object.named = true;
    if (!kernel.recording())
        return Value::none();
    const trace::StringId name = kernel.builder().intern(text);
    kernel.builder().object(kernel.traceOf(syncOf(context, args[0]))).name = name;
    context.heap[args[0].asRef()].name = name; // so that it isn't called after a variable as well
    return Value::none();
}

/// started(pool, job, chunk, index)
NativeResult started(Context& context, const Args& args)
{
    if (!isComplete(context, args, 4))
        return Value::none();
    Kernel& kernel = kernelOf(context);
    --loadOf(context, args).waiting;
    loadOf(context, args).busy.insert(callerOf(context));
    const trace::TaskId task = kernel.tasks().task(keyOf(context, args), args[3].bits);
    if (task != trace::none && kernel.recording())
        kernel.record(context.now, EventKind::TaskStarted, callerOf(context), task);
    return Value::none();
}

/// finished(pool, job, chunk, index, raised, value)
NativeResult finished(Context& context, const Args& args)
{
    if (isComplete(context, args, 6))
        loadOf(context, args).busy.erase(callerOf(context));
    if (!recorded(context, args, 6))
        return Value::none();
    Kernel& kernel = kernelOf(context);
    const trace::TaskId task = kernel.tasks().task(keyOf(context, args), args[3].bits);
    const bool raised = truth(context.heap, args[4]) == Answer::Yes;
    const std::string text = raised ? exceptionLine(context, args[5]) : textOf(context.heap, args[5]);
    if (task != trace::none)
        kernel.record(context.now, EventKind::TaskFinished, callerOf(context), task,
                      kernel.builder().intern(shortened(text)), raised ? 1 : 0);
    return Value::none();
}

/// collected(pool, job, chunk[, flags])
NativeResult collected(Context& context, const Args& args)
{
    constexpr std::uint8_t cancelled = 2;
    const auto flags = static_cast<std::uint8_t>(args.size() > 3 ? args[3].bits : 0);
    if (isComplete(context, args, 3) && (flags & cancelled) != 0)
        --loadOf(context, args).waiting;
    if (!recorded(context, args, 3))
        return Value::none();
    Kernel& kernel = kernelOf(context);
    for (const trace::TaskId task : kernel.tasks().chunk(keyOf(context, args)).tasks)
        kernel.record(context.now, EventKind::TaskCollected, callerOf(context), task, 0, flags);
    return Value::none();
}

} // namespace

NativeModule poolModule()
{
    NativeModule module{"_pool",
                        {{"join", join},
                         {"leave", leave},
                         {"left", left},
                         {"queued", queued},
                         {"awaited", awaited},
                         {"started", started},
                         {"finished", finished},
                         {"collected", collected}},
                        {{"Pool", Builtin::Kernel, {{"__new__", makePool}, {"number", numberOf}}, false}},
                        nullptr};
    return module;
}

} // namespace il::machine
