// Parameter lists of functions and lambdas.
#include "script/parser_impl.h"

namespace il::script {

using namespace ast;

std::unique_ptr<Arguments> Parser::parameters(std::string_view close, bool annotated)
{
    auto arguments = std::make_unique<Arguments>();
    bool keywordOnly = false;
    while (!at(close) && !failed()) {
        if (at("/")) {
            slashParameter(*arguments, keywordOnly);
        } else if (at("*") && keywordOnly) {
            fail("second-star", here());
        } else if (at("*")) {
            starParameter(*arguments, annotated);
            keywordOnly = true;
        } else if (accept("**")) {
            arguments->kwarg = std::make_unique<Arg>(parameterName(annotated));
            if (accept(",") && !at(close))
                fail("parameter-after-kwargs", here());
            break;
        } else {
            parameter(*arguments, keywordOnly, annotated);
        }
        if (!accept(","))
            break;
    }
    return arguments;
}

Arg Parser::parameterName(bool annotated, bool starred)
{
    const Span start = here();
    if (at("("))
        fail("tuple-parameter", start);
    Arg arg{name(), nullptr, {}};
    if (annotated && accept(":"))
        arg.annotation = starred ? starExpression() : expression();
    arg.span = from(start);
    return arg;
}

void Parser::parameter(Arguments& arguments, bool keywordOnly, bool annotated)
{
    Arg arg = parameterName(annotated);
    ExprPtr value = accept("=") ? expression() : nullptr;
    if (keywordOnly) {
        arguments.kwonly.push_back(std::move(arg));
        arguments.kwDefaults.push_back(std::move(value));
        return;
    }
    if (!value && !arguments.defaults.empty())
        fail("default-order", arg.span, {arg.name});
    arguments.args.push_back(std::move(arg));
    if (value)
        arguments.defaults.push_back(std::move(value));
}

/// What came so far is positional only.
void Parser::slashParameter(Arguments& arguments, bool keywordOnly)
{
    if (keywordOnly || !arguments.posonly.empty() || arguments.args.empty())
        return fail("misplaced-slash", here());
    expect("/");
    arguments.posonly = std::move(arguments.args);
    arguments.args.clear();
}

void Parser::starParameter(Arguments& arguments, bool annotated)
{
    const Span start = here();
    expect("*");
    if (at(TokenKind::Name)) {
        arguments.vararg = std::make_unique<Arg>(parameterName(annotated, true));
        if (at("="))
            fail("star-default", here());
    } else if (!at(",") || next().kind != TokenKind::Name) {
        fail("bare-star", start);
    }
}

} // namespace il::script
