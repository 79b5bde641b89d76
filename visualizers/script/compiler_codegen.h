// From the syntax tree to flow graphs, one per code object, with the instructions CPython 3.11 would choose.
#pragma once

#include "script/compiler_flow.h"
#include "script/symbols.h"

#include <functional>
#include <memory>
#include <optional>

namespace il::script::compiler {

/// The constant that an expression always gives, if it is one: literals, their arithmetic, tuples of them.
std::optional<Const> constantOf(const ast::Expr& expr);

/// Displays and calls with more values than this are built piece by piece instead of on the stack (CPython's
/// bound).
inline constexpr std::size_t stackGuideline = 30;

/// What a jump out of a statement has to tidy up.
struct FrameBlock {
    enum class Kind {
        While,
        For,
        TryExcept,
        FinallyTry,
        FinallyEnd,
        With,
        ExceptionHandler,
        HandlerCleanup,
        PopValue
    };
    Kind kind;
    BlockId start = noBlock, exit = noBlock;       ///< of loops
    const ast::Body* finalBody = nullptr;          ///< of FinallyTry
    std::optional<std::string> exceptionName = {}; ///< of HandlerCleanup
    Span span = {};                                ///< of With
};

/// One code object under construction.
struct Unit {
    const Scope* scope = nullptr;
    std::uint32_t index = 0; ///< in Program::codes
    Code code;
    Flow flow;
    Constants constants;
    std::map<std::string, std::uint32_t> names, varnames, derefs;
    std::vector<FrameBlock> frames;
    Span span; ///< position of what is emitted next
};

struct CodegenOptions {
    int depth = 400;                      ///< deepest tree that is walked
    std::size_t instructions = 2'000'000; ///< of all code objects together; nested `finally` can double them
    bool lazyAnnotations = false;
    std::function<std::string(const Span&)> sourceText; ///< for lazy annotations
};

class Codegen {
public:
    Codegen(const SymbolTable& symbols, CodegenOptions options)
        : m_symbols(symbols), m_options(std::move(options))
    {
    }

    /// The code objects, the module first.
    tl::expected<std::vector<Code>, Fault> run(const Module& module);

    // Expressions; std::visit calls them.
    void operator()(const ast::BoolOp& node);
    void operator()(const ast::NamedExpr& node);
    void operator()(const ast::BinOp& node);
    void operator()(const ast::UnaryOp& node);
    void operator()(const ast::Lambda& node);
    void operator()(const ast::IfExp& node);
    void operator()(const ast::Dict& node);
    void operator()(const ast::Set& node);
    void operator()(const ast::ListComp& node);
    void operator()(const ast::SetComp& node);
    void operator()(const ast::DictComp& node);
    void operator()(const ast::GeneratorExp& node);
    void operator()(const ast::Await& node);
    void operator()(const ast::Yield& node);
    void operator()(const ast::YieldFrom& node);
    void operator()(const ast::Compare& node);
    void operator()(const ast::Call& node);
    void operator()(const ast::FormattedValue& node);
    void operator()(const ast::JoinedStr& node);
    void operator()(const ast::Constant& node);
    void operator()(const ast::Attribute& node);
    void operator()(const ast::Subscript& node);
    void operator()(const ast::Starred& node);
    void operator()(const ast::Name& node);
    void operator()(const ast::List& node);
    void operator()(const ast::Tuple& node);
    void operator()(const ast::Slice& node);
    // Statements.
    void operator()(const ast::FunctionDef& node);
    void operator()(const ast::ClassDef& node);
    void operator()(const ast::Return& node);
    void operator()(const ast::Delete& node);
    void operator()(const ast::Assign& node);
    void operator()(const ast::AugAssign& node);
    void operator()(const ast::AnnAssign& node);
    void operator()(const ast::For& node);
    void operator()(const ast::While& node);
    void operator()(const ast::If& node);
    void operator()(const ast::With& node);
    void operator()(const ast::Match& node);
    void operator()(const ast::Raise& node);
    void operator()(const ast::Try& node);
    void operator()(const ast::Assert& node);
    void operator()(const ast::Import& node);
    void operator()(const ast::ImportFrom& node);
    void operator()(const ast::Global&) {}
    void operator()(const ast::Nonlocal&) {}
    void operator()(const ast::ExprStmt& node);
    void operator()(const ast::Pass& node);
    void operator()(const ast::Break& node);
    void operator()(const ast::Continue& node);

private:
    // compiler_codegen.cpp: emitting, names, units
    void fail(std::string id, std::vector<std::string> args = {});
    void unsupported(const char* construct) { fail("not-supported", {construct}); }
    void emit(Opcode op, std::uint32_t arg = 0, BlockId target = noBlock);
    void emitArtificial(Opcode op, std::uint32_t arg = 0, BlockId target = noBlock);
    void jump(Opcode op, BlockId target) { emit(op, 0, target); }
    void jumpArtificial(BlockId target) { emitArtificial(pseudo::jump, 0, target); }
    void emitName(Opcode op, const std::string& name); ///< an attribute or a name in `names`
    void loadConst(const Const& value) { emit(Opcode::LoadConst, m_unit->constants.add(value)); }
    void loadNone() { loadConst(Const{}); }
    void name(const std::string& name, ast::Context context);
    BlockId newBlock() { return m_unit->flow.newBlock(); }
    void use(BlockId block) { m_unit->flow.use(block); }
    void at(const Span& span) { m_unit->span = span; }
    void atNoLine() { m_unit->span = artificial; }
    bool inFunction() const { return m_unit->scope->kind == ScopeKind::Function; }
    void visit(const ast::Expr& expr);
    void visit(const ast::ExprPtr& expr) { visit(*expr); }
    void visit(const ast::Exprs& exprs);
    void visit(const ast::Stmt& stmt);
    void visit(const ast::Body& body);
    void body(const ast::Body& body); ///< of a module or class: docstring and annotations
    std::unique_ptr<Unit> enter(const Scope& scope, int firstLine); ///< returns the unit to leave() to
    std::uint32_t leave(std::unique_ptr<Unit> outer, bool addNone);
    std::string qualname(const Unit* parent, const Scope& scope) const;

