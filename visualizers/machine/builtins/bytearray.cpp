// What changes a bytearray, and memoryview (of bytes and bytearray, format B).
#include "machine/builtins/arguments.h"
#include "machine/builtins/bytes.h"
#include "machine/builtins/bytes_parts.h"

#include <algorithm>

namespace il::machine {

namespace {

std::string& self(Context& c, const Args& a)
{
    return c.heap.get<Bytes>(a[0])->data;
}

std::optional<NativeResult> notByte(Context& c, Value value)
{
    if (!value.isIntegral())
        return typeError(c, "'" + typeName(c.heap, value) + "' object cannot be interpreted as an integer");
    if (value.bits < 0 || value.bits > 255)
        return valueError(c, "byte must be in range(0, 256)");
    return std::nullopt;
}

/// Bytes from a bytes-like object or an iterable of numbers.
std::optional<std::string> dataOf(Context& c, Value value, std::optional<NativeResult>& error)
{
    if (const auto data = bytesLike(c.heap, value))
        return std::string(*data);
    const auto items = collect(c.heap, value);
    if (!items) {
        error = typeError(c, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return std::nullopt;
    }
    std::string data;
    for (const Value item : *items) {
        if ((error = notByte(c, item)))
            return std::nullopt;
        data += static_cast<char>(item.bits);
    }
    return data;
}

NativeResult append(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "bytearray.append", 1, 1, 1))
        return *error;
    if (auto error = notByte(c, a[1]))
        return *error;
    self(c, a) += static_cast<char>(a[1].bits);
    c.heap.grew(1);
    return Value::none();
}

NativeResult extend(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "bytearray.extend", 1, 1, 1))
        return *error;
    std::optional<NativeResult> error;
    const auto more = dataOf(c, a[1], error);
    if (!more)
        return *error;
    c.heap.grew(more->size());
    self(c, a) += *more;
    return Value::none();
}

NativeResult insert(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "insert", 2, 2, 1))
        return *error;
    if (auto error = notByte(c, a[2]))
        return *error;
    auto& data = self(c, a);
    const auto length = static_cast<std::int64_t>(data.size());
    const std::int64_t at = a[1].bits < 0 ? a[1].bits + length : a[1].bits;
    data.insert(static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, length)), 1,
                static_cast<char>(a[2].bits));
    return Value::none();
}

NativeResult pop(Context& c, const Args& a)
{
    auto& data = self(c, a);
    if (data.empty())
        return raise(c, Builtin::IndexError, "pop from empty bytearray");
    const auto length = static_cast<std::int64_t>(data.size());
    std::int64_t at = a.size() > 1 && a[1].isIntegral() ? a[1].bits : -1;
    at = at < 0 ? at + length : at;
    if (at < 0 || at >= length)
        return raise(c, Builtin::IndexError, "pop index out of range");
    const auto byte = static_cast<unsigned char>(data[static_cast<std::size_t>(at)]);
    data.erase(static_cast<std::size_t>(at), 1);
    return Value::of(std::int64_t{byte});
}

NativeResult removeByte(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "bytearray.remove", 1, 1, 1))
        return *error;
    if (auto error = notByte(c, a[1]))
        return *error;
    auto& data = self(c, a);
    const std::size_t at = data.find(static_cast<char>(a[1].bits));
    if (at == std::string::npos)
        return valueError(c, "value not found in bytearray");
    data.erase(at, 1);
    return Value::none();
}

NativeResult newByteArray(Context& c, const Args& a)
{
    std::string data;
    NativeResult result = bytesFrom(c, a, data);
    if (result.kind != NativeResult::Kind::Return)
        return result;
    return Value::ref(c.heap.allocate(a[0].asRef(), Bytes{std::move(data)}));
}

NativeResult newMemoryView(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "memoryview", 1, 1, 1))
        return *error;
    if (const auto* view = c.heap.get<MemoryView>(a[1]))
        return Value::ref(c.heap.allocate(Builtin::MemoryView, MemoryView(*view)));
    const Bytes* bytes = c.heap.get<Bytes>(a[1]);
    if (bytes == nullptr)
        return typeError(c,
                         "memoryview: a bytes-like object is required, not '" + typeName(c.heap, a[1]) + "'");
    return Value::ref(c.heap.allocate(Builtin::MemoryView, MemoryView{a[1], 0, bytes->data.size()}));
}

NativeResult viewToList(Context& c, const Args& a)
{
    std::vector<Value> items;
    const std::string_view data = *bytesLike(c.heap, a[0]);
    for (const char ch : data)
        items.push_back(Value::of(std::int64_t{static_cast<unsigned char>(ch)}));
    return c.heap.list(std::move(items));
}

/// A slice of a bytearray or of a writable view gets new contents.
NativeResult setSlice(Context& context, Value container, const Slice& slice, Value value)
{
    Heap& heap = context.heap;
    const auto range = sliceRange(slice, nativeLength(heap, container));
    if (!range)
        return badSlice(context, slice);
    std::optional<NativeResult> error;
    const auto data = dataOf(context, value, error);
    if (!data)
        return *error;
    const bool view = heap.get<MemoryView>(container) != nullptr;
    const Writable target = writableBytes(heap, container);
    const auto count = static_cast<std::size_t>(range->count);
    if (range->step == 1 && !view) {
        heap.grew(data->size());
        target.data->replace(static_cast<std::size_t>(range->start), count, *data);
        return Value::none();
    }
    if (data->size() != count)
        return valueError(context, view ? "memoryview assignment: lvalue and rvalue have different structures"
                                        : "attempt to assign bytes of size " + std::to_string(data->size()) +
                                              " to extended slice of size " + std::to_string(count));
    for (std::size_t i = 0; i < count; ++i)
        (*target.data)[target.begin + static_cast<std::size_t>(range->start + static_cast<std::int64_t>(i) *
                                                                                  range->step)] = (*data)[i];
    return Value::none();
}

} // namespace

