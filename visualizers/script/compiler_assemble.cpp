// From the flow graph to a Code: layout, exception handlers, stack size.
#include "script/compiler_flow.h"

#include <algorithm>
#include <bit>

namespace il::script::compiler {

namespace {

/// Change of the stack's depth by one instruction, when it jumps or when it goes on.
int stackEffect(const FlowInstruction& instruction, bool jumps)
{
    using enum Opcode;
    const int arg = static_cast<int>(instruction.arg & 0xffffff);
    if (instruction.op == pseudo::setupFinally || instruction.op == pseudo::setupWith)
        return jumps ? 1 : 0;
    if (instruction.op == pseudo::setupCleanup)
        return jumps ? 2 : 0;
    if (instruction.op >= pseudo::popJumpIfFalse)
        return -1;
    if (instruction.op >= pseudo::popBlock)
        return 0;
    switch (instruction.op) {
    case Copy:
    case PushNull:
    case LoadConst:
    case LoadFast:
    case LoadName:
    case LoadDeref:
    case LoadClassDeref:
    case LoadClosure:
    case LoadMethod:
    case LoadBuildClass:
    case ReturnGenerator:
    case ImportFrom:
    case BeforeWith:
    case WithExceptStart:
    case PushExcInfo:
    case LoadAssertionError:
    case GetLen:
        return 1;
    case LoadGlobal:
        return 1 + (arg & 1);
    case PopTop:
    case StoreFast:
    case StoreGlobal:
    case StoreName:
    case StoreDeref:
    case DeleteAttr:
    case BinaryOp:
    case CompareOp:
    case IsOp:
    case ContainsOp:
    case BinarySubscr:
    case ListAppend:
    case SetAdd:
    case ListExtend:
    case SetUpdate:
    case DictUpdate:
    case DictMerge:
    case ReturnValue:
    case ImportName:
    case ImportStar:
    case PopExcept:
    case Reraise:
        return -1;
    case StoreAttr:
    case DeleteSubscr:
    case MapAdd:
        return -2;
    case StoreSubscr:
        return -3;
    case Call:
        return -1 - arg;
    case CallFunctionEx:
        return -2 - (arg & 1);
    case BuildSlice:
    case BuildTuple:
    case BuildList:
    case BuildSet:
    case BuildString:
        return 1 - arg;
    case BuildMap:
        return 1 - 2 * arg;
    case BuildConstKeyMap:
    case RaiseVarargs:
        return -arg;
    case FormatValue:
        return (arg & 4) != 0 ? -1 : 0;
    case UnpackSequence:
        return arg - 1;
    case UnpackEx:
        return (arg & 0xff) + (arg >> 8);
    case JumpIfFalseOrPop:
    case JumpIfTrueOrPop:
        return jumps ? 0 : -1;
    case ForIter:
        return jumps ? -1 : 1;
    case Send:
        return jumps ? -1 : 0;
    case MakeFunction:
        return -std::popcount(instruction.arg & 0xfu);
    default:
        return 0;
    }
}

struct Depths {
    std::vector<int> atStart; ///< by block; -1 where it isn't reached
    int largest = 0;
};

Depths stackDepths(const Flow& flow, std::size_t blocks)
{
    Depths depths;
    depths.atStart.assign(blocks, -1);
    std::vector<BlockId> work;
    const auto reach = [&](BlockId block, int depth) {
        auto& start = depths.atStart[static_cast<std::size_t>(block)];
        depths.largest = std::max(depths.largest, depth);
        if (start == -1) {
            start = depth;
            work.push_back(block);
        }
    };
    reach(0, 0);
    while (!work.empty()) {
        const auto block = work.back();
        work.pop_back();
        int depth = depths.atStart[static_cast<std::size_t>(block)];
        for (const auto& instruction : flow.at(block).code) {
            if (instruction.target != noBlock)
                reach(instruction.target, depth + stackEffect(instruction, true));
            depth += stackEffect(instruction, false);
            depths.largest = std::max(depths.largest, depth);
        }
        if (flow.fallsThrough(block) && flow.at(block).next != noBlock)
            reach(flow.at(block).next, depth);
    }
    return depths;
}

struct Guard {
    BlockId handler = noBlock;
    bool lasti = false;
};

/// Notes every instruction's innermost handler.
void labelHandlers(Flow& flow, std::size_t blocks)
{
    std::vector<std::vector<Guard>> stackAtStart(blocks);
    std::vector<bool> seen(blocks);
    std::vector<BlockId> work;
    const auto reach = [&](BlockId block, const std::vector<Guard>& stack) {
        const auto index = static_cast<std::size_t>(block);
        if (seen[index])
            return;
        seen[index] = true;
        stackAtStart[index] = stack;
        work.push_back(block);
    };
    reach(0, {});
    while (!work.empty()) {
        const auto block = work.back();
        work.pop_back();
        auto stack = stackAtStart[static_cast<std::size_t>(block)];
        for (auto& instruction : flow.at(block).code) {
            const bool marker = isBlockPush(instruction.op) || instruction.op == pseudo::popBlock;
            if (!stack.empty() && !marker) {
                instruction.handler = stack.back().handler;
                instruction.lasti = stack.back().lasti;
            }
            if (instruction.target != noBlock)
                reach(instruction.target, stack);
            if (isBlockPush(instruction.op))
                stack.push_back({instruction.target, instruction.op != pseudo::setupFinally});
            if (instruction.op == pseudo::popBlock && !stack.empty())
                stack.pop_back();
        }
        if (flow.fallsThrough(block) && flow.at(block).next != noBlock)
            reach(flow.at(block).next, stack);
    }
}

/// Setups and their ends do nothing at run time; those with a line of their own stay as NOPs.
void dropSetups(Flow& flow)
{
    for (const auto block : flow.order())
        for (auto& instruction : flow.at(block).code)
            if (isBlockPush(instruction.op) || instruction.op == pseudo::popBlock) {
                instruction.op = Opcode::Nop;
                instruction.target = noBlock;
            }
    for (const auto block : flow.order())
        dropNops(flow, block);
}

Opcode realJump(Opcode op, bool forward)
{
    using enum Opcode;
    if (op == pseudo::jump)
        return forward ? JumpForward : JumpBackward;
    if (op == pseudo::jumpNoInterrupt)
        return forward ? JumpForward : JumpBackwardNoInterrupt;
    if (op == pseudo::popJumpIfFalse)
        return forward ? PopJumpForwardIfFalse : PopJumpBackwardIfFalse;
    if (op == pseudo::popJumpIfTrue)
        return forward ? PopJumpForwardIfTrue : PopJumpBackwardIfTrue;
    if (op == pseudo::popJumpIfNone)
        return forward ? PopJumpForwardIfNone : PopJumpBackwardIfNone;
    if (op == pseudo::popJumpIfNotNone)
        return forward ? PopJumpForwardIfNotNone : PopJumpBackwardIfNotNone;
    return op;
}

std::vector<std::uint32_t> layOut(const Flow& flow, std::size_t blocks)
{
    std::vector<std::uint32_t> starts(blocks);
    std::uint32_t index = 0;
    for (const auto block : flow.order()) {
        starts[static_cast<std::size_t>(block)] = index;
        index += static_cast<std::uint32_t>(flow.at(block).code.size());
    }
    return starts;
}

/// Lengthens the last handler by one instruction, or begins the next one.
void guard(std::vector<Handler>& handlers, const Handler& one)
{
    if (!handlers.empty() && handlers.back().end == one.start && handlers.back().target == one.target &&
        handlers.back().depth == one.depth && handlers.back().lasti == one.lasti)
        handlers.back().end = one.end;
    else
        handlers.push_back(one);
}

} // namespace

void assemble(Flow flow, Code& code)
{
    std::size_t blocks = 0;
    for (const auto block : flow.order())
        blocks = std::max(blocks, static_cast<std::size_t>(block) + 1);
    const auto depths = stackDepths(flow, blocks);
    code.stackSize = static_cast<std::uint32_t>(depths.largest);
    labelHandlers(flow, blocks);
    dropSetups(flow);
    const auto starts = layOut(flow, blocks);
    for (const auto block : flow.order())
        for (const auto& instruction : flow.at(block).code) {
            const auto index = static_cast<std::uint32_t>(code.instructions.size());
            Instruction real{instruction.op, instruction.arg};
            if (instruction.target != noBlock) {
                real.arg = starts[static_cast<std::size_t>(instruction.target)];
                real.op = realJump(instruction.op, real.arg > index);
            }
            code.instructions.push_back(real);
            code.positions.push_back(instruction.span.line < 0 ? Span{} : instruction.span);
            if (instruction.handler == noBlock)
                continue;
            const auto handler = static_cast<std::size_t>(instruction.handler);
            const int pushed = instruction.lasti ? 2 : 1;
            const int depth = std::max(0, depths.atStart[handler] - pushed);
            guard(code.handlers,
                  {index, index + 1, starts[handler], static_cast<std::uint32_t>(depth), instruction.lasti});
        }
}

} // namespace il::script::compiler
