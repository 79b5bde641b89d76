// The recursive descent behind parse(): private to the parse_*.cpp files.
//
// Errors are sticky: the first one is kept and the position jumps to the End token, which nothing accepts, so
// every rule runs to its own end and callers need no checks. What is built after that is thrown away.
#pragma once

#include "script/lexer.h"
#include "script/parser.h"

#include <initializer_list>

namespace il::script {

class Parser {
public:
    /// `depth`: how deep the text already stands (in an f-string's fields).
    Parser(const Source& source, Tokens tokens, const ParseLimits& limits, int depth = 0);

    tl::expected<Module, Diagnostic> module();
    /// Of a replacement field.
    tl::expected<ast::ExprPtr, Diagnostic> fieldExpression();

private:
    /// Counts nesting while it lives; too much of it fails.
    class Nest {
    public:
        explicit Nest(Parser& parser);
        ~Nest() { --m_parser.m_depth; }
        Nest(const Nest&) = delete;
        Nest& operator=(const Nest&) = delete;

    private:
        Parser& m_parser;
    };
    friend class FormatString;

    // parser.cpp: tokens
    const Token& current() const { return m_tokens[m_pos]; }
    const Token& next(std::size_t ahead = 1) const;
    const Token& previous() const;
    Span here() const { return current().span; }
    bool at(TokenKind kind) const { return current().kind == kind; }
    bool at(std::string_view text) const { return isText(current(), text); }
    bool atAny(std::initializer_list<std::string_view> texts) const;
    void advance() { m_pos += at(TokenKind::End) ? 0 : 1; }
    bool accept(std::string_view text);
    bool acceptKind(TokenKind kind);
    void expect(std::string_view text);
    std::string name();
    static bool isText(const Token& token, std::string_view text);
    bool atExpression() const;
    static bool startsExpression(const Token& token);

    // parser.cpp: nodes
    ast::ExprPtr make(const Span& start, decltype(ast::Expr::node) node);
    ast::StmtPtr makeStmt(const Span& start, decltype(ast::Stmt::node) node);
    Span from(const Span& start) const;

    // parse_errors.cpp
    bool failed() const { return m_error.has_value(); }
    void fail(std::string id, const Span& span, std::vector<std::string> args = {});
    void fail(Diagnostic diagnostic);
    void unexpected();
    void missingOperand();
    bool foreignOperator();
    Span lineEnd() const;
    std::string statementProblem() const;
    std::string operandProblem() const;
    const Token* enclosingBracket() const;
    void missingColon(const std::string& clause);
    void cannotAssign(const ast::Expr& target, const char* id = "cannot-assign");

    // parse_statements.cpp
    void statement(ast::Body& body);
    void simpleStatements(ast::Body& body);
    ast::StmtPtr simpleStatement();
    ast::StmtPtr compoundStatement();
    bool atCompound() const;
    ast::StmtPtr expressionStatement();
    ast::StmtPtr annotated(const Span& start, ast::ExprPtr target);
    ast::StmtPtr augmented(const Span& start, ast::ExprPtr target, ast::Operator op);
    ast::StmtPtr assignment(const Span& start, ast::ExprPtr first);
    ast::StmtPtr returnStatement();
    ast::StmtPtr raiseStatement();
    ast::StmtPtr deleteStatement();
    ast::StmtPtr assertStatement();
    ast::StmtPtr importStatement();
    ast::StmtPtr importFromStatement();
    void importNames(std::vector<ast::Alias>& names);
    ast::Alias alias(bool dotted);
    std::string dottedName();
    ast::StmtPtr scopeStatement();

    // parse_compound.cpp
    ast::Body block(const std::string& clause, int line);
    ast::Body optionalElse();
    ast::StmtPtr ifStatement();
    ast::StmtPtr whileStatement();
    ast::StmtPtr forStatement(const Span& start, bool isAsync);
    ast::StmtPtr withStatement(const Span& start, bool isAsync);
    struct WithBrackets {
        bool whole = false, as = false, comma = false, plain = true;
    };
    WithBrackets withBrackets() const;
    std::vector<ast::WithItem> withItems();
    ast::WithItem withItem();
    ast::StmtPtr tryStatement();
    ast::ExceptHandler handler(bool starred);
    ast::StmtPtr asyncStatement();
    ast::StmtPtr decorated();
    ast::StmtPtr functionDef(const Span& start, bool isAsync, ast::Exprs decorators);
    ast::StmtPtr classDef(ast::Exprs decorators);
    ast::StmtPtr definition(ast::Exprs decorators);

