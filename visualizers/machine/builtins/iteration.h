// Iteration over builtin objects without running Python.
#pragma once

#include "machine/interpreter/native.h"

#include <optional>
#include <vector>

namespace il::machine {

/// iter(value) for builtin iterables; an Iterator is its own iterator. Null when only Python can tell.
Value makeIterator(Heap& heap, Value iterable);

enum class Step : std::uint8_t { Item, End, Changed };
/// The next item; Changed: a dict or set has changed its size meanwhile.
Step nextItem(Heap& heap, Value iterator, Value& item);

/// All items of a builtin iterable; nullopt when Python has to run.
std::optional<std::vector<Value>> collect(Heap& heap, Value iterable);

/// "'int' object is not iterable" when nothing can iterate it, nullopt otherwise.
std::optional<NativeResult> notIterable(Context& context, Value value);

} // namespace il::machine
