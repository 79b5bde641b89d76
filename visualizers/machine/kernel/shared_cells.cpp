#include "machine/kernel/shared_cells.h"

#include <cstdint>
#include <string_view>

namespace il::machine {

namespace {

/// Width in bits of a signed or (upper case) unsigned integer type; 0 for other types.
int bitsOf(char type)
{
    switch (type) {
    case 'b':
    case 'B':
    case 'c':
        return 8;
    case 'h':
    case 'H':
        return 16;
    case 'i':
    case 'I':
        return 32;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
        return 64;
    default:
        return 0;
    }
}

/// 64 bits stay as they are: Python's ints have no more here.
std::int64_t wrapped(std::int64_t value, int bits, bool isSigned)
{
    if (bits == 64)
        return value;
    const auto size = std::int64_t{1} << bits;
    const std::int64_t low = value & (size - 1);
    return isSigned && low >= size / 2 ? low - size : low;
}

} // namespace

std::optional<SharedCells> SharedCells::make(char type, std::size_t count)
{
    if (std::string_view("bBhHiIlLqQfdc?").find(type) == std::string_view::npos)
        return std::nullopt;
    SharedCells cells;
    cells.m_type = type;
    const Value zero = type == 'f' || type == 'd' ? Value::of(0.0)
                       : type == '?'              ? Value::of(false)
                                                  : Value::of(std::int64_t{0});
    cells.m_cells.assign(count, zero);
    return cells;
}

bool SharedCells::set(std::size_t index, Value value)
{
    Value& cell = m_cells[index];
    if (m_type == 'f' || m_type == 'd') {
        if (!value.isNumber())
            return false;
        const double number = value.isFloat() ? value.asFloat() : static_cast<double>(value.asInt());
        cell = Value::of(m_type == 'f' ? static_cast<double>(static_cast<float>(number)) : number);
        return true;
    }
    if (m_type == '?') {
        if (!value.isNumber())
            return false;
        cell = Value::of(value.isFloat() ? value.asFloat() != 0 : value.asInt() != 0);
        return true;
    }
    if (!value.isIntegral())
        return false;
    cell = Value::of(wrapped(value.asInt(), bitsOf(m_type), m_type >= 'a' && m_type != 'c'));
    return true;
}

} // namespace il::machine
