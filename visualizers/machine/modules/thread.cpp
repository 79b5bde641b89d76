// The functions of module _thread, on which threading.Thread is built, and the module itself.
#include "machine/builtins/values.h"
#include "machine/modules/arguments.h"
#include "machine/modules/modules.h"

namespace il::machine {

using trace::EventKind;
using trace::ThreadId;

namespace {

std::string textOf(const Context& context, Value value)
{
    const Str* text = context.heap.get<Str>(value);
    return text ? text->text : std::string();
}

/// The thread that this process knows by that number; noThread: it stayed behind at the fork.
ThreadId threadOf(Context& context, Value number)
{
    return processOf(context).numbers[static_cast<std::size_t>(number.asInt())];
}

/// create(thread, function, name, daemon, service=False): makes a thread that will call function(), and
/// returns its number.
NativeResult create(Context& context, const Args& args)
{
    const auto flag = [&](std::size_t i) { return truth(context.heap, args[i]) == Answer::Yes; };
    const ThreadId id = kernelOf(context).createThread(context, textOf(context, args[2]), args[1], args[0],
                                                       flag(3), args.size() > 4 && flag(4));
    return kernelOf(context).pay(context, kernelOf(context).config().costs.threadStart,
                                 Value::of(std::int64_t{kernelOf(context).state().threads[id].number}));
}

/// launch(number): returns when the new thread has begun to run, as Thread.start does.
NativeResult launch(Context& context, const Args& args)
{
    Wait wait;
    wait.op = Op::Start;
    wait.target = threadOf(context, args[0]);
    wait.object = kernelOf(context).state().threads[wait.target].begin;
    kernelOf(context).launchThread(wait.target, context.now);
    return parkAt(context, wait);
}

/// join(number, timeout)
NativeResult join(Context& context, const Args& args)
{
    Kernel& kernel = kernelOf(context);
    const ThreadId target = threadOf(context, args[0]);
    if (target == callerOf(context))
        return raise(context, Builtin::RuntimeError, "cannot join current thread");
    const auto duration = timeout(args[1]);
    if (!duration)
        return raise(context, Builtin::TypeError, "'timeout' must be a number or None");
    if (target == trace::noThread || kernel.isDone(target) || *duration <= trace::SimTime{})
        return Value::none();
    Wait wait;
    wait.op = Op::Join;
    wait.target = target;
    wait.object = kernel.state().threads[target].end;
    wait.duration = *duration;
    recordObject(context, EventKind::ObjectWait, wait.object);
    return parkAt(context, wait);
}

NativeResult isAlive(Context& context, const Args& args)
{
    const ThreadId thread = threadOf(context, args[0]);
    return Value::of(thread != trace::noThread && !kernelOf(context).isDone(thread));
}

/// The calling thread's Thread object; None when it has none yet.
NativeResult current(Context& context, const Args&)
{
    const Value object = kernelOf(context).state().threads[callerOf(context)].object;
    return object.isNull() ? Value::none() : object;
}

/// Tells which Thread object stands for the calling thread.
NativeResult adopt(Context& context, const Args& args)
{
    kernelOf(context).state().threads[callerOf(context)].object = args[0];
    return Value::none();
}

/// The Thread objects of all the process's threads that have begun and not ended.
NativeResult living(Context& context, const Args&)
{
    std::vector<Value> objects;
    for (const ThreadId id : processOf(context).numbers) {
        if (id == trace::noThread)
            continue;
        const Thread& thread = kernelOf(context).state().threads[id];
        if (thread.state != trace::ThreadState::Done && !thread.object.isNull())
            objects.push_back(thread.object);
    }
    return context.heap.list(std::move(objects));
}

std::uint32_t numberOf(Context& context)
{
    return kernelOf(context).state().threads[callerOf(context)].number;
}

NativeResult number(Context& context, const Args&)
{
    return Value::of(std::int64_t{numberOf(context)});
}

NativeResult ident(Context& context, const Args& args)
{
    if (args.size() == 0)
        return Value::of(context.host.threadIdent(context));
    return Value::of(Kernel::identOf(static_cast<std::uint32_t>(args[0].asInt())));
}

NativeResult nativeId(Context& context, const Args& args)
{
    const std::int64_t number = args.size() == 0 ? numberOf(context) : args[0].asInt();
    const Process& process = processOf(context);
    const bool main = process.numbers[static_cast<std::size_t>(number)] == process.main;
    return Value::of(process.pid + (main ? 0 : number));
}

/// report(title, exception): prints both, as CPython prints exceptions that nobody has caught.
NativeResult report(Context& context, const Args& args)
{
    const std::string text = textOf(context, args[0]) + "\n" + formatException(context, args[1]);
    const NativeResult written = context.host.write(context, Stream::Err, text);
    return written.kind == NativeResult::Kind::Return ? Value::none() : written;
}

/// register_exit(function): to be called when the main module has ended, before threads are waited for.
NativeResult registerExit(Context& context, const Args& args)
{
    processOf(context).atClosing.push_back({args[0]});
    return Value::none();
}

NativeResult cpuCount(Context& context, const Args&)
{
    return Value::of(static_cast<std::int64_t>(kernelOf(context).config().cores));
}

} // namespace

std::vector<NativeEntry> threadFunctions()
{
    return {{"create", create},          {"launch", launch},   {"join", join},
            {"is_alive", isAlive},       {"current", current}, {"adopt", adopt},
            {"living", living},          {"number", number},   {"get_ident", ident},
            {"get_native_id", nativeId}, {"report", report},   {"register_exit", registerExit},
            {"cpu_count", cpuCount}};
}

NativeModule threadModule()
{
    NativeModule module{"_thread", threadFunctions(), {}, nullptr};
    module.types = {lockType(), rlockType(), conditionType(), eventType(), barrierType()};
    for (NativeType& type : semaphoreTypes())
        module.types.push_back(std::move(type));
    return module;
}

std::vector<NativeModule> kernelModules()
{
    return {threadModule(), processModule(), osProcessModule(), signalModule(), multiprocessingModule(),
            queueModule(),  timeModule(),    randomModule(),    simModule(),    atexitModule(),
            poolModule(),   channelModule(), filesModule(),     socketModule(), selectModule()};
}

} // namespace il::machine
