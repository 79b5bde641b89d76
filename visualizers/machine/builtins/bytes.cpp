// bytes and bytearray: methods that give new objects, and operators. What changes a bytearray is in
// bytearray.cpp.
#include "machine/builtins/bytes.h"

#include "machine/builtins/arguments.h"
#include "machine/builtins/bytes_parts.h"
#include "machine/builtins/support.h"

#include <algorithm>

namespace il::machine {

namespace {

constexpr std::string_view whitespace = " \t\n\r\f\v";

bool isUpper(char ch)
{
    return ch >= 'A' && ch <= 'Z';
}
bool isLower(char ch)
{
    return ch >= 'a' && ch <= 'z';
}
bool isLetter(char ch)
{
    return isUpper(ch) || isLower(ch);
}
bool isDigit(char ch)
{
    return ch >= '0' && ch <= '9';
}
bool isSpace(char ch)
{
    return whitespace.find(ch) != std::string_view::npos;
}
char upper(char ch)
{
    return isLower(ch) ? static_cast<char>(ch - 32) : ch;
}
char lower(char ch)
{
    return isUpper(ch) ? static_cast<char>(ch + 32) : ch;
}

const std::string& self(const Context& c, const Args& a)
{
    return c.heap.get<Bytes>(a[0])->data;
}
NativeResult made(Context& c, const Args& a, std::string data)
{
    return bytesLikeSample(c.heap, a[0], std::move(data));
}

/// What find, count, index, ... look for: bytes, or one byte as a number. nullopt: the error is set.
std::optional<std::string> needle(Context& c, const Args& a, std::optional<NativeResult>& error)
{
    if (a.size() < 2) {
        error = typeError(c, "expected at least 1 argument, got 0");
        return std::nullopt;
    }
    if (a[1].isIntegral()) {
        if (a[1].bits >= 0 && a[1].bits <= 255)
            return std::string(1, static_cast<char>(a[1].bits));
        error = valueError(c, "byte must be in range(0, 256)");
        return std::nullopt;
    }
    if (const auto data = bytesLike(c.heap, a[1]))
        return std::string(*data);
    error =
        typeError(c, "argument should be integer or bytes-like object, not '" + typeName(c.heap, a[1]) + "'");
    return std::nullopt;
}

/// The part of self that the arguments [start, end] select.
std::pair<std::size_t, std::size_t> window(const Context& c, const Args& a)
{
    const auto length = static_cast<std::int64_t>(self(c, a).size());
    const auto bound = [&](std::size_t i, std::int64_t absent) {
        if (i >= a.size() || !a[i].isIntegral())
            return static_cast<std::size_t>(absent);
        return static_cast<std::size_t>(
            std::clamp<std::int64_t>(a[i].bits < 0 ? a[i].bits + length : a[i].bits, 0, length));
    };
    return {bound(2, 0), bound(3, length)};
}

NativeResult search(Context& c, const Args& a, bool last, bool strict)
{
    std::optional<NativeResult> error;
    const auto part = needle(c, a, error);
    if (!part)
        return *error;
    const auto [begin, end] = window(c, a);
    std::size_t at = std::string_view::npos;
    if (begin <= end) {
        const std::string_view text = std::string_view(self(c, a)).substr(begin, end - begin);
        at = last ? text.rfind(*part) : text.find(*part);
    }
    if (at == std::string_view::npos)
        return strict ? valueError(c, "subsection not found") : Value::of(std::int64_t{-1});
    return Value::of(static_cast<std::int64_t>(at + begin));
}

NativeResult count(Context& c, const Args& a)
{
    std::optional<NativeResult> error;
    const auto part = needle(c, a, error);
    if (!part)
        return *error;
    const auto [begin, end] = window(c, a);
    if (part->empty())
        return Value::of(begin <= end ? static_cast<std::int64_t>(end - begin) + 1 : std::int64_t{0});
    const std::string_view text = std::string_view(self(c, a)).substr(0, end);
    std::int64_t found = 0;
    for (std::size_t at = begin; (at = text.find(*part, at)) != std::string_view::npos; at += part->size())
        ++found;
    return Value::of(found);
}

NativeResult affix(Context& c, const Args& a, bool prefix)
{
    const char* name = prefix ? "startswith" : "endswith";
    if (a.size() < 2)
        return typeError(c, std::string(name) + "() takes at least 1 argument (0 given)");
    std::vector<Value> candidates = {a[1]};
    if (const auto* tuple = c.heap.get<Tuple>(a[1]))
        candidates = tuple->items;
    const auto [begin, end] = window(c, a);
    const std::string_view text =
        begin <= end ? std::string_view(self(c, a)).substr(begin, end - begin) : std::string_view();
    for (const Value candidate : candidates) {
        const auto part = bytesLike(c.heap, candidate);
        if (!part)
            return typeError(c, std::string(name) + " first arg must be bytes or a tuple of bytes, not " +
                                    typeName(c.heap, candidate));
        if (prefix ? text.substr(0, part->size()) == *part
                   : text.size() >= part->size() && text.substr(text.size() - part->size()) == *part)
            return Value::of(true);
    }
    return Value::of(false);
}

NativeResult removeAffix(Context& c, const Args& a, bool prefix)
{
    const auto part = a.size() > 1 ? bytesLike(c.heap, a[1]) : std::nullopt;
    if (!part)
        return bytesLikeNeeded(c, a.size() > 1 ? a[1] : Value::none());
    const std::string& data = self(c, a);
    if (data.size() < part->size() || part->empty())
        return made(c, a, data);
    if (prefix && std::string_view(data).substr(0, part->size()) == *part)
        return made(c, a, data.substr(part->size()));
    if (!prefix && std::string_view(data).substr(data.size() - part->size()) == *part)
        return made(c, a, data.substr(0, data.size() - part->size()));
    return made(c, a, data);
}

NativeResult strip(Context& c, const Args& a, bool left, bool right)
{
    std::string characters(whitespace);
    if (a.size() > 1 && !a[1].isNone()) {
        const auto given = bytesLike(c.heap, a[1]);
        if (!given)
            return bytesLikeNeeded(c, a[1]);
        characters = *given;
    }
    std::string_view data = self(c, a);
    while (left && !data.empty() && characters.find(data.front()) != std::string::npos)
        data.remove_prefix(1);
    while (right && !data.empty() && characters.find(data.back()) != std::string::npos)
        data.remove_suffix(1);
    return made(c, a, std::string(data));
}

NativeResult listOf(Context& c, const Args& a, const std::vector<std::string>& parts)
{
    std::vector<Value> items;
    for (const std::string& part : parts)
        items.push_back(bytesLikeSample(c.heap, a[0], part));
    return c.heap.list(std::move(items));
}

std::vector<std::string> splitAtSpace(std::string_view text, std::int64_t splits)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t begin = text.find_first_not_of(whitespace);
        if (begin == std::string_view::npos)
            return parts;
        text.remove_prefix(begin);
        const std::size_t end = splits == 0 ? std::string_view::npos : text.find_first_of(whitespace);
        std::string part(text.substr(0, end));
        if (splits-- == 0)
            part.erase(part.find_last_not_of(whitespace) + 1);
        parts.push_back(std::move(part));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end);
    }
}

