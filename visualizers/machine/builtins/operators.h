// Binary, unary, comparison and subscript operators of the builtin types.
#pragma once

#include "machine/interpreter/native.h"
#include "script/program.h"

#include <optional>

namespace il::machine {

/// `a op b` by the builtin meaning of their bodies; returns NotImplemented when there is none.
NativeResult binaryOperator(Context& context, script::BinaryKind kind, Value a, Value b, bool inPlace);
/// CPython's "unsupported operand type(s) for +: 'int' and 'str'".
NativeResult unsupportedOperands(Context& context, script::BinaryKind kind, Value a, Value b, bool inPlace);
const char* symbol(script::BinaryKind kind);

enum class Comparison : std::uint8_t { Less, LessEqual, Equal, NotEqual, Greater, GreaterEqual };
/// NotImplemented when the types have no such order.
NativeResult comparison(Context& context, Comparison op, Value a, Value b);
const char* symbol(Comparison op);

/// container[key]
NativeResult subscript(Context& context, Value container, Value key);
NativeResult setSubscript(Context& context, Value container, Value key, Value value);
NativeResult deleteSubscript(Context& context, Value container, Value key);
/// item in container; NotImplemented when the container can't tell natively.
NativeResult containsItem(Context& context, Value container, Value item);

/// len(); -1 when the value has no native length.
std::int64_t nativeLength(const Heap& heap, Value value);

/// The n items that a slice selects from a sequence of `length`: start, step, count.
struct SliceRange {
    std::int64_t start = 0, step = 1, count = 0;
};
std::optional<SliceRange> sliceRange(const Slice& slice,
                                     std::int64_t length); ///< nullopt: bad index types or zero step
NativeResult badSlice(Context& context, const Slice& slice);

/// An integer for indexing: int or bool; nullopt otherwise.
std::optional<std::int64_t> asIndex(Value value);

// int arithmetic with Python's rounding and a clear error on overflow.
std::optional<std::int64_t> power(std::int64_t base,
                                  std::int64_t exponent); ///< exponent >= 0; nullopt: overflow
std::int64_t floorDivide(std::int64_t a, std::int64_t b); ///< b != 0, no overflow case
std::int64_t floorModulo(std::int64_t a, std::int64_t b);
double floorModulo(double a, double b);
NativeResult intOverflow(Context& context);

/// Would a result of so many bytes exceed the memory limit? Then a MemoryError is due.
bool tooBig(const Context& context, std::uint64_t bytes);

/// Byte offset of code point `index` (0..length).
std::size_t byteOffset(const Str& text, std::int64_t index);

// The arguments of `%` formatting and str.format live in format.h.

} // namespace il::machine
