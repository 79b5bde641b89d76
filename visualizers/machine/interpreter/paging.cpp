// What the instructions do to pages that a process shares since a fork: see heap/pages.h.
#include "machine/interpreter/executor.h"

namespace il::machine {

using script::Opcode;

/// Before `instruction`, with the operand stack up to `sp`. Whatever has been put on the stack has had its
/// reference count written.
void Executor::touchPages(const LinkedInstruction& instruction, const Value* sp)
{
    SharedPages& pages = m_context.memory.pages;
    const Frame& f = frame();
    const auto depth = static_cast<std::size_t>(sp - (m_thread.stack.data() + f.base));
    const Code& code = codeOf(f);
    const std::size_t bottom = std::size_t{code.locals} + code.cells;
    if (depth <= bottom)
        return;
    pages.touch(sp[-1]);
    if (pages.isNews())
        m_context.host.pagesCopied(m_context);
    const std::size_t operands = depth - bottom;
    switch (instruction.op) {
    case Opcode::ForIter:
        if (const Iterator* iterator = m_heap.get<Iterator>(sp[-1]))
            pages.touchItem(m_heap, iterator->source, static_cast<std::size_t>(iterator->position));
        return;
    case Opcode::BinarySubscr:
    case Opcode::StoreSubscr:
        if (operands >= 2 && sp[-1].isInt() && sp[-1].asInt() >= 0)
            pages.touchItem(m_heap, sp[-2], static_cast<std::size_t>(sp[-1].asInt()));
        return;
    default:
        return;
    }
}

/// sum(), sorted(), dumps() and the like go through all that they are given; len() and append() don't.
void Executor::touchArguments(std::span<const Value> arguments)
{
    for (const Value argument : arguments)
        m_context.memory.pages.touchItems(m_heap, argument);
}

} // namespace il::machine
