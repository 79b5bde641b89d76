// bytes, bytearray and memoryview. The first two share the body Bytes and are told apart by their class.
#pragma once

#include "machine/interpreter/native.h"

#include <optional>
#include <string_view>

namespace il::machine {

/// The data of a bytes-like object: bytes, bytearray, memoryview. For every native that takes data. Valid
/// until the object changes.
std::optional<std::string_view> bytesLike(const Heap& heap, Value value);
/// "a bytes-like object is required, not 'str'"
NativeResult bytesLikeNeeded(Context& context, Value value);
/// The bytes of a bytearray or of a memoryview on one, for natives that write into it (recv_into); empty
/// data() when it is read-only or none of these.
struct Writable {
    std::string* data = nullptr;
    std::size_t begin = 0, size = 0;
};
Writable writableBytes(Heap& heap, Value value);

bool isByteArray(const Heap& heap, Value value);
/// Data as bytes, or as bytearray when `sample` is one.
Value bytesLikeSample(Heap& heap, Value sample, std::string data);

// Operators, for containers that are bytes-like.
NativeResult concatenateBytes(Context& context, Value a, Value b, bool inPlace);
NativeResult setByte(Context& context, Value container, Value key, Value value); ///< container[key] = value
NativeResult deleteByte(Context& context, Value container, Value key);
NativeResult containsByte(Context& context, Value container, Value item);

} // namespace il::machine