NativeResult split(Context& c, const Args& a)
{
    const Value separator = argument(c, a, 1, "sep");
    const Value limit = argument(c, a, 2, "maxsplit");
    std::int64_t splits = limit.isIntegral() ? limit.bits : -1;
    if (separator.isNull() || separator.isNone())
        return listOf(c, a, splitAtSpace(self(c, a), splits));
    const auto by = bytesLike(c.heap, separator);
    if (!by)
        return bytesLikeNeeded(c, separator);
    if (by->empty())
        return valueError(c, "empty separator");
    std::string_view text = self(c, a);
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (splits-- != 0 && (at = text.find(*by)) != std::string_view::npos) {
        parts.emplace_back(text.substr(0, at));
        text.remove_prefix(at + by->size());
    }
    parts.emplace_back(text);
    return listOf(c, a, parts);
}

NativeResult rsplit(Context& c, const Args& a)
{
    const Value separator = argument(c, a, 1, "sep");
    const Value limit = argument(c, a, 2, "maxsplit");
    const auto by = bytesLike(c.heap, separator);
    if (!limit.isIntegral() || limit.bits < 0)
        return split(c, a);
    std::string text = self(c, a);
    std::vector<std::string> parts;
    for (std::int64_t splits = limit.bits; splits > 0; --splits) {
        if (!by)
            text.erase(text.find_last_not_of(whitespace) + 1);
        const std::size_t at = by ? text.rfind(*by) : text.find_last_of(whitespace);
        if (at == std::string::npos)
            break;
        parts.push_back(text.substr(at + (by ? by->size() : 1)));
        text.erase(at);
    }
    if (!by)
        text.erase(text.find_last_not_of(whitespace) + 1);
    parts.push_back(text);
    std::reverse(parts.begin(), parts.end());
    return listOf(c, a, parts);
}

