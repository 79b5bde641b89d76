// `match` and its patterns. `match`, `case` and `_` are ordinary names elsewhere.
#include "script/parser_impl.h"

namespace il::script {

using namespace ast;

namespace {

bool isName(const Token& token, std::string_view text)
{
    return token.kind == TokenKind::Name && token.text == text;
}

} // namespace

/// A line that starts with `match` and an operand is the statement when `case` starts its block, or when it
/// couldn't be anything else and ends with a colon.
bool Parser::atMatch() const
{
    if (!isName(current(), "match") || !(startsExpression(next()) || isText(next(), "*")))
        return false;
    std::size_t end = m_pos;
    while (m_tokens[end].kind != TokenKind::Newline && m_tokens[end].kind != TokenKind::End)
        ++end;
    const auto after = [this, end](std::size_t ahead) -> const Token& {
        return m_tokens[std::min(end + ahead, m_tokens.size() - 1)];
    };
    const bool colon = isText(m_tokens[end - 1], ":");
    const bool operandFollows = next().kind == TokenKind::Name || next().kind == TokenKind::Number ||
                                next().kind == TokenKind::String;
    const bool caseFollows = after(1).kind == TokenKind::Indent && isName(after(2), "case");
    return (colon && caseFollows) || (operandFollows && (colon || caseFollows));
}

StmtPtr Parser::matchStatement()
{
    const Span start = here();
    const Nest nest(*this);
    Match node;
    advance(); // match
    node.subject = matchSubject();
    if (!accept(":"))
        missingColon("match");
    if (!acceptKind(TokenKind::Newline))
        unexpected();
    if (!acceptKind(TokenKind::Indent) && !failed())
        at(TokenKind::Error) ? unexpected()
                             : fail("expected-block", here(), {"match", std::to_string(start.line)});
    while (!at(TokenKind::Dedent) && !at(TokenKind::End))
        node.cases.push_back(matchCase());
    if (!acceptKind(TokenKind::Dedent))
        unexpected();
    return makeStmt(start, std::move(node));
}

ExprPtr Parser::matchSubject()
{
    const Span start = here();
    const bool starred = at("*");
    ExprPtr first = starNamedExpression();
    if (!at(",") && starred)
        unexpected();
    if (!at(","))
        return first;
    Exprs elts = displayItems(":", std::move(first));
    return make(start, Tuple{std::move(elts)});
}

MatchCase Parser::matchCase()
{
    const Span start = here();
    MatchCase result;
    if (!isName(current(), "case")) {
        at(TokenKind::Error) ? unexpected() : fail("expected-case", start);
        return result;
    }
    advance();
    result.pattern = patterns();
    if (accept("if"))
        result.guard = namedExpression();
    result.body = block("case", start.line);
    return result;
}

PatternPtr Parser::makePattern(const Span& start, decltype(Pattern::node) node) const
{
    return std::make_unique<Pattern>(Pattern{from(start), std::move(node)});
}

PatternPtr Parser::patterns()
{
    const Span start = here();
    const bool starred = at("*");
    PatternPtr first = maybeStarPattern();
    if (!at(",") && !starred)
        return first;
    if (!at(","))
        unexpected();
    std::vector<PatternPtr> items;
    items.push_back(std::move(first));
    while (accept(",") && !at(":") && !at("if"))
        items.push_back(maybeStarPattern());
    return makePattern(start, MatchSequence{std::move(items)});
}

PatternPtr Parser::maybeStarPattern()
{
    const Span start = here();
    if (!accept("*"))
        return asPattern();
    std::string id = name();
    return makePattern(start, MatchStar{id == "_" ? std::nullopt : std::optional(std::move(id))});
}

PatternPtr Parser::asPattern()
{
    const Span start = here();
    PatternPtr pattern = orPattern();
    if (!accept("as"))
        return pattern;
    if (isName(current(), "_"))
        fail("as-underscore", here());
    std::string id = name();
    return makePattern(start, MatchAs{std::move(pattern), std::move(id)});
}

PatternPtr Parser::orPattern()
{
    const Span start = here();
    PatternPtr first = closedPattern();
    if (!at("|"))
        return first;
    std::vector<PatternPtr> alternatives;
    alternatives.push_back(std::move(first));
    while (accept("|"))
        alternatives.push_back(closedPattern());
    return makePattern(start, MatchOr{std::move(alternatives)});
}

PatternPtr Parser::closedPattern()
{
    const Span start = here();
    const Nest nest(*this);
    if (at(TokenKind::Name))
        return namePattern();
    if (at("(") || at("["))
        return groupPattern();
    if (at("{"))
        return mappingPattern();
    if (accept("None"))
        return makePattern(start, MatchSingleton{std::monostate{}});
    if (accept("True"))
        return makePattern(start, MatchSingleton{true});
    if (accept("False"))
        return makePattern(start, MatchSingleton{false});
    ExprPtr value = at(TokenKind::String) ? strings() : patternNumber();
    return makePattern(start, MatchValue{std::move(value)});
}

ExprPtr Parser::signedNumber()
{
    const Span start = here();
    const bool negative = accept("-");
    if (!at(TokenKind::Number)) {
        unexpected();
        return make(start, Name{});
    }
    ExprPtr value = number();
    return negative ? make(start, UnaryOp{UnaryOperator::USub, std::move(value)}) : std::move(value);
}

/// [-] number [(+|-) imaginary]
ExprPtr Parser::patternNumber()
{
    const Span start = here();
    ExprPtr left = signedNumber();
    if (!at("+") && !at("-"))
        return left;
    const Operator op = at("+") ? Operator::Add : Operator::Sub;
    advance();
    if (!at(TokenKind::Number) || (current().text.back() | 0x20) != 'j') {
        unexpected();
        return left;
    }
    ExprPtr right = number();
    return make(start, BinOp{std::move(left), op, std::move(right)});
}

/// A capture, the wildcard, a dotted value or a class.
PatternPtr Parser::namePattern()
{
    const Span start = here();
    std::string id = name();
    if (!at(".") && !at("("))
        return makePattern(start, MatchAs{nullptr, id == "_" ? std::nullopt : std::optional(std::move(id))});
    ExprPtr value = make(start, Name{std::move(id)});
    while (accept(".")) {
        std::string attr = name();
        value = make(start, Attribute{std::move(value), std::move(attr)});
    }
    if (at("("))
        return classPattern(start, std::move(value));
    return makePattern(start, MatchValue{std::move(value)});
}

/// Past `close`.
std::vector<PatternPtr> Parser::patternList(std::string_view close)
{
    std::vector<PatternPtr> items;
    while (!at(close) && !failed()) {
        items.push_back(maybeStarPattern());
        if (!at(close))
            expect(",");
    }
    expect(close);
    return items;
}

PatternPtr Parser::groupPattern()
{
    const Span start = here();
    if (accept("[")) {
        auto items = patternList("]");
        return makePattern(start, MatchSequence{std::move(items)});
    }
    expect("(");
    const bool starred = at("*");
    auto items = patternList(")");
    const bool comma = m_pos >= 2 && isText(m_tokens[m_pos - 2], ",");
    if (items.size() == 1 && !comma && !starred)
        return std::move(items.front());
    return makePattern(start, MatchSequence{std::move(items)});
}

ExprPtr Parser::mappingKey()
{
    const Span start = here();
    PatternPtr key = closedPattern();
    if (auto* value = std::get_if<MatchValue>(&key->node))
        return std::move(value->value);
    if (auto* singleton = std::get_if<MatchSingleton>(&key->node))
        return make(start, Constant{std::move(singleton->value)});
    fail("mapping-key", from(start));
    return make(start, Name{});
}

PatternPtr Parser::mappingPattern()
{
    const Span start = here();
    MatchMapping mapping;
    expect("{");
    while (!at("}") && !failed()) {
        if (accept("**")) {
            mapping.rest = name();
            accept(",");
            break;
        }
        mapping.keys.push_back(mappingKey());
        expect(":");
        mapping.patterns.push_back(asPattern());
        if (!at("}"))
            expect(",");
    }
    expect("}");
    return makePattern(start, std::move(mapping));
}

PatternPtr Parser::classPattern(const Span& start, ExprPtr cls)
{
    MatchClass pattern{std::move(cls), {}, {}, {}};
    expect("(");
    while (!at(")") && !failed()) {
        classArgument(pattern);
        if (!at(")"))
            expect(",");
    }
    expect(")");
    return makePattern(start, std::move(pattern));
}

void Parser::classArgument(MatchClass& pattern)
{
    if (at(TokenKind::Name) && isText(next(), "=")) {
        pattern.kwdAttrs.push_back(name());
        expect("=");
        pattern.kwdPatterns.push_back(asPattern());
        return;
    }
    const Span start = here();
    pattern.patterns.push_back(asPattern());
    if (!pattern.kwdAttrs.empty() && !failed())
        fail("positional-after-keyword", from(start));
}

} // namespace il::script
