// Statements with blocks, `match` left out.
#include "script/parser_impl.h"

namespace il::script {

using namespace ast;

bool Parser::atCompound() const
{
    return atAny({"if", "while", "for", "try", "with", "def", "class", "async", "@"}) || atMatch();
}

StmtPtr Parser::compoundStatement()
{
    const Span start = here();
    if (at("if"))
        return ifStatement();
    if (at("while"))
        return whileStatement();
    if (at("for"))
        return forStatement(start, false);
    if (at("try"))
        return tryStatement();
    if (at("with"))
        return withStatement(start, false);
    if (at("async"))
        return asyncStatement();
    if (at("@"))
        return decorated();
    if (at("def") || at("class"))
        return definition({});
    return matchStatement();
}

/// ':' and what follows it. `clause` names the statement that began on `line`, for messages.
Body Parser::block(const std::string& clause, int line)
{
    if (!accept(":"))
        missingColon(clause);
    const Nest nest(*this);
    Body body;
    if (!acceptKind(TokenKind::Newline)) {
        if (atCompound())
            fail("compound-on-line", here(), {clause});
        simpleStatements(body);
        return body;
    }
    if (!acceptKind(TokenKind::Indent)) {
        if (!failed() && !at(TokenKind::Error))
            fail("expected-block", here(), {clause, std::to_string(line)});
        unexpected();
    }
    while (!at(TokenKind::Dedent) && !at(TokenKind::End))
        statement(body);
    if (!acceptKind(TokenKind::Dedent))
        unexpected();
    return body;
}

StmtPtr Parser::ifStatement()
{
    const Span start = here();
    const std::string clause(current().text);
    advance(); // if or elif
    ExprPtr test = namedExpression();
    Body body = block(clause, start.line);
    Body orelse;
    if (at("elif")) {
        const Nest nest(*this);
        orelse.push_back(ifStatement());
    } else {
        orelse = optionalElse();
    }
    return makeStmt(start, If{std::move(test), std::move(body), std::move(orelse)});
}

Body Parser::optionalElse()
{
    const Span start = here();
    if (!accept("else"))
        return {};
    if (at("if"))
        fail("else-if", {start.line, start.column, here().endLine, here().endColumn});
    return block("else", start.line);
}

StmtPtr Parser::whileStatement()
{
    const Span start = here();
    expect("while");
    ExprPtr test = namedExpression();
    Body body = block("while", start.line);
    Body orelse = optionalElse();
    return makeStmt(start, While{std::move(test), std::move(body), std::move(orelse)});
}

StmtPtr Parser::forStatement(const Span& start, bool isAsync)
{
    expect("for");
    ExprPtr target = targetList();
    if (!accept("in"))
        at(TokenKind::Error) ? unexpected() : fail("for-without-in", here());
    ExprPtr iter = starExpressions();
    Body body = block("for", start.line);
    Body orelse = optionalElse();
    return makeStmt(start,
                    For{std::move(target), std::move(iter), std::move(body), std::move(orelse), isAsync});
}

/// Looks ahead: are all the items one bracket, and what stands in it (outside inner brackets)?
Parser::WithBrackets Parser::withBrackets() const
{
    WithBrackets result;
    if (!at("("))
        return result;
    int depth = 0;
    for (std::size_t i = m_pos; i < m_tokens.size(); ++i) {
        const Token& token = m_tokens[i];
        const bool begins = depth == 1 && (isText(m_tokens[i - 1], "(") || isText(m_tokens[i - 1], ","));
        depth += isText(token, "(") || isText(token, "[") || isText(token, "{");
        depth -= isText(token, ")") || isText(token, "]") || isText(token, "}");
        if (depth == 0) {
            result.whole = isText(m_tokens[i + 1], ":");
            break;
        }
        if (depth > 1)
            continue;
        result.as |= isText(token, "as");
        result.comma |= isText(token, ",");
        result.plain &= !isText(token, ":=") && !(begins && (isText(token, "*") || isText(token, "yield")));
    }
    return result;
}

WithItem Parser::withItem()
{
    ExprPtr context = expression();
    ExprPtr variables = accept("as") ? target() : nullptr;
    return {std::move(context), std::move(variables)};
}

std::vector<WithItem> Parser::withItems()
{
    std::vector<WithItem> items;
    const WithBrackets brackets = withBrackets();
    const bool listed = brackets.whole && brackets.plain && (brackets.as || brackets.comma);
    if (listed)
        expect("(");
    do
        items.push_back(withItem());
    while (accept(",") && !(listed && at(")")));
    if (listed)
        expect(")");
    return items;
}

StmtPtr Parser::withStatement(const Span& start, bool isAsync)
{
    expect("with");
    auto items = withItems();
    Body body = block("with", start.line);
    return makeStmt(start, With{std::move(items), std::move(body), isAsync});
}

StmtPtr Parser::tryStatement()
{
    const Span start = here();
    Try node;
    expect("try");
    node.body = block("try", start.line);
    node.star = at("except") && isText(next(), "*");
    while (at("except"))
        node.handlers.push_back(handler(node.star));
    if (!node.handlers.empty())
        node.orelse = optionalElse();
    const Span finally = here();
    if (accept("finally"))
        node.finalbody = block("finally", finally.line);
    if (node.handlers.empty() && node.finalbody.empty())
        fail("try-without-except", here(), {std::to_string(start.line)});
    return makeStmt(start, std::move(node));
}

ExceptHandler Parser::handler(bool starred)
{
    const Span start = here();
    expect("except");
    if (at("*") != starred && !failed())
        fail("mixed-except", from(start));
    accept("*");
    if (starred && at(":"))
        fail("except-star-without-type", previous().span);
    ExceptHandler result;
    if (!at(":"))
        result.type = expression();
    if (at(","))
        fail("except-needs-brackets", from(start));
    if (result.type && accept("as"))
        result.name = name();
    result.body = block(starred ? "except*" : "except", start.line);
    result.span = from(start);
    return result;
}

StmtPtr Parser::asyncStatement()
{
    const Span start = here();
    expect("async");
    if (at("def"))
        return functionDef(start, true, {});
    if (at("with"))
        return withStatement(start, true);
    if (at("for"))
        return forStatement(start, true);
    unexpected();
    return makeStmt(start, Pass{});
}

StmtPtr Parser::decorated()
{
    Exprs decorators;
    while (accept("@")) {
        decorators.push_back(namedExpression());
        if (!acceptKind(TokenKind::Newline))
            unexpected();
    }
    return definition(std::move(decorators));
}

StmtPtr Parser::definition(Exprs decorators)
{
    const Span start = here();
    if (at("class"))
        return classDef(std::move(decorators));
    const bool isAsync = accept("async");
    if (!at("def") && !at(TokenKind::Error))
        fail("decorator-without-definition", here());
    return functionDef(start, isAsync, std::move(decorators));
}

StmtPtr Parser::functionDef(const Span& start, bool isAsync, Exprs decorators)
{
    FunctionDef node;
    node.isAsync = isAsync;
    node.decorators = std::move(decorators);
    expect("def");
    node.name = name();
    if (at(":"))
        fail("def-without-brackets", here(), {node.name});
    expect("(");
    node.args = parameters(")", true);
    expect(")");
    if (accept("->"))
        node.returns = expression();
    node.body = block("def", start.line);
    return makeStmt(start, std::move(node));
}

StmtPtr Parser::classDef(Exprs decorators)
{
    const Span start = here();
    ClassDef node;
    node.decorators = std::move(decorators);
    expect("class");
    node.name = name();
    if (const Span open = here(); accept("(")) {
        callArguments(open, node.bases, node.keywords);
        if (node.bases.size() == 1 && node.bases[0]->span.column == open.column &&
            node.bases[0]->span.line == open.line)
            fail("bare-generator", node.bases[0]->span);
    }
    node.body = block("class", start.line);
    return makeStmt(start, std::move(node));
}

} // namespace il::script