NativeResult splitLines(Context& c, const Args& a)
{
    const Value keep = argument(c, a, 1, "keepends");
    const bool ends = keep.isBool() && keep.asBool();
    std::vector<std::string> parts;
    const std::string& text = self(c, a);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        const std::size_t next = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : end < text.size() ? 1 : 0);
        parts.push_back(text.substr(begin, (ends ? next : end) - begin));
        begin = next;
    }
    return listOf(c, a, parts);
}

NativeResult partition(Context& c, const Args& a, bool last)
{
    const auto by = a.size() > 1 ? bytesLike(c.heap, a[1]) : std::nullopt;
    if (!by)
        return bytesLikeNeeded(c, a.size() > 1 ? a[1] : Value::none());
    if (by->empty())
        return valueError(c, "empty separator");
    const std::string data = self(c, a);
    const std::string separator(*by);
    const std::size_t at = last ? data.rfind(separator) : data.find(separator);
    const auto part = [&](std::string text) { return bytesLikeSample(c.heap, a[0], std::move(text)); };
    if (at == std::string::npos)
        return last ? c.heap.tuple({part(""), part(""), part(data)})
                    : c.heap.tuple({part(data), part(""), part("")});
    return c.heap.tuple(
        {part(data.substr(0, at)), part(separator), part(data.substr(at + separator.size()))});
}

NativeResult replace(Context& c, const Args& a)
{
    const auto from = a.size() > 1 ? bytesLike(c.heap, a[1]) : std::nullopt;
    const auto to = a.size() > 2 ? bytesLike(c.heap, a[2]) : std::nullopt;
    if (!from || !to)
        return bytesLikeNeeded(c, a.size() > 2 ? a[from ? 2 : 1] : Value::none());
    std::int64_t limit = a.size() > 3 && a[3].isIntegral() ? a[3].bits : -1;
    const std::string& data = self(c, a);
    std::string out;
    std::size_t at = 0;
    while (limit-- != 0) {
        const std::size_t found = data.find(*from, at);
        if (found == std::string::npos)
            break;
        out += data.substr(at, found - at);
        out += *to;
        at = found + from->size();
        if (tooBig(c, out.size()))
            return raise(c, Builtin::MemoryError, "");
        if (from->empty() && at >= data.size())
            break;
        if (from->empty())
            out += data[at++];
    }
    return made(c, a, out + data.substr(std::min(at, data.size())));
}

NativeResult join(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "join", 1, 1, 1))
        return *error;
    const auto items = collect(c.heap, a[1]);
    if (!items) {
        if (notIterable(c, a[1]))
            return typeError(c, "can only join an iterable");
        return toPrelude("_join", {a[0], a[1]});
    }
    std::string out;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const auto item = bytesLike(c.heap, (*items)[i]);
        if (!item)
            return typeError(c, "sequence item " + std::to_string(i) + ": expected a bytes-like object, " +
                                    typeName(c.heap, (*items)[i]) + " found");
        out += i == 0 ? "" : self(c, a);
        out += *item;
    }
    return made(c, a, std::move(out));
}

NativeResult hex(Context& c, const Args& a)
{
    const Str* separator = c.heap.get<Str>(argument(c, a, 1, "sep"));
    std::string out;
    for (const char ch : self(c, a)) {
        if (separator != nullptr && !out.empty())
            out += separator->text;
        const auto byte = static_cast<unsigned char>(ch);
        (out += "0123456789abcdef"[byte >> 4]) += "0123456789abcdef"[byte & 15];
    }
    return c.heap.str(out);
}

