// Atoms, displays, comprehensions, calls and subscripts.
#include "script/literals.h"
#include "script/parser_impl.h"

namespace il::script {

using namespace ast;

ExprPtr Parser::primary()
{
    const Span start = here();
    ExprPtr value = atom();
    while (atAny({".", "(", "["}) && !failed())
        value = trailer(start, std::move(value));
    return value;
}

ExprPtr Parser::trailer(const Span& start, ExprPtr value)
{
    const Span open = here();
    if (accept(".")) {
        std::string attr = name();
        return make(start, Attribute{std::move(value), std::move(attr)});
    }
    const Nest nest(*this);
    if (accept("[")) {
        ExprPtr slice = subscript();
        expect("]");
        return make(start, Subscript{std::move(value), std::move(slice)});
    }
    expect("(");
    Call call{std::move(value), {}, {}};
    callArguments(open, call.args, call.keywords);
    return make(start, std::move(call));
}

ExprPtr Parser::atom()
{
    const Span start = here();
    if (at(TokenKind::Name)) {
        std::string id = name();
        return make(start, Name{std::move(id)});
    }
    if (at(TokenKind::Number))
        return number();
    if (at(TokenKind::String))
        return strings();
    if (at("("))
        return parenthesized();
    if (at("["))
        return listDisplay();
    if (at("{"))
        return braces();
    if (accept("None"))
        return make(start, Constant{std::monostate{}});
    if (accept("True"))
        return make(start, Constant{true});
    if (accept("False"))
        return make(start, Constant{false});
    if (accept("..."))
        return make(start, Constant{EllipsisLiteral{}});
    missingOperand();
    return make(start, Name{});
}

ExprPtr Parser::number()
{
    const Span start = here();
    auto value = numberValue(current().text);
    advance();
    if (!value) {
        fail(value.error(), start, {std::to_string(maxIntegerDigits)});
        return make(start, Name{});
    }
    return make(start, Constant{std::move(*value)});
}

ExprPtr Parser::parenthesized()
{
    const Span start = here();
    expect("(");
    return parenthesizedRest(start);
}

ExprPtr Parser::parenthesizedRest(const Span& start)
{
    const Nest nest(*this);
    if (accept(")"))
        return make(start, Tuple{});
    if (at("yield")) {
        ExprPtr value = yieldExpression();
        expect(")");
        return value;
    }
    const Span firstSpan = here();
    ExprPtr first = starNamedExpression();
    if (atComprehension()) {
        auto generators = comprehensions(first);
        expect(")");
        return make(start, GeneratorExp{std::move(first), std::move(generators)});
    }
    if (at(",")) {
        Exprs elts = displayItems(")", std::move(first));
        expect(")");
        return make(start, Tuple{std::move(elts)});
    }
    if (std::holds_alternative<Starred>(first->node) && at(")"))
        fail("lone-star", firstSpan);
    expect(")");
    return first;
}

/// The items of a display whose first one is parsed, up to (not past) `close`.
Exprs Parser::displayItems(std::string_view close, ExprPtr first)
{
    Exprs items;
    items.push_back(std::move(first));
    while (accept(",") && !at(close))
        items.push_back(starNamedExpression());
    return items;
}

ExprPtr Parser::listDisplay()
{
    const Span start = here();
    const Nest nest(*this);
    expect("[");
    if (accept("]"))
        return make(start, List{});
    ExprPtr first = starNamedExpression();
    if (atComprehension()) {
        auto generators = comprehensions(first);
        expect("]");
        return make(start, ListComp{std::move(first), std::move(generators)});
    }
    Exprs elts = displayItems("]", std::move(first));
    expect("]");
    return make(start, List{std::move(elts)});
}

ExprPtr Parser::braces()
{
    const Span start = here();
    const Nest nest(*this);
    expect("{");
    if (accept("}"))
        return make(start, Dict{});
    if (at("**"))
        return dictDisplay(start);
    const bool mayBeKey = !at("*") && !isText(next(), ":=");
    ExprPtr first = starNamedExpression();
    if (mayBeKey && accept(":")) {
        ExprPtr value = expression();
        return dictRest(start, std::move(first), std::move(value));
    }
    if (atComprehension()) {
        auto generators = comprehensions(first);
        expect("}");
        return make(start, SetComp{std::move(first), std::move(generators)});
    }
    Exprs elts = displayItems("}", std::move(first));
    expect("}");
    return make(start, Set{std::move(elts)});
}

/// A dict whose first item is parsed.
ExprPtr Parser::dictRest(const Span& start, ExprPtr key, ExprPtr value)
{
    if (atComprehension()) {
        auto generators = comprehensions(key);
        expect("}");
        return make(start, DictComp{std::move(key), std::move(value), std::move(generators)});
    }
    Dict dict;
    dict.keys.push_back(std::move(key));
    dict.values.push_back(std::move(value));
    while (accept(",") && !at("}"))
        dictItem(dict);
    expect("}");
    return make(start, std::move(dict));
}

ExprPtr Parser::dictDisplay(const Span& start)
{
    Dict dict;
    do
        dictItem(dict);
    while (accept(",") && !at("}"));
    if (atComprehension())
        fail("unpacking-in-comprehension", here());
    expect("}");
    return make(start, std::move(dict));
}

void Parser::dictItem(Dict& dict)
{
    if (accept("**")) {
        dict.keys.push_back(nullptr);
        dict.values.push_back(binary());
        return;
    }
    dict.keys.push_back(expression());
    if (!accept(":"))
        return at(",") || at("}") ? fail("dict-item-without-value", dict.keys.back()->span) : unexpected();
    dict.values.push_back(expression());
}

ExprPtr Parser::subscript()
{
    const Span start = here();
    ExprPtr first = at("*") ? starExpression() : slice();
    if (!at(",") && !std::holds_alternative<Starred>(first->node))
        return first;
    Exprs elts;
    elts.push_back(std::move(first));
    while (accept(",") && !at("]"))
        elts.push_back(at("*") ? starExpression() : slice());
    return make(start, Tuple{std::move(elts)});
}

ExprPtr Parser::slice()
{
    const Span start = here();
    ExprPtr lower = at(":") ? nullptr : namedExpression();
    if (lower && !at(":"))
        return lower;
    expect(":");
    const auto part = [this] { return atAny({":", ",", "]"}) ? nullptr : expression(); };
    ExprPtr upper = part();
    ExprPtr step = accept(":") ? part() : nullptr;
    return make(start, Slice{std::move(lower), std::move(upper), std::move(step)});
}

bool Parser::atComprehension() const
{
    return at("for") || (at("async") && isText(next(), "for"));
}

std::vector<Comprehension> Parser::comprehensions(const ExprPtr& element)
{
    if (std::holds_alternative<Starred>(element->node))
        fail("unpacking-in-comprehension", element->span);
    std::vector<Comprehension> result;
    while (atComprehension()) {
        Comprehension comprehension;
        comprehension.isAsync = accept("async");
        expect("for");
        comprehension.target = targetList();
        expect("in");
        comprehension.iter = disjunction();
        while (accept("if"))
            comprehension.ifs.push_back(disjunction());
        result.push_back(std::move(comprehension));
    }
    return result;
}

/// Past the closing bracket. A lone generator expression shares the call's brackets.
void Parser::callArguments(const Span& open, Exprs& args, std::vector<Keyword>& keywords)
{
    while (!at(")") && !failed()) {
        callArgument(open, args, keywords);
        if (!at(")"))
            expect(",");
    }
    expect(")");
}

void Parser::callArgument(const Span& open, Exprs& args, std::vector<Keyword>& keywords)
{
    const Span start = here();
    if (at("**") || (at(TokenKind::Name) && isText(next(), "=")))
        return keywordArgument(keywords);
    const bool star = accept("*");
    const bool unpackedBefore = !keywords.empty() && !keywords.back().name;
    if (star) {
        ExprPtr value = expression();
        if (unpackedBefore)
            fail("unpacking-after-keyword-unpacking", from(start));
        args.push_back(make(start, Starred{std::move(value)}));
        return;
    }
    ExprPtr value = namedExpression();
    if (atComprehension()) {
        auto generators = comprehensions(value);
        const bool alone = args.empty() && keywords.empty() && at(")");
        if (!alone && !failed())
            return fail("bare-generator", from(start));
        ExprPtr generator = make(open, GeneratorExp{std::move(value), std::move(generators)});
        generator->span.endLine = here().endLine;
        generator->span.endColumn = here().endColumn;
        args.push_back(std::move(generator));
        return;
    }
    if (at("="))
        return fail("argument-name", from(start));
    if (!keywords.empty() && !failed())
        fail(unpackedBefore ? "positional-after-unpacking" : "positional-after-keyword", from(start));
    args.push_back(std::move(value));
}

void Parser::keywordArgument(std::vector<Keyword>& keywords)
{
    const Span start = here();
    Keyword keyword;
    if (!accept("**")) {
        keyword.name = name();
        expect("=");
    }
    keyword.value = expression();
    keyword.span = from(start);
    keywords.push_back(std::move(keyword));
}

} // namespace il::script
