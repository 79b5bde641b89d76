// Python's abstract syntax tree, node for node as CPython 3.11's `ast` module has it.
// Only the parser builds it; it is a plain tree of values.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace il::script {

/// Where a node stands: lines 1-based, columns 0-based in UTF-8 bytes (as CPython's ast has them).
struct Span {
    int line = 0, column = 0, endLine = 0, endColumn = 0;
};

namespace ast {

struct Expr;
struct Stmt;
struct Pattern;
using ExprPtr = std::unique_ptr<Expr>; ///< null where the grammar allows absence
using StmtPtr = std::unique_ptr<Stmt>;
using PatternPtr = std::unique_ptr<Pattern>;
using Exprs = std::vector<ExprPtr>;
using Body = std::vector<StmtPtr>;

enum class BoolOperator { And, Or };
enum class Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv
};
enum class UnaryOperator { Invert, Not, UAdd, USub };
enum class CmpOperator { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };
enum class Context { Load, Store, Del };

struct EllipsisLiteral {};
struct BytesLiteral {
    std::string bytes;
};
/// Decimal digits of an int that doesn't fit 64 bits.
struct BigInt {
    std::string digits;
};
struct Imaginary {
    double value;
};
/// monostate is None; std::string is str in UTF-8.
using Literal = std::variant<std::monostate, bool, std::int64_t, BigInt, double, Imaginary, std::string,
                             BytesLiteral, EllipsisLiteral>;

struct Arg {
    std::string name;
    ExprPtr annotation;
    Span span;
};
struct Arguments {
    std::vector<Arg> posonly, args, kwonly;
    std::unique_ptr<Arg> vararg, kwarg;
    Exprs defaults;   ///< of the last posonly+args
    Exprs kwDefaults; ///< one per kwonly, null where there is none
};
/// No name: **value.
struct Keyword {
    std::optional<std::string> name;
    ExprPtr value;
    Span span;
};
struct Comprehension {
    ExprPtr target, iter;
    Exprs ifs;
    bool isAsync = false;
};

// Expressions.
struct BoolOp {
    BoolOperator op;
    Exprs values;
};
struct NamedExpr {
    ExprPtr target, value;
};
struct BinOp {
    ExprPtr left;
    Operator op;
    ExprPtr right;
};
struct UnaryOp {
    UnaryOperator op;
    ExprPtr operand;
};
struct Lambda {
    std::unique_ptr<Arguments> args;
    ExprPtr body;
};
struct IfExp {
    ExprPtr test, body, orelse;
};
/// A null key: **value.
struct Dict {
    Exprs keys, values;
};
struct Set {
    Exprs elts;
};
struct ListComp {
    ExprPtr elt;
    std::vector<Comprehension> generators;
};
struct SetComp {
    ExprPtr elt;
    std::vector<Comprehension> generators;
};
struct DictComp {
    ExprPtr key, value;
    std::vector<Comprehension> generators;
};
struct GeneratorExp {
    ExprPtr elt;
    std::vector<Comprehension> generators;
};
struct Await {
    ExprPtr value;
};
struct Yield {
    ExprPtr value;
};
struct YieldFrom {
    ExprPtr value;
};
struct Compare {
    ExprPtr left;
    std::vector<CmpOperator> ops;
    Exprs comparators;
};
struct Call {
    ExprPtr func;
    Exprs args;
    std::vector<Keyword> keywords;
};
struct FormattedValue {
    ExprPtr value;
    int conversion = -1;
    ExprPtr formatSpec;
};
struct JoinedStr {
    Exprs values;
};
/// `unicodePrefix`: written u"..." (kind='u').
struct Constant {
    Literal value;
    bool unicodePrefix = false;
};
struct Attribute {
    ExprPtr value;
    std::string attr;
    Context ctx = Context::Load;
};
struct Subscript {
    ExprPtr value, slice;
    Context ctx = Context::Load;
};
struct Starred {
    ExprPtr value;
    Context ctx = Context::Load;
};
struct Name {
    std::string id;
    Context ctx = Context::Load;
};
struct List {
    Exprs elts;
    Context ctx = Context::Load;
};
struct Tuple {
    Exprs elts;
    Context ctx = Context::Load;
};
struct Slice {
    ExprPtr lower, upper, step;
};

