// Methods of str.
#include "machine/builtins/arguments.h"
#include "machine/builtins/format.h"
#include "machine/builtins/support.h"

#include <algorithm>

namespace il::machine {

namespace {

constexpr const char* whitespace = " \t\n\r\f\v";

const std::string& self(const Context& c, const Args& a)
{
    return c.heap.get<Str>(a[0])->text;
}

unsigned char byteOf(char ch)
{
    return static_cast<unsigned char>(ch);
}
bool ascii(char ch)
{
    return byteOf(ch) < 0x80;
}
bool isUpper(char ch)
{
    return ch >= 'A' && ch <= 'Z';
}
bool isLower(char ch)
{
    return ch >= 'a' && ch <= 'z';
}
char upper(char ch)
{
    return isLower(ch) ? static_cast<char>(ch - 32) : ch;
}
char lower(char ch)
{
    return isUpper(ch) ? static_cast<char>(ch + 32) : ch;
}
bool isLetter(char ch)
{
    return isUpper(ch) || isLower(ch) || !ascii(ch);
}
bool isDigit(char ch)
{
    return ch >= '0' && ch <= '9';
}

template <class Change>
NativeResult mapped(Context& c, const Args& a, Change change)
{
    std::string text = self(c, a);
    std::transform(text.begin(), text.end(), text.begin(), change);
    return c.heap.str(text);
}

NativeResult title(Context& c, const Args& a)
{
    std::string text = self(c, a);
    bool inWord = false;
    for (char& ch : text) {
        ch = inWord ? lower(ch) : upper(ch);
        inWord = isLetter(ch);
    }
    return c.heap.str(text);
}

NativeResult capitalize(Context& c, const Args& a)
{
    std::string text = self(c, a);
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = i == 0 ? upper(text[i]) : lower(text[i]);
    return c.heap.str(text);
}

template <class Test>
NativeResult all(Context& c, const Args& a, Test test)
{
    const std::string& text = self(c, a);
    return Value::of(!text.empty() && std::all_of(text.begin(), text.end(), test));
}

NativeResult cased(Context& c, const Args& a, bool wantUpper)
{
    const std::string& text = self(c, a);
    const bool some =
        std::any_of(text.begin(), text.end(), [&](char ch) { return wantUpper ? isUpper(ch) : isLower(ch); });
    const bool other =
        std::any_of(text.begin(), text.end(), [&](char ch) { return wantUpper ? isLower(ch) : isUpper(ch); });
    return Value::of(some && !other);
}

/// Code points that a strip removes.
NativeResult strip(Context& c, const Args& a, bool left, bool right, const char* name)
{
    if (auto error = wrongCount(c, a, name, 0, 1, 1))
        return *error;
    const bool spaces = a.size() < 2 || a[1].isNone();
    const Str* set = spaces ? nullptr : textAt(c, a, 1);
    if (!spaces && set == nullptr)
        return typeError(c, std::string(name) + " arg must be None or str");
    const std::string characters = set != nullptr ? set->text : whitespace;
    std::string_view text = self(c, a);
    const auto pointSize = [](std::string_view of) {
        std::size_t size = 1;
        while (size < of.size() && (byteOf(of[size]) & 0xC0) == 0x80)
            ++size;
        return size;
    };
    while (left && !text.empty() && characters.find(text.substr(0, pointSize(text))) != std::string::npos)
        text.remove_prefix(pointSize(text));
    while (right && !text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (byteOf(text[last]) & 0xC0) == 0x80)
            --last;
        if (characters.find(text.substr(last)) == std::string::npos)
            break;
        text.remove_suffix(text.size() - last);
    }
    return c.heap.str(std::string(text));
}

NativeResult list(Context& c, const std::vector<std::string>& parts)
{
    std::vector<Value> items;
    for (const std::string& part : parts)
        items.push_back(c.heap.str(part));
    return c.heap.list(std::move(items));
}

NativeResult split(Context& c, const Args& a)
{
    const Value separator = argument(c, a, 1, "sep");
    const Value limit = argument(c, a, 2, "maxsplit");
    std::int64_t splits = limit.isIntegral() ? limit.bits : -1;
    std::string_view text = self(c, a);
    std::vector<std::string> parts;
    if (separator.isNull() || separator.isNone()) {
        while (true) {
            const std::size_t begin = text.find_first_not_of(whitespace);
            if (begin == std::string_view::npos)
                break;
            text.remove_prefix(begin);
            const std::size_t end = splits == 0 ? std::string_view::npos : text.find_first_of(whitespace);
            std::string part(text.substr(0, end));
            if (splits-- == 0)
                part.erase(part.find_last_not_of(whitespace) + 1);
            parts.push_back(std::move(part));
            if (end == std::string_view::npos)
                break;
            text.remove_prefix(end);
        }
        return list(c, parts);
    }
    const Str* by = c.heap.get<Str>(separator);
    if (by == nullptr)
        return typeError(c, "must be str or None, not " + typeName(c.heap, separator));
    if (by->text.empty())
        return valueError(c, "empty separator");
    std::size_t at = 0;
    while (splits-- != 0 && (at = text.find(by->text)) != std::string_view::npos) {
        parts.emplace_back(text.substr(0, at));
        text.remove_prefix(at + by->text.size());
    }
    parts.emplace_back(text);
    return list(c, parts);
}

NativeResult rsplit(Context& c, const Args& a)
{
    const Value separator = argument(c, a, 1, "sep");
    const Value limit = argument(c, a, 2, "maxsplit");
    const Str* by = c.heap.get<Str>(separator);
    if (!limit.isIntegral() || limit.bits < 0)
        return split(c, a);
    std::string text = self(c, a);
    std::vector<std::string> parts;
    for (std::int64_t splits = limit.bits; splits > 0; --splits) {
        if (by == nullptr)
            text.erase(text.find_last_not_of(whitespace) + 1);
        const std::size_t at = by == nullptr ? text.find_last_of(whitespace) : text.rfind(by->text);
        if (at == std::string::npos)
            break;
        parts.push_back(text.substr(at + (by == nullptr ? 1 : by->text.size())));
        text.erase(at);
    }
    if (by == nullptr)
        text.erase(text.find_last_not_of(whitespace) + 1);
    parts.push_back(text);
    std::reverse(parts.begin(), parts.end());
    return list(c, parts);
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
    return list(c, parts);
}

NativeResult join(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "str.join", 1, 1, 1))
        return *error;
    const auto items = collect(c.heap, a[1]);
    if (!items) {
        if (notIterable(c, a[1]))
            return typeError(c, "can only join an iterable");
        return toPrelude("_join", {a[0], a[1]});
    }
    std::string text;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const Str* item = c.heap.get<Str>((*items)[i]);
        if (item == nullptr)
            return typeError(c, "sequence item " + std::to_string(i) + ": expected str instance, " +
                                    typeName(c.heap, (*items)[i]) + " found");
        text += (i == 0 ? "" : self(c, a)) + item->text;
    }
    return c.heap.str(text);
}

