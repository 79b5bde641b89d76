#include "script/parser.h"

#include "script/ast_fields.h"
#include "script/parser_impl.h"

#include <algorithm>

namespace il::script {

using namespace ast;

namespace {

/// The greatest height among the expressions that fields hold.
struct TallestChild {
    int height = 0;

    template <class T>
    void operator()(const char*, const T& field)
    {
        see(field);
    }

    template <class T>
    void see(const T&)
    {
    } // names, operators, literals
    void see(const ExprPtr& expr)
    {
        if (expr)
            height = std::max(height, expr->height);
    }
    template <class T>
    void see(const std::vector<T>& items)
    {
        for (const T& item : items)
            see(item);
    }
    template <class T>
    void see(const std::unique_ptr<T>& part)
    {
        if (part)
            visitFields(*part, *this);
    }
    void see(const Keyword& keyword) { see(keyword.value); }
    void see(const Arg& arg) { see(arg.annotation); }
    void see(const Comprehension& comprehension) { visitFields(comprehension, *this); }
};

} // namespace

Parser::Nest::Nest(Parser& parser) : m_parser(parser)
{
    if (++parser.m_depth > parser.m_limits.depth)
        parser.fail("too-nested", parser.here(), {std::to_string(parser.m_limits.depth)});
}

Parser::Parser(const Source& source, Tokens tokens, const ParseLimits& limits, int depth)
    : m_source(source), m_tokens(std::move(tokens.tokens)), m_lexError(std::move(tokens.error)),
      m_unclosed(tokens.unclosed), m_limits(limits), m_depth(depth)
{
}

const Token& Parser::next(std::size_t ahead) const
{
    return m_tokens[std::min(m_pos + ahead, m_tokens.size() - 1)];
}

const Token& Parser::previous() const
{
    return m_tokens[m_pos == 0 ? 0 : m_pos - 1];
}

bool Parser::isText(const Token& token, std::string_view text)
{
    return (token.kind == TokenKind::Operator || token.kind == TokenKind::Keyword) && token.text == text;
}

bool Parser::atAny(std::initializer_list<std::string_view> texts) const
{
    return std::ranges::any_of(texts, [this](std::string_view text) { return at(text); });
}

bool Parser::accept(std::string_view text)
{
    if (!at(text))
        return false;
    ++m_pos;
    return true;
}

bool Parser::acceptKind(TokenKind kind)
{
    if (!at(kind) || kind == TokenKind::End)
        return false;
    ++m_pos;
    return true;
}

void Parser::expect(std::string_view text)
{
    if (!accept(text))
        unexpected();
}

std::string Parser::name()
{
    if (at(TokenKind::Name))
        return std::string(m_tokens[m_pos++].text);
    if (at(TokenKind::Keyword))
        fail("keyword-as-name", here(), {std::string(current().text)});
    else
        unexpected();
    return {};
}

bool Parser::startsExpression(const Token& token)
{
    constexpr std::string_view openers[] = {"(",   "[",      "{",     "-",    "+",    "~",    "...",
                                            "not", "lambda", "await", "None", "True", "False"};
    return token.kind == TokenKind::Name || token.kind == TokenKind::Number ||
           token.kind == TokenKind::String ||
           std::ranges::any_of(openers, [&token](std::string_view text) { return isText(token, text); });
}

bool Parser::atExpression() const
{
    return startsExpression(current());
}

/// From `start` to the last token that isn't layout.
Span Parser::from(const Span& start) const
{
    std::size_t last = m_pos == 0 ? 0 : m_pos - 1;
    const auto isLayout = [](TokenKind kind) {
        return kind == TokenKind::Newline || kind == TokenKind::Indent || kind == TokenKind::Dedent;
    };
    while (last > 0 && isLayout(m_tokens[last].kind))
        --last;
    return {start.line, start.column, m_tokens[last].span.endLine, m_tokens[last].span.endColumn};
}

ExprPtr Parser::make(const Span& start, decltype(Expr::node) node)
{
    TallestChild tallest;
    std::visit([&tallest](const auto& part) { visitFields(part, tallest); }, node);
    auto expr = std::make_unique<Expr>(Expr{from(start), std::move(node), tallest.height + 1});
    if (expr->height > m_limits.height)
        fail("expression-too-long", expr->span, {std::to_string(m_limits.height)});
    return expr;
}

StmtPtr Parser::makeStmt(const Span& start, decltype(Stmt::node) node)
{
    return std::make_unique<Stmt>(Stmt{from(start), std::move(node)});
}

tl::expected<Module, Diagnostic> Parser::module()
{
    Module result;
    while (!at(TokenKind::End))
        statement(result.body);
    if (m_error)
        return tl::unexpected(std::move(*m_error));
    return result;
}

tl::expected<ExprPtr, Diagnostic> Parser::fieldExpression()
{
    expect("(");
    const Span open = previous().span;
    ExprPtr result = parenthesizedRest(open);
    if (!at(TokenKind::End))
        unexpected();
    if (m_error)
        return tl::unexpected(std::move(*m_error));
    return result;
}

tl::expected<Module, Diagnostic> parse(std::string_view source, const std::string& file, ParseLimits limits)
{
    const auto made = makeSource(source, file, limits.bytes);
    if (!made)
        return tl::unexpected(made.error());
    return Parser(*made, tokenize(*made, limits.depth), limits).module();
}

} // namespace il::script