    // compiler_expressions.cpp
    void compareOp(ast::CmpOperator op);
    void comparand(const ast::Compare& node, std::size_t i);
    void iterable(const ast::Expr& expr); ///< one that is only read once: a list display may be a tuple
    void jumpIf(const ast::Expr& expr, BlockId target, bool condition);
    void jumpIfChain(const ast::Compare& node, BlockId target, bool condition);
    void binary(ast::Operator op, std::uint32_t form); ///< form: 0, or inPlace
    void dictItems(const ast::Dict& node, std::size_t begin, std::size_t end);
    void unpack(const ast::Exprs& targets);
    void atAttribute(const Span& span, const std::string& attribute);

    // compiler_calls.cpp
    struct Elements {
        Opcode build, add, extend;
        bool tuple;
    };
    void displayOf(const ast::Exprs& elts, std::uint32_t pushed, const Elements& how);
    bool isImported(const ast::Expr& expr) const;
    bool methodCall(const ast::Call& node);
    void callArguments(std::uint32_t pushed, const ast::Exprs& args,
                       const std::vector<ast::Keyword>& keywords);
    void starCall(std::uint32_t pushed, const ast::Exprs& args, const std::vector<ast::Keyword>& keywords);
    void keywordNames(const std::vector<ast::Keyword>& keywords);
    void keywordDict(const std::vector<ast::Keyword>& keywords, std::size_t begin, std::size_t end);
    void checkKeywords(const std::vector<ast::Keyword>& keywords);

    // compiler_statements.cpp
    void functionBody(const ast::Body& body);
    void checkedAnnotation(const ast::ExprPtr& expr); ///< evaluated and dropped

    // compiler_definitions.cpp
    void decorate(const ast::Exprs& decorators);
    std::uint32_t defaults(const ast::Arguments& args);
    std::uint32_t annotations(const ast::Arguments& args, const ast::ExprPtr& returns);
    void annotation(const ast::ExprPtr& annotation);
    void parameters(const ast::Arguments& args);
    void closure(std::uint32_t code, std::uint32_t flags);
    void comprehension(const void* node, const std::vector<ast::Comprehension>& generators, Opcode build,
                       const ast::Expr* key, const ast::Expr& value);
    void generator(const std::vector<ast::Comprehension>& generators, std::size_t index, std::uint32_t depth,
                   Opcode build, const ast::Expr* key, const ast::Expr& value);

    // compiler_control.cpp
    void tryExcept(const ast::Try& node);
    void handler(const ast::ExceptHandler& handler, BlockId end);
    void tryFinally(const ast::Try& node);
    void with(const ast::With& node, std::size_t item);
    void callExitWithNones();
    void popExceptAndReraise();
    void forgetException(const std::string& exceptionName);
    void unwind(const FrameBlock& frame, bool keepTop);
    std::optional<FrameBlock> unwindAll(bool keepTop, bool toLoop);

    const SymbolTable& m_symbols;
    CodegenOptions m_options;
    std::vector<Code> m_codes;
    std::unique_ptr<Unit> m_unit;
    std::optional<Fault> m_fault;
    int m_depth = 0;
    std::size_t m_instructions = 0;
};

} // namespace il::script::compiler