NativeResult replace(Context& c, const Args& a)
{
    if (auto error = wrongCount(c, a, "replace", 2, 3, 1))
        return *error;
    const Str* from = textAt(c, a, 1);
    const Str* to = textAt(c, a, 2);
    if (from == nullptr || to == nullptr)
        return typeError(c, "replace() argument " + std::to_string(from == nullptr ? 1 : 2) +
                                " must be str, not " + typeName(c.heap, a[from == nullptr ? 1 : 2]));
    std::int64_t limit = a.size() > 3 ? a[3].bits : -1;
    const std::string& text = self(c, a);
    std::string out;
    std::size_t at = 0;
    while (limit-- != 0) {
        const std::size_t found = text.find(from->text, at);
        if (found == std::string::npos || (from->text.empty() && found >= text.size()))
            break;
        out += text.substr(at, found - at) + to->text;
        at = found + from->text.size();
        if (from->text.empty())
            out += text[at++];
        if (tooBig(c, out.size()))
            return raise(c, Builtin::MemoryError, "");
    }
    if (from->text.empty() && at >= text.size() && limit >= -1)
        return c.heap.str(out + to->text);
    return c.heap.str(out + (at < text.size() ? text.substr(at) : std::string()));
}

/// The part of self that [start, end] arguments select, as byte offsets.
std::pair<std::size_t, std::size_t> window(const Context& c, const Args& a)
{
    const Str& text = *c.heap.get<Str>(a[0]);
    const auto length = static_cast<std::int64_t>(text.length);
    const auto bound = [&](std::size_t i, std::int64_t absent) {
        if (i >= a.size() || !a[i].isIntegral())
            return absent;
        return std::clamp<std::int64_t>(a[i].bits < 0 ? a[i].bits + length : a[i].bits, 0, length);
    };
    return {byteOffset(text, bound(2, 0)), byteOffset(text, bound(3, length))};
}

