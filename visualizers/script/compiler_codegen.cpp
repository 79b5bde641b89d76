#include "script/compiler_codegen.h"

namespace il::script::compiler {

using namespace ast;

void Codegen::fail(std::string id, std::vector<std::string> args)
{
    if (!m_fault)
        m_fault = Fault{std::move(id), std::move(args), m_unit->span};
}

void Codegen::emit(Opcode op, std::uint32_t arg, BlockId target)
{
    if (++m_instructions > m_options.instructions)
        return fail("program-too-big");
    m_unit->flow.add({op, arg, target, m_unit->span});
}

void Codegen::emitArtificial(Opcode op, std::uint32_t arg, BlockId target)
{
    const Span span = m_unit->span;
    atNoLine();
    emit(op, arg, target);
    at(span);
}

namespace {

std::uint32_t indexIn(std::map<std::string, std::uint32_t>& indices, std::vector<std::string>& names,
                      const std::string& name)
{
    const auto [place, isNew] = indices.emplace(name, static_cast<std::uint32_t>(names.size()));
    if (isNew)
        names.push_back(name);
    return place->second;
}

Opcode select(Context context, Opcode load, Opcode store, Opcode del)
{
    return context == Context::Load ? load : context == Context::Store ? store : del;
}

} // namespace

void Codegen::emitName(Opcode op, const std::string& name)
{
    const auto index = indexIn(m_unit->names, m_unit->code.names, mangle(m_unit->scope->privateName, name));
    emit(op, op == Opcode::LoadGlobal ? index << 1 : index);
}

void Codegen::name(const std::string& id, Context context)
{
    using enum Opcode;
    if (id == "__debug__" && context != Context::Load)
        return fail("assign-to-debug", {context == Context::Store ? "assign to" : "delete"});
    const auto mangled = mangle(m_unit->scope->privateName, id);
    const auto binding = m_unit->scope->bindingOf(mangled);
    const bool isClass = m_unit->scope->kind == ScopeKind::Class;
    if (binding == Binding::Free || binding == Binding::Cell)
        return emit(select(context, isClass ? LoadClassDeref : LoadDeref, StoreDeref, DeleteDeref),
                    m_unit->derefs.at(mangled));
    if (binding == Binding::Local && inFunction())
        return emit(select(context, LoadFast, StoreFast, DeleteFast),
                    indexIn(m_unit->varnames, m_unit->code.varnames, mangled));
    if (binding == Binding::GlobalExplicit || (binding == Binding::GlobalImplicit && inFunction()))
        return emitName(select(context, LoadGlobal, StoreGlobal, DeleteGlobal), id);
    emitName(select(context, LoadName, StoreName, DeleteName), id);
}

void Codegen::visit(const Expr& expr)
{
    if (m_fault)
        return;
    const Span outer = m_unit->span;
    at(expr.span);
    if (++m_depth > m_options.depth)
        fail("too-deeply-nested");
    else if (const auto constant = constantOf(expr))
        loadConst(*constant);
    else
        std::visit(*this, expr.node);
    --m_depth;
    at(outer);
}

void Codegen::visit(const Exprs& exprs)
{
    for (const auto& expr : exprs)
        visit(*expr);
}

void Codegen::visit(const Stmt& stmt)
{
    if (m_fault)
        return;
    at(stmt.span);
    if (++m_depth > m_options.depth)
        fail("too-deeply-nested");
    else
        std::visit(*this, stmt.node);
    --m_depth;
}

void Codegen::visit(const Body& statements)
{
    for (const auto& stmt : statements)
        visit(*stmt);
}

std::string Codegen::qualname(const Unit* parent, const Scope& scope) const
{
    if (parent == nullptr || parent->scope->kind == ScopeKind::Module)
        return scope.name;
    const bool definition = scope.name.front() != '<';
    if (definition &&
        parent->scope->bindingOf(mangle(parent->scope->privateName, scope.name)) == Binding::GlobalExplicit)
        return scope.name;
    const bool locals = parent->scope->kind == ScopeKind::Function && !parent->scope->comprehension;
    return parent->code.qualname + (locals ? ".<locals>." : ".") + scope.name;
}

std::unique_ptr<Unit> Codegen::enter(const Scope& scope, int firstLine)
{
    auto unit = std::make_unique<Unit>();
    unit->scope = &scope;
    unit->index = static_cast<std::uint32_t>(m_codes.size());
    m_codes.emplace_back();
    auto& code = unit->code;
    code.name = scope.name;
    code.qualname = qualname(m_unit.get(), scope);
    code.firstLine = firstLine;
    code.generator = scope.generator;
    code.optimized = scope.kind == ScopeKind::Function;
    for (const auto& parameter : scope.parameters)
        indexIn(unit->varnames, code.varnames, parameter);
    code.cellvars = scope.cells();
    code.freevars = scope.frees();
    for (const auto& cell : code.cellvars) {
        const auto parameter = unit->varnames.find(cell);
        code.cellArgs.push_back(parameter == unit->varnames.end() ? -1 : static_cast<int>(parameter->second));
    }
    for (const auto* list : {&code.cellvars, &code.freevars})
        for (const auto& variable : *list)
            unit->derefs.emplace(variable, static_cast<std::uint32_t>(unit->derefs.size()));
    std::swap(unit, m_unit);
    at(Span{firstLine, 0, firstLine, 0});
    if (scope.generator) {
        at(Span{firstLine, -1, firstLine, -1});
        emit(Opcode::ReturnGenerator);
        emit(Opcode::PopTop);
    }
    at(scope.kind == ScopeKind::Module ? Span{0, 0, 1, 0} : Span{firstLine, 0, firstLine, 0});
    emit(Opcode::Resume);
    return unit;
}

std::uint32_t Codegen::leave(std::unique_ptr<Unit> outer, bool addNone)
{
    if (!m_unit->flow.returns()) {
        atNoLine();
        if (addNone)
            loadNone();
        emit(Opcode::ReturnValue);
    }
    const auto index = m_unit->index;
    if (!m_fault) {
        optimize(m_unit->flow, m_unit->constants, m_unit->code.firstLine);
        assemble(std::move(m_unit->flow), m_unit->code);
        m_unit->code.consts = m_unit->constants.values();
        m_codes[index] = std::move(m_unit->code);
    }
    m_unit = std::move(outer);
    return index;
}

tl::expected<std::vector<Code>, Fault> Codegen::run(const Module& module)
{
    auto outer = enter(m_symbols.module(), 1);
    if (!module.body.empty())
        at(module.body.front()->span);
    body(module.body);
    leave(std::move(outer), true);
    if (m_fault)
        return tl::make_unexpected(*m_fault);
    return std::move(m_codes);
}

} // namespace il::script::compiler
