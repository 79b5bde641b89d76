// Memory that processes share: an array of C numbers.
#pragma once

#include "machine/heap/value.h"

#include <optional>
#include <vector>

namespace il::machine {

/// A value. Every cell holds what a C variable of its type holds, as a Python int, float or bool.
class SharedCells {
public:
    /// The letters of CPython's array and ctypes: b B h H i I l L q Q f d c (one byte) ?. Null: another one.
    static std::optional<SharedCells> make(char type, std::size_t count);

    char type() const { return m_type; }
    std::size_t size() const { return m_cells.size(); }
    Value operator[](std::size_t index) const { return m_cells[index]; }
    /// Stores `value` as C does: integers keep their lowest bits. False: it is of a wrong type.
    bool set(std::size_t index, Value value);

private:
    char m_type = 'i';
    std::vector<Value> m_cells;
};

} // namespace il::machine
