// The passes that CPython 3.11 makes over the flow graph, in its order. They are kept because which
// instructions run, and on which line they are counted, decides where threads can be switched and what
// tracebacks and steps show.
#include "script/compiler_flow.h"

#include <algorithm>

namespace il::script::compiler {

namespace {

using Code = std::vector<FlowInstruction>;

void makeNop(FlowInstruction& instruction)
{
    instruction.op = Opcode::Nop;
    instruction.arg = 0;
    instruction.target = noBlock;
}

// ---- Within one block ----

/// Makes `instruction` jump where the jump at its target goes. False if that would skip a source line.
bool threadJump(FlowInstruction& instruction, const FlowInstruction& target, Opcode op)
{
    if (instruction.span.line != target.span.line || instruction.target == target.target)
        return false;
    instruction.target = target.target;
    instruction.op = op;
    return true;
}

bool isConstant(const FlowInstruction& instruction)
{
    return instruction.op == Opcode::LoadConst;
}

void foldTuple(Code& code, std::size_t i, Constants& constants)
{
    const std::size_t count = code[i].arg;
    if (i < count || !std::all_of(code.begin() + static_cast<std::ptrdiff_t>(i - count),
                                  code.begin() + static_cast<std::ptrdiff_t>(i), isConstant))
        return;
    ConstTuple tuple;
    for (std::size_t k = i - count; k < i; ++k) {
        tuple.items.push_back(constants.at(code[k].arg));
        makeNop(code[k]);
    }
    code[i].op = Opcode::LoadConst;
    code[i].arg = constants.add(Const{tuple});
}

/// A tuple that is unpacked at once needs no tuple.
void unpackWithoutTuple(FlowInstruction& build, FlowInstruction& unpack)
{
    if (unpack.op != Opcode::UnpackSequence || unpack.arg != build.arg || build.arg < 1 || build.arg > 3)
        return;
    if (build.arg == 1)
        makeNop(unpack);
    else
        unpack.op = Opcode::Swap;
    makeNop(build);
}

bool isSwappable(Opcode op)
{
    return op == Opcode::StoreFast || op == Opcode::PopTop;
}

/// Index of the next store or pop that a swap could reorder; `line` < 0: of any line. code.size() if there is
/// none.
std::size_t nextSwappable(const Code& code, std::size_t i, int line)
{
    while (++i < code.size()) {
        if (line >= 0 && code[i].span.line != line)
            break;
        if (isSwappable(code[i].op))
            return i;
        if (code[i].op != Opcode::Nop)
            break;
    }
    return code.size();
}

bool storesSameVariable(const Code& code, std::size_t first, std::size_t last)
{
    for (std::size_t a = first; a <= last; ++a)
        for (std::size_t b = a + 1; b <= last; ++b)
            if (code[a].op == Opcode::StoreFast && code[b].op == Opcode::StoreFast &&
                code[a].arg == code[b].arg)
                return true;
    return false;
}

/// Reorders the stores behind a swap so that the swap itself isn't needed.
void applySwaps(Code& code, std::size_t from)
{
    for (std::size_t i = from + 1; i-- > 0;) {
        if (code[i].op != Opcode::Swap) {
            if (code[i].op == Opcode::Nop || isSwappable(code[i].op))
                continue;
            return;
        }
        const std::size_t first = nextSwappable(code, i, -1);
        if (first == code.size())
            return;
        std::size_t last = first;
        for (auto count = code[i].arg - 1; count > 0; --count) {
            last = nextSwappable(code, last, code[first].span.line);
            if (last == code.size())
                return;
        }
        if (storesSameVariable(code, first, last))
            return;
        makeNop(code[i]);
        std::swap(code[first], code[last]);
    }
}

void optimizeConstant(Code& code, std::size_t i, const Constants& constants)
{
    if (i + 1 == code.size())
        return;
    const Const& value = constants.at(code[i].arg);
    auto& next = code[i + 1];
    const bool ifTrue = next.op == pseudo::popJumpIfTrue || next.op == Opcode::JumpIfTrueOrPop;
    const bool pops = next.op == pseudo::popJumpIfFalse || next.op == pseudo::popJumpIfTrue;
    if (pops || next.op == Opcode::JumpIfFalseOrPop || next.op == Opcode::JumpIfTrueOrPop) {
        const bool jumps = isTrue(value) == ifTrue;
        if (pops || !jumps)
            makeNop(code[i]);
        if (jumps)
            next.op = pseudo::jump;
        else
            makeNop(next);
    } else if (next.op == Opcode::IsOp && std::holds_alternative<std::monostate>(value) &&
               i + 2 < code.size()) {
        auto& jump = code[i + 2];
        if (jump.op != pseudo::popJumpIfFalse && jump.op != pseudo::popJumpIfTrue)
            return;
        const bool ifNotNone = (next.arg == 1) != (jump.op == pseudo::popJumpIfFalse);
        makeNop(code[i]);
        makeNop(next);
        jump.op = ifNotNone ? pseudo::popJumpIfNotNone : pseudo::popJumpIfNone;
    }
}

/// `x and (y and z)` and the like. True if the instruction changed and should be looked at again.
bool optimizeJumpOrPop(Flow& flow, FlowInstruction& jump, const FlowInstruction& target)
{
    const bool ifTrue = jump.op == Opcode::JumpIfTrueOrPop;
    const auto samePop = ifTrue ? pseudo::popJumpIfTrue : pseudo::popJumpIfFalse;
    const auto otherPop = ifTrue ? pseudo::popJumpIfFalse : pseudo::popJumpIfTrue;
    const auto other = ifTrue ? Opcode::JumpIfFalseOrPop : Opcode::JumpIfTrueOrPop;
    if (target.op == samePop)
        return threadJump(jump, target, samePop);
    if (target.op == pseudo::jump || target.op == jump.op)
        return threadJump(jump, target, jump.op);
    if ((target.op == other || target.op == otherPop) && jump.span.line == target.span.line) {
        const BlockId below = flow.at(jump.target).next;
        if (below == noBlock || below == jump.target)
            return false;
        jump.target = below;
        jump.op = samePop;
        return true;
    }
    return false;
}

/// True if the jump changed.
bool optimizeJump(Flow& flow, FlowInstruction& jump)
{
    jump.target = flow.skipEmpty(jump.target);
    if (flow.at(jump.target).code.empty())
        return false;
    const FlowInstruction target = flow.at(jump.target).code.front();
    if (jump.op == Opcode::JumpIfFalseOrPop || jump.op == Opcode::JumpIfTrueOrPop)
        return optimizeJumpOrPop(flow, jump, target);
    if (jump.op == pseudo::jump && isUnconditionalJump(target.op))
        return threadJump(jump, target, target.op == pseudo::jump ? pseudo::jump : pseudo::jumpNoInterrupt);
    const bool conditional = jump.op >= pseudo::popJumpIfFalse && jump.op <= pseudo::popJumpIfNotNone;
    return conditional && target.op == pseudo::jump && threadJump(jump, target, jump.op);
}

void optimizeBlock(Flow& flow, BlockId block, Constants& constants)
{
    auto& code = flow.at(block).code;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i].op == Opcode::LoadConst)
            optimizeConstant(code, i, constants);
        if (code[i].op == Opcode::BuildTuple && i + 1 < code.size())
            unpackWithoutTuple(code[i], code[i + 1]);
        if (code[i].op == Opcode::BuildTuple)
            foldTuple(code, i, constants);
        if (code[i].op == Opcode::Swap)
            applySwaps(code, i);
        if (code[i].op == Opcode::PushNull && i + 1 < code.size() && code[i + 1].op == Opcode::LoadGlobal) {
            makeNop(code[i]);
            code[i + 1].arg |= 1;
        }
        // Threading ends: it follows each jump of a chain at most once, and a loop of jumps is caught by its
        // lines.
        for (std::size_t turns = 0; isFlowJump(code[i].op) && turns < 64 && optimizeJump(flow, code[i]);
             ++turns) {
        }
    }
}

