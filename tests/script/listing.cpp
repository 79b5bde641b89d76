#include "script/listing.h"

#include <algorithm>
#include <cstring>

namespace il::script {

namespace {

std::string hexadecimal(std::uint64_t value, int digits)
{
    std::string text;
    for (int i = digits - 1; i >= 0; --i)
        text += "0123456789abcdef"[value >> (4 * i) & 15];
    return text;
}

std::string escaped(const std::string& data)
{
    std::string text;
    for (const char c : data) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f && c != '\'' && c != '\\')
            text += c;
        else
            text += "\\x" + hexadecimal(byte, 2);
    }
    return "'" + text + "'";
}

std::string shown(const Program& program, const Const& value)
{
    if (const auto* b = std::get_if<bool>(&value))
        return *b ? "True" : "False";
    if (const auto* i = std::get_if<std::int64_t>(&value))
        return std::to_string(*i);
    if (const auto* d = std::get_if<double>(&value)) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, d, sizeof bits);
        return "float:" + hexadecimal(bits, 16);
    }
    if (const auto* s = std::get_if<std::string>(&value))
        return escaped(*s);
    if (const auto* b = std::get_if<ast::BytesLiteral>(&value))
        return "b" + escaped(b->bytes);
    if (std::holds_alternative<ast::EllipsisLiteral>(value))
        return "Ellipsis";
    if (const auto* code = std::get_if<CodeRef>(&value))
        return "<code " + program.codes[code->index].qualname + ">";
    if (const auto* tuple = std::get_if<ConstTuple>(&value)) {
        std::string text = "(";
        for (const auto& item : tuple->items)
            text += shown(program, item) + ",";
        return text + ")";
    }
    return "None";
}

/// Instructions without an argument in CPython.
bool bare(Opcode op)
{
    using enum Opcode;
    switch (op) {
    case Nop:
    case PopTop:
    case PushNull:
    case UnaryNegative:
    case UnaryPositive:
    case UnaryInvert:
    case UnaryNot:
    case BinarySubscr:
    case StoreSubscr:
    case DeleteSubscr:
    case GetIter:
    case LoadBuildClass:
    case ReturnValue:
    case ReturnGenerator:
    case YieldValue:
    case GetYieldFromIter:
    case ImportStar:
    case BeforeWith:
    case ListToTuple:
    case WithExceptStart:
    case PushExcInfo:
    case PopExcept:
    case CheckExcMatch:
    case LoadAssertionError:
    case SetupAnnotations:
        return true;
    default:
        return false;
    }
}

std::string argument(const Program& program, const Code& code, const Instruction& instruction)
{
    using enum Opcode;
    const auto arg = instruction.arg;
    const auto cells = code.cellvars.size();
    switch (instruction.op) {
    case LoadConst:
    case KwNames:
        return shown(program, code.consts[arg]);
    case LoadFast:
    case StoreFast:
    case DeleteFast:
        return code.varnames[arg];
    case LoadGlobal:
        return ((arg & 1) != 0 ? "NULL + " : "") + code.names[arg >> 1];
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
        return code.names[arg];
    case LoadDeref:
    case StoreDeref:
    case DeleteDeref:
    case LoadClassDeref:
    case LoadClosure:
        return arg < cells ? code.cellvars[arg] : code.freevars[arg - cells];
    default:
        return isJump(instruction.op) ? "to " + std::to_string(arg)
               : bare(instruction.op) ? ""
                                      : std::to_string(arg);
    }
}

std::string joined(std::vector<std::string> names)
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : " ") + name;
    return text;
}

std::string where(const Span& span)
{
    const auto column = [](int c) { return c < 0 ? std::string("None") : std::to_string(c); };
    if (span.line == 0 && span.endLine == 0)
        return "-";
    return std::to_string(span.line) + ":" + column(span.column) + "-" + std::to_string(span.endLine) + ":" +
           column(span.endColumn);
}

void add(const Program& program, const Code& code, std::string& out)
{
    std::vector<std::string> flags;
    if (code.optimized)
        flags.emplace_back("optimized");
    if (code.varArgs)
        flags.emplace_back("*args");
    if (code.varKeywords)
        flags.emplace_back("**kwargs");
    if (code.generator)
        flags.emplace_back("generator");
    const auto number = [](auto n) { return std::to_string(n); };
    out += code.qualname + " " + code.name + " line " + number(code.firstLine) + " (" +
           number(code.argCount) + " " + number(code.posOnlyCount) + " " + number(code.kwOnlyCount) + ") " +
           joined(flags) + "\n";
    out += "  variables " + joined(code.varnames) + " | " + joined(code.cellvars) + " | " +
           joined(code.freevars) + "\n";
    for (std::size_t i = 0; i < code.instructions.size(); ++i)
        out += "  " + number(i) + " " + name(code.instructions[i].op) + " " +
               argument(program, code, code.instructions[i]) + " @" + where(code.positions[i]) + "\n";
    for (const auto& h : code.handlers)
        out += "  " + number(h.start) + " to " + number(h.end) + " -> " + number(h.target) + " [" +
               number(h.depth) + "]" + (h.lasti ? " lasti" : "") + "\n";
    for (const auto& instruction : code.instructions)
        if (instruction.op == Opcode::LoadConst)
            if (const auto* inner = std::get_if<CodeRef>(&code.consts[instruction.arg]))
                add(program, program.codes[inner->index], out);
}

} // namespace

std::string listing(const Program& program)
{
    std::string out;
    add(program, program.codes.front(), out);
    return out;
}

} // namespace il::script