NativeResult findText(Context& c, const Args& a, bool last, bool strict, const char* name)
{
    if (auto error = wrongCount(c, a, name, 1, 3, 1))
        return *error;
    const Str* part = textAt(c, a, 1);
    if (part == nullptr)
        return typeError(c, "must be str, not " + typeName(c.heap, a[1]));
    const auto [begin, end] = window(c, a);
    const std::string_view text = std::string_view(self(c, a)).substr(0, end);
    std::size_t at = last ? text.rfind(part->text) : text.find(part->text, begin);
    if (last && at != std::string_view::npos && at < begin)
        at = std::string_view::npos;
    if (at == std::string_view::npos)
        return strict ? valueError(c, "substring not found") : Value::of(std::int64_t{-1});
    return Value::of(
        static_cast<std::int64_t>(std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                                [](char ch) { return (byteOf(ch) & 0xC0) != 0x80; })));
}

NativeResult countText(Context& c, const Args& a)
{
    const Str* part = textAt(c, a, 1);
    if (part == nullptr)
        return typeError(c, "must be str, not " + typeName(c.heap, a[1]));
    const auto [begin, end] = window(c, a);
    if (part->text.empty())
        return Value::of(static_cast<std::int64_t>(c.heap.get<Str>(a[0])->length) + 1);
    const std::string_view text = std::string_view(self(c, a)).substr(0, end);
    std::int64_t count = 0;
    for (std::size_t at = begin; (at = text.find(part->text, at)) != std::string_view::npos;
         at += part->text.size())
        ++count;
    return Value::of(count);
}

NativeResult affix(Context& c, const Args& a, bool prefix, const char* name)
{
    if (auto error = wrongCount(c, a, name, 1, 3, 1))
        return *error;
    std::vector<Value> candidates = {a[1]};
    if (const auto* tuple = c.heap.get<Tuple>(a[1]))
        candidates = tuple->items;
    const auto [begin, end] = window(c, a);
    const std::string_view text =
        begin <= end ? std::string_view(self(c, a)).substr(begin, end - begin) : std::string_view();
    for (const Value candidate : candidates) {
        const Str* part = c.heap.get<Str>(candidate);
        if (part == nullptr)
            return typeError(c, std::string(name) + " first arg must be str or a tuple of str, not " +
                                    typeName(c.heap, candidate));
        const std::string& p = part->text;
        if (p.size() <= text.size() &&
            (prefix ? text.substr(0, p.size()) : text.substr(text.size() - p.size())) == p)
            return Value::of(true);
    }
    return Value::of(false);
}

NativeResult removeAffix(Context& c, const Args& a, bool prefix)
{
    const Str* part = textAt(c, a, 1);
    std::string text = self(c, a);
    if (part == nullptr)
        return typeError(c, "argument must be str, not " + typeName(c.heap, a[1]));
    const std::size_t size = part->text.size();
    if (size > text.size() || text.compare(prefix ? 0 : text.size() - size, size, part->text) != 0)
        return a[0];
    return c.heap.str(prefix ? text.substr(size) : text.substr(0, text.size() - size));
}

