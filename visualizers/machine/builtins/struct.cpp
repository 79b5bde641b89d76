// Module _struct: numbers and texts as C lays them out.
#include "machine/builtins/struct.h"
#include "machine/builtins/arguments.h"
#include "machine/builtins/bytes.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace il::machine {

namespace {

/// One item of a format: a code and how often.
struct Item {
    char code = 0;
    std::size_t count = 1; ///< of s and p: their length
    std::size_t size = 0;  ///< of one
    std::size_t offset = 0;
};
struct Layout {
    bool little = true, native = true;
    std::vector<Item> items;
    std::size_t size = 0;
    std::size_t values = 0;
};

NativeResult structError(Context& c, const std::string& text)
{
    return raise(c, "struct", "error", {c.heap.str(text)});
}

/// Bytes of a code; 0: unknown. In native mode l and L have eight.
std::size_t sizeOf(char code, bool native)
{
    switch (code) {
    case 'x':
    case 'c':
    case 'b':
    case 'B':
    case '?':
    case 's':
    case 'p':
        return 1;
    case 'h':
    case 'H':
        return 2;
    case 'i':
    case 'I':
    case 'f':
        return 4;
    case 'l':
    case 'L':
        return native ? 8 : 4;
    case 'q':
    case 'Q':
    case 'd':
        return 8;
    case 'n':
    case 'N':
        return native ? 8 : 0;
    default:
        return 0;
    }
}

/// nullopt: `error` says what is wrong.
std::optional<Layout> layoutOf(Context& c, Value format, std::optional<NativeResult>& error)
{
    Layout layout;
    const Str* given = c.heap.get<Str>(format);
    const auto data = bytesLike(c.heap, format);
    if (given == nullptr && !data) {
        error = typeError(c, "Struct() argument 1 must be a str or bytes object, not " +
                                 typeName(c.heap, format));
        return std::nullopt;
    }
    std::string_view text = given != nullptr ? std::string_view(given->text) : *data;
    bool aligned = true;
    if (!text.empty() && std::string_view("@=<>!").find(text[0]) != std::string_view::npos) {
        aligned = text[0] == '@';
        layout.native = aligned;
        layout.little = text[0] != '>' && text[0] != '!';
        text.remove_prefix(1);
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::string_view(" \t\n\r\f\v").find(text[i]) != std::string_view::npos)
            continue;
        Item item;
        if (text[i] >= '0' && text[i] <= '9') {
            item.count = 0;
            while (i < text.size() && text[i] >= '0' && text[i] <= '9' && item.count < (1u << 24))
                item.count = item.count * 10 + static_cast<std::size_t>(text[i++] - '0');
            if (i == text.size()) {
                error = structError(c, "repeat count given without format specifier");
                return std::nullopt;
            }
        }
        item.code = text[i];
        item.size = sizeOf(item.code, layout.native);
        if (item.size == 0) {
            error = structError(c, "bad char in struct format");
            return std::nullopt;
        }
        if (aligned)
            layout.size = (layout.size + item.size - 1) / item.size * item.size;
        item.offset = layout.size;
        layout.size += item.size * item.count;
        layout.values += item.code == 'x' ? 0 : item.code == 's' || item.code == 'p' ? 1 : item.count;
        layout.items.push_back(item);
    }
    if (tooBig(c, layout.size)) {
        error = raise(c, Builtin::MemoryError, "");
        return std::nullopt;
    }
    return layout;
}

void putNumber(std::string& out, std::size_t at, std::uint64_t number, std::size_t size, bool little)
{
    for (std::size_t i = 0; i < size; ++i)
        out[at + (little ? i : size - 1 - i)] = static_cast<char>(number >> (8 * i));
}
std::uint64_t getNumber(std::string_view data, std::size_t at, std::size_t size, bool little)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number = number << 8 | static_cast<unsigned char>(data[at + (little ? size - 1 - i : i)]);
    return number;
}

bool isUnsigned(char code)
{
    return code == 'B' || code == 'H' || code == 'I' || code == 'L' || code == 'Q' || code == 'N';
}

/// CPython's words differ by code and by mode.
std::string rangeText(char code, bool native, bool little, const std::string& low, const std::string& high)
{
    if (code == 'b' || code == 'B')
        return std::string(code == 'b' ? "byte" : "ubyte") + " format requires " + low +
               " <= number <= " + high;
    // In the machine's own byte order CPython uses its native routines even for standard sizes.
    if (little && code == 'h')
        return "short format requires -32768 <= number <= 32767";
    if (little && code == 'H')
        return "ushort format requires 0 <= number <= 65535";
    if (code == 'q' || code == 'Q' || (native && (code == 'l' || code == 'L' || code == 'n' || code == 'N')))
        return "int too large to convert";
    return std::string("'") + code + "' format requires " + low + " <= number <= " + high;
}