/// The first byte at which `data` is no UTF-8, with CPython's reason; npos when it is.
std::pair<std::size_t, const char*> badUtf8(std::string_view data)
{
    for (std::size_t i = 0; i < data.size();) {
        const auto byte = static_cast<unsigned char>(data[i]);
        const std::size_t length = byte < 0x80                    ? 1
                                   : byte >= 0xC2 && byte <= 0xDF ? 2
                                   : byte >= 0xE0 && byte <= 0xEF ? 3
                                   : byte >= 0xF0 && byte <= 0xF4 ? 4
                                                                  : 0;
        if (length == 0)
            return {i, "invalid start byte"};
        for (std::size_t k = 1; k < length; ++k) {
            if (i + k >= data.size())
                return {i, "unexpected end of data"};
            const auto next = static_cast<unsigned char>(data[i + k]);
            const bool range = k > 1 || (byte == 0xE0   ? next >= 0xA0
                                         : byte == 0xED ? next < 0xA0
                                         : byte == 0xF0 ? next >= 0x90
                                         : byte == 0xF4 ? next < 0x90
                                                        : true);
            if ((next & 0xC0) != 0x80 || !range)
                return {i, "invalid continuation byte"};
        }
        i += length;
    }
    return {std::string_view::npos, ""};
}

NativeResult badByte(Context& c, const char* codec, std::size_t at, unsigned char byte, const char* reason)
{
    char shown[8];
    std::snprintf(shown, sizeof shown, "0x%02x", byte);
    return raise(c, Builtin::UnicodeDecodeError,
                 std::string("'") + codec + "' codec can't decode byte " + shown + " in position " +
                     std::to_string(at) + ": " + reason);
}

} // namespace

NativeResult decodeBytes(Context& c, std::string_view data, Value encoding, Value errors)
{
    const Str* given = c.heap.get<Str>(encoding);
    std::string codec = given != nullptr ? given->text : "utf-8";
    std::transform(codec.begin(), codec.end(), codec.begin(),
                   [](char ch) { return ch == '_' ? '-' : lower(ch); });
    const Str* mode = c.heap.get<Str>(errors);
    const bool strict = mode == nullptr || mode->text == "strict";
    const std::string filler = !strict && mode->text == "replace" ? "\xEF\xBF\xBD" : "";
    std::string out;
    if (codec == "latin-1" || codec == "iso-8859-1" || codec == "latin1") {
        for (const char ch : data)
            out += *encodeUtf8(static_cast<unsigned char>(ch));
        return c.heap.str(out);
    }
    const bool ascii = codec == "ascii" || codec == "us-ascii";
    if (!ascii && codec != "utf-8" && codec != "utf8")
        return raise(c, Builtin::LookupError, "unknown encoding: " + codec);
    while (true) {
        const auto bad =
            ascii ? std::pair{std::min(static_cast<std::size_t>(
                                           std::find_if(data.begin(), data.end(),
                                                        [](char ch) {
                                                            return static_cast<unsigned char>(ch) >= 0x80;
                                                        }) -
                                           data.begin()),
                                       data.size()),
                              "ordinal not in range(128)"}
                  : badUtf8(data);
        if (bad.first >= data.size())
            return c.heap.str(out + std::string(data));
        if (strict)
            return badByte(c, ascii ? "ascii" : "utf-8", bad.first,
                           static_cast<unsigned char>(data[bad.first]), bad.second);
        out += std::string(data.substr(0, bad.first)) + filler;
        data.remove_prefix(bad.first + 1);
    }
}

