#include "machine/builtins/format.h"

#include "machine/builtins/bytes.h"

#include "machine/builtins/operators.h"
#include "machine/builtins/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace il::machine {

namespace {

constexpr int maxWidth = 100'000; ///< wider fields are refused: no lesson needs them and they eat memory

std::size_t firstCodePoint(std::string_view text)
{
    std::size_t size = text.empty() ? 0 : 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
        ++size;
    return size;
}

bool isAlign(char c)
{
    return c == '<' || c == '>' || c == '^' || c == '=';
}

/// Digits to an int; false when it is too large.
bool readNumber(std::string_view& text, int& number)
{
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec == std::errc::invalid_argument)
        return true;
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return result.ec == std::errc() && number <= maxWidth;
}

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string result;
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

/// `sign` stays in front when the padding goes behind it ('=').
std::string padded(const FormatSpec& spec, const std::string& sign, const std::string& body,
                   char defaultAlign)
{
    const std::size_t length = codePoints(sign) + codePoints(body);
    const auto width = static_cast<std::size_t>(spec.width);
    const std::size_t missing = width > length ? width - length : 0;
    const char align = spec.align != 0 ? spec.align : spec.zero && defaultAlign == '>' ? '=' : defaultAlign;
    const std::string& fill = spec.fill;
    switch (align) {
    case '<':
        return sign + body + repeated(fill, missing);
    case '^':
        return repeated(fill, missing / 2) + sign + body + repeated(fill, missing - missing / 2);
    case '=':
        return sign + repeated(fill, missing) + body;
    default:
        return repeated(fill, missing) + sign + body;
    }
}

/// Separators every `group` digits; with zero fill the zeros are grouped too.
std::string grouped(const std::string& digits, char separator, std::size_t group, std::size_t minWidth)
{
    std::string out;
    std::size_t count = 0;
    const auto put = [&](char c) {
        if (count != 0 && count % group == 0)
            out += separator;
        out += c;
        ++count;
    };
    std::for_each(digits.rbegin(), digits.rend(), put);
    while (out.size() < minWidth)
        put('0');
    std::reverse(out.begin(), out.end());
    return out;
}

std::string signText(bool negative, char sign)
{
    return negative ? "-" : sign == '+' ? "+" : sign == ' ' ? " " : "";
}

std::string toBase(std::uint64_t magnitude, unsigned base, bool upper)
{
    std::string digits;
    do {
        digits += (upper ? "0123456789ABCDEF" : "0123456789abcdef")[magnitude % base];
        magnitude /= base;
    } while (magnitude != 0);
    std::reverse(digits.begin(), digits.end());
    return digits;
}