NativeResult justify(Context& c, const Args& a, char align, const char* name)
{
    if (auto error = wrongCount(c, a, name, 1, 2, 1))
        return *error;
    const Str& text = *c.heap.get<Str>(a[0]);
    const Str* fill = textAt(c, a, 2);
    if (a.size() > 2 && (fill == nullptr || fill->length != 1))
        return typeError(c, "The fill character must be exactly one character long");
    if (!a[1].isIntegral())
        return typeError(c, "'" + typeName(c.heap, a[1]) + "' object cannot be interpreted as an integer");
    const std::int64_t missing = a[1].bits - text.length;
    if (missing <= 0)
        return a[0];
    if (tooBig(c, static_cast<std::uint64_t>(missing) * 4))
        return raise(c, Builtin::MemoryError, "");
    const auto pad = [&](std::int64_t count) {
        std::string out;
        for (std::int64_t i = 0; i < count; ++i)
            out += fill != nullptr ? fill->text : " ";
        return out;
    };
    // CPython's centre leans left or right depending on both parities.
    const std::int64_t left = align == '^'   ? missing / 2 + (missing & a[1].bits & 1)
                              : align == '>' ? missing
                                             : 0;
    return c.heap.str(pad(left) + text.text + pad(missing - left));
}

NativeResult zeroFill(Context& c, const Args& a)
{
    const Str& text = *c.heap.get<Str>(a[0]);
    const std::int64_t missing =
        (a.size() > 1 && a[1].isIntegral() ? std::min<std::int64_t>(a[1].bits, 1'000'000) : 0) - text.length;
    if (missing <= 0)
        return a[0];
    const std::size_t sign = !text.text.empty() && (text.text[0] == '-' || text.text[0] == '+') ? 1 : 0;
    return c.heap.str(text.text.substr(0, sign) + std::string(static_cast<std::size_t>(missing), '0') +
                      text.text.substr(sign));
}

NativeResult partition(Context& c, const Args& a, bool last)
{
    const Str* by = textAt(c, a, 1);
    if (by == nullptr)
        return typeError(c, "must be str, not " + typeName(c.heap, a[1]));
    if (by->text.empty())
        return valueError(c, "empty separator");
    const std::string& text = self(c, a);
    const std::size_t at = last ? text.rfind(by->text) : text.find(by->text);
    const Value empty = nameValue(Name::empty);
    if (at == std::string::npos)
        return last ? c.heap.tuple({empty, empty, a[0]}) : c.heap.tuple({a[0], empty, empty});
    return c.heap.tuple(
        {c.heap.str(text.substr(0, at)), a[1], c.heap.str(text.substr(at + by->text.size()))});
}

NativeResult isIdentifier(Context& c, const Args& a)
{
    const std::string& text = self(c, a);
    return Value::of(!text.empty() && !isDigit(text[0]) && std::all_of(text.begin(), text.end(), [](char ch) {
        return isLetter(ch) || isDigit(ch) || ch == '_';
    }));
}

Entries joined(std::initializer_list<const Entries*> parts)
{
    Entries entries;
    for (const Entries* part : parts)
        entries.insert(entries.end(), part->begin(), part->end());
    return entries;
}

} // namespace

