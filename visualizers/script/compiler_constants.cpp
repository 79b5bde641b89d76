// Constant folding, as far as CPython's shows: negative numbers, arithmetic on numbers, tuples of constants.
#include "script/compiler_codegen.h"

#include <cmath>
#include <limits>

namespace il::script::compiler {

namespace {

using namespace ast;

std::optional<Const> literal(const Literal& value)
{
    struct Visitor {
        std::optional<Const> operator()(std::monostate) const { return Const{}; }
        std::optional<Const> operator()(bool b) const { return Const{b}; }
        std::optional<Const> operator()(std::int64_t i) const { return Const{i}; }
        std::optional<Const> operator()(double d) const { return Const{d}; }
        std::optional<Const> operator()(const std::string& s) const { return Const{s}; }
        std::optional<Const> operator()(const BytesLiteral& b) const { return Const{b}; }
        std::optional<Const> operator()(EllipsisLiteral e) const { return Const{e}; }
        std::optional<Const> operator()(const BigInt&) const { return {}; }
        std::optional<Const> operator()(const Imaginary&) const { return {}; }
    };
    return std::visit(Visitor{}, value);
}

std::optional<std::int64_t> asInt(const Const& value)
{
    if (const auto* b = std::get_if<bool>(&value))
        return *b ? 1 : 0;
    if (const auto* i = std::get_if<std::int64_t>(&value))
        return *i;
    return {};
}

std::optional<double> asDouble(const Const& value)
{
    if (const auto* d = std::get_if<double>(&value))
        return *d;
    if (const auto i = asInt(value))
        return static_cast<double>(*i);
    return {};
}

std::optional<Const> unary(UnaryOperator op, const Const& value)
{
    if (op == UnaryOperator::Not)
        return std::holds_alternative<CodeRef>(value) ? std::nullopt : std::optional<Const>(!isTrue(value));
    const auto* d = std::get_if<double>(&value);
    if (d != nullptr && op == UnaryOperator::USub)
        return Const{-*d};
    if (d != nullptr && op == UnaryOperator::UAdd)
        return Const{*d};
    const auto i = asInt(value);
    if (!i || *i == std::numeric_limits<std::int64_t>::min())
        return {};
    return Const{op == UnaryOperator::USub ? -*i : op == UnaryOperator::Invert ? ~*i : *i};
}

/// b ** e without overflow.
std::optional<std::int64_t> power(std::int64_t base, std::int64_t exponent)
{
    std::int64_t result = 1;
    if (exponent < 0 || exponent > 64)
        return {};
    for (; exponent > 0; --exponent)
        if (__builtin_mul_overflow(result, base, &result))
            return {};
    return result;
}

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

std::optional<std::int64_t> integer(Operator op, std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    const bool divides = b != 0 && b != -1;
    switch (op) {
    case Operator::Add:
        return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Operator::Sub:
        return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Operator::Mult:
        return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Operator::FloorDiv:
        return divides ? std::optional(floorDivide(a, b)) : std::nullopt;
    case Operator::Mod:
        return divides ? std::optional(a - floorDivide(a, b) * b) : std::nullopt;
    case Operator::Pow:
        return power(a, b);
    case Operator::LShift:
        return b >= 0 && b < 62 && a >= 0 && a < (std::int64_t{1} << (62 - b)) ? std::optional(a << b)
                                                                               : std::nullopt;
    case Operator::RShift:
        return b >= 0 && b < 63 ? std::optional(a >> b) : std::nullopt;
    case Operator::BitAnd:
        return a & b;
    case Operator::BitOr:
        return a | b;
    case Operator::BitXor:
        return a ^ b;
    default:
        return {};
    }
}

std::optional<Const> number(Operator op, const Const& left, const Const& right)
{
    const auto a = asInt(left);
    const auto b = asInt(right);
    if (a && b && op != Operator::Div) {
        const bool bools = std::holds_alternative<bool>(left) && std::holds_alternative<bool>(right);
        const auto result = integer(op, *a, *b);
        if (!result)
            return {};
        const bool bitwise = op == Operator::BitAnd || op == Operator::BitOr || op == Operator::BitXor;
        return bools && bitwise ? Const{*result != 0} : Const{*result};
    }
    const auto x = asDouble(left);
    const auto y = asDouble(right);
    if (!x || !y)
        return {};
    switch (op) {
    case Operator::Add:
        return Const{*x + *y};
    case Operator::Sub:
        return Const{*x - *y};
    case Operator::Mult:
        return Const{*x * *y};
    case Operator::Div: // exact for ints that a double holds
        return std::fpclassify(*y) == FP_ZERO || std::abs(*x) > 9e15 || std::abs(*y) > 9e15
                   ? std::nullopt
                   : std::optional<Const>(*x / *y);
    default:
        return {};
    }
}

constexpr std::int64_t longestText = 4096; ///< CPython's bound for folded strings

/// Nothing when that would be too long to be worth a constant.
std::optional<std::string> repeated(const std::string& text, std::int64_t times)
{
    if (times < 0 || times > longestText || static_cast<std::int64_t>(text.size()) * times > longestText)
        return {};
    std::string result;
    for (std::int64_t i = 0; i < times; ++i)
        result += text;
    return result;
}

std::optional<Const> text(Operator op, const Const& left, const Const& right)
{
    const auto* a = std::get_if<std::string>(&left);
    const auto* b = std::get_if<std::string>(&right);
    if (op == Operator::Add && a != nullptr && b != nullptr)
        return Const{*a + *b};
    const auto* x = std::get_if<BytesLiteral>(&left);
    const auto* y = std::get_if<BytesLiteral>(&right);
    if (op == Operator::Add && x != nullptr && y != nullptr)
        return Const{BytesLiteral{x->bytes + y->bytes}};
    if (op != Operator::Mult)
        return {};
    const bool countIsRight = a != nullptr || x != nullptr;
    const auto* times = std::get_if<std::int64_t>(countIsRight ? &right : &left);
    if (times == nullptr)
        return {};
    const Const& text = countIsRight ? left : right;
    if (const auto* characters = std::get_if<std::string>(&text))
        return repeated(*characters, *times);
    if (const auto* data = std::get_if<BytesLiteral>(&text))
        if (const auto result = repeated(data->bytes, *times))
            return Const{BytesLiteral{*result}};
    return {};
}

std::optional<Const> tuple(const Exprs& elts)
{
    ConstTuple result;
    for (const auto& elt : elts) {
        auto item = constantOf(*elt);
        if (!item)
            return {};
        result.items.push_back(std::move(*item));
    }
    return Const{std::move(result)};
}

} // namespace

std::optional<Const> constantOf(const Expr& expr)
{
    if (const auto* constant = std::get_if<Constant>(&expr.node))
        return literal(constant->value);
    if (const auto* node = std::get_if<UnaryOp>(&expr.node)) {
        const auto operand = constantOf(*node->operand);
        return operand ? unary(node->op, *operand) : std::nullopt;
    }
    if (const auto* node = std::get_if<BinOp>(&expr.node)) {
        const auto left = constantOf(*node->left);
        const auto right = left ? constantOf(*node->right) : std::nullopt;
        if (!right)
            return {};
        const auto sum = number(node->op, *left, *right);
        return sum ? sum : text(node->op, *left, *right);
    }
    if (const auto* node = std::get_if<Tuple>(&expr.node); node != nullptr && node->ctx == Context::Load)
        return tuple(node->elts);
    if (const auto* node = std::get_if<Name>(&expr.node);
        node != nullptr && node->id == "__debug__" && node->ctx == Context::Load)
        return Const{true};
    return {};
}

} // namespace il::script::compiler