std::optional<NativeResult> packInteger(Context& c, std::string& out, const Layout& layout, const Item& item,
                                        std::size_t at, Value value)
{
    if (!value.isIntegral())
        return structError(c, "required argument is not an integer");
    const std::size_t bits = item.size * 8;
    const std::int64_t number = value.bits;
    const bool plain = isUnsigned(item.code);
    const std::int64_t high = bits == 64 ? INT64_MAX : (std::int64_t{1} << (plain ? bits : bits - 1)) - 1;
    const std::int64_t low = plain ? 0 : bits == 64 ? INT64_MIN : -high - 1;
    if (number < low || number > high)
        return structError(
            c, rangeText(item.code, layout.native, layout.little, std::to_string(low), std::to_string(high)));
    putNumber(out, at, static_cast<std::uint64_t>(number), item.size, layout.little);
    return std::nullopt;
}

std::optional<NativeResult> packFloat(Context& c, std::string& out, const Layout& layout, const Item& item,
                                      std::size_t at, Value value)
{
    if (!value.isNumber())
        return structError(c, "required argument is not a float");
    const double number = value.isFloat() ? value.asFloat() : static_cast<double>(value.bits);
    const std::uint64_t bits = item.code == 'd' ? std::bit_cast<std::uint64_t>(number)
                                                : std::bit_cast<std::uint32_t>(static_cast<float>(number));
    putNumber(out, at, bits, item.size, layout.little);
    return std::nullopt;
}

/// s and p: a text of fixed length, cut off or filled with zeros; p has its length in front.
std::optional<NativeResult> packText(Context& c, std::string& out, const Item& item, Value value)
{
    const auto data = bytesLike(c.heap, value);
    if (!data)
        return structError(c, std::string("argument for '") + item.code + "' must be a bytes object");
    const std::size_t lead = item.code == 'p' && item.count > 0 ? 1 : 0;
    const std::size_t length = std::min(data->size(), item.count - lead);
    if (lead != 0)
        out[item.offset] = static_cast<char>(std::min<std::size_t>(length, 255));
    data->copy(out.data() + item.offset + lead, length);
    return std::nullopt;
}

std::optional<NativeResult> packOne(Context& c, std::string& out, const Layout& layout, const Item& item,
                                    std::size_t at, Value value)
{
    switch (item.code) {
    case 'c': {
        const auto data = bytesLike(c.heap, value);
        if (!data || data->size() != 1)
            return structError(c, "char format requires a bytes object of length 1");
        out[at] = (*data)[0];
        return std::nullopt;
    }
    case '?':
        out[at] = truth(c.heap, value) == Answer::No ? '\0' : '\1';
        return std::nullopt;
    case 'f':
    case 'd':
        return packFloat(c, out, layout, item, at, value);
    default:
        return packInteger(c, out, layout, item, at, value);
    }
}

/// `values` as bytes; `name` is for messages.
std::optional<NativeResult> packAll(Context& c, const Layout& layout, std::span<const Value> values,
                                    const char* name, std::string& out)
{
    if (values.size() != layout.values)
        return structError(c, std::string(name) + " expected " + std::to_string(layout.values) +
                                  " items for packing (got " + std::to_string(values.size()) + ")");
    out.assign(layout.size, '\0');
    std::size_t next = 0;
    for (const Item& item : layout.items) {
        if (item.code == 'x')
            continue;
        if (item.code == 's' || item.code == 'p') {
            if (auto error = packText(c, out, item, values[next++]))
                return error;
            continue;
        }
        for (std::size_t i = 0; i < item.count; ++i)
            if (auto error = packOne(c, out, layout, item, item.offset + i * item.size, values[next++]))
                return error;
    }
    return std::nullopt;
}

NativeResult pack(Context& c, const Args& a)
{
    if (a.size() < 1)
        return typeError(c, "missing format argument");
    std::optional<NativeResult> error;
    const auto layout = layoutOf(c, a[0], error);
    std::string out;
    if (!layout || (error = packAll(c, *layout, a.positional().subspan(1), "pack", out)))
        return *error;
    return c.heap.bytes(std::move(out));
}

/// pack_into(format, buffer, offset, *values)
NativeResult packInto(Context& c, const Args& a)
{
    if (a.size() < 3 || !a[2].isIntegral())
        return typeError(c, "pack_into expected a format, a buffer and an offset");
    std::optional<NativeResult> error;
    const auto layout = layoutOf(c, a[0], error);
    std::string out;
    if (!layout || (error = packAll(c, *layout, a.positional().subspan(3), "pack_into", out)))
        return *error;
    const Writable target = writableBytes(c.heap, a[1]);
    if (target.data == nullptr)
        return typeError(c, "pack_into() argument must be a read-write bytes-like object");
    const std::int64_t offset =
        a[2].bits < 0 ? a[2].bits + static_cast<std::int64_t>(target.size) : a[2].bits;
    if (offset < 0 || static_cast<std::uint64_t>(offset) + out.size() > target.size)
        return structError(c, "pack_into requires a buffer of at least " +
                                  std::to_string(a[2].bits + static_cast<std::int64_t>(out.size())) +
                                  " bytes for packing " + std::to_string(out.size()) + " bytes at offset " +
                                  std::to_string(a[2].bits) + " (actual buffer size is " +
                                  std::to_string(target.size) + ")");
    out.copy(target.data->data() + target.begin + offset, out.size());
    return Value::none();
}

