#include "machine/interpreter/interpreter.h"

#include "machine/builtins/values.h"
#include "machine/interpreter/executor.h"

#include <cassert>

namespace il::machine {

namespace {

const Quantum noQuantum;

} // namespace

void start(Context& context, Value function, std::vector<Value> arguments, Value keywords)
{
    Executor(context, noQuantum).startCall(function, std::move(arguments), keywords);
}

void startMain(Context& context, const std::string& module)
{
    Executor(context, noQuantum).startMain(module);
}

Outcome run(Context& context, const Quantum& quantum)
{
    assert(!context.thread.waiting && !context.thread.frames.empty());
    return Executor(context, quantum).run();
}

void resume(Context& context, Value result)
{
    assert(context.thread.waiting);
    context.thread.waiting = false;
    context.thread.completing = true;
    context.thread.result = result;
}

void resumeRaising(Context& context, Value exception)
{
    assert(context.thread.waiting);
    context.thread.waiting = false;
    context.thread.raising = exception;
}

std::optional<Outcome> interrupt(Context& context, Value handler, int signal, bool again)
{
    return Executor(context, noQuantum).interrupt(handler, signal, again);
}

void markRoots(Marker& marker, const ThreadContext& thread)
{
    for (const Frame& frame : thread.frames) {
        marker.mark(frame.function);
        marker.mark(frame.globals);
        marker.mark(frame.locals);
        marker.mark(frame.generator);
        marker.mark(frame.callerHandled);
    }
    if (!thread.frames.empty())
        marker.mark(std::span(thread.stack).first(thread.frames.back().top));
    marker.mark(thread.handled);
    marker.mark(thread.result);
    marker.mark(thread.raising);
}

void collectGarbage(Context& context)
{
    context.heap.collect([&](Marker& marker) {
        for (Handle handle = 1; handle < static_cast<Handle>(Builtin::End) + static_cast<Handle>(Name::End);
             ++handle)
            marker.mark(handle);
        marker.mark(context.memory.builtins);
        marker.mark(context.memory.prelude);
        marker.mark(context.memory.modules);
        marker.mark(context.memory.nativeTypes);
        marker.mark(context.image.fixedValues());
        markRoots(marker, context.thread);
        context.host.markRoots(context, marker);
    });
}

Value makeException(Context& context, Handle cls, std::vector<Value> arguments)
{
    Exception exception;
    exception.args = context.heap.tuple(std::move(arguments));
    return Value::ref(context.heap.allocate(cls, std::move(exception)));
}

Value makeException(Context& context, Builtin cls, std::string_view text)
{
    std::vector<Value> arguments;
    if (!text.empty())
        arguments.push_back(context.heap.str(text));
    return makeException(context, static_cast<Handle>(cls), std::move(arguments));
}

NativeResult raise(Context& context, Builtin cls, std::string_view text)
{
    return {NativeResult::Kind::Raise, makeException(context, cls, text)};
}

NativeResult raise(Context& context, std::string_view module, std::string_view name,
                   std::vector<Value> arguments)
{
    Heap& heap = context.heap;
    const Value found = getItem(heap, heap.as<Dict>(context.memory.modules).table, heap.intern(module));
    const Module* body = heap.get<Module>(found);
    const Value cls =
        body != nullptr ? getItem(heap, heap.as<Dict>(body->dict).table, heap.intern(name)) : Value{};
    if (heap.get<Class>(cls) == nullptr)
        return raise(context, Builtin::SystemError,
                     std::string(module) + "." + std::string(name) + " is missing");
    return {NativeResult::Kind::Raise, makeException(context, cls.asRef(), std::move(arguments))};
}

Value makeKernelObject(Context& context, Handle cls, KernelObject object)
{
    return Value::ref(context.heap.allocate(cls, object));
}

int Args::keyword(const Heap& heap, std::string_view name) const
{
    for (std::size_t i = 0; i < keywords.size(); ++i)
        if (heap.get<Str>(keywords[i])->text == name)
            return static_cast<int>(size() + i);
    return -1;
}

} // namespace il::machine
