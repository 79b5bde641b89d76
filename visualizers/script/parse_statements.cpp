// Statements that fit on a line.
#include "script/parser_impl.h"

#include <algorithm>

namespace il::script {

using namespace ast;

namespace {

struct AugmentedRow {
    std::string_view text;
    Operator op;
};
constexpr AugmentedRow augmentedOperators[] = {
    {"+=", Operator::Add},      {"-=", Operator::Sub},     {"*=", Operator::Mult},
    {"@=", Operator::MatMult},  {"/=", Operator::Div},     {"%=", Operator::Mod},
    {"&=", Operator::BitAnd},   {"|=", Operator::BitOr},   {"^=", Operator::BitXor},
    {"<<=", Operator::LShift},  {">>=", Operator::RShift}, {"**=", Operator::Pow},
    {"//=", Operator::FloorDiv}};

bool isSingleTarget(const Expr& expr)
{
    return std::holds_alternative<Name>(expr.node) || std::holds_alternative<Attribute>(expr.node) ||
           std::holds_alternative<Subscript>(expr.node);
}

} // namespace

void Parser::statement(Body& body)
{
    if (atCompound())
        body.push_back(compoundStatement());
    else
        simpleStatements(body);
}

void Parser::simpleStatements(Body& body)
{
    do
        body.push_back(simpleStatement());
    while (accept(";") && !at(TokenKind::Newline));
    if (!acceptKind(TokenKind::Newline))
        unexpected();
}

StmtPtr Parser::simpleStatement()
{
    const Span start = here();
    if (accept("pass"))
        return makeStmt(start, Pass{});
    if (accept("break"))
        return makeStmt(start, Break{});
    if (accept("continue"))
        return makeStmt(start, Continue{});
    if (at("return"))
        return returnStatement();
    if (at("raise"))
        return raiseStatement();
    if (at("del"))
        return deleteStatement();
    if (at("assert"))
        return assertStatement();
    if (at("import"))
        return importStatement();
    if (at("from"))
        return importFromStatement();
    if (at("global") || at("nonlocal"))
        return scopeStatement();
    return expressionStatement();
}

StmtPtr Parser::expressionStatement()
{
    const Span start = here();
    ExprPtr first = yieldOrStarExpressions();
    if (at(":"))
        return annotated(start, std::move(first));
    if (at("="))
        return assignment(start, std::move(first));
    const auto* row = std::ranges::find_if(augmentedOperators, [this](const auto& r) { return at(r.text); });
    if (row != std::end(augmentedOperators))
        return augmented(start, std::move(first), row->op);
    return makeStmt(start, ExprStmt{std::move(first)});
}

StmtPtr Parser::annotated(const Span& start, ExprPtr target)
{
    const bool simple = std::holds_alternative<Name>(target->node) && target->span.column == start.column &&
                        target->span.line == start.line;
    if (!isSingleTarget(*target))
        fail("cannot-annotate", here());
    expect(":");
    if (at(TokenKind::Newline)) // a block was meant
        fail("stray-colon", previous().span);
    setContext(*target, Context::Store);
    ExprPtr annotation = expression();
    ExprPtr value = accept("=") ? yieldOrStarExpressions() : nullptr;
    return makeStmt(start, AnnAssign{std::move(target), std::move(annotation), std::move(value), simple});
}

StmtPtr Parser::augmented(const Span& start, ExprPtr target, Operator op)
{
    if (isSingleTarget(*target))
        setContext(*target, Context::Store);
    else
        cannotAssign(*target, "cannot-augment");
    acceptKind(TokenKind::Operator);
    ExprPtr value = yieldOrStarExpressions();
    return makeStmt(start, AugAssign{std::move(target), op, std::move(value)});
}

StmtPtr Parser::assignment(const Span& start, ExprPtr first)
{
    Exprs targets;
    ExprPtr value = std::move(first);
    while (accept("=")) {
        setContext(*value, Context::Store);
        targets.push_back(std::move(value));
        value = yieldOrStarExpressions();
    }
    return makeStmt(start, Assign{std::move(targets), std::move(value)});
}

StmtPtr Parser::returnStatement()
{
    const Span start = here();
    expect("return");
    ExprPtr value = atExpression() || at("*") ? starExpressions() : nullptr;
    return makeStmt(start, Return{std::move(value)});
}

StmtPtr Parser::raiseStatement()
{
    const Span start = here();
    expect("raise");
    ExprPtr exc = atExpression() ? expression() : nullptr;
    ExprPtr cause = exc && accept("from") ? expression() : nullptr;
    return makeStmt(start, Raise{std::move(exc), std::move(cause)});
}

StmtPtr Parser::deleteStatement()
{
    const Span start = here();
    expect("del");
    Exprs targets;
    do {
        targets.push_back(binary());
        setContext(*targets.back(), Context::Del);
    } while (accept(",") && atExpression());
    return makeStmt(start, Delete{std::move(targets)});
}

StmtPtr Parser::assertStatement()
{
    const Span start = here();
    expect("assert");
    ExprPtr test = expression();
    ExprPtr message = accept(",") ? expression() : nullptr;
    return makeStmt(start, Assert{std::move(test), std::move(message)});
}

StmtPtr Parser::scopeStatement()
{
    const Span start = here();
    const bool global = accept("global");
    if (!global)
        expect("nonlocal");
    std::vector<std::string> names;
    do
        names.push_back(name());
    while (accept(","));
    return global ? makeStmt(start, Global{std::move(names)}) : makeStmt(start, Nonlocal{std::move(names)});
}

std::string Parser::dottedName()
{
    std::string result = name();
    while (accept("."))
        result += "." + name();
    return result;
}

Alias Parser::alias(bool dotted)
{
    const Span start = here();
    Alias result{dotted ? dottedName() : name(), std::nullopt, {}};
    if (accept("as"))
        result.asname = name();
    result.span = from(start);
    return result;
}

StmtPtr Parser::importStatement()
{
    const Span start = here();
    expect("import");
    std::vector<Alias> names;
    do
        names.push_back(alias(true));
    while (accept(","));
    return makeStmt(start, Import{std::move(names)});
}

StmtPtr Parser::importFromStatement()
{
    const Span start = here();
    expect("from");
    ImportFrom node;
    for (; at(".") || at("..."); advance())
        node.level += at(".") ? 1 : 3;
    if (node.level == 0 || !at("import"))
        node.module = dottedName();
    expect("import");
    importNames(node.names);
    return makeStmt(start, std::move(node));
}

void Parser::importNames(std::vector<Alias>& names)
{
    const Span start = here();
    if (accept("*")) {
        names.push_back({"*", std::nullopt, start});
        return;
    }
    const bool bracketed = accept("(");
    do
        names.push_back(alias(false));
    while (accept(",") && !(bracketed && at(")")));
    if (bracketed)
        expect(")");
}

} // namespace il::script
