#include "script/compiler_flow.h"

#include <cstring>

namespace il::script::compiler {

namespace {

/// A text that is equal for equal constants of equal type only.
std::string key(const Const& value)
{
    struct Visitor {
        std::string operator()(std::monostate) const { return "n"; }
        std::string operator()(bool b) const { return b ? "T" : "F"; }
        std::string operator()(std::int64_t i) const { return "i" + std::to_string(i); }
        std::string operator()(double d) const
        {
            std::uint64_t bits = 0;
            std::memcpy(&bits, &d, sizeof bits);
            return "d" + std::to_string(bits);
        }
        std::string operator()(const std::string& s) const
        {
            return "s" + std::to_string(s.size()) + ":" + s;
        }
        std::string operator()(const ast::BytesLiteral& b) const
        {
            return "b" + std::to_string(b.bytes.size()) + ":" + b.bytes;
        }
        std::string operator()(ast::EllipsisLiteral) const { return "."; }
        std::string operator()(CodeRef code) const { return "c" + std::to_string(code.index); }
        std::string operator()(const ConstTuple& tuple) const
        {
            std::string text = "(" + std::to_string(tuple.items.size()) + ":";
            for (const auto& item : tuple.items)
                text += key(item);
            return text + ")";
        }
    };
    return std::visit(Visitor{}, value);
}

} // namespace

std::uint32_t Constants::add(const Const& value)
{
    const auto [place, isNew] = m_indices.emplace(key(value), static_cast<std::uint32_t>(m_values.size()));
    if (isNew)
        m_values.push_back(value);
    return place->second;
}

bool isTrue(const Const& value)
{
    struct Visitor {
        bool operator()(std::monostate) const { return false; }
        bool operator()(bool b) const { return b; }
        bool operator()(std::int64_t i) const { return i != 0; }
        bool operator()(double d) const { return d < 0 || d > 0 || d != d; }
        bool operator()(const std::string& s) const { return !s.empty(); }
        bool operator()(const ast::BytesLiteral& b) const { return !b.bytes.empty(); }
        bool operator()(ast::EllipsisLiteral) const { return true; }
        bool operator()(CodeRef) const { return true; }
        bool operator()(const ConstTuple& tuple) const { return !tuple.items.empty(); }
    };
    return std::visit(Visitor{}, value);
}

bool isBlockPush(Opcode op)
{
    return op == pseudo::setupFinally || op == pseudo::setupCleanup || op == pseudo::setupWith;
}

bool isUnconditionalJump(Opcode op)
{
    return op == pseudo::jump || op == pseudo::jumpNoInterrupt;
}

bool isFlowJump(Opcode op)
{
    return (op >= pseudo::jump && op <= pseudo::popJumpIfNotNone) || op == Opcode::JumpIfFalseOrPop ||
           op == Opcode::JumpIfTrueOrPop || op == Opcode::ForIter || op == Opcode::Send;
}

bool isExit(Opcode op)
{
    return op == Opcode::ReturnValue || op == Opcode::RaiseVarargs || op == Opcode::Reraise;
}

BlockId Flow::newBlock()
{
    m_blocks.emplace_back();
    return static_cast<BlockId>(m_blocks.size()) - 1;
}

void Flow::use(BlockId block)
{
    at(m_current).next = block;
    m_current = block;
}

void Flow::add(FlowInstruction instruction)
{
    const auto& code = at(m_current).code;
    if (!code.empty() && (isFlowJump(code.back().op) || isExit(code.back().op)))
        use(newBlock());
    at(m_current).code.push_back(instruction);
}

bool Flow::returns() const
{
    const auto& code = at(m_current).code;
    return !code.empty() && code.back().op == Opcode::ReturnValue;
}

std::vector<BlockId> Flow::order() const
{
    std::vector<BlockId> blocks;
    for (BlockId block = 0; block != noBlock; block = at(block).next)
        blocks.push_back(block);
    return blocks;
}

bool Flow::fallsThrough(BlockId block) const
{
    const auto& code = at(block).code;
    return code.empty() || !(isUnconditionalJump(code.back().op) || isExit(code.back().op));
}

BlockId Flow::skipEmpty(BlockId block) const
{
    while (at(block).code.empty() && at(block).next != noBlock)
        block = at(block).next;
    return block;
}

} // namespace il::script::compiler
