// A Python value as the machine holds it: 16 bytes, trivially copyable, without pointers.
#pragma once

#include <bit>
#include <cstdint>

namespace il::machine {

/// Index of an object in the Heap of its process. 0 is never an object.
using Handle = std::uint32_t;

enum class Tag : std::uint8_t {
    Null, ///< absent: an unbound local, the NULL that CALL expects below a callable
    None,
    Ellipsis,
    NotImplemented,
    Bool,
    Int,
    Float,
    Native, ///< a function written in C++: index into Image::natives
    Ref,    ///< an object on the heap
};

/// Python ints are 64 bits wide here; what would overflow raises OverflowError and says so.
struct Value {
    Tag tag = Tag::Null;
    std::int64_t bits = 0; ///< Bool 0/1, Int itself, Float's bit pattern, index, handle

    static constexpr Value none() { return {Tag::None, 0}; }
    static constexpr Value ellipsis() { return {Tag::Ellipsis, 0}; }
    static constexpr Value notImplemented() { return {Tag::NotImplemented, 0}; }
    static constexpr Value of(bool b) { return {Tag::Bool, b ? 1 : 0}; }
    static constexpr Value of(std::int64_t i) { return {Tag::Int, i}; }
    static constexpr Value of(double d) { return {Tag::Float, std::bit_cast<std::int64_t>(d)}; }
    static constexpr Value native(std::uint32_t index) { return {Tag::Native, index}; }
    static constexpr Value ref(Handle handle) { return {Tag::Ref, handle}; }

    constexpr bool isNull() const { return tag == Tag::Null; }
    constexpr bool isNone() const { return tag == Tag::None; }
    constexpr bool isBool() const { return tag == Tag::Bool; }
    constexpr bool isInt() const { return tag == Tag::Int; }
    constexpr bool isFloat() const { return tag == Tag::Float; }
    constexpr bool isNative() const { return tag == Tag::Native; }
    constexpr bool isRef() const { return tag == Tag::Ref; }
    /// bool is a subclass of int.
    constexpr bool isIntegral() const { return tag == Tag::Int || tag == Tag::Bool; }
    constexpr bool isNumber() const { return isIntegral() || isFloat(); }

    constexpr bool asBool() const { return bits != 0; }
    constexpr std::int64_t asInt() const { return bits; }
    constexpr double asFloat() const { return std::bit_cast<double>(bits); }
    constexpr std::uint32_t asNative() const { return static_cast<std::uint32_t>(bits); }
    constexpr Handle asRef() const { return static_cast<Handle>(bits); }

    /// Identity, Python's `is`; not `==`.
    friend constexpr bool operator==(Value, Value) = default;
};
static_assert(sizeof(Value) == 16);

} // namespace il::machine