struct Expr {
    Span span;
    std::variant<BoolOp, NamedExpr, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp, DictComp,
                 GeneratorExp, Await, Yield, YieldFrom, Compare, Call, FormattedValue, JoinedStr, Constant,
                 Attribute, Subscript, Starred, Name, List, Tuple, Slice>
        node;
    int height = 1; ///< expressions on the longest way down, this one included; the parser bounds it
};

// Patterns of `match`.
struct MatchValue {
    ExprPtr value;
};
struct MatchSingleton {
    Literal value;
};
struct MatchSequence {
    std::vector<PatternPtr> patterns;
};
struct MatchMapping {
    Exprs keys;
    std::vector<PatternPtr> patterns;
    std::optional<std::string> rest;
};
struct MatchClass {
    ExprPtr cls;
    std::vector<PatternPtr> patterns;
    std::vector<std::string> kwdAttrs;
    std::vector<PatternPtr> kwdPatterns;
};
struct MatchStar {
    std::optional<std::string> name;
};
struct MatchAs {
    PatternPtr pattern;
    std::optional<std::string> name;
};
struct MatchOr {
    std::vector<PatternPtr> patterns;
};
struct Pattern {
    Span span;
    std::variant<MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchStar, MatchAs,
                 MatchOr>
        node;
};

// Statements.
struct FunctionDef {
    std::string name;
    std::unique_ptr<Arguments> args;
    Body body;
    Exprs decorators;
    ExprPtr returns;
    bool isAsync = false; ///< AsyncFunctionDef
};
struct ClassDef {
    std::string name;
    Exprs bases;
    std::vector<Keyword> keywords;
    Body body;
    Exprs decorators;
};
struct Return {
    ExprPtr value;
};
struct Delete {
    Exprs targets;
};
struct Assign {
    Exprs targets;
    ExprPtr value;
};
struct AugAssign {
    ExprPtr target;
    Operator op;
    ExprPtr value;
};
struct AnnAssign {
    ExprPtr target, annotation, value;
    bool simple = false;
};
struct For {
    ExprPtr target, iter;
    Body body, orelse;
    bool isAsync = false;
};
struct While {
    ExprPtr test;
    Body body, orelse;
};
struct If {
    ExprPtr test;
    Body body, orelse;
};
struct WithItem {
    ExprPtr contextExpr, optionalVars;
};
struct With {
    std::vector<WithItem> items;
    Body body;
    bool isAsync = false;
};
struct MatchCase {
    PatternPtr pattern;
    ExprPtr guard;
    Body body;
};
struct Match {
    ExprPtr subject;
    std::vector<MatchCase> cases;
};
struct Raise {
    ExprPtr exc, cause;
};
struct ExceptHandler {
    ExprPtr type;
    std::optional<std::string> name;
    Body body;
    Span span;
};
struct Try {
    Body body;
    std::vector<ExceptHandler> handlers;
    Body orelse, finalbody;
    bool star = false;
};
struct Assert {
    ExprPtr test, msg;
};
struct Alias {
    std::string name;
    std::optional<std::string> asname;
    Span span;
};
struct Import {
    std::vector<Alias> names;
};
struct ImportFrom {
    std::optional<std::string> module;
    std::vector<Alias> names;
    int level = 0;
};
struct Global {
    std::vector<std::string> names;
};
struct Nonlocal {
    std::vector<std::string> names;
};
/// `Expr` of the ast module.
struct ExprStmt {
    ExprPtr value;
};
struct Pass {};
struct Break {};
struct Continue {};

struct Stmt {
    Span span;
    std::variant<FunctionDef, ClassDef, Return, Delete, Assign, AugAssign, AnnAssign, For, While, If, With,
                 Match, Raise, Try, Assert, Import, ImportFrom, Global, Nonlocal, ExprStmt, Pass, Break,
                 Continue>
        node;
};

} // namespace ast

struct Module {
    ast::Body body;
};

} // namespace il::script
