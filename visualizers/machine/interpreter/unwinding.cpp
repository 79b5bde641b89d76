// Raising exceptions and finding who handles them.
#include "machine/interpreter/executor.h"

#include "machine/builtins/iteration.h"

namespace il::machine {

bool Executor::raiseError(Builtin cls, std::string_view text)
{
    return raiseValue(makeException(m_context, cls, text));
}

bool Executor::isStopIteration(Value exception) const
{
    return isInstance(m_heap, exception, Builtin::StopIteration);
}

namespace {

/// The exception that is being handled becomes the context of a new one; never in a circle.
void chain(Heap& heap, Value exception, Value handled)
{
    auto& body = *heap.get<Exception>(exception);
    if (handled.isNull() || handled == exception || !body.context.isNull())
        return;
    for (Value link = handled; !link.isNull();) {
        auto& inner = *heap.get<Exception>(link);
        if (inner.context == exception)
            inner.context = Value{};
        link = inner.context;
    }
    body.context = handled;
}

} // namespace

bool Executor::raiseValue(Value exception)
{
    chain(m_heap, exception, m_thread.handled);
    if (m_context.recorder != nullptr && !m_thread.frames.empty() && codeOf(frame()).origin == Origin::User &&
        !isStopIteration(exception) && !isInstance(m_heap, exception, Builtin::GeneratorExit))
        m_context.recorder->exception(m_context, exception, false);
    return unwind(exception, true);
}

bool Executor::fail(Continuation then, Value exception, bool addTrace)
{
    (void)addTrace;
    switch (then.then) {
    case Then::ForIter:
        if (isStopIteration(exception))
            return exhausted(then.data);
        break;
    case Then::Send:
        if (isStopIteration(exception)) {
            const auto& arguments = m_heap.get<Tuple>(m_heap.get<Exception>(exception)->args)->items;
            top() = arguments.empty() ? Value::none() : arguments[0];
            frame().pc = then.data;
            return true;
        }
        break;
    case Then::Close:
        if (isStopIteration(exception) || isInstance(m_heap, exception, Builtin::GeneratorExit)) {
            push(Value::none());
            return true;
        }
        break;
    case Then::GetAttribute:
        if (isInstance(m_heap, exception, Builtin::AttributeError)) {
            const Value name = pop();
            const Value owner = pop();
            return invoke(pythonMethod(m_heap, owner, Name::getattr), {owner, name});
        }
        break;
    case Then::Import: {
        Table& modules = m_heap.as<Dict>(m_context.memory.modules).table;
        const Value name = m_heap.intern(m_heap.as<Str>(static_cast<Handle>(then.data)).text);
        if (const Found found = find(m_heap, modules, name); found.position != Table::npos)
            modules.erase(found.position);
        break;
    }
    case Then::Again:
        m_thread.interrupted.pop_back();
        break;
    case Then::Finish:
        return die(exception);
    default:
        break;
    }
    return raiseValue(exception);
}

bool Executor::unwind(Value exception, bool addTrace)
{
    while (!m_thread.frames.empty()) {
        Frame& f = frame();
        const Code& code = codeOf(f);
        const std::uint32_t at = f.pc - 1;
        if (addTrace && code.origin != Origin::Prelude) {
            auto& trace = m_heap.get<Exception>(exception)->trace;
            trace.push_back({f.code, at});
            m_heap.grew(sizeof(TraceEntry));
        }
        for (const script::Handler& handler : code.code->handlers) {
            if (at < handler.start || at >= handler.end)
                continue;
            f.top = f.base + code.locals + code.cells + handler.depth;
            if (handler.lasti)
                push(Value::of(static_cast<std::int64_t>(at)));
            push(exception);
            f.pc = handler.target;
            return true;
        }
        const Frame gone = f;
        popFrame();
        if (gone.generator != 0) {
            Generator& generator = m_heap.as<Generator>(gone.generator);
            generator.state = Generator::State::Done;
            generator.slots.clear();
            m_thread.handled = gone.callerHandled;
            if (isStopIteration(exception)) {
                const Value wrapped =
                    makeException(m_context, Builtin::RuntimeError, "generator raised StopIteration");
                auto& body = *m_heap.get<Exception>(wrapped);
                body.cause = body.context = exception;
                body.suppressContext = true;
                body.trace = m_heap.get<Exception>(exception)->trace;
                exception = wrapped;
            }
        }
        const Then then = gone.onReturn.then;
        const bool mayAbsorb = then == Then::ForIter || then == Then::Send || then == Then::Close ||
                               then == Then::GetAttribute || then == Then::Import || then == Then::Finish;
        const bool absorbs =
            ((then == Then::ForIter || then == Then::Send) && isStopIteration(exception)) ||
            (then == Then::Close &&
             (isStopIteration(exception) || isInstance(m_heap, exception, Builtin::GeneratorExit))) ||
            (then == Then::GetAttribute && isInstance(m_heap, exception, Builtin::AttributeError)) ||
            then == Then::Finish;
        if (mayAbsorb && absorbs)
            return fail(gone.onReturn, exception, true);
        if (then == Then::Again)
            m_thread.interrupted.pop_back();
        if (then == Then::Import) {
            Table& modules = m_heap.as<Dict>(m_context.memory.modules).table;
            if (const Found found = find(m_heap, modules, Value::ref(gone.onReturn.data));
                found.position != Table::npos)
                modules.erase(found.position);
        }
        addTrace = true;
    }
    return die(exception);
}

/// Nobody handles it. If its text is Python's business, the prelude finds it first and raises the exception
/// again.
bool Executor::die(Value exception)
{
    auto& body = *m_heap.get<Exception>(exception);
    if (!body.text.empty() || str(m_heap, exception).has_value())
        return stop(Outcome::Kind::Died, exception);
    body.text = "<exception str() failed>";
    m_thread.handled = Value{};
    return invokePrelude("_report", std::vector<Value>{exception}, {}, {Then::Finish, 0});
}

/// An exception class stands for an instance made without arguments.
bool Executor::normalizeException(Value& exception)
{
    const Class* cls = m_heap.get<Class>(exception);
    if (cls == nullptr)
        return m_heap.get<Exception>(exception) != nullptr;
    if (cls->layout != static_cast<Handle>(Builtin::BaseException))
        return false;
    const bool python = m_heap.get<Function>(lookup(m_heap, exception.asRef(), Name::init)) != nullptr ||
                        lookup(m_heap, exception.asRef(), Name::new_).isRef();
    if (python && !lookup(m_heap, exception.asRef(), Name::init).isNative())
        return true; // stays a class: the prelude makes the instance
    exception = makeException(m_context, exception.asRef(), {});
    return true;
}

bool Executor::raiseInstruction(std::uint32_t arg)
{
    if (arg == 0) {
        if (m_thread.handled.isNull())
            return raiseError(Builtin::RuntimeError, "No active exception to reraise");
        return unwind(m_thread.handled, false);
    }
    Value cause = arg == 2 ? pop() : Value{};
    Value exception = pop();
    if (!normalizeException(exception))
        return raiseError(Builtin::TypeError, "exceptions must derive from BaseException");
    if (!cause.isNull() && !cause.isNone() && !normalizeException(cause))
        return raiseError(Builtin::TypeError, "exception causes must derive from BaseException");
    if (m_heap.get<Class>(exception) != nullptr || m_heap.get<Class>(cause) != nullptr)
        return arg == 2 ? invokePrelude("_raise_from", std::vector<Value>{exception, cause}, {}, {})
                        : invokePrelude("_raise", std::vector<Value>{exception}, {}, {});
    if (arg == 2) {
        auto& body = *m_heap.get<Exception>(exception);
        body.cause = cause.isNone() ? Value{} : cause;
        body.suppressContext = true;
    }
    return raiseValue(exception);
}

bool Executor::checkMatch(Value exception, Value classes, bool& result)
{
    if (const auto* tuple = m_heap.get<Tuple>(classes)) {
        for (const Value cls : tuple->items) {
            if (!checkMatch(exception, cls, result))
                return false;
            if (result)
                return true;
        }
        result = false;
        return true;
    }
    const Class* cls = m_heap.get<Class>(classes);
    if (cls == nullptr || cls->layout != static_cast<Handle>(Builtin::BaseException))
        return false;
    result = isSubclass(m_heap, classOf(m_heap, exception), classes.asRef());
    return true;
}

} // namespace il::machine