// ---- Among blocks ----

bool isExitWithoutLine(const Block& block)
{
    return !block.code.empty() && isExit(block.code.back().op) &&
           std::all_of(block.code.begin(), block.code.end(), [](const auto& i) { return i.span.line < 0; });
}

constexpr std::size_t smallExit = 4; ///< largest artificial exit that is copied instead of jumped to

void inlineSmallExit(Flow& flow, BlockId block)
{
    auto& code = flow.at(block).code;
    if (code.empty() || !isUnconditionalJump(code.back().op))
        return;
    if (!isExitWithoutLine(flow.at(code.back().target)))
        return;
    const Code target = flow.at(code.back().target).code;
    if (target.size() > smallExit)
        return;
    makeNop(code.back());
    code.insert(code.end(), target.begin(), target.end());
}

/// Counts predecessors and empties the blocks that have none.
void removeUnreachable(Flow& flow)
{
    const auto order = flow.order();
    for (const auto block : order)
        flow.at(block).predecessors = 0;
    std::vector<BlockId> work = {0};
    flow.at(0).predecessors = 1;
    const auto reach = [&](BlockId block) {
        if (flow.at(block).predecessors++ == 0)
            work.push_back(block);
    };
    while (!work.empty()) {
        const auto block = work.back();
        work.pop_back();
        if (flow.at(block).next != noBlock && flow.fallsThrough(block))
            reach(flow.at(block).next);
        for (const auto& instruction : flow.at(block).code)
            if (instruction.target != noBlock)
                reach(instruction.target);
    }
    for (const auto block : order)
        if (flow.at(block).predecessors == 0)
            flow.at(block).code.clear();
}

void cleanAll(Flow& flow)
{
    for (const auto block : flow.order())
        dropNops(flow, block);
}

