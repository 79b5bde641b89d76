// The control flow graph of one code object while it is being compiled: basic blocks of instructions whose
// jumps name blocks. compiler_optimize.cpp tidies it as CPython does, compiler_assemble.cpp lays it out as a
// Code.
#pragma once

#include "script/program.h"

#include <map>
#include <string>
#include <vector>

namespace il::script::compiler {

/// Instructions that exist before assembly only. The setups open the range that a handler guards, popBlock
/// closes it.
namespace pseudo {
inline constexpr auto first = static_cast<std::uint8_t>(opcodes);
inline constexpr Opcode setupFinally{first};     ///< the handler finds the exception on the stack
inline constexpr Opcode setupCleanup{first + 1}; ///< ... above the failing instruction's index
inline constexpr Opcode setupWith{first + 2};    ///< ... the same, without the result of __enter__
inline constexpr Opcode popBlock{first + 3};
inline constexpr Opcode jump{first + 4};
inline constexpr Opcode jumpNoInterrupt{first + 5};
inline constexpr Opcode popJumpIfFalse{first + 6};
inline constexpr Opcode popJumpIfTrue{first + 7};
inline constexpr Opcode popJumpIfNone{first + 8};
inline constexpr Opcode popJumpIfNotNone{first + 9};
} // namespace pseudo

using BlockId = int;
inline constexpr BlockId noBlock = -1;

/// The position of instructions that no source text made; they take a neighbour's line if they can.
inline constexpr Span artificial{-1, -1, -1, -1};

struct FlowInstruction {
    Opcode op = Opcode::Nop;
    std::uint32_t arg = 0;
    BlockId target = noBlock; ///< of jumps and setups
    Span span;
    BlockId handler = noBlock; ///< innermost handler that guards it; known during assembly only
    bool lasti = false;        ///< that handler wants the failing instruction's index
};

struct Block {
    std::vector<FlowInstruction> code;
    BlockId next = noBlock; ///< the block below it
    int predecessors = 0;   ///< valid after the unreachable blocks are known
};

/// The constants of one code object, each once. 1, 1.0 and True are different constants, so are 0.0 and -0.0.
class Constants {
public:
    std::uint32_t add(const Const& value);
    const Const& at(std::uint32_t index) const { return m_values[index]; }
    const std::vector<Const>& values() const { return m_values; }

private:
    std::vector<Const> m_values;
    std::map<std::string, std::uint32_t> m_indices;
};

bool isTrue(const Const& value);

bool isBlockPush(Opcode op);
bool isFlowJump(Opcode op); ///< real jumps: not the setups
bool isUnconditionalJump(Opcode op);
bool isExit(Opcode op); ///< leaves the code object: return, raise

/// Grows by add() at the current block; a block ends by itself behind a jump or an exit.
class Flow {
public:
    Flow() : m_blocks(1) {}

    BlockId blocks() const { return static_cast<BlockId>(m_blocks.size()); }
    BlockId newBlock();
    void use(BlockId block); ///< what is added next goes there, below the current block
    void add(FlowInstruction instruction);
    bool returns() const; ///< the current block ends with a return

    Block& at(BlockId block) { return m_blocks[static_cast<std::size_t>(block)]; }
    const Block& at(BlockId block) const { return m_blocks[static_cast<std::size_t>(block)]; }
    std::vector<BlockId> order() const; ///< from the entry (always block 0) along `next`
    bool fallsThrough(BlockId block) const;
    BlockId skipEmpty(BlockId block) const; ///< itself or the first below it that has instructions

private:
    std::vector<Block> m_blocks;
    BlockId m_current = 0;
};

/// Folding of constants, jump threading, copying of small exits, removal of what can't be reached, and lines
/// for the artificial instructions, in CPython's order: the result is what its compiler would execute.
void optimize(Flow& flow, Constants& constants, int firstLine);

/// Drops the NOPs of a block that carry no line of their own.
void dropNops(Flow& flow, BlockId block);

/// Instructions, positions, exception handlers and stack size of `flow`, put into `code`.
void assemble(Flow flow, Code& code);

} // namespace il::script::compiler
