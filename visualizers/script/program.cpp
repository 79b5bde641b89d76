#include "script/program.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace il::script {

namespace {

constexpr std::array<const char*, static_cast<std::size_t>(opcodes)> names = {
    "NOP",
    "RESUME",
    "POP_TOP",
    "COPY",
    "SWAP",
    "PUSH_NULL",
    "LOAD_CONST",
    "LOAD_FAST",
    "STORE_FAST",
    "DELETE_FAST",
    "LOAD_GLOBAL",
    "STORE_GLOBAL",
    "DELETE_GLOBAL",
    "LOAD_NAME",
    "STORE_NAME",
    "DELETE_NAME",
    "LOAD_DEREF",
    "STORE_DEREF",
    "DELETE_DEREF",
    "LOAD_CLASSDEREF",
    "LOAD_CLOSURE",
    "LOAD_ATTR",
    "STORE_ATTR",
    "DELETE_ATTR",
    "LOAD_METHOD",
    "KW_NAMES",
    "CALL",
    "CALL_FUNCTION_EX",
    "BINARY_OP",
    "UNARY_NEGATIVE",
    "UNARY_POSITIVE",
    "UNARY_INVERT",
    "UNARY_NOT",
    "COMPARE_OP",
    "IS_OP",
    "CONTAINS_OP",
    "BINARY_SUBSCR",
    "STORE_SUBSCR",
    "DELETE_SUBSCR",
    "BUILD_SLICE",
    "BUILD_TUPLE",
    "BUILD_LIST",
    "BUILD_SET",
    "BUILD_MAP",
    "BUILD_CONST_KEY_MAP",
    "BUILD_STRING",
    "FORMAT_VALUE",
    "LIST_APPEND",
    "SET_ADD",
    "MAP_ADD",
    "LIST_EXTEND",
    "SET_UPDATE",
    "DICT_UPDATE",
    "DICT_MERGE",
    "LIST_TO_TUPLE",
    "UNPACK_SEQUENCE",
    "UNPACK_EX",
    "JUMP_FORWARD",
    "JUMP_BACKWARD",
    "POP_JUMP_FORWARD_IF_FALSE",
    "POP_JUMP_FORWARD_IF_TRUE",
    "POP_JUMP_FORWARD_IF_NONE",
    "POP_JUMP_FORWARD_IF_NOT_NONE",
    "POP_JUMP_BACKWARD_IF_FALSE",
    "POP_JUMP_BACKWARD_IF_TRUE",
    "POP_JUMP_BACKWARD_IF_NONE",
    "POP_JUMP_BACKWARD_IF_NOT_NONE",
    "JUMP_IF_FALSE_OR_POP",
    "JUMP_IF_TRUE_OR_POP",
    "GET_ITER",
    "FOR_ITER",
    "MAKE_FUNCTION",
    "LOAD_BUILD_CLASS",
    "RETURN_VALUE",
    "RETURN_GENERATOR",
    "YIELD_VALUE",
    "GET_YIELD_FROM_ITER",
    "SEND",
    "IMPORT_NAME",
    "IMPORT_FROM",
    "IMPORT_STAR",
    "BEFORE_WITH",
    "WITH_EXCEPT_START",
    "PUSH_EXC_INFO",
    "POP_EXCEPT",
    "CHECK_EXC_MATCH",
    "RERAISE",
    "RAISE_VARARGS",
    "LOAD_ASSERTION_ERROR",
    "GET_LEN",
    "JUMP_BACKWARD_NO_INTERRUPT",
    "SETUP_ANNOTATIONS",
};
static_assert(names.back() != nullptr);

} // namespace

namespace {

std::string quoted(const std::string& text, char prefix)
{
    static constexpr const char* digits = "0123456789abcdef";
    std::string result = prefix == '\0' ? "'" : std::string{prefix, '\''};
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            result += "\\n";
        else if (c == '\'' || c == '\\')
            result += std::string{'\\', c};
        else if (byte < 0x20 || byte == 0x7f || (prefix != '\0' && byte > 0x7f))
            result += std::string{'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        else
            result += c;
    }
    return result + "'";
}

std::string shown(const Const& value, const std::vector<Code>& codes)
{
    if (const auto* b = std::get_if<bool>(&value))
        return *b ? "True" : "False";
    if (const auto* i = std::get_if<std::int64_t>(&value))
        return std::to_string(*i);
    if (const auto* d = std::get_if<double>(&value)) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *d).ptr;
        std::string text(digits.data(), end);
        return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
    }
    if (const auto* s = std::get_if<std::string>(&value))
        return quoted(*s, '\0');
    if (const auto* b = std::get_if<ast::BytesLiteral>(&value))
        return quoted(b->bytes, 'b');
    if (std::holds_alternative<ast::EllipsisLiteral>(value))
        return "Ellipsis";
    if (const auto* code = std::get_if<CodeRef>(&value))
        return "<code " + codes[code->index].qualname + ">";
    if (const auto* tuple = std::get_if<ConstTuple>(&value)) {
        std::string text = "(";
        for (const auto& item : tuple->items)
            text += (text.size() > 1 ? ", " : "") + shown(item, codes);
        return text + (tuple->items.size() == 1 ? ",)" : ")");
    }
    return "None";
}