    // parse_parameters.cpp
    std::unique_ptr<ast::Arguments> parameters(std::string_view close, bool annotated);
    void parameter(ast::Arguments& arguments, bool keywordOnly, bool annotated);
    void slashParameter(ast::Arguments& arguments, bool keywordOnly);
    void starParameter(ast::Arguments& arguments, bool annotated);
    ast::Arg parameterName(bool annotated, bool starred = false);

    // parse_match.cpp
    bool atMatch() const;
    ast::StmtPtr matchStatement();
    ast::MatchCase matchCase();
    ast::ExprPtr matchSubject();
    ast::PatternPtr makePattern(const Span& start, decltype(ast::Pattern::node) node) const;
    ast::PatternPtr patterns();
    ast::PatternPtr asPattern();
    ast::PatternPtr orPattern();
    ast::PatternPtr closedPattern();
    ast::PatternPtr maybeStarPattern();
    ast::PatternPtr namePattern();
    ast::PatternPtr groupPattern();
    ast::PatternPtr mappingPattern();
    ast::PatternPtr classPattern(const Span& start, ast::ExprPtr cls);
    void classArgument(ast::MatchClass& pattern);
    std::vector<ast::PatternPtr> patternList(std::string_view close);
    ast::ExprPtr mappingKey();
    ast::ExprPtr patternNumber();
    ast::ExprPtr signedNumber();

    // parse_expressions.cpp
    ast::ExprPtr expression();
    ast::ExprPtr namedExpression();
    ast::ExprPtr starExpressions();
    ast::ExprPtr starExpression();
    ast::ExprPtr starNamedExpression();
    ast::ExprPtr yieldOrStarExpressions();
    ast::ExprPtr yieldExpression();
    ast::ExprPtr lambda();
    ast::ExprPtr disjunction();
    ast::ExprPtr conjunction();
    ast::ExprPtr inversion();
    ast::ExprPtr comparison();
    bool comparisonOperator(ast::CmpOperator& op);
    ast::ExprPtr binary(int minPrecedence = 0);
    ast::ExprPtr unary();
    ast::ExprPtr power();

    // parse_primary.cpp
    ast::ExprPtr primary();
    ast::ExprPtr trailer(const Span& start, ast::ExprPtr value);
    ast::ExprPtr atom();
    ast::ExprPtr number();
    ast::ExprPtr parenthesized();
    ast::ExprPtr parenthesizedRest(const Span& start);
    ast::ExprPtr listDisplay();
    ast::ExprPtr braces();
    ast::ExprPtr dictDisplay(const Span& start);
    ast::ExprPtr dictRest(const Span& start, ast::ExprPtr key, ast::ExprPtr value);
    void dictItem(ast::Dict& dict);
    ast::ExprPtr subscript();
    ast::ExprPtr slice();
    ast::Exprs displayItems(std::string_view close, ast::ExprPtr first);
    bool atComprehension() const;
    std::vector<ast::Comprehension> comprehensions(const ast::ExprPtr& element);
    void callArguments(const Span& open, ast::Exprs& args, std::vector<ast::Keyword>& keywords);
    void callArgument(const Span& open, ast::Exprs& args, std::vector<ast::Keyword>& keywords);
    void keywordArgument(std::vector<ast::Keyword>& keywords);

    // parse_targets.cpp
    ast::ExprPtr targetList();
    ast::ExprPtr target();
    void setContext(ast::Expr& expr, ast::Context context);

    // parse_strings.cpp
    ast::ExprPtr strings();
    void checkStrings(const std::vector<Token>& tokens);
    std::string stringValue(const Token& token);

    const Source& m_source;
    std::vector<Token> m_tokens;
    std::optional<Diagnostic> m_lexError;
    std::optional<Token> m_unclosed;
    ParseLimits m_limits;
    std::size_t m_pos = 0;
    int m_depth = 0;
    std::optional<Diagnostic> m_error;
};

} // namespace il::script
