// Generators: calls that can be suspended. A suspended one keeps its slots in its own object.
#include "machine/interpreter/executor.h"

namespace il::machine {

bool Executor::makeGenerator()
{
    const Frame f = frame();
    Generator generator;
    generator.code = f.code;
    generator.pc = f.pc;
    generator.function = f.function;
    generator.slots.assign(m_thread.stack.begin() + f.base, m_thread.stack.begin() + f.top);
    generator.name = m_heap.as<Function>(f.function).qualname;
    const Value value = Value::ref(m_heap.allocate(Builtin::Generator, std::move(generator)));
    popFrame();
    return complete(f.onReturn, value);
}

/// Puts a suspended generator's frame on the stack.
bool Executor::enterGenerator(Handle handle, Continuation then)
{
    if (m_thread.frames.size() >= recursionLimit) {
        const NativeResult error =
            raise(m_context, Builtin::RecursionError, "maximum recursion depth exceeded");
        return fail(then, error.value, true);
    }
    Generator& generator = m_heap.as<Generator>(handle);
    const Code& code = m_image.code(generator.code);
    Frame f;
    f.code = generator.code;
    f.pc = generator.pc;
    f.base = frame().top;
    f.top = f.base + static_cast<std::uint32_t>(generator.slots.size());
    f.function = generator.function;
    f.globals = m_heap.as<Function>(generator.function).globals;
    f.generator = handle;
    f.onReturn = then;
    f.callerHandled = m_thread.handled;
    reserveStack(f.base + code.slots);
    std::copy(generator.slots.begin(), generator.slots.end(), m_thread.stack.begin() + f.base);
    generator.slots.clear();
    generator.state = Generator::State::Running;
    if (!generator.handled.isNull())
        m_thread.handled = generator.handled;
    m_thread.frames.push_back(f);
    if (m_context.recorder != nullptr && code.origin == Origin::User)
        m_context.recorder->call(m_context, f.code);
    return true;
}

bool Executor::resumeGenerator(Handle handle, Value sent, Continuation then)
{
    const Generator& generator = m_heap.as<Generator>(handle);
    switch (generator.state) {
    case Generator::State::Running:
        return fail(then, makeException(m_context, Builtin::ValueError, "generator already executing"), true);
    case Generator::State::Done:
        return fail(then, makeException(m_context, static_cast<Handle>(Builtin::StopIteration), {}), true);
    case Generator::State::Created:
        if (!sent.isNone())
            return fail(then,
                        makeException(m_context, Builtin::TypeError,
                                      "can't send non-None value to a just-started generator"),
                        true);
        break;
    case Generator::State::Suspended:
        break;
    }
    const std::size_t depth = m_thread.frames.size();
    if (!enterGenerator(handle, then))
        return false;
    if (m_thread.frames.size() > depth)
        push(sent);
    return true;
}

bool Executor::throwInto(Handle handle, Value exception, Continuation then)
{
    Generator& generator = m_heap.as<Generator>(handle);
    if (generator.state == Generator::State::Running)
        return fail(then, makeException(m_context, Builtin::ValueError, "generator already executing"), true);
    if (generator.state != Generator::State::Suspended) {
        generator.state = Generator::State::Done;
        return fail(then, exception, true);
    }
    const std::size_t depth = m_thread.frames.size();
    if (!enterGenerator(handle, then))
        return false;
    if (m_thread.frames.size() == depth)
        return true; // too deep: that error was raised instead
    // In a `yield from` (SEND, YIELD_VALUE, RESUME 2) the exception goes to the inner generator first.
    Frame& f = frame();
    const auto& instructions = codeOf(f).instructions;
    const bool delegating = f.pc >= 2 && f.pc < instructions.size() &&
                            instructions[f.pc].op == script::Opcode::Resume && instructions[f.pc].arg >= 2 &&
                            instructions[f.pc - 2].op == script::Opcode::Send;
    if (delegating && m_heap.get<Generator>(top()) != nullptr) {
        const std::uint32_t target = instructions[f.pc - 2].arg;
        const Handle inner = top().asRef();
        f.pc -= 1;
        return throwInto(inner, exception, {Then::Send, target});
    }
    return raiseValue(exception);
}

bool Executor::closeGenerator(Handle handle, Continuation then)
{
    Generator& generator = m_heap.as<Generator>(handle);
    if (generator.state == Generator::State::Created || generator.state == Generator::State::Done) {
        generator.state = Generator::State::Done;
        generator.slots.clear();
        return complete(then, Value::none());
    }
    if (then.then != Then::Push)
        return fail(
            then, makeException(m_context, Builtin::SystemError, "generator closed in an unusual way"), true);
    return throwInto(handle, makeException(m_context, static_cast<Handle>(Builtin::GeneratorExit), {}),
                     {Then::Close, 0});
}

bool Executor::yieldValue(Value value)
{
    const Frame f = frame();
    Generator& generator = m_heap.as<Generator>(f.generator);
    generator.slots.assign(m_thread.stack.begin() + f.base, m_thread.stack.begin() + f.top);
    generator.pc = f.pc;
    generator.state = Generator::State::Suspended;
    generator.handled = m_thread.handled == f.callerHandled ? Value{} : m_thread.handled;
    m_thread.handled = f.callerHandled;
    popFrame();
    if (f.onReturn.then == Then::Close)
        return raiseError(Builtin::RuntimeError, "generator ignored GeneratorExit");
    return complete(f.onReturn, value);
}

} // namespace il::machine
