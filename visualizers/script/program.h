// A compiled script: code objects of the virtual machine's instruction set, with positions for every
// instruction.
//
// The instructions follow CPython 3.11's in grain and stack effect (see its Doc/library/dis), since that
// decides where a thread switch can fall. Differences: no CACHE/PRECALL/EXTENDED_ARG; jump arguments are
// absolute instruction indices; arguments are 32 bits wide; several CALL_INTRINSIC-like details are left out.
#pragma once

#include "script/ast.h"
#include "script/diagnostic.h"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace il::script {

enum class Opcode : std::uint8_t {
    Nop,
    Resume, // function entry (arg 0) or after yield (1): a switch point; after yield from (2): none
    PopTop,
    Copy,
    Swap,
    PushNull,
    LoadConst, // arg: index into consts
    LoadFast,
    StoreFast,
    DeleteFast, // varnames
    LoadGlobal, // arg = name index << 1 | push NULL first (as 3.11 does for calls)
    StoreGlobal,
    DeleteGlobal,
    LoadName,
    StoreName,
    DeleteName, // module and class level
    LoadDeref,
    StoreDeref,
    DeleteDeref,
    LoadClassDeref,
    LoadClosure, // arg: index into cellvars ++ freevars
    LoadAttr,
    StoreAttr,
    DeleteAttr,     // names; StoreAttr: value, owner ->
    LoadMethod,     // owner -> (method, self) or (NULL, attribute)
    KwNames,        // arg: const (tuple of str) naming the last arguments of the Call that follows
    Call,           // (NULL, callable | method, self), arg arguments -> result
    CallFunctionEx, // NULL, callable, args tuple[, kwargs dict if arg & 1] -> result
    BinaryOp,       // arg: BinaryKind
    UnaryNegative,
    UnaryPositive,
    UnaryInvert,
    UnaryNot,
    CompareOp, // arg: 0 <, 1 <=, 2 ==, 3 !=, 4 >, 5 >=
    IsOp,
    ContainsOp, // arg 1 inverts
    BinarySubscr,
    StoreSubscr,
    DeleteSubscr,
    BuildSlice,
    BuildTuple,
    BuildList,
    BuildSet,
    BuildMap,
    BuildConstKeyMap,
    BuildString,
    FormatValue, // arg as 3.11's: conversion in low 2 bits, 4 = a format spec is on the stack
    ListAppend,
    SetAdd,
    MapAdd,
    ListExtend,
    SetUpdate,
    DictUpdate,
    DictMerge,
    ListToTuple,
    UnpackSequence,
    UnpackEx,
    JumpForward,
    JumpBackward, // JumpBackward: a switch point
    PopJumpForwardIfFalse,
    PopJumpForwardIfTrue,
    PopJumpForwardIfNone,
    PopJumpForwardIfNotNone,
    PopJumpBackwardIfFalse,
    PopJumpBackwardIfTrue,
    PopJumpBackwardIfNone,
    PopJumpBackwardIfNotNone,
    JumpIfFalseOrPop,
    JumpIfTrueOrPop,
    GetIter,
    ForIter,      // ForIter: arg = target when exhausted (the iterator is popped)
    MakeFunction, // flags 1 defaults tuple, 2 kwdefaults dict, 4 annotations (tuple), 8 closure tuple; code
                  // on top
    LoadBuildClass,
    ReturnValue,
    ReturnGenerator,
    YieldValue,
    GetYieldFromIter,
    Send, // Send: arg = target when the sub-iterator is done
    ImportName,
    ImportFrom,
    ImportStar,
    BeforeWith,
    WithExceptStart,
    PushExcInfo,
    PopExcept,
    CheckExcMatch,
    Reraise,
    RaiseVarargs,
    LoadAssertionError,
    GetLen,
    JumpBackwardNoInterrupt, // end of a `yield from` loop: no switch point
    SetupAnnotations,        // makes __annotations__ in the namespace when it isn't there yet
};
inline constexpr int opcodes = static_cast<int>(Opcode::SetupAnnotations) + 1;

/// Argument of BinaryOp; the in-place forms are the plain ones + 13, in CPython's NB_* order.
enum class BinaryKind : std::uint8_t {
    Add,
    And,
    FloorDivide,
    LShift,
    MatrixMultiply,
    Multiply,
    Remainder,
    Or,
    Power,
    RShift,
    Subtract,
    TrueDivide,
    Xor,
};
inline constexpr std::uint32_t inPlace = 13;

struct Instruction {
    Opcode op = Opcode::Nop;
    std::uint32_t arg = 0;
    friend bool operator==(const Instruction&, const Instruction&) = default;
};

struct CodeRef {
    std::uint32_t index = 0;
}; ///< index into Program::codes
struct ConstTuple;
/// monostate is None. Frozen sets and big integers don't occur.
using Const = std::variant<std::monostate, bool, std::int64_t, double, std::string, ast::BytesLiteral,
                           ast::EllipsisLiteral, CodeRef, ConstTuple>;
struct ConstTuple {
    std::vector<Const> items;
};

/// While instructions [start, end) run, an exception unwinds the stack to `depth`, pushes (the index of the
/// failing instruction if `lasti`, then) the exception, and goes on at `target`. Inner entries come first.
struct Handler {
    std::uint32_t start = 0, end = 0, target = 0, depth = 0;
    bool lasti = false;
};

struct Code {
    std::string name;     ///< "worker", "<module>", "<lambda>", "<listcomp>"
    std::string qualname; ///< "Account.deposit", "main.<locals>.worker"
    int firstLine = 1;
    std::uint32_t argCount = 0, posOnlyCount = 0, kwOnlyCount = 0; ///< argCount includes positional-only ones
    bool varArgs = false, varKeywords = false, generator = false,
         optimized = true; ///< optimized: has fast locals
    std::vector<std::string> names, varnames, cellvars, freevars;
    /// For every cell variable that is a parameter: its index in varnames; -1 otherwise.
    std::vector<int> cellArgs;
    std::vector<Const> consts; ///< of a function: [0] is its docstring if that is a str (as CPython has it)
    std::vector<Instruction> instructions;
    std::vector<Span> positions; ///< one per instruction; line 0 when no source line made it
    std::vector<Handler> handlers;
    std::uint32_t stackSize = 0; ///< upper bound
};

/// A `#: name` comment: it marks the first statement on its own line or, when it stands alone, on the next
/// code line. Below the last one it marks the end of a run that is stuck.
struct Cue {
    static constexpr int deadlock = 0;
    std::string name;
    int line = deadlock;
};

struct Program {
    std::string file;               ///< as given; tracebacks print it
    std::vector<std::string> lines; ///< the source, without line ends
    std::vector<Code> codes;        ///< [0] is the module
    std::vector<Cue> cues;
    std::string metadata; ///< the TOML text of its PEP 723 block, "" when it has none
    int metadataLine = 0; ///< line of the first metadata text, for diagnostics
};

/// Opcode's name in CPython's spelling, "LOAD_FAST".
const char* name(Opcode op);
/// Whether the argument is an instruction index to go on at.
bool isJump(Opcode op);
/// One line per instruction, for tests and the code card: "  3  12 LOAD_GLOBAL  1 (counter)".
std::string disassemble(const Program& program);

} // namespace il::script