const std::string& cellOrFree(const Code& code, std::uint32_t index)
{
    return index < code.cellvars.size() ? code.cellvars[index] : code.freevars[index - code.cellvars.size()];
}

/// What the argument stands for, "" when the number says it all.
std::string meaning(const Program& program, const Code& code, const Instruction& instruction)
{
    static constexpr std::array<const char*, 6> comparisons = {"<", "<=", "==", "!=", ">", ">="};
    static constexpr std::array<const char*, 13> operators = {"+", "&",  "//", "<<", "@", "*", "%",
                                                              "|", "**", ">>", "-",  "/", "^"};
    using enum Opcode;
    switch (instruction.op) {
    case LoadConst:
    case KwNames:
        return shown(code.consts[instruction.arg], program.codes);
    case LoadFast:
    case StoreFast:
    case DeleteFast:
        return code.varnames[instruction.arg];
    case LoadGlobal:
        return ((instruction.arg & 1) != 0 ? "NULL + " : "") + code.names[instruction.arg >> 1];
    case StoreGlobal:
    case DeleteGlobal:
    case LoadName:
    case StoreName:
    case DeleteName:
    case LoadAttr:
    case StoreAttr:
    case DeleteAttr:
    case LoadMethod:
    case ImportName:
    case ImportFrom:
        return code.names[instruction.arg];
    case LoadDeref:
    case StoreDeref:
    case DeleteDeref:
    case LoadClassDeref:
    case LoadClosure:
        return cellOrFree(code, instruction.arg);
    case CompareOp:
        return comparisons[instruction.arg];
    case BinaryOp:
        return operators[instruction.arg % inPlace] + std::string(instruction.arg >= inPlace ? "=" : "");
    default:
        return isJump(instruction.op) ? "to " + std::to_string(instruction.arg) : "";
    }
}

bool hasArgument(Opcode op)
{
    using enum Opcode;
    static constexpr std::array plain = {Nop,
                                         PopTop,
                                         PushNull,
                                         UnaryNegative,
                                         UnaryPositive,
                                         UnaryInvert,
                                         UnaryNot,
                                         BinarySubscr,
                                         StoreSubscr,
                                         DeleteSubscr,
                                         ListToTuple,
                                         GetIter,
                                         LoadBuildClass,
                                         ReturnValue,
                                         ReturnGenerator,
                                         YieldValue,
                                         GetYieldFromIter,
                                         ImportStar,
                                         BeforeWith,
                                         WithExceptStart,
                                         PushExcInfo,
                                         PopExcept,
                                         CheckExcMatch,
                                         LoadAssertionError,
                                         GetLen,
                                         SetupAnnotations};
    return std::find(plain.begin(), plain.end(), op) == plain.end();
}

std::string padded(const std::string& text, std::size_t width)
{
    return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

void disassemble(const Program& program, const Code& code, std::string& text)
{
    int line = -1;
    for (std::size_t i = 0; i < code.instructions.size(); ++i) {
        const auto& instruction = code.instructions[i];
        const bool newLine = code.positions[i].line != line;
        line = code.positions[i].line;
        text +=
            padded(newLine && line > 0 ? std::to_string(line) : "", 4) + padded(std::to_string(i), 5) + " ";
        text += name(instruction.op);
        if (hasArgument(instruction.op)) {
            text += "  " + std::to_string(instruction.arg);
            const auto what = meaning(program, code, instruction);
            text += what.empty() ? "" : " (" + what + ")";
        }
        text += "\n";
    }
    for (const auto& handler : code.handlers)
        text += "     " + std::to_string(handler.start) + " to " + std::to_string(handler.end) + " -> " +
                std::to_string(handler.target) + " [" + std::to_string(handler.depth) + "]" +
                (handler.lasti ? " lasti" : "") + "\n";
}

} // namespace

bool isJump(Opcode op)
{
    using enum Opcode;
    return (op >= JumpForward && op <= JumpIfTrueOrPop) || op == ForIter || op == Send ||
           op == JumpBackwardNoInterrupt;
}

const char* name(Opcode op)
{
    return names[static_cast<std::size_t>(op)];
}

std::string disassemble(const Program& program)
{
    std::string text;
    for (const auto& code : program.codes) {
        text += (text.empty() ? "" : "\n") + code.qualname + ":\n";
        disassemble(program, code, text);
    }
    return text;
}

} // namespace il::script
