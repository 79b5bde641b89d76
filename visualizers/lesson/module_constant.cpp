#include "lesson/metadata_reader.h"

#include "script/program.h"

namespace il::lesson {

namespace {

using script::Opcode;

std::optional<Value> valueOf(const script::Const& constant)
{
    if (const auto* integer = std::get_if<std::int64_t>(&constant))
        return *integer;
    if (const auto* real = std::get_if<double>(&constant))
        return *real;
    if (const auto* truth = std::get_if<bool>(&constant))
        return *truth;
    if (const auto* text = std::get_if<std::string>(&constant))
        return *text;
    return {};
}

std::optional<Value> negated(const std::optional<Value>& value)
{
    if (value && std::holds_alternative<std::int64_t>(*value) && std::get<std::int64_t>(*value) != INT64_MIN)
        return -std::get<std::int64_t>(*value);
    if (value && std::holds_alternative<double>(*value))
        return -std::get<double>(*value);
    return {};
}

bool stores(const script::Code& code, const script::Instruction& instruction, std::string_view name)
{
    const bool isStore = instruction.op == Opcode::StoreName || instruction.op == Opcode::StoreGlobal;
    return isStore && instruction.arg < code.names.size() && code.names[instruction.arg] == name;
}

} // namespace

std::optional<Value> moduleConstant(const script::Program& program, std::string_view name)
{
    if (program.codes.empty())
        return {};
    const script::Code& code = program.codes.front();
    for (std::size_t i = 1; i < code.instructions.size(); ++i) {
        if (!stores(code, code.instructions[i], name))
            continue;
        const bool negative = code.instructions[i - 1].op == Opcode::UnaryNegative;
        const std::size_t load = i - (negative ? 2 : 1);
        if (load >= i || code.instructions[load].op != Opcode::LoadConst ||
            code.instructions[load].arg >= code.consts.size())
            return {};
        const auto value = valueOf(code.consts[code.instructions[load].arg]);
        return negative ? negated(value) : value;
    }
    return {};
}

} // namespace il::lesson
