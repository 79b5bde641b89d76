// What becomes of a call's result, and leaving frames.
#include "machine/interpreter/executor.h"

namespace il::machine {

void Executor::popFrame()
{
    const Frame& f = frame();
    if (m_context.recorder != nullptr && codeOf(f).origin == Origin::User)
        m_context.recorder->returned(m_context, f.code);
    m_thread.frames.pop_back();
}

bool Executor::complete(Continuation then, Value value)
{
    switch (then.then) {
    case Then::Push:
    case Then::ForIter:
    case Then::Send:
        push(value);
        return true;
    case Then::Discard:
        if (!value.isNone())
            return raiseError(Builtin::TypeError,
                              "__init__() should return None, not '" + typeName(m_heap, value) + "'");
        return true;
    case Then::Retry:
        if (!value.isIntegral())
            return raiseError(Builtin::TypeError,
                              "__bool__ should return bool, returned " + typeName(m_heap, value));
        top() = Value::of(value.bits != 0);
        return true;
    case Then::JumpIfTrue:
    case Then::JumpIfFalse:
        if ((truth(m_heap, value) != Answer::No) == (then.then == Then::JumpIfTrue))
            frame().pc = then.data;
        else
            pop();
        return true;
    case Then::Contains:
        push(Value::of((truth(m_heap, value) != Answer::No) != (then.data != 0)));
        return true;
    case Then::Binary: {
        const std::uint32_t stage = then.data & 0xFF;
        const std::uint32_t kind = (then.data >> 8) & 0xFF;
        const bool isComparison = (then.data & 0x10000) != 0;
        if (value.tag == Tag::NotImplemented)
            return isComparison ? compareInstruction(kind, stage) : binary(kind, stage);
        frame().top -= 2;
        push((then.data & 0x20000) != 0 ? Value::of(truth(m_heap, value) == Answer::No) : value);
        return true;
    }
    case Then::Import:
    case Then::Drop:
        return true;
    case Then::Build:
        return classBodyDone(value);
    case Then::Text:
        if (m_heap.get<Str>(value) == nullptr)
            return raiseError(Builtin::TypeError,
                              "__str__ returned non-string (type " + typeName(m_heap, value) + ")");
        push(value);
        return true;
    case Then::Finish:
        return stop(Outcome::Kind::Done, value);
    case Then::Instance: {
        const Value cls = pop();
        const Value keywords = pop();
        const Value arguments = pop();
        if (!isSubclass(m_heap, classOf(m_heap, value), cls.asRef())) {
            push(value);
            return true;
        }
        const std::vector<Value> given = m_heap.get<Tuple>(arguments)->items;
        return initialize(value, given, m_heap.get<Tuple>(keywords)->items);
    }
    case Then::GetAttribute:
        frame().top -= 2;
        push(value);
        return true;
    case Then::Close:
        push(Value::none());
        return true;
    case Then::Again:
        m_thread.pending = m_thread.interrupted.back();
        m_thread.interrupted.pop_back();
        m_thread.waiting = true;
        return stop(Outcome::Kind::Wait);
    }
    return true;
}

/// The top frame returns `result`.
bool Executor::leaveFrame(Value result)
{
    const Frame gone = frame();
    const bool fromPrelude = codeOf(gone).origin == Origin::Prelude;
    popFrame();
    m_called = m_called || (fromPrelude && !m_thread.frames.empty() && !inPrelude());
    if (gone.generator == 0)
        return complete(gone.onReturn, result);
    Generator& generator = m_heap.as<Generator>(gone.generator);
    generator.state = Generator::State::Done;
    generator.slots.clear();
    m_thread.handled = gone.callerHandled;
    switch (gone.onReturn.then) {
    case Then::ForIter:
        return exhausted(gone.onReturn.data);
    case Then::Send:
        pop();
        push(result);
        frame().pc = gone.onReturn.data;
        return true;
    case Then::Close:
        return complete(gone.onReturn, Value::none());
    default:
        return fail(gone.onReturn,
                    makeException(m_context, static_cast<Handle>(Builtin::StopIteration),
                                  result.isNone() ? std::vector<Value>{} : std::vector<Value>{result}),
                    true);
    }
}

bool Executor::exhausted(std::uint32_t target)
{
    pop();
    frame().pc = target;
    return true;
}

} // namespace il::machine