const Entries& strMethods()
{
    static const Entries own = {
        {"upper", [](Context& c, const Args& a) { return mapped(c, a, upper); }},
        {"lower", [](Context& c, const Args& a) { return mapped(c, a, lower); }},
        {"casefold", [](Context& c, const Args& a) { return mapped(c, a, lower); }},
        {"swapcase",
         [](Context& c, const Args& a) {
             return mapped(c, a, [](char ch) { return isUpper(ch) ? lower(ch) : upper(ch); });
         }},
        {"title", title},
        {"capitalize", capitalize},
        {"strip", [](Context& c, const Args& a) { return strip(c, a, true, true, "strip"); }},
        {"lstrip", [](Context& c, const Args& a) { return strip(c, a, true, false, "lstrip"); }},
        {"rstrip", [](Context& c, const Args& a) { return strip(c, a, false, true, "rstrip"); }},
        {"split", split},
        {"rsplit", rsplit},
        {"splitlines", splitLines},
        {"join", join},
        {"replace", replace},
        {"find", [](Context& c, const Args& a) { return findText(c, a, false, false, "find"); }},
        {"rfind", [](Context& c, const Args& a) { return findText(c, a, true, false, "rfind"); }},
        {"index", [](Context& c, const Args& a) { return findText(c, a, false, true, "index"); }},
        {"rindex", [](Context& c, const Args& a) { return findText(c, a, true, true, "rindex"); }},
        {"count", countText},
        {"startswith", [](Context& c, const Args& a) { return affix(c, a, true, "startswith"); }},
        {"endswith", [](Context& c, const Args& a) { return affix(c, a, false, "endswith"); }},
        {"removeprefix", [](Context& c, const Args& a) { return removeAffix(c, a, true); }},
        {"removesuffix", [](Context& c, const Args& a) { return removeAffix(c, a, false); }},
        {"ljust", [](Context& c, const Args& a) { return justify(c, a, '<', "ljust"); }},
        {"rjust", [](Context& c, const Args& a) { return justify(c, a, '>', "rjust"); }},
        {"center", [](Context& c, const Args& a) { return justify(c, a, '^', "center"); }},
        {"zfill", zeroFill},
        {"maketrans", [](Context&, const Args&) { return NativeResult::prelude("_maketrans"); }},
        {"translate", [](Context&, const Args&) { return NativeResult::prelude("_translate"); }},
        {"partition", [](Context& c, const Args& a) { return partition(c, a, false); }},
        {"rpartition", [](Context& c, const Args& a) { return partition(c, a, true); }},
        {"isdigit", [](Context& c, const Args& a) { return all(c, a, isDigit); }},
        {"isdecimal", [](Context& c, const Args& a) { return all(c, a, isDigit); }},
        {"isnumeric", [](Context& c, const Args& a) { return all(c, a, isDigit); }},
        {"isalpha", [](Context& c, const Args& a) { return all(c, a, isLetter); }},
        {"isalnum",
         [](Context& c, const Args& a) {
             return all(c, a, [](char ch) { return isLetter(ch) || isDigit(ch); });
         }},
        {"isspace",
         [](Context& c, const Args& a) {
             return all(c, a, [](char ch) {
                 return std::string_view(whitespace).find(ch) != std::string_view::npos;
             });
         }},
        {"isascii",
         [](Context& c, const Args& a) -> NativeResult {
             return Value::of(std::all_of(self(c, a).begin(), self(c, a).end(), ascii));
         }},
        {"isupper", [](Context& c, const Args& a) { return cased(c, a, true); }},
        {"islower", [](Context& c, const Args& a) { return cased(c, a, false); }},
        {"isidentifier", isIdentifier},
        {"encode", [](Context& c, const Args& a) -> NativeResult { return c.heap.bytes(self(c, a)); }},
        {"format", [](Context&, const Args&) { return NativeResult::prelude("_str_format"); }},
        {"format_map",
         [](Context&, const Args& a) {
             return toPrelude("_str_format_map", {a[0], a[1]});
         }},
        {"expandtabs",
         [](Context& c, const Args& a) -> NativeResult {
             std::string out;
             for (const char ch : self(c, a))
                 out += ch == '\t' ? std::string(8 - out.size() % 8, ' ') : std::string(1, ch);
             return c.heap.str(out);
         }},
        {"__len__",
         [](Context& c, const Args& a) -> NativeResult { return Value::of(nativeLength(c.heap, a[0])); }},
        {"__contains__", [](Context& c, const Args& a) { return containsItem(c, a[0], a[1]); }},
        {"__getitem__", [](Context& c, const Args& a) { return subscript(c, a[0], a[1]); }},
        {"__eq__", equalBodies},
        {"__hash__",
         [](Context& c, const Args& a) -> NativeResult {
             return Value::of(static_cast<std::int64_t>(c.heap.get<Str>(a[0])->hash >> 2));
         }},
        {"__str__", [](Context& c, const Args& a) -> NativeResult { return c.heap.str(self(c, a)); }},
        {"__repr__", bodyRepr},
        {"__format__",
         [](Context& c, const Args& a) {
             return formatValue(c, c.heap.str(self(c, a)), textAt(c, a, 1)->text);
         }},
    };
    static const Entries entries = joined({&constructorEntries(Builtin::Str), &own});
    return entries;
}

} // namespace il::machine
