// Statements that jump: conditions, loops, try, with, and the ways out of them.
#include "script/compiler_codegen.h"

#include <algorithm>

namespace il::script::compiler {

using namespace ast;
using enum Opcode;
using Kind = FrameBlock::Kind;

void Codegen::operator()(const If& node)
{
    const auto end = newBlock();
    const auto next = node.orelse.empty() ? end : newBlock();
    jumpIf(*node.test, next, false);
    visit(node.body);
    if (!node.orelse.empty()) {
        jumpArtificial(end);
        use(next);
        visit(node.orelse);
    }
    use(end);
}

void Codegen::operator()(const For& node)
{
    if (node.isAsync)
        return unsupported("@async");
    const auto start = newBlock();
    const auto cleanup = newBlock();
    const auto end = newBlock();
    m_unit->frames.push_back({Kind::For, start, end});
    iterable(*node.iter);
    emit(GetIter);
    use(start);
    jump(ForIter, cleanup);
    use(newBlock());
    visit(node.target);
    visit(node.body);
    atNoLine();
    jump(pseudo::jump, start);
    use(cleanup);
    m_unit->frames.pop_back();
    visit(node.orelse);
    use(end);
}

/// The test stands before the loop and again at its end, so that a turn takes one jump.
void Codegen::operator()(const While& node)
{
    const Span statement = m_unit->span;
    const auto loop = newBlock();
    const auto start = newBlock();
    const auto anchor = newBlock();
    const auto end = newBlock();
    use(loop);
    m_unit->frames.push_back({Kind::While, loop, end});
    jumpIf(*node.test, anchor, false);
    use(start);
    visit(node.body);
    at(statement);
    jumpIf(*node.test, start, true);
    m_unit->frames.pop_back();
    use(anchor);
    visit(node.orelse);
    use(end);
}

void Codegen::operator()(const With& node)
{
    if (node.isAsync)
        return unsupported("@async");
    with(node, 0);
}

void Codegen::callExitWithNones()
{
    for (int i = 0; i < 3; ++i)
        loadNone();
    emit(Opcode::Call, 2);
}

void Codegen::with(const With& node, std::size_t index)
{
    const Span statement = m_unit->span;
    const auto& item = node.items[index];
    const auto block = newBlock();
    const auto final = newBlock();
    const auto exit = newBlock();
    const auto cleanup = newBlock();
    visit(item.contextExpr);
    emit(BeforeWith);
    jump(pseudo::setupWith, final);
    use(block);
    m_unit->frames.push_back({.kind = Kind::With, .span = statement});
    if (item.optionalVars)
        visit(item.optionalVars);
    else
        emit(PopTop);
    if (index + 1 == node.items.size())
        visit(node.body);
    else
        with(node, index + 1);
    emitArtificial(pseudo::popBlock);
    m_unit->frames.pop_back();
    at(statement);
    callExitWithNones();
    emit(PopTop);
    jump(pseudo::jump, exit);
    use(final);
    jump(pseudo::setupCleanup, cleanup);
    emit(PushExcInfo);
    emit(WithExceptStart);
    const auto suppress = newBlock();
    jump(pseudo::popJumpIfTrue, suppress);
    emit(Reraise, 2);
    use(cleanup);
    atNoLine();
    popExceptAndReraise();
    at(statement);
    use(suppress);
    emit(PopTop);
    emit(pseudo::popBlock);
    emit(PopExcept);
    emit(PopTop);
    emit(PopTop);
    jump(pseudo::jump, exit);
    use(exit);
}

void Codegen::popExceptAndReraise()
{
    emit(Copy, 3);
    emit(PopExcept);
    emit(Reraise, 1);
}

void Codegen::operator()(const Try& node)
{
    if (node.star)
        return unsupported("@except-star");
    if (node.finalbody.empty())
        tryExcept(node);
    else
        tryFinally(node);
}

void Codegen::tryFinally(const Try& node)
{
    const auto end = newBlock();
    const auto exit = newBlock();
    const auto cleanup = newBlock();
    jump(pseudo::setupFinally, end);
    use(newBlock());
    m_unit->frames.push_back({.kind = Kind::FinallyTry, .finalBody = &node.finalbody});
    if (node.handlers.empty())
        visit(node.body);
    else
        tryExcept(node);
    emitArtificial(pseudo::popBlock);
    m_unit->frames.pop_back();
    visit(node.finalbody);
    jumpArtificial(exit);
    use(end);
    m_unit->frames.push_back({Kind::FinallyEnd});
    atNoLine();
    jump(pseudo::setupCleanup, cleanup);
    emit(PushExcInfo);
    visit(node.finalbody);
    emit(Reraise, 0);
    m_unit->frames.pop_back();
    use(cleanup);
    popExceptAndReraise();
    use(exit);
}

void Codegen::tryExcept(const Try& node)
{
    auto except = newBlock();
    const auto end = newBlock();
    const auto cleanup = newBlock();
    jump(pseudo::setupFinally, except);
    use(newBlock());
    m_unit->frames.push_back({Kind::TryExcept});
    visit(node.body);
    m_unit->frames.pop_back();
    emitArtificial(pseudo::popBlock);
    visit(node.orelse);
    jumpArtificial(end);
    use(except);
    atNoLine();
    jump(pseudo::setupCleanup, cleanup);
    emit(PushExcInfo);
    m_unit->frames.push_back({Kind::ExceptionHandler});
    for (const auto& one : node.handlers) {
        at(one.span);
        if (!one.type && &one != &node.handlers.back())
            return fail("bare-except-not-last");
        except = newBlock();
        if (one.type) {
            visit(one.type);
            emit(CheckExcMatch);
            jump(pseudo::popJumpIfFalse, except);
        }
        handler(one, end);
        use(except);
    }
    m_unit->frames.pop_back();
    emit(Reraise, 0);
    use(cleanup);
    popExceptAndReraise();
    use(end);
}

/// `except E as e` deletes e at its end, however that is reached.
void Codegen::handler(const ExceptHandler& one, BlockId end)
{
    const auto cleanup = newBlock();
    if (one.name) {
        name(*one.name, Context::Store);
        jump(pseudo::setupCleanup, cleanup);
    } else {
        emit(PopTop);
    }
    use(newBlock());
    m_unit->frames.push_back({.kind = Kind::HandlerCleanup, .exceptionName = one.name});
    visit(one.body);
    m_unit->frames.pop_back();
    atNoLine();
    if (one.name)
        emit(pseudo::popBlock);
    emit(pseudo::popBlock);
    emit(PopExcept);
    if (one.name)
        forgetException(*one.name);
    jump(pseudo::jump, end);
    if (!one.name)
        return;
    use(cleanup);
    atNoLine();
    forgetException(*one.name);
    emit(Reraise, 1);
}

void Codegen::forgetException(const std::string& exceptionName)
{
    loadNone();
    name(exceptionName, Context::Store);
    name(exceptionName, Context::Del);
}

/// Leaves one statement early; `keepTop`: a value to return stays on top of the stack.
void Codegen::unwind(const FrameBlock& frame, bool keepTop)
{
    const auto swapIfKept = [&] {
        if (keepTop)
            emit(Swap, 2);
    };
    switch (frame.kind) {
    case Kind::While:
    case Kind::ExceptionHandler:
        return;
    case Kind::For:
    case Kind::PopValue:
        swapIfKept();
        return emit(PopTop);
    case Kind::TryExcept:
        return emit(pseudo::popBlock);
    case Kind::FinallyTry:
        emit(pseudo::popBlock);
        if (keepTop)
            m_unit->frames.push_back({Kind::PopValue});
        visit(*frame.finalBody);
        if (keepTop)
            m_unit->frames.pop_back();
        return atNoLine();
    case Kind::FinallyEnd:
        swapIfKept();
        emit(PopTop);
        swapIfKept();
        emit(pseudo::popBlock);
        return emit(PopExcept);
    case Kind::With:
        at(frame.span);
        emit(pseudo::popBlock);
        swapIfKept();
        callExitWithNones();
        emit(PopTop);
        return atNoLine();
    case Kind::HandlerCleanup:
        if (frame.exceptionName)
            emit(pseudo::popBlock);
        swapIfKept();
        emit(pseudo::popBlock);
        emit(PopExcept);
        if (frame.exceptionName)
            forgetException(*frame.exceptionName);
        return;
    }
}

/// Leaves all statements of the code object, or those inside the innermost loop. That loop, if there is one.
std::optional<FrameBlock> Codegen::unwindAll(bool keepTop, bool toLoop)
{
    if (m_unit->frames.empty() || m_fault)
        return {};
    const FrameBlock top = m_unit->frames.back();
    if (toLoop && (top.kind == Kind::While || top.kind == Kind::For))
        return top;
    // While it is being left, a jump inside its `finally` must not leave it again.
    m_unit->frames.pop_back();
    unwind(top, keepTop);
    auto loop = unwindAll(keepTop, toLoop);
    m_unit->frames.push_back(top);
    return loop;
}

void Codegen::operator()(const Break&)
{
    const Span statement = m_unit->span;
    emit(Nop);
    const auto loop = unwindAll(false, true);
    if (!loop) {
        at(statement);
        return fail("outside-loop", {"break"});
    }
    unwind(*loop, false);
    jump(pseudo::jump, loop->exit);
}

void Codegen::operator()(const Continue&)
{
    const Span statement = m_unit->span;
    emit(Nop);
    const auto loop = unwindAll(false, true);
    if (!loop) {
        at(statement);
        return fail("continue-outside-loop");
    }
    jump(pseudo::jump, loop->start);
}

void Codegen::operator()(const Return& node)
{
    const Span statement = m_unit->span;
    if (!inFunction())
        return fail("outside-function", {"return"});
    const auto constant = node.value ? constantOf(*node.value) : std::nullopt;
    const bool keepTop = node.value && !constant;
    if (keepTop) {
        visit(node.value);
    } else if (constant) {
        at(node.value->span);
        emit(Nop);
    }
    if (!node.value || node.value->span.line != statement.line) {
        at(statement);
        emit(Nop);
    }
    unwindAll(keepTop, false);
    if (!node.value)
        loadNone();
    else if (constant)
        loadConst(*constant);
    emit(ReturnValue);
}

} // namespace il::script::compiler
