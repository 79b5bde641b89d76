// What to say about text that no rule accepts.
#include "script/parser_impl.h"

#include <algorithm>

namespace il::script {

using namespace ast;

namespace {

struct KindName {
    template <class T>
    std::string operator()(const T&) const
    {
        return "@expression";
    }
    std::string operator()(const Constant& n) const
    {
        if (std::holds_alternative<std::monostate>(n.value))
            return "None";
        if (const bool* truth = std::get_if<bool>(&n.value))
            return *truth ? "True" : "False";
        return std::holds_alternative<EllipsisLiteral>(n.value) ? "..." : "@literal";
    }
    std::string operator()(const Call&) const { return "@call"; }
    std::string operator()(const Compare&) const { return "@comparison"; }
    std::string operator()(const IfExp&) const { return "@conditional"; }
    std::string operator()(const JoinedStr&) const { return "@f-string"; }
    std::string operator()(const Lambda&) const { return "@lambda"; }
    std::string operator()(const Dict&) const { return "@dict"; }
    std::string operator()(const Set&) const { return "@set"; }
    std::string operator()(const Tuple&) const { return "@tuple"; }
    std::string operator()(const List&) const { return "@list"; }
    std::string operator()(const Starred&) const { return "@starred"; }
    std::string operator()(const ListComp&) const { return "@comprehension"; }
    std::string operator()(const SetComp&) const { return "@comprehension"; }
    std::string operator()(const DictComp&) const { return "@comprehension"; }
    std::string operator()(const GeneratorExp&) const { return "@generator"; }
    std::string operator()(const Await&) const { return "@await"; }
    std::string operator()(const Yield&) const { return "@yield"; }
    std::string operator()(const YieldFrom&) const { return "@yield"; }
    std::string operator()(const NamedExpr&) const { return "@named"; }
};

bool endsOperand(const Token& token)
{
    constexpr std::string_view closers[] = {")", "]", "}", "None", "True", "False", "..."};
    return token.kind == TokenKind::Name || token.kind == TokenKind::Number ||
           token.kind == TokenKind::String || std::ranges::find(closers, token.text) != std::end(closers);
}

bool isName(const Token& token, std::initializer_list<std::string_view> names)
{
    return token.kind == TokenKind::Name && std::ranges::find(names, token.text) != names.end();
}

/// At most the first line, and not much of it.
std::string shortened(std::string_view text)
{
    constexpr std::size_t enough = 30;
    std::size_t length = std::min({text.find('\n'), text.size(), enough});
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length; // not in the middle of a character
    return std::string(text.substr(0, length)) + (length < text.size() ? "..." : "");
}

bool before(const Span& a, const Span& b)
{
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

} // namespace

void Parser::fail(Diagnostic diagnostic)
{
    if (failed())
        return;
    m_error = std::move(diagnostic);
    m_pos = m_tokens.size() - 1;
}

void Parser::fail(std::string id, const Span& span, std::vector<std::string> args)
{
    if (!failed())
        fail(m_source.diagnostic(std::move(id), span, std::move(args)));
}

void Parser::cannotAssign(const Expr& target, const char* id)
{
    if (atAny({"="}) &&
        (std::holds_alternative<Compare>(target.node) || std::holds_alternative<BinOp>(target.node)))
        return fail("assign-to-expression", target.span);
    fail(id, target.span, {std::visit(KindName{}, target.node)});
}

void Parser::missingColon(const std::string& clause)
{
    if (failed() || at(TokenKind::Error))
        return unexpected();
    if (at("=") && endsOperand(previous()))
        return fail("equals-in-condition", here());
    if (at("{"))
        return fail("braces-for-block", here());
    const bool complete = endsOperand(previous()) || previous().text == clause;
    if (at(TokenKind::Newline) && complete)
        return fail("missing-colon", lineEnd(), {clause});
    if (isName(current(), {"then", "do"}))
        return fail("missing-colon", here(), {clause});
    unexpected();
}

/// The innermost bracket of this line that is open here.
const Token* Parser::enclosingBracket() const
{
    int depth = 0;
    for (std::size_t i = m_pos; i-- > 0 && m_tokens[i].kind != TokenKind::Newline;) {
        const Token& token = m_tokens[i];
        depth += isText(token, ")") || isText(token, "]") || isText(token, "}");
        if (isText(token, "(") || isText(token, "[") || isText(token, "{"))
            if (--depth < 0)
                return &token;
    }
    return nullptr;
}

/// Where the line's code ends: before a comment and spaces.
Span Parser::lineEnd() const
{
    const Span& last = previous().span;
    return {last.endLine, last.endColumn, last.endLine, last.endColumn};
}

/// A message id for a token that can't start a statement; "" for others.
std::string Parser::statementProblem() const
{
    if (at(TokenKind::Indent))
        return "unexpected-indent";
    const TokenKind last = previous().kind;
    const bool atStart =
        m_pos == 0 || last == TokenKind::Newline || last == TokenKind::Indent || last == TokenKind::Dedent;
    if (atStart && (atAny({"else", "elif", "except", "finally"})))
        return "orphan-clause";
    return "";
}

/// A message id for a token that follows a complete operand; "" when nothing special is known.
std::string Parser::operandProblem() const
{
    const Token& last = previous();
    if (m_pos == 0 || !endsOperand(last))
        return "";
    if (at("="))
        return enclosingBracket() ? "equals-in-brackets" : "equals-in-condition";
    if (at("{"))
        return "braces-for-block";
    if (!atExpression() || at("-") || at("+") || at("(") || at("["))
        return "";
    if (isName(last, {"print", "exec"}))
        return "print-statement";
    if (isName(last, {"new"}))
        return "new-object";
    if (isName(last, {"var", "let", "const", "int", "float", "double", "bool", "string", "char", "auto"}))
        return "declaration";
    if (isName(last, {"function", "func", "fn", "void", "switch", "catch", "foreach", "elseif", "elsif"}))
        return "other-language";
    return enclosingBracket() ? "missing-comma" : "missing-operator";
}

/// Two operators in a row, or one in two pieces, that other languages have.
bool Parser::foreignOperator()
{
    struct Row {
        std::string_view first, second, instead;
    };
    constexpr Row rows[] = {
        {"&", "&", "and"}, {"|", "|", "or"}, {"==", "=", "=="}, {"<", ">", "!="}, {"!=", "=", "!="}};
    const auto* found = std::ranges::find_if(
        rows, [this](const Row& row) { return isText(previous(), row.first) && at(row.second); });
    if (m_pos > 1 && !atExpression() && (isText(previous(), "+") || isText(previous(), "-")) &&
        isText(m_tokens[m_pos - 2], previous().text)) {
        const std::string sign(previous().text);
        fail("no-increment", m_tokens[m_pos - 2].span, {sign + sign, sign + "="});
        return true;
    }
    if (m_pos == 0 || found == std::end(rows))
        return false;
    fail("foreign-operator", previous().span,
         {std::string(found->first) + std::string(found->second), std::string(found->instead)});
    return true;
}

/// An operand should start at the current token, and doesn't.
void Parser::missingOperand()
{
    const bool isOther = !at(TokenKind::Operator) || m_unclosed || foreignOperator();
    if (isOther || (at("=") && previous().kind == TokenKind::Keyword))
        return unexpected();
    fail("missing-operand", here(), {std::string(current().text)});
}

/// Says the most helpful thing about the current token, which fits no rule.
void Parser::unexpected()
{
    if (failed())
        return;
    if (at(TokenKind::Error))
        return fail(*m_lexError);
    if (m_unclosed && before(m_unclosed->span, here()))
        return fail("unclosed-bracket", m_unclosed->span, m_lexError->args);
    const std::string text = shortened(current().text);
    const std::string lastText = shortened(previous().text);
    if (const std::string id = statementProblem(); !id.empty())
        return fail(id, here(), {text});
    if (const std::string id = operandProblem(); !id.empty())
        return fail(id, id == "new-object" || id == "print-statement" ? previous().span : here(),
                    {lastText, text});
    if (foreignOperator())
        return;
    if (m_pos > 0 && at("=") && previous().kind == TokenKind::Keyword)
        return fail("keyword-as-name", previous().span, {lastText});
    if (at(":="))
        return fail("misplaced-walrus", here());
    if (at(TokenKind::Newline) || at(TokenKind::End))
        return fail("incomplete-line", lineEnd(), {lastText});
    if (at(TokenKind::Keyword) && !atExpression())
        return fail("misplaced-keyword", here(), {text});
    fail("unexpected-token", here(), {text});
}

} // namespace il::script
