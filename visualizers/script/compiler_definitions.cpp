// Everything that becomes a code object of its own: functions, classes, lambdas, comprehensions.
#include "script/compiler_codegen.h"

namespace il::script::compiler {

using namespace ast;
using enum Opcode;

namespace {

std::uint32_t count(std::size_t n)
{
    return static_cast<std::uint32_t>(n);
}

namespace makeFunction {
constexpr std::uint32_t defaults = 1, keywordDefaults = 2, annotations = 4, closure = 8;
} // namespace makeFunction

const Expr* onlyElement(const Expr& expr)
{
    const auto* list = std::get_if<List>(&expr.node);
    const auto* tuple = std::get_if<Tuple>(&expr.node);
    const Exprs* elts = list != nullptr ? &list->elts : tuple != nullptr ? &tuple->elts : nullptr;
    const bool one =
        elts != nullptr && elts->size() == 1 && !std::holds_alternative<Starred>(elts->front()->node);
    return one ? elts->front().get() : nullptr;
}

} // namespace

std::uint32_t Codegen::defaults(const Arguments& args)
{
    std::uint32_t flags = 0;
    if (!args.defaults.empty()) {
        visit(args.defaults);
        emit(BuildTuple, count(args.defaults.size()));
        flags |= makeFunction::defaults;
    }
    ConstTuple names;
    for (std::size_t i = 0; i < args.kwonly.size(); ++i) {
        if (!args.kwDefaults[i])
            continue;
        names.items.emplace_back(mangle(m_unit->scope->privateName, args.kwonly[i].name));
        visit(args.kwDefaults[i]);
    }
    if (!names.items.empty()) {
        const auto size = count(names.items.size());
        loadConst(Const{std::move(names)});
        emit(BuildConstKeyMap, size);
        flags |= makeFunction::keywordDefaults;
    }
    return flags;
}

void Codegen::annotation(const ExprPtr& expr)
{
    if (m_options.lazyAnnotations)
        loadConst(Const{m_options.sourceText(expr->span)});
    else if (const auto* starred = std::get_if<Starred>(&expr->node)) {
        visit(starred->value);
        emit(UnpackSequence, 1);
    } else
        visit(expr);
}

std::uint32_t Codegen::annotations(const Arguments& args, const ExprPtr& returns)
{
    std::uint32_t values = 0;
    const auto one = [&](const std::string& name, const ExprPtr& expr) {
        if (!expr)
            return;
        loadConst(Const{mangle(m_unit->scope->privateName, name)});
        annotation(expr);
        values += 2;
    };
    for (const auto* list : {&args.args, &args.posonly})
        for (const auto& arg : *list)
            one(arg.name, arg.annotation);
    if (args.vararg)
        one(args.vararg->name, args.vararg->annotation);
    for (const auto& arg : args.kwonly)
        one(arg.name, arg.annotation);
    if (args.kwarg)
        one(args.kwarg->name, args.kwarg->annotation);
    one("return", returns);
    if (values == 0)
        return 0;
    emit(BuildTuple, values);
    return makeFunction::annotations;
}

void Codegen::parameters(const Arguments& args)
{
    auto& code = m_unit->code;
    code.posOnlyCount = count(args.posonly.size());
    code.argCount = count(args.posonly.size() + args.args.size());
    code.kwOnlyCount = count(args.kwonly.size());
    code.varArgs = args.vararg != nullptr;
    code.varKeywords = args.kwarg != nullptr;
}

/// Makes a function of `code`; the cells that it closes over are this unit's.
void Codegen::closure(std::uint32_t code, std::uint32_t flags)
{
    const auto free = m_codes[code].freevars;
    for (const auto& variable : free) {
        const auto index = m_unit->derefs.find(variable);
        if (index == m_unit->derefs.end())
            return;
        emit(LoadClosure, index->second);
    }
    if (!free.empty()) {
        emit(BuildTuple, count(free.size()));
        flags |= makeFunction::closure;
    }
    loadConst(Const{CodeRef{code}});
    emit(MakeFunction, flags);
}

void Codegen::decorate(const Exprs& decorators)
{
    const Span outer = m_unit->span;
    for (auto decorator = decorators.rbegin(); decorator != decorators.rend(); ++decorator) {
        at((*decorator)->span);
        emit(Opcode::Call, 0);
    }
    at(outer);
}

void Codegen::operator()(const FunctionDef& node)
{
    if (node.isAsync)
        return unsupported("@async");
    visit(node.decorators);
    const int firstLine = node.decorators.empty() ? m_unit->span.line : node.decorators.front()->span.line;
    auto flags = defaults(*node.args);
    flags |= annotations(*node.args, node.returns);
    auto outer = enter(m_symbols.at(m_symbols.indexOf(&node)), firstLine);
    parameters(*node.args);
    functionBody(node.body);
    const auto code = leave(std::move(outer), true);
    if (m_fault)
        return;
    closure(code, flags);
    decorate(node.decorators);
    name(node.name, Context::Store);
}

void Codegen::operator()(const Lambda& node)
{
    const auto flags = defaults(*node.args);
    const Scope& scope = m_symbols.at(m_symbols.indexOf(&node));
    auto outer = enter(scope, m_unit->span.line);
    parameters(*node.args);
    m_unit->constants.add(Const{});
    visit(node.body);
    if (!scope.generator)
        emit(ReturnValue);
    const auto code = leave(std::move(outer), !scope.generator);
    if (!m_fault)
        closure(code, flags);
}

void Codegen::operator()(const ClassDef& node)
{
    visit(node.decorators);
    const int firstLine = node.decorators.empty() ? m_unit->span.line : node.decorators.front()->span.line;
    checkKeywords(node.keywords);
    auto outer = enter(m_symbols.at(m_symbols.indexOf(&node)), firstLine);
    name("__name__", Context::Load);
    name("__module__", Context::Store);
    loadConst(Const{m_unit->code.qualname});
    name("__qualname__", Context::Store);
    body(node.body);
    atNoLine();
    if (m_unit->scope->needsClassCell) {
        emit(LoadClosure, m_unit->derefs.at("__class__"));
        emit(Copy, 1);
        name("__classcell__", Context::Store);
    } else {
        loadNone();
    }
    emit(ReturnValue);
    const auto code = leave(std::move(outer), true);
    if (m_fault)
        return;
    emit(PushNull);
    emit(LoadBuildClass);
    closure(code, 0);
    loadConst(Const{node.name});
    callArguments(2, node.bases, node.keywords);
    decorate(node.decorators);
    name(node.name, Context::Store);
}

void Codegen::operator()(const ListComp& node)
{
    comprehension(&node, node.generators, BuildList, nullptr, *node.elt);
}

void Codegen::operator()(const SetComp& node)
{
    comprehension(&node, node.generators, BuildSet, nullptr, *node.elt);
}

void Codegen::operator()(const DictComp& node)
{
    comprehension(&node, node.generators, BuildMap, node.key.get(), *node.value);
}

void Codegen::operator()(const GeneratorExp& node)
{
    comprehension(&node, node.generators, YieldValue, nullptr, *node.elt);
}

/// `build` says what is made; YieldValue stands for a generator.
void Codegen::comprehension(const void* node, const std::vector<Comprehension>& generators, Opcode build,
                            const Expr* key, const Expr& value)
{
    const Span span = m_unit->span;
    auto outer = enter(m_symbols.at(m_symbols.indexOf(node)), span.line);
    m_unit->code.argCount = 1;
    at(span);
    if (build != YieldValue)
        emit(build, 0);
    generator(generators, 0, 0, build, key, value);
    if (build != YieldValue)
        emit(ReturnValue);
    const auto code = leave(std::move(outer), true);
    if (m_fault)
        return;
    closure(code, 0);
    iterable(*generators.front().iter);
    emit(GetIter);
    emit(Opcode::Call, 0);
}

void Codegen::generator(const std::vector<Comprehension>& generators, std::size_t index, std::uint32_t depth,
                        Opcode build, const Expr* key, const Expr& value)
{
    const auto& one = generators[index];
    if (one.isAsync)
        return unsupported("@async");
    const auto start = newBlock();
    const auto ifCleanup = newBlock();
    const auto anchor = newBlock();
    const auto* single = index > 0 ? onlyElement(*one.iter) : nullptr;
    if (index == 0) {
        emit(LoadFast, 0);
    } else if (single != nullptr) {
        visit(*single); // `for y in [f(x)]` just names a value
    } else {
        iterable(*one.iter);
        emit(GetIter);
    }
    if (single == nullptr) {
        ++depth;
        use(start);
        jump(ForIter, anchor);
        use(newBlock());
    }
    visit(one.target);
    for (const auto& condition : one.ifs)
        jumpIf(*condition, ifCleanup, false);
    if (index + 1 < generators.size()) {
        generator(generators, index + 1, depth, build, key, value);
    } else {
        if (key != nullptr)
            visit(*key);
        visit(value);
        if (build == YieldValue) {
            emit(YieldValue);
            emit(Resume, 1);
            emit(PopTop);
        } else {
            emit(build == BuildList ? ListAppend : build == BuildSet ? SetAdd : MapAdd, depth + 1);
        }
    }
    use(ifCleanup);
    if (single == nullptr) {
        jump(pseudo::jump, start);
        use(anchor);
    }
}

} // namespace il::script::compiler