namespace {

NativeResult decode(Context& c, const Args& a)
{
    return decodeBytes(c, self(c, a), argument(c, a, 1, "encoding"), argument(c, a, 2, "errors"));
}

NativeResult fromHex(Context& c, const Args& a)
{
    const Str* text = textAt(c, a, 1);
    if (text == nullptr)
        return typeError(c, "fromhex() argument must be str");
    const auto digit = [](char ch) {
        return isDigit(ch) ? ch - '0' : lower(ch) >= 'a' && lower(ch) <= 'f' ? lower(ch) - 'a' + 10 : -1;
    };
    std::string data;
    for (std::size_t i = 0; i < text->text.size(); ++i) {
        if (isSpace(text->text[i]))
            continue;
        const int high = digit(text->text[i]);
        const int low = i + 1 < text->text.size() ? digit(text->text[i + 1]) : -1;
        if (high < 0 || low < 0)
            return valueError(c, "non-hexadecimal number found in fromhex() arg at position " +
                                     std::to_string(high < 0 ? i : i + 1));
        data += static_cast<char>(high * 16 + low);
        ++i;
    }
    return Value::ref(c.heap.allocate(a[0].asRef(), Bytes{std::move(data)}));
}

template <class Change>
NativeResult mapped(Context& c, const Args& a, Change change)
{
    std::string data = self(c, a);
    std::transform(data.begin(), data.end(), data.begin(), change);
    return made(c, a, std::move(data));
}

template <class Test>
NativeResult all(Context& c, const Args& a, Test test)
{
    const std::string& data = self(c, a);
    return Value::of(!data.empty() && std::all_of(data.begin(), data.end(), test));
}

NativeResult justify(Context& c, const Args& a, char align)
{
    const std::string& data = self(c, a);
    const auto filler = a.size() > 2 ? bytesLike(c.heap, a[2]) : std::optional<std::string_view>(" ");
    if (!filler || filler->size() != 1)
        return typeError(c, "fill character must be a byte string of length 1");
    const std::int64_t width =
        a.size() > 1 && a[1].isIntegral() ? std::min<std::int64_t>(a[1].bits, 1'000'000) : 0;
    const std::int64_t missing = width - static_cast<std::int64_t>(data.size());
    if (missing <= 0)
        return made(c, a, data);
    // As CPython centres: the odd one goes left when both the margin and the width are odd.
    const std::int64_t left = align == '<' ? 0 : align == '>' ? missing : missing / 2 + (missing & width & 1);
    return made(c, a,
                std::string(static_cast<std::size_t>(left), (*filler)[0]) + data +
                    std::string(static_cast<std::size_t>(missing - left), (*filler)[0]));
}

NativeResult cased(Context& c, const Args& a, bool wantUpper)
{
    const std::string& data = self(c, a);
    return Value::of(std::any_of(data.begin(), data.end(), wantUpper ? isUpper : isLower) &&
                     std::none_of(data.begin(), data.end(), wantUpper ? isLower : isUpper));
}

} // namespace

const Entries& sharedByteMethods()
{
    static const Entries entries = {
        {"decode", decode},
        {"hex", hex},
        {"fromhex", fromHex},
        {"find", [](Context& c, const Args& a) { return search(c, a, false, false); }},
        {"rfind", [](Context& c, const Args& a) { return search(c, a, true, false); }},
        {"index", [](Context& c, const Args& a) { return search(c, a, false, true); }},
        {"rindex", [](Context& c, const Args& a) { return search(c, a, true, true); }},
        {"count", count},
        {"startswith", [](Context& c, const Args& a) { return affix(c, a, true); }},
        {"endswith", [](Context& c, const Args& a) { return affix(c, a, false); }},
        {"removeprefix", [](Context& c, const Args& a) { return removeAffix(c, a, true); }},
        {"removesuffix", [](Context& c, const Args& a) { return removeAffix(c, a, false); }},
        {"strip", [](Context& c, const Args& a) { return strip(c, a, true, true); }},
        {"lstrip", [](Context& c, const Args& a) { return strip(c, a, true, false); }},
        {"rstrip", [](Context& c, const Args& a) { return strip(c, a, false, true); }},
        {"split", split},
        {"rsplit", rsplit},
        {"splitlines", splitLines},
        {"partition", [](Context& c, const Args& a) { return partition(c, a, false); }},
        {"rpartition", [](Context& c, const Args& a) { return partition(c, a, true); }},
        {"replace", replace},
        {"join", join},
        {"upper", [](Context& c, const Args& a) { return mapped(c, a, upper); }},
        {"lower", [](Context& c, const Args& a) { return mapped(c, a, lower); }},
        {"swapcase",
         [](Context& c, const Args& a) {
             return mapped(c, a, [](char ch) { return isUpper(ch) ? lower(ch) : upper(ch); });
         }},
        {"ljust", [](Context& c, const Args& a) { return justify(c, a, '<'); }},
        {"rjust", [](Context& c, const Args& a) { return justify(c, a, '>'); }},
        {"center", [](Context& c, const Args& a) { return justify(c, a, '^'); }},
        {"isdigit", [](Context& c, const Args& a) { return all(c, a, isDigit); }},
        {"isalpha", [](Context& c, const Args& a) { return all(c, a, isLetter); }},
        {"isalnum",
         [](Context& c, const Args& a) {
             return all(c, a, [](char ch) { return isLetter(ch) || isDigit(ch); });
         }},
        {"isspace", [](Context& c, const Args& a) { return all(c, a, isSpace); }},
        {"isascii",
         [](Context& c, const Args& a) -> NativeResult {
             const std::string& data = self(c, a);
             return Value::of(std::all_of(data.begin(), data.end(),
                                          [](char ch) { return static_cast<unsigned char>(ch) < 0x80; }));
         }},
        {"isupper", [](Context& c, const Args& a) { return cased(c, a, true); }},
        {"islower", [](Context& c, const Args& a) { return cased(c, a, false); }},
        {"__len__",
         [](Context& c, const Args& a) -> NativeResult { return Value::of(nativeLength(c.heap, a[0])); }},
        {"__getitem__", [](Context& c, const Args& a) { return subscript(c, a[0], a[1]); }},
        {"__contains__", [](Context& c, const Args& a) { return containsItem(c, a[0], a[1]); }},
        {"__eq__", equalBodies},
        {"__repr__", bodyRepr},
    };
    return entries;
}