void dropEmptyBlocks(Flow& flow)
{
    for (BlockId block = 0; block != noBlock; block = flow.at(block).next)
        if (flow.at(block).next != noBlock)
            flow.at(block).next = flow.skipEmpty(flow.at(block).next);
    for (const auto block : flow.order())
        for (auto& instruction : flow.at(block).code)
            if (instruction.target != noBlock)
                instruction.target = flow.skipEmpty(instruction.target);
}

/// A jump to the block just below is none.
void dropRedundantJumps(Flow& flow)
{
    for (const auto block : flow.order()) {
        auto& code = flow.at(block).code;
        if (code.empty() || !isUnconditionalJump(code.back().op) || code.back().target != flow.at(block).next)
            continue;
        makeNop(code.back());
        dropNops(flow, block);
    }
    dropEmptyBlocks(flow);
}

// ---- Lines for artificial instructions ----

/// Several jumps to one artificial exit get a copy each, so that each copy can take its jump's line.
void duplicateExits(Flow& flow)
{
    // Newest blocks first, as CPython does: it decides the order of the copies.
    for (BlockId block = flow.blocks() - 1; block >= 0; --block) {
        if (flow.at(block).code.empty() || !isFlowJump(flow.at(block).code.back().op))
            continue;
        const auto target = flow.at(block).code.back().target;
        if (!isExitWithoutLine(flow.at(target)) || flow.at(target).predecessors <= 1)
            continue;
        const auto copy = flow.newBlock();
        flow.at(copy).code = flow.at(target).code;
        flow.at(copy).code.front().span = flow.at(block).code.back().span;
        flow.at(copy).predecessors = 1;
        flow.at(copy).next = flow.at(target).next;
        flow.at(block).code.back().target = copy;
        flow.at(target).next = copy;
        --flow.at(target).predecessors;
    }
    for (const auto block : flow.order()) {
        const auto next = flow.at(block).next;
        if (next != noBlock && flow.fallsThrough(block) && !flow.at(block).code.empty() &&
            isExitWithoutLine(flow.at(next)))
            flow.at(next).code.front().span = flow.at(block).code.back().span;
    }
}

void propagateLines(Flow& flow)
{
    const auto give = [&](BlockId block, const Span& span) {
        auto& target = flow.at(block);
        if (target.predecessors == 1 && !target.code.empty() && target.code.front().span.line < 0)
            target.code.front().span = span;
    };
    for (const auto block : flow.order()) {
        auto& code = flow.at(block).code;
        if (code.empty())
            continue;
        Span previous = artificial;
        for (auto& instruction : code) {
            if (instruction.span.line < 0)
                instruction.span = previous;
            previous = instruction.span;
        }
        if (flow.fallsThrough(block) && flow.at(block).next != noBlock)
            give(flow.at(block).next, previous);
        if (isFlowJump(code.back().op))
            give(code.back().target, previous);
    }
}

/// An exit that still has no line (only a module without statements, or a bare loop) gets the first one.
void guaranteeExitLines(Flow& flow, int firstLine)
{
    for (const auto block : flow.order()) {
        auto& code = flow.at(block).code;
        if (code.empty() || !(code.back().op == Opcode::ReturnValue) || code.back().span.line >= 0)
            continue;
        for (auto& instruction : code)
            if (instruction.span.line < 0)
                instruction.span = {firstLine, 0, firstLine, 0};
    }
}

} // namespace

void dropNops(Flow& flow, BlockId block)
{
    int previousLine = -1;
    auto& code = flow.at(block).code;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const int line = code[i].span.line;
        if (code[i].op == Opcode::Nop) {
            if (line < 0 || previousLine == line)
                continue;
            if (i + 1 < code.size()) {
                const int nextLine = code[i + 1].span.line;
                if (nextLine < 0 || nextLine == line) {
                    if (nextLine < 0)
                        code[i + 1].span = code[i].span;
                    continue;
                }
            } else if (flow.at(block).next != noBlock) {
                const auto& below = flow.at(flow.skipEmpty(flow.at(block).next)).code;
                if (!below.empty() && below.front().span.line == line)
                    continue;
            }
        }
        previousLine = line;
        code[kept++] = code[i];
    }
    code.resize(kept);
}

void optimize(Flow& flow, Constants& constants, int firstLine)
{
    for (const auto block : flow.order()) {
        optimizeBlock(flow, block, constants);
        dropNops(flow, block);
    }
    const auto order = flow.order();
    for (auto block = order.rbegin(); block != order.rend(); ++block)
        inlineSmallExit(flow, *block);
    removeUnreachable(flow);
    cleanAll(flow);
    dropEmptyBlocks(flow);
    dropRedundantJumps(flow);
    duplicateExits(flow);
    propagateLines(flow);
    guaranteeExitLines(flow, firstLine);
}

} // namespace il::script::compiler
