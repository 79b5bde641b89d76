#include "script/literals.h"

#include "script/unicode.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace il::script {

namespace {

std::string withoutUnderscores(std::string_view token)
{
    std::string result(token);
    std::erase(result, '_');
    return result;
}

int digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const int letter = (c | 0x20) - 'a';
    return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

/// Decimal digits of a number written in another base.
std::string toDecimal(std::string_view digits, unsigned base)
{
    constexpr std::uint32_t limb = 1'000'000'000;
    std::vector<std::uint32_t> limbs{0}; // least significant first
    for (const char c : digits) {
        std::uint64_t carry = static_cast<std::uint64_t>(digitValue(c));
        for (std::uint32_t& part : limbs) {
            carry += std::uint64_t{part} * base;
            part = static_cast<std::uint32_t>(carry % limb);
            carry /= limb;
        }
        if (carry != 0)
            limbs.push_back(static_cast<std::uint32_t>(carry));
    }
    std::string result = std::to_string(limbs.back());
    for (auto part = limbs.rbegin() + 1; part != limbs.rend(); ++part) {
        const std::string text = std::to_string(*part);
        result += std::string(9 - text.size(), '0') + text;
    }
    return result;
}

tl::expected<ast::Literal, std::string> integerValue(std::string_view digits, int base)
{
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty())
        return std::int64_t{0};
    std::int64_t value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value, base).ec == std::errc{})
        return value;
    if (digits.size() > maxIntegerDigits)
        return tl::unexpected(std::string("number-too-long"));
    return ast::BigInt{base == 10 ? std::string(digits) : toDecimal(digits, static_cast<unsigned>(base))};
}

/// Whether a decimal literal's value, known to be beyond double's range, is huge (rather than tiny).
bool isHuge(std::string_view digits)
{
    const std::size_t exponentAt = std::min(digits.find_first_of("eE"), digits.size());
    const std::string_view exponent = digits.substr(std::min(exponentAt + 1, digits.size()));
    if (!exponent.empty())
        return exponent[0] != '-';
    return digits[0] != '0' && digits[0] != '.';
}

double floatValue(std::string_view digits)
{
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range)
        return isHuge(digits) ? std::numeric_limits<double>::infinity() : 0.0;
    return value;
}

class Unescaper {
public:
    Unescaper(std::string_view body, bool bytes) : m_body(body), m_bytes(bytes) {}

    tl::expected<std::string, std::string> run()
    {
        while (m_pos < m_body.size() && m_error.empty()) {
            if (m_body[m_pos] != '\\' || m_pos + 1 == m_body.size())
                m_result += m_body[m_pos++];
            else
                escape();
        }
        if (!m_error.empty())
            return tl::unexpected(m_error);
        return std::move(m_result);
    }

private:
    void put(char32_t value)
    {
        if (m_bytes)
            m_result += static_cast<char>(value & 0xFF);
        else
            appendUtf8(m_result, value);
    }

    void escape()
    {
        constexpr std::string_view names = "\\'\"abfnrtv";
        constexpr std::string_view values = "\\'\"\a\b\f\n\r\t\v";
        const char c = m_body[m_pos + 1];
        m_pos += 2;
        if (const std::size_t i = names.find(c); i != std::string_view::npos)
            m_result += values[i];
        else if (c >= '0' && c <= '7')
            octal();
        else if (c == 'x')
            hex(2);
        else if (!m_bytes && (c == 'u' || c == 'U'))
            hex(c == 'u' ? 4 : 8);
        else if (!m_bytes && c == 'N')
            m_error = "named-character";
        else if (c != '\n') // an unknown escape stands for itself
            (m_result += '\\') += c;
    }

    void octal()
    {
        const std::size_t begin = m_pos - 1;
        while (m_pos < m_body.size() && m_pos < begin + 3 && m_body[m_pos] >= '0' && m_body[m_pos] <= '7')
            ++m_pos;
        unsigned value = 0;
        std::from_chars(m_body.data() + begin, m_body.data() + m_pos, value, 8);
        put(value);
    }

    void hex(std::size_t length)
    {
        const std::string_view digits = m_body.substr(m_pos, length);
        if (digits.size() < length || std::ranges::any_of(digits, [](char c) { return digitValue(c) < 0; })) {
            m_error = "invalid-escape";
            return;
        }
        std::uint32_t value = 0;
        std::from_chars(digits.data(), digits.data() + length, value, 16);
        m_pos += length;
        if (value > 0x10FFFF)
            m_error = "invalid-escape";
        else
            put(value);
    }

    std::string_view m_body;
    bool m_bytes;
    std::size_t m_pos = 0;
    std::string m_result;
    std::string m_error;
};

} // namespace

tl::expected<ast::Literal, std::string> numberValue(std::string_view token)
{
    const std::string digits = withoutUnderscores(token);
    const char radix = digits.size() > 2 ? static_cast<char>(digits[1] | 0x20) : ' ';
    if (digits[0] == '0' && (radix == 'x' || radix == 'o' || radix == 'b'))
        return integerValue(std::string_view(digits).substr(2), radix == 'x' ? 16 : radix == 'o' ? 8 : 2);
    if ((digits.back() | 0x20) == 'j')
        return ast::Imaginary{floatValue(std::string_view(digits).substr(0, digits.size() - 1))};
    if (digits.find_first_of(".eE") != std::string::npos)
        return floatValue(digits);
    return integerValue(digits, 10);
}

StringParts stringParts(std::string_view token)
{
    StringParts parts;
    std::size_t begin = 0;
    for (; token[begin] != '\'' && token[begin] != '"'; ++begin) {
        parts.raw |= (token[begin] | 0x20) == 'r';
        parts.bytes |= (token[begin] | 0x20) == 'b';
        parts.formatted |= (token[begin] | 0x20) == 'f';
        parts.unicode |= token[begin] == 'u';
    }
    token.remove_prefix(begin);
    const bool triple = token.size() >= 6 && token[1] == token[0] && token[2] == token[0];
    const std::size_t quotes = triple ? 3 : 1;
    parts.body = token.substr(quotes, token.size() - 2 * quotes);
    return parts;
}

tl::expected<std::string, std::string> unescape(std::string_view body, bool bytes)
{
    return Unescaper(body, bytes).run();
}

} // namespace il::script
