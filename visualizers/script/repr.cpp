#include "script/repr.h"

#include "script/unicode.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace il::script {

using namespace ast;

namespace {

/// The quote that needs no escape where possible, ' otherwise.
char quoteFor(std::string_view text)
{
    return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"' : '\'';
}

/// "\\", "\n" and the like; "" for characters without a short escape.
std::string shortEscape(char32_t c, char quote)
{
    if (c == U'\n')
        return "\\n";
    if (c == U'\r')
        return "\\r";
    if (c == U'\t')
        return "\\t";
    if (c == U'\\' || c == static_cast<unsigned char>(quote))
        return {'\\', static_cast<char>(c)};
    return "";
}

std::string hexEscape(char32_t c)
{
    char buffer[16];
    const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(c));
    return buffer;
}

/// Shortest digits that read back as `value`, and the decimal exponent of the first one.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

Decimal shortest(double value)
{
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t e = text.find('e');
    Decimal result;
    for (const char c : text.substr(0, e))
        if (c != '.')
            result.digits += c;
    const std::size_t sign = text[e + 1] == '+' ? 2 : 1;
    std::from_chars(text.data() + e + sign, text.data() + text.size(), result.exponent);
    return result;
}

/// As float's repr, but whole numbers without ".0", as the parts of a complex number are shown.
std::string floatText(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    const std::string sign = std::signbit(value) ? "-" : "";
    auto [digits, exponent] = shortest(std::abs(value));
    if (exponent < -4 || exponent >= 16) {
        const std::string fraction = digits.size() > 1 ? "." + digits.substr(1) : "";
        const std::string power = std::to_string(std::abs(exponent));
        return sign + digits[0] + fraction + (exponent < 0 ? "e-" : "e+") + (power.size() < 2 ? "0" : "") +
               power;
    }
    if (exponent < 0)
        return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole)
        return sign + digits + std::string(whole - digits.size(), '0');
    return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

struct Repr {
    std::string operator()(std::monostate) const { return "None"; }
    std::string operator()(bool value) const { return value ? "True" : "False"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(const BigInt& value) const { return value.digits; }
    std::string operator()(double value) const { return reprFloat(value); }
    std::string operator()(Imaginary value) const { return floatText(value.value) + "j"; }
    std::string operator()(const std::string& value) const { return reprString(value); }
    std::string operator()(const BytesLiteral& value) const { return reprBytes(value.bytes); }
    std::string operator()(EllipsisLiteral) const { return "Ellipsis"; }
};

} // namespace

std::string reprString(std::string_view utf8)
{
    const char quote = quoteFor(utf8);
    std::string result(1, quote);
    for (std::size_t i = 0; i < utf8.size();) {
        const auto [codePoint, length] = decodeUtf8WithSurrogates(utf8, i);
        if (const std::string escape = shortEscape(codePoint, quote); !escape.empty())
            result += escape;
        else
            result += isPrintable(codePoint) ? std::string(utf8.substr(i, length)) : hexEscape(codePoint);
        i += length;
    }
    return result + quote;
}

std::string reprBytes(std::string_view bytes)
{
    const char quote = quoteFor(bytes);
    std::string result = {'b', quote};
    for (const char c : bytes) {
        const char32_t byte = static_cast<unsigned char>(c);
        if (const std::string escape = shortEscape(byte, quote); !escape.empty())
            result += escape;
        else
            result += byte >= 32 && byte < 127 ? std::string(1, c) : hexEscape(byte);
    }
    return result + quote;
}

std::string reprFloat(double value)
{
    const std::string text = floatText(value);
    return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
}

std::string repr(const Literal& value)
{
    return std::visit(Repr{}, value);
}

} // namespace il::script