std::uint64_t magnitudeOf(std::int64_t value)
{
    return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

std::string formatDouble(double value, char type, int precision, bool alternate)
{
    if (!std::isfinite(value)) {
        const bool upper = type == 'F' || type == 'E' || type == 'G';
        return std::isnan(value) ? (upper ? "NAN" : "nan") : upper ? "INF" : "inf";
    }
    char pattern[16];
    std::snprintf(pattern, sizeof pattern, alternate ? "%%#.*%c" : "%%.*%c", type);
    const int size = std::snprintf(nullptr, 0, pattern, precision, value);
    std::string text(static_cast<std::size_t>(size) + 1, '\0');
    std::snprintf(text.data(), text.size(), pattern, precision, value);
    text.pop_back();
    return text;
}

/// No type letter: like 'g' but with at least one digit after the point; repr when no precision is given.
std::string formatGeneral(double value, int precision)
{
    if (precision < 0)
        return reprFloat(value);
    std::string text = formatDouble(value, 'g', std::max(precision, 1), false);
    // CPython switches to the exponent one digit earlier than 'g' does when there is no type.
    if (std::isfinite(value) && text.find_first_of(".e") == std::string::npos) {
        if (static_cast<int>(text.size()) >= std::max(precision, 1)) {
            text = formatDouble(value, 'e', std::max(precision, 1) - 1, false);
            const std::size_t e = text.find('e');
            std::string mantissa = text.substr(0, e);
            if (mantissa.find('.') != std::string::npos) {
                mantissa.erase(mantissa.find_last_not_of('0') + 1);
                if (mantissa.back() == '.')
                    mantissa.pop_back();
            }
            return mantissa + text.substr(e);
        }
        text += ".0";
    }
    return text;
}

NativeResult unknownCode(Context& context, char type, const std::string& typeText)
{
    return raise(context, Builtin::ValueError,
                 std::string("Unknown format code '") + type + "' for object of type '" + typeText + "'");
}

std::string finishNumber(const FormatSpec& spec, const std::string& sign, std::string digits,
                         std::size_t group)
{
    if (spec.grouping != 0) {
        const std::size_t point = digits.find_first_not_of("0123456789abcdefABCDEF");
        const std::string tail = point == std::string::npos ? "" : digits.substr(point);
        const bool zeros = spec.zero && spec.align == 0;
        const std::size_t used = sign.size() + tail.size();
        const auto width = static_cast<std::size_t>(spec.width);
        digits = grouped(digits.substr(0, digits.size() - tail.size()), spec.grouping, group,
                         zeros && width > used ? width - used : 0) +
                 tail;
    }
    return padded(spec, sign, digits, '>');
}

NativeResult formatFloat(Context& context, double value, const FormatSpec& spec, const std::string& typeText)
{
    std::string text;
    const double magnitude = std::abs(value);
    switch (spec.type) {
    case 0:
        text = formatGeneral(magnitude, spec.precision);
        break;
    case 'n':
        text = formatDouble(magnitude, 'g', spec.precision < 0 ? 6 : spec.precision, spec.alternate);
        break;
    case '%':
        text =
            formatDouble(magnitude * 100, 'f', spec.precision < 0 ? 6 : spec.precision, spec.alternate) + "%";
        break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        text = formatDouble(magnitude, spec.type, spec.precision < 0 ? 6 : spec.precision, spec.alternate);
        break;
    default:
        return unknownCode(context, spec.type, typeText);
    }
    return context.heap.str(
        finishNumber(spec, signText(std::signbit(value) && !std::isnan(value), spec.sign), text, 3));
}

NativeResult formatInt(Context& context, std::int64_t value, const FormatSpec& spec,
                       const std::string& typeText)
{
    const std::uint64_t magnitude = magnitudeOf(value);
    std::string digits;
    std::string prefix;
    std::size_t group = 3;
    switch (spec.type) {
    case 0:
    case 'd':
    case 'n':
        digits = std::to_string(magnitude);
        break;
    case 'b':
        digits = toBase(magnitude, 2, false);
        prefix = "0b";
        group = 4;
        break;
    case 'o':
        digits = toBase(magnitude, 8, false);
        prefix = "0o";
        group = 4;
        break;
    case 'x':
    case 'X':
        digits = toBase(magnitude, 16, spec.type == 'X');
        prefix = spec.type == 'X' ? "0X" : "0x";
        group = 4;
        break;
    case 'c': {
        const auto text = encodeUtf8(value);
        return text ? NativeResult(context.heap.str(padded(spec, "", *text, '<')))
                    : raise(context, Builtin::OverflowError, "%c arg not in range(0x110000)");
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
        return formatFloat(context, static_cast<double>(value), spec, typeText);
    default:
        return unknownCode(context, spec.type, typeText);
    }
    if (spec.precision >= 0)
        return raise(context, Builtin::ValueError, "Precision not allowed in integer format specifier");
    const std::string sign = signText(value < 0, spec.sign) + (spec.alternate ? prefix : "");
    return context.heap.str(finishNumber(spec, sign, digits, group));
}

NativeResult formatText(Context& context, const std::string& text, const FormatSpec& spec)
{
    if (spec.type != 0 && spec.type != 's')
        return unknownCode(context, spec.type, "str");
    if (spec.sign != 0)
        return raise(context, Builtin::ValueError, "Sign not allowed in string format specifier");
    if (spec.align == '=')
        return raise(context, Builtin::ValueError, "'=' alignment not allowed in string format specifier");
    std::string shown = text;
    if (spec.precision >= 0) {
        Str whole{text, 0, static_cast<std::uint32_t>(codePoints(text))};
        shown = text.substr(0, byteOffset(whole, std::min<std::int64_t>(spec.precision, whole.length)));
    }
    return context.heap.str(padded(spec, "", shown, '<'));
}

} // namespace

std::optional<std::string> encodeUtf8(std::int64_t codePoint)
{
    if (codePoint < 0 || codePoint > 0x10FFFF)
        return std::nullopt;
    const auto c = static_cast<std::uint32_t>(codePoint);
    const auto byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
    if (c < 0x80)
        return std::string{byte(c)};
    if (c < 0x800)
        return std::string{byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000)
        return std::string{byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
    return std::string{byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
                       byte(0x80 | (c & 0x3F))};
}

std::optional<FormatSpec> parseFormatSpec(std::string_view text)
{
    FormatSpec spec;
    const std::size_t first = firstCodePoint(text);
    if (first != 0 && text.size() > first && isAlign(text[first])) {
        spec.fill = text.substr(0, first);
        spec.align = text[first];
        text.remove_prefix(first + 1);
    } else if (!text.empty() && isAlign(text[0])) {
        spec.align = text[0];
        text.remove_prefix(1);
    }
    const auto take = [&](std::string_view allowed) {
        if (text.empty() || allowed.find(text[0]) == std::string_view::npos)
            return char{0};
        const char c = text[0];
        text.remove_prefix(1);
        return c;
    };
    spec.sign = take("+- ");
    take("z");
    spec.alternate = take("#") != 0;
    spec.zero = take("0") != 0;
    if (spec.zero && spec.fill == " " && (spec.align == 0 || spec.align == '='))
        spec.fill = "0";
    else if (spec.zero && spec.fill == " ")
        spec.fill = "0";
    if (!readNumber(text, spec.width))
        return std::nullopt;
    spec.grouping = take(",_");
    if (take(".") != 0) {
        const std::size_t before = text.size();
        if (!readNumber(text, spec.precision) || text.size() == before)
            return std::nullopt;
    }
    if (text.size() > 1)
        return std::nullopt;
    spec.type = text.empty() ? char{0} : text[0];
    return spec;
}

NativeResult formatValue(Context& context, Value value, std::string_view specText)
{
    Heap& heap = context.heap;
    NativeResult python = NativeResult::prelude("_format");
    python.arguments = {value, heap.str(specText)};
    if (!pythonMethod(heap, value, Name::format).isNull())
        return python;
    if (specText.empty()) {
        const auto text = str(heap, value);
        return text ? NativeResult(heap.get<Str>(value) != nullptr && isBuiltinClass(classOf(heap, value))
                                       ? value
                                       : heap.str(*text))
                    : python;
    }
    const std::string& typeText = typeName(heap, value);
    const bool text = heap.get<Str>(value) != nullptr;
    if (!value.isNumber() && !text)
        return raise(context, Builtin::TypeError,
                     "unsupported format string passed to " + typeText + ".__format__");
    const auto spec = parseFormatSpec(specText);
    if (!spec)
        return raise(context, Builtin::ValueError,
                     "Invalid format specifier '" + std::string(specText) + "' for object of type '" +
                         typeText + "'");
    if (text)
        return formatText(context, heap.get<Str>(value)->text, *spec);
    return value.isFloat() ? formatFloat(context, value.asFloat(), *spec, typeText)
                           : formatInt(context, value.bits, *spec, typeText);
}

namespace {

/// Walks a % format.
class PercentFormatter {
public:
    PercentFormatter(Context& context, Value format, Value arguments)
        : m_context(context), m_format(format), m_arguments(arguments)
    {
        const Heap& heap = context.heap;
        if (const Tuple* tuple = heap.get<Tuple>(arguments))
            m_items = tuple->items;
        else
            m_items = {arguments};
        m_mapping = heap.get<Dict>(arguments) != nullptr;
    }

    NativeResult run()
    {
        const std::string format = m_context.heap.get<Str>(m_format)->text;
        std::string_view rest = format;
        while (!rest.empty()) {
            const std::size_t percent = rest.find('%');
            m_out += rest.substr(0, percent);
            if (percent == std::string_view::npos)
                break;
            rest.remove_prefix(percent + 1);
            if (auto failed = conversion(rest))
                return *failed;
        }
        if (m_next < m_items.size() && !m_mapping)
            return raise(m_context, Builtin::TypeError,
                         "not all arguments converted during string formatting");
        return m_context.heap.str(m_out);
    }

private:
    using Failure = std::optional<NativeResult>;

    Failure fail(Builtin cls, const std::string& text) { return raise(m_context, cls, text); }

    Failure python()
    {
        NativeResult result = NativeResult::prelude("_percent_format");
        result.arguments = {m_format, m_arguments};
        return result;
    }

    Failure nextArgument(Value& value)
    {
        if (m_next >= m_items.size())
            return fail(Builtin::TypeError, "not enough arguments for format string");
        value = m_items[m_next++];
        return {};
    }

    Failure number(std::string_view& rest, int& result)
    {
        if (!rest.empty() && rest[0] == '*') {
            rest.remove_prefix(1);
            Value value;
            if (auto failed = nextArgument(value))
                return failed;
            if (!value.isIntegral())
                return fail(Builtin::TypeError, "* wants int");
            result = static_cast<int>(std::clamp<std::int64_t>(value.bits, -maxWidth, maxWidth));
            return {};
        }
        return readNumber(rest, result) ? Failure{} : fail(Builtin::ValueError, "width too big");
    }

    Failure key(std::string_view& rest, Value& value)
    {
        const std::size_t close = rest.find(')');
        if (close == std::string_view::npos)
            return fail(Builtin::ValueError, "incomplete format key");
        if (!m_mapping)
            return fail(Builtin::TypeError, "format requires a mapping");
        const Value name = m_context.heap.str(rest.substr(1, close - 1));
        NativeResult found = subscript(m_context, m_arguments, name);
        if (found.kind != NativeResult::Kind::Return)
            return found;
        value = found.value;
        rest.remove_prefix(close + 1);
        return {};
    }

    Failure conversion(std::string_view& rest)
    {
        Value value;
        bool keyed = false;
        if (!rest.empty() && rest[0] == '(') {
            if (auto failed = key(rest, value))
                return failed;
            keyed = true;
        }
        FormatSpec spec;
        for (; !rest.empty() && std::string_view("-+ #0").find(rest[0]) != std::string_view::npos;
             rest.remove_prefix(1)) {
            if (rest[0] == '-')
                spec.align = '<';
            else if (rest[0] == '#')
                spec.alternate = true;
            else if (rest[0] == '0')
                spec.zero = true;
            else if (spec.sign != '+')
                spec.sign = rest[0];
        }
        if (auto failed = number(rest, spec.width))
            return failed;
        if (spec.width < 0) {
            spec.width = -spec.width;
            spec.align = '<';
        }
        if (!rest.empty() && rest[0] == '.') {
            rest.remove_prefix(1);
            spec.precision = 0;
            if (auto failed = number(rest, spec.precision))
                return failed;
        }
        while (!rest.empty() && (rest[0] == 'l' || rest[0] == 'h'))
            rest.remove_prefix(1);
        if (rest.empty())
            return fail(Builtin::ValueError, "incomplete format");
        spec.type = rest[0];
        rest.remove_prefix(1);
        if (spec.type == '%') {
            m_out += '%';
            return {};
        }
        if (!keyed)
            if (auto failed = nextArgument(value))
                return failed;
        return convert(spec, value, rest.data());
    }

    Failure convert(const FormatSpec& spec, Value value, const char* behind)
    {
        switch (spec.type) {
        case 's':
        case 'r':
        case 'a':
            return convertText(spec, value);
        case 'c':
            return convertCharacter(spec, value);
        case 'd':
        case 'i':
        case 'u':
        case 'x':
        case 'X':
        case 'o':
            return convertInt(spec, value);
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
            return convertFloat(spec, value);
        default:
            break;
        }
        const std::string& format = m_context.heap.get<Str>(m_format)->text;
        const auto consumed = format.size() - std::char_traits<char>::length(behind);
        char buffer[80];
        std::snprintf(buffer, sizeof buffer, "unsupported format character '%c' (0x%x) at index %zu",
                      spec.type, static_cast<unsigned>(static_cast<unsigned char>(spec.type)), consumed - 1);
        return fail(Builtin::ValueError, buffer);
    }

    Failure convertText(FormatSpec spec, Value value)
    {
        const auto text = spec.type == 's' ? str(m_context.heap, value) : repr(m_context.heap, value);
        if (!text)
            return python();
        spec.type = 0;
        spec.sign = 0;
        if (spec.align == 0)
            spec.align = '>';
        return append(formatText(m_context, *text, spec));
    }

    Failure convertCharacter(FormatSpec spec, Value value)
    {
        std::string text;
        if (const Str* one = m_context.heap.get<Str>(value); one != nullptr && one->length == 1)
            text = one->text;
        else if (value.isIntegral() && encodeUtf8(value.bits))
            text = *encodeUtf8(value.bits);
        else
            return fail(Builtin::TypeError, "%c requires int or char");
        spec.type = 0;
        spec.align = spec.align == 0 ? '>' : spec.align;
        return append(formatText(m_context, text, spec));
    }

    Failure convertInt(const FormatSpec& spec, Value value)
    {
        const bool decimal = spec.type == 'd' || spec.type == 'i' || spec.type == 'u';
        if (value.isFloat() && decimal && std::abs(value.asFloat()) < 9e18)
            value = Value::of(static_cast<std::int64_t>(value.asFloat()));
        if (!value.isIntegral())
            return fail(Builtin::TypeError, std::string("%") + spec.type +
                                                " format: " + (decimal ? "a real number" : "an integer") +
                                                " is required, not " + typeName(m_context.heap, value));
        std::string digits =
            decimal ? std::to_string(magnitudeOf(value.bits))
                    : toBase(magnitudeOf(value.bits), spec.type == 'o' ? 8 : 16, spec.type == 'X');
        if (spec.precision > 0 && static_cast<int>(digits.size()) < spec.precision)
            digits.insert(0, static_cast<std::size_t>(spec.precision) - digits.size(), '0');
        const char* prefix = !spec.alternate || decimal ? ""
                             : spec.type == 'o'         ? "0o"
                             : spec.type == 'x'         ? "0x"
                                                        : "0X";
        return appendNumber(spec, signText(value.bits < 0, spec.sign) + prefix, digits);
    }

    Failure convertFloat(const FormatSpec& spec, Value value)
    {
        if (!value.isNumber())
            return fail(Builtin::TypeError, "must be real number, not " + typeName(m_context.heap, value));
        const double number = value.isFloat() ? value.asFloat() : static_cast<double>(value.bits);
        const std::string digits = formatDouble(std::abs(number), spec.type,
                                                spec.precision < 0 ? 6 : spec.precision, spec.alternate);
        return appendNumber(spec, signText(std::signbit(number) && !std::isnan(number), spec.sign), digits);
    }

    Failure appendNumber(FormatSpec spec, const std::string& sign, const std::string& digits)
    {
        if (spec.zero && spec.align == 0)
            spec.fill = "0";
        m_out += padded(spec, sign, digits, '>');
        return {};
    }

    Failure append(const NativeResult& result)
    {
        if (result.kind != NativeResult::Kind::Return)
            return result;
        m_out += m_context.heap.get<Str>(result.value)->text;
        return {};
    }

    Context& m_context;
    Value m_format, m_arguments;
    std::vector<Value> m_items;
    bool m_mapping = false;
    std::size_t m_next = 0;
    std::string m_out;
};

} // namespace

/// As for texts, with bytes in the place of str: %b is its other name.
static NativeResult percentFormatBytes(Context& context, Value format, Value arguments)
{
    Heap& heap = context.heap;
    const auto asText = [&](Value value) {
        const auto data = bytesLike(heap, value);
        return data ? heap.str(std::string(*data)) : value;
    };
    std::string text(*bytesLike(heap, format));
    for (std::size_t at = 0; (at = text.find('%', at)) != std::string::npos; ++at) {
        at = std::min(text.find_first_not_of("-+ #0123456789.*", at + 1), text.size() - 1);
        if (text[at] == 'b')
            text[at] = 's';
    }
    Value given = asText(arguments);
    if (const auto* tuple = heap.get<Tuple>(arguments)) {
        std::vector<Value> items = tuple->items;
        for (Value& item : items)
            item = asText(item);
        given = heap.tuple(std::move(items));
    }
    NativeResult result = PercentFormatter(context, heap.str(text), given).run();
    if (const Str* out = heap.get<Str>(result.value);
        out != nullptr && result.kind == NativeResult::Kind::Return)
        return bytesLikeSample(heap, format, out->text);
    return result;
}

NativeResult percentFormat(Context& context, Value format, Value arguments)
{
    if (context.heap.get<Str>(format) == nullptr)
        return percentFormatBytes(context, format, arguments);
    return PercentFormatter(context, format, arguments).run();
}

} // namespace il::machine