std::string unpackText(std::string_view data, const Item& item)
{
    if (item.code == 's' || item.count == 0)
        return std::string(data.substr(item.offset, item.count));
    const auto length = static_cast<unsigned char>(data[item.offset]);
    return std::string(data.substr(item.offset + 1, std::min<std::size_t>(length, item.count - 1)));
}

/// nullopt: a number that needs more than our 64 bits.
std::optional<Value> unpackOne(Heap& heap, const Layout& layout, const Item& item, std::string_view data,
                               std::size_t at)
{
    const std::uint64_t bits = getNumber(data, at, item.size, layout.little);
    switch (item.code) {
    case 'c':
        return heap.bytes(std::string(1, data[at]));
    case '?':
        return Value::of(bits != 0);
    case 'f':
        return Value::of(static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits))));
    case 'd':
        return Value::of(std::bit_cast<double>(bits));
    default:
        break;
    }
    if (isUnsigned(item.code))
        return bits > static_cast<std::uint64_t>(INT64_MAX)
                   ? std::nullopt
                   : std::optional(Value::of(static_cast<std::int64_t>(bits)));
    const std::size_t size = std::max<std::size_t>(item.size, 1); // pad bytes don't come here
    const auto shift = static_cast<int>(64 - size * 8);
    return Value::of(static_cast<std::int64_t>(bits << shift) >> shift);
}

NativeResult unpackAll(Context& c, const Layout& layout, const std::string& data)
{
    std::vector<Value> values;
    for (const Item& item : layout.items) {
        if (item.code == 'x')
            continue;
        if (item.code == 's' || item.code == 'p') {
            values.push_back(c.heap.bytes(unpackText(data, item)));
            continue;
        }
        for (std::size_t i = 0; i < item.count; ++i) {
            const auto value = unpackOne(c.heap, layout, item, data, item.offset + i * item.size);
            if (!value)
                return intOverflow(c);
            values.push_back(*value);
        }
    }
    return c.heap.tuple(std::move(values));
}

NativeResult unpack(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "unpack", 2, 2))
        return *error;
    std::optional<NativeResult> error;
    const auto layout = layoutOf(c, a[0], error);
    if (!layout)
        return *error;
    const auto data = bytesLike(c.heap, a[1]);
    if (!data)
        return bytesLikeNeeded(c, a[1]);
    if (data->size() != layout->size)
        return structError(c, "unpack requires a buffer of " + std::to_string(layout->size) + " bytes");
    return unpackAll(c, *layout, std::string(*data));
}

NativeResult unpackFrom(Context& c, const Args& a)
{
    std::optional<NativeResult> error;
    const auto layout = layoutOf(c, a.size() > 0 ? a[0] : Value::none(), error);
    if (!layout)
        return *error;
    const Value buffer = argument(c, a, 1, "buffer");
    const Value given = argument(c, a, 2, "offset");
    const auto data = bytesLike(c.heap, buffer);
    if (!data)
        return bytesLikeNeeded(c, buffer.isNull() ? Value::none() : buffer);
    const std::int64_t asked = given.isIntegral() ? given.bits : 0;
    const std::int64_t offset = asked < 0 ? asked + static_cast<std::int64_t>(data->size()) : asked;
    if (offset < 0 || static_cast<std::uint64_t>(offset) + layout->size > data->size())
        return structError(c, "unpack_from requires a buffer of at least " +
                                  std::to_string(asked + static_cast<std::int64_t>(layout->size)) +
                                  " bytes for unpacking " + std::to_string(layout->size) +
                                  " bytes at offset " + std::to_string(asked) + " (actual buffer size is " +
                                  std::to_string(data->size()) + ")");
    return unpackAll(c, *layout, std::string(data->substr(static_cast<std::size_t>(offset), layout->size)));
}

NativeResult calculateSize(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "calcsize", 1, 1))
        return *error;
    std::optional<NativeResult> error;
    const auto layout = layoutOf(c, a[0], error);
    return layout ? NativeResult(Value::of(static_cast<std::int64_t>(layout->size))) : *error;
}

} // namespace

NativeModule structModule()
{
    return {"_struct",
            {{"pack", pack},
             {"pack_into", packInto},
             {"unpack", unpack},
             {"unpack_from", unpackFrom},
             {"calcsize", calculateSize}},
            {},
            nullptr};
}

} // namespace il::machine
