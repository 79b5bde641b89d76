// What may be assigned to or deleted.
#include "script/parser_impl.h"

namespace il::script {

using namespace ast;

/// Of `for`: stops before `in`.
ExprPtr Parser::targetList()
{
    const Span start = here();
    ExprPtr first = target();
    if (!at(","))
        return first;
    Exprs elts;
    elts.push_back(std::move(first));
    while (accept(",") && (atExpression() || at("*")))
        elts.push_back(target());
    return make(start, Tuple{std::move(elts), Context::Store});
}

ExprPtr Parser::target()
{
    const Span start = here();
    const bool starred = accept("*");
    ExprPtr expr = binary();
    if (starred)
        expr = make(start, Starred{std::move(expr)});
    setContext(*expr, Context::Store);
    return expr;
}

void Parser::setContext(Expr& expr, Context context)
{
    if (failed())
        return;
    if (auto* name = std::get_if<Name>(&expr.node)) {
        name->ctx = context;
    } else if (auto* attribute = std::get_if<Attribute>(&expr.node)) {
        attribute->ctx = context;
    } else if (auto* subscript = std::get_if<Subscript>(&expr.node)) {
        subscript->ctx = context;
    } else if (auto* starred = std::get_if<Starred>(&expr.node); starred && context == Context::Store) {
        starred->ctx = context;
        setContext(*starred->value, context);
    } else if (auto* tuple = std::get_if<Tuple>(&expr.node)) {
        tuple->ctx = context;
        for (const ExprPtr& element : tuple->elts)
            setContext(*element, context);
    } else if (auto* list = std::get_if<List>(&expr.node)) {
        list->ctx = context;
        for (const ExprPtr& element : list->elts)
            setContext(*element, context);
    } else {
        cannotAssign(expr, context == Context::Del ? "cannot-delete" : "cannot-assign");
    }
}

} // namespace il::script
