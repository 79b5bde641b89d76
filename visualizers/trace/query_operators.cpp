#include "trace/query_operators.h"

#include <cmath>
#include <optional>

namespace il::trace {

namespace {

using Result = tl::expected<QueryValue, std::string>;

Result error(std::string message)
{
    return tl::unexpected(std::move(message));
}

const char* kindOf(const QueryValue& value)
{
    static constexpr const char* kinds[] = {"a number", "a number", "a truth value", "a duration", "a text"};
    return kinds[value.index()];
}

bool isNumber(const QueryValue& value)
{
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

bool isDuration(const QueryValue& value)
{
    return std::holds_alternative<Duration>(value);
}

/// Of a number or duration.
double real(const QueryValue& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*integer);
    if (const auto* duration = std::get_if<Duration>(&value))
        return static_cast<double>(duration->ns);
    return std::get<double>(value);
}

/// Exact, where both are whole.
std::optional<std::int64_t> whole(char op, std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    const bool overflows = op == '+'   ? __builtin_add_overflow(a, b, &result)
                           : op == '-' ? __builtin_sub_overflow(a, b, &result)
                                       : __builtin_mul_overflow(a, b, &result);
    return overflows ? std::nullopt : std::optional(result);
}

double inexact(char op, double a, double b)
{
    return op == '+' ? a + b : op == '-' ? a - b : op == '*' ? a * b : a / b;
}

Result duration(double ns)
{
    if (!(std::abs(ns) < 9e18))
        return error("the time is too long");
    return Duration{std::llround(ns)};
}

/// Negative, 0 or positive; nothing when the two can't be put in order.
std::optional<int> order(const QueryValue& a, const QueryValue& b)
{
    const auto sign = [](const auto& x, const auto& y) { return x < y ? -1 : y < x ? 1 : 0; };
    const auto* i = std::get_if<std::int64_t>(&a);
    const auto* j = std::get_if<std::int64_t>(&b);
    if (i && j)
        return sign(*i, *j);
    if (isDuration(a) && isDuration(b))
        return sign(std::get<Duration>(a).ns, std::get<Duration>(b).ns);
    if (isNumber(a) && isNumber(b))
        return sign(real(a), real(b));
    const auto* s = std::get_if<std::string>(&a);
    const auto* t = std::get_if<std::string>(&b);
    return s && t ? std::optional(sign(*s, *t)) : std::nullopt;
}

Result needsTruth(std::string_view op, const QueryValue& value)
{
    return error(std::string("\"").append(op) + "\" needs truth values, such as comparisons, and this is " +
                 kindOf(value));
}

} // namespace

Result logical(std::string_view op, const QueryValue& a, const QueryValue& b)
{
    for (const QueryValue* value : {&a, &b}) {
        if (!std::holds_alternative<bool>(*value))
            return needsTruth(op, *value);
    }
    return op == "and" ? std::get<bool>(a) && std::get<bool>(b) : std::get<bool>(a) || std::get<bool>(b);
}

Result negated(const QueryValue& value)
{
    if (!std::holds_alternative<bool>(value))
        return needsTruth("not", value);
    return !std::get<bool>(value);
}

Result compared(std::string_view op, const QueryValue& a, const QueryValue& b)
{
    if (isDuration(a) != isDuration(b) && (isNumber(a) || isNumber(b)))
        return error("a duration and a number can't be compared; write the unit, as in 5ms");
    const std::optional<int> sign = order(a, b);
    if (op == "==" || op == "!=")
        return (sign ? *sign == 0 : a == b) == (op == "==");
    if (!sign)
        return error(std::string(kindOf(a)) + " and " + kindOf(b) + " can't be put in order");
    if (op == "<")
        return *sign < 0;
    if (op == "<=")
        return *sign <= 0;
    return op == ">" ? *sign > 0 : *sign >= 0;
}

Result calculated(char op, const QueryValue& a, const QueryValue& b)
{
    const bool additive = op == '+' || op == '-';
    const bool possible = (isNumber(a) && isNumber(b)) || (isDuration(a) && isDuration(b) && op != '*') ||
                          (isDuration(a) && isNumber(b) && !additive) ||
                          (isNumber(a) && isDuration(b) && op == '*');
    if (!possible)
        return error(std::string("'") + op + "' can't be used on " + kindOf(a) + " and " + kindOf(b));
    if (op == '/' && real(b) == 0)
        return error("division by zero");
    const auto* i = std::get_if<std::int64_t>(&a);
    const auto* j = std::get_if<std::int64_t>(&b);
    if (i && j && op != '/') {
        if (const auto exact = whole(op, *i, *j))
            return *exact;
    }
    const double value = inexact(op, real(a), real(b));
    const bool givesDuration = isDuration(a) != isDuration(b) || (isDuration(a) && additive);
    if (givesDuration)
        return duration(value);
    return value;
}

} // namespace il::trace