const Entries& bytesMethods()
{
    static const Entries entries = [] {
        Entries result = constructorEntries(Builtin::Bytes);
        result.insert(result.end(), sharedByteMethods().begin(), sharedByteMethods().end());
        return result;
    }();
    return entries;
}

std::optional<std::string_view> bytesLike(const Heap& heap, Value value)
{
    if (const Bytes* bytes = heap.get<Bytes>(value))
        return bytes->data;
    const auto* view = heap.get<MemoryView>(value);
    if (view == nullptr)
        return std::nullopt;
    // The bytearray below may have shrunk meanwhile (CPython forbids that).
    const std::string_view all = heap.get<Bytes>(view->object)->data;
    return all.substr(std::min(view->begin, all.size()), view->size);
}

NativeResult bytesLikeNeeded(Context& context, Value value)
{
    return typeError(context, "a bytes-like object is required, not '" + typeName(context.heap, value) + "'");
}

bool isByteArray(const Heap& heap, Value value)
{
    return value.isRef() &&
           isSubclass(heap, heap[value.asRef()].cls, static_cast<Handle>(Builtin::ByteArray));
}

Value bytesLikeSample(Heap& heap, Value sample, std::string data)
{
    return Value::ref(heap.allocate(isByteArray(heap, sample) ? Builtin::ByteArray : Builtin::Bytes,
                                    Bytes{std::move(data)}));
}

NativeResult concatenateBytes(Context& context, Value a, Value b, bool inPlace)
{
    Heap& heap = context.heap;
    const auto more = bytesLike(heap, b);
    if (!more)
        return raise(context, Builtin::TypeError,
                     "can't concat " + typeName(heap, b) + " to " + typeName(heap, a));
    Bytes& first = *heap.get<Bytes>(a);
    if (tooBig(context, first.data.size() + more->size()))
        return raise(context, Builtin::MemoryError, "");
    if (!inPlace || !isByteArray(heap, a))
        return bytesLikeSample(heap, a, first.data + std::string(*more));
    heap.grew(more->size());
    first.data += std::string(*more); // b may be a itself
    return a;
}

NativeResult containsByte(Context& context, Value container, Value item)
{
    const std::string_view data = *bytesLike(context.heap, container);
    if (const auto part = bytesLike(context.heap, item))
        return Value::of(data.find(*part) != std::string_view::npos);
    if (!item.isIntegral())
        return bytesLikeNeeded(context, item);
    if (item.bits < 0 || item.bits > 255)
        return valueError(context, "byte must be in range(0, 256)");
    return Value::of(data.find(static_cast<char>(item.bits)) != std::string_view::npos);
}

} // namespace il::machine