Writable writableBytes(Heap& heap, Value value)
{
    const auto* view = heap.get<MemoryView>(value);
    const Value owner = view != nullptr ? view->object : value;
    if (!isByteArray(heap, owner))
        return {};
    std::string& data = heap.get<Bytes>(owner)->data;
    if (view == nullptr)
        return {&data, 0, data.size()};
    const std::size_t begin = std::min(view->begin, data.size());
    return {&data, begin, std::min(view->size, data.size() - begin)};
}

NativeResult setByte(Context& context, Value container, Value key, Value value)
{
    Heap& heap = context.heap;
    const Writable target = writableBytes(heap, container);
    const bool view = heap.get<MemoryView>(container) != nullptr;
    if (target.data == nullptr)
        return typeError(context, view ? "cannot modify read-only memory"
                                       : "'" + typeName(heap, container) +
                                             "' object does not support item assignment");
    if (const Slice* slice = heap.get<Slice>(key))
        return setSlice(context, container, *slice, value);
    if (!key.isIntegral())
        return typeError(context, "bytearray indices must be integers or slices, not " + typeName(heap, key));
    const auto length = static_cast<std::int64_t>(target.size);
    const std::int64_t at = key.bits < 0 ? key.bits + length : key.bits;
    if (at < 0 || at >= length)
        return raise(context, Builtin::IndexError,
                     view ? "index out of bounds on dimension 1" : "bytearray index out of range");
    if (auto error = notByte(context, value))
        return *error;
    (*target.data)[target.begin + static_cast<std::size_t>(at)] = static_cast<char>(value.bits);
    return Value::none();
}

NativeResult deleteByte(Context& context, Value container, Value key)
{
    Heap& heap = context.heap;
    if (!isByteArray(heap, container))
        return typeError(context, "'" + typeName(heap, container) + "' object doesn't support item deletion");
    std::string& data = heap.get<Bytes>(container)->data;
    SliceRange range{0, 1, 1};
    if (const Slice* slice = heap.get<Slice>(key)) {
        const auto selected = sliceRange(*slice, static_cast<std::int64_t>(data.size()));
        if (!selected)
            return badSlice(context, *slice);
        range = *selected;
    } else {
        const auto length = static_cast<std::int64_t>(data.size());
        range.start = !key.isIntegral() ? -1 : key.bits < 0 ? key.bits + length : key.bits;
        if (range.start < 0 || range.start >= length)
            return raise(context, Builtin::IndexError, "bytearray index out of range");
    }
    std::vector<bool> gone(data.size());
    for (std::int64_t i = 0; i < range.count; ++i)
        gone[static_cast<std::size_t>(range.start + i * range.step)] = true;
    std::string rest;
    for (std::size_t i = 0; i < data.size(); ++i)
        if (!gone[i])
            rest += data[i];
    data = std::move(rest);
    return Value::none();
}

const Entries& byteArrayMethods()
{
    static const Entries own = {
        {"__new__", newByteArray},
        {"append", append},
        {"extend", extend},
        {"insert", insert},
        {"pop", pop},
        {"remove", removeByte},
        {"clear",
         [](Context& c, const Args& a) -> NativeResult {
             self(c, a).clear();
             return Value::none();
         }},
        {"reverse",
         [](Context& c, const Args& a) -> NativeResult {
             std::reverse(self(c, a).begin(), self(c, a).end());
             return Value::none();
         }},
        {"copy",
         [](Context& c, const Args& a) -> NativeResult { return bytesLikeSample(c.heap, a[0], self(c, a)); }},
        {"__setitem__", [](Context& c, const Args& a) { return setByte(c, a[0], a[1], a[2]); }},
        {"__delitem__", [](Context& c, const Args& a) { return deleteByte(c, a[0], a[1]); }},
    };
    static const Entries entries = [] {
        Entries result = own;
        result.insert(result.end(), sharedByteMethods().begin(), sharedByteMethods().end());
        return result;
    }();
    return entries;
}

const Entries& memoryViewMethods()
{
    static const Entries entries = {
        {"__new__", newMemoryView},
        {"tobytes",
         [](Context& c, const Args& a) -> NativeResult {
             return c.heap.bytes(std::string(*bytesLike(c.heap, a[0])));
         }},
        {"tolist", viewToList},
        {"release", [](Context&, const Args&) -> NativeResult { return Value::none(); }},
        {"__enter__", [](Context&, const Args& a) -> NativeResult { return a[0]; }},
        {"__exit__", [](Context&, const Args&) -> NativeResult { return Value::of(false); }},
        {"__len__",
         [](Context& c, const Args& a) -> NativeResult { return Value::of(nativeLength(c.heap, a[0])); }},
    };
    return entries;
}

} // namespace il::machine
