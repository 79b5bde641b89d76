// Expressions down to operators' operands.
#include "script/parser_impl.h"

#include <array>

namespace il::script {

using namespace ast;

namespace {

struct BinaryRow {
    std::string_view text;
    Operator op;
    int precedence;
};
constexpr BinaryRow binaryOperators[] = {
    {"|", Operator::BitOr, 0},     {"^", Operator::BitXor, 1},  {"&", Operator::BitAnd, 2},
    {"<<", Operator::LShift, 3},   {">>", Operator::RShift, 3}, {"+", Operator::Add, 4},
    {"-", Operator::Sub, 4},       {"*", Operator::Mult, 5},    {"/", Operator::Div, 5},
    {"//", Operator::FloorDiv, 5}, {"%", Operator::Mod, 5},     {"@", Operator::MatMult, 5}};

struct CompareRow {
    std::string_view text;
    CmpOperator op;
};
constexpr CompareRow compareOperators[] = {
    {"==", CmpOperator::Eq}, {"!=", CmpOperator::NotEq}, {"<", CmpOperator::Lt}, {"<=", CmpOperator::LtE},
    {">", CmpOperator::Gt},  {">=", CmpOperator::GtE},   {"in", CmpOperator::In}};

const BinaryRow* binaryRow(const Token& token)
{
    if (token.kind == TokenKind::Operator)
        for (const BinaryRow& row : binaryOperators)
            if (row.text == token.text)
                return &row;
    return nullptr;
}

template <class T>
std::vector<T> listOf(T first)
{
    std::vector<T> result;
    result.push_back(std::move(first));
    return result;
}

} // namespace

ExprPtr Parser::expression()
{
    if (at("lambda"))
        return lambda();
    const Span start = here();
    ExprPtr body = disjunction();
    if (!accept("if"))
        return body;
    ExprPtr test = disjunction();
    if (!at("else") && !failed())
        fail("conditional-without-else", from(start));
    expect("else");
    const Nest nest(*this);
    ExprPtr orelse = expression();
    return make(start, IfExp{std::move(test), std::move(body), std::move(orelse)});
}

ExprPtr Parser::namedExpression()
{
    if (!at(TokenKind::Name) || !isText(next(), ":="))
        return expression();
    const Span start = here();
    std::string id = name();
    ExprPtr target = make(start, Name{std::move(id), Context::Store});
    expect(":=");
    ExprPtr value = expression();
    return make(start, NamedExpr{std::move(target), std::move(value)});
}

ExprPtr Parser::starExpressions()
{
    const Span start = here();
    ExprPtr first = starExpression();
    if (!at(","))
        return first;
    Exprs elts = listOf(std::move(first));
    while (accept(",") && (atExpression() || at("*")))
        elts.push_back(starExpression());
    return make(start, Tuple{std::move(elts)});
}

ExprPtr Parser::starExpression()
{
    const Span start = here();
    if (!accept("*"))
        return expression();
    ExprPtr value = binary();
    return make(start, Starred{std::move(value)});
}

ExprPtr Parser::starNamedExpression()
{
    return at("*") ? starExpression() : namedExpression();
}

ExprPtr Parser::yieldOrStarExpressions()
{
    return at("yield") ? yieldExpression() : starExpressions();
}

ExprPtr Parser::yieldExpression()
{
    const Span start = here();
    expect("yield");
    if (accept("from")) {
        ExprPtr value = expression();
        return make(start, YieldFrom{std::move(value)});
    }
    ExprPtr value = atExpression() || at("*") ? starExpressions() : nullptr;
    return make(start, Yield{std::move(value)});
}

ExprPtr Parser::lambda()
{
    const Span start = here();
    const Nest nest(*this);
    expect("lambda");
    auto args = parameters(":", false);
    expect(":");
    ExprPtr body = expression();
    return make(start, Lambda{std::move(args), std::move(body)});
}

ExprPtr Parser::disjunction()
{
    const Span start = here();
    ExprPtr first = conjunction();
    if (!at("or"))
        return first;
    Exprs values = listOf(std::move(first));
    while (accept("or"))
        values.push_back(conjunction());
    return make(start, BoolOp{BoolOperator::Or, std::move(values)});
}

ExprPtr Parser::conjunction()
{
    const Span start = here();
    ExprPtr first = inversion();
    if (!at("and"))
        return first;
    Exprs values = listOf(std::move(first));
    while (accept("and"))
        values.push_back(inversion());
    return make(start, BoolOp{BoolOperator::And, std::move(values)});
}

ExprPtr Parser::inversion()
{
    const Span start = here();
    if (!accept("not"))
        return comparison();
    const Nest nest(*this);
    ExprPtr operand = inversion();
    return make(start, UnaryOp{UnaryOperator::Not, std::move(operand)});
}

bool Parser::comparisonOperator(CmpOperator& op)
{
    if (accept("is")) {
        op = accept("not") ? CmpOperator::IsNot : CmpOperator::Is;
        return true;
    }
    if (at("not") && isText(next(), "in")) {
        m_pos += 2;
        op = CmpOperator::NotIn;
        return true;
    }
    for (const CompareRow& row : compareOperators) {
        if (accept(row.text)) {
            op = row.op;
            return true;
        }
    }
    return false;
}

ExprPtr Parser::comparison()
{
    const Span start = here();
    ExprPtr left = binary();
    std::vector<CmpOperator> ops;
    Exprs comparators;
    for (CmpOperator op{}; comparisonOperator(op);) {
        ops.push_back(op);
        comparators.push_back(binary());
    }
    if (ops.empty())
        return left;
    return make(start, Compare{std::move(left), std::move(ops), std::move(comparators)});
}

/// Operators that bind at least as tightly as `minPrecedence`, all grouping to the left.
ExprPtr Parser::binary(int minPrecedence)
{
    const Span start = here();
    ExprPtr left = unary();
    for (const BinaryRow* row = binaryRow(current()); row && row->precedence >= minPrecedence;
         row = binaryRow(current())) {
        advance();
        ExprPtr right = binary(row->precedence + 1);
        left = make(start, BinOp{std::move(left), row->op, std::move(right)});
    }
    return left;
}

ExprPtr Parser::unary()
{
    const Span start = here();
    UnaryOperator op{};
    if (accept("-"))
        op = UnaryOperator::USub;
    else if (accept("+"))
        op = UnaryOperator::UAdd;
    else if (accept("~"))
        op = UnaryOperator::Invert;
    else
        return power();
    const Nest nest(*this);
    ExprPtr operand = unary();
    return make(start, UnaryOp{op, std::move(operand)});
}

ExprPtr Parser::power()
{
    const Span start = here();
    ExprPtr base;
    if (accept("await")) {
        ExprPtr value = primary();
        base = make(start, Await{std::move(value)});
    } else {
        base = primary();
    }
    if (!accept("**"))
        return base;
    const Nest nest(*this);
    ExprPtr exponent = unary();
    return make(start, BinOp{std::move(base), Operator::Pow, std::move(exponent)});
}

} // namespace il::script
