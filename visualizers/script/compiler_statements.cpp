#include "script/compiler_codegen.h"

#include <algorithm>

namespace il::script::compiler {

using namespace ast;
using enum Opcode;

namespace {

const Constant* docstring(const Body& body)
{
    const auto* stmt = body.empty() ? nullptr : std::get_if<ExprStmt>(&body.front()->node);
    const auto* constant = stmt == nullptr ? nullptr : std::get_if<Constant>(&stmt->value->node);
    return constant != nullptr && std::holds_alternative<std::string>(constant->value) ? constant : nullptr;
}

/// Whether a name is annotated in these statements (not in functions or classes below them).
bool annotates(const Body& body);

struct AnnotationFinder {
    bool operator()(const AnnAssign&) const { return true; }
    bool operator()(const For& node) const { return annotates(node.body) || annotates(node.orelse); }
    bool operator()(const While& node) const { return annotates(node.body) || annotates(node.orelse); }
    bool operator()(const If& node) const { return annotates(node.body) || annotates(node.orelse); }
    bool operator()(const With& node) const { return annotates(node.body); }
    bool operator()(const Try& node) const
    {
        const auto inHandler = [](const ExceptHandler& handler) { return annotates(handler.body); };
        return annotates(node.body) || annotates(node.orelse) || annotates(node.finalbody) ||
               std::any_of(node.handlers.begin(), node.handlers.end(), inHandler);
    }
    template <class Node>
    bool operator()(const Node&) const
    {
        return false;
    }
};

bool annotates(const Body& body)
{
    return std::any_of(body.begin(), body.end(),
                       [](const StmtPtr& stmt) { return std::visit(AnnotationFinder{}, stmt->node); });
}

} // namespace

void Codegen::body(const Body& statements)
{
    if (annotates(statements))
        emit(SetupAnnotations);
    const bool documented = docstring(statements) != nullptr;
    if (documented) {
        visit(std::get<ExprStmt>(statements.front()->node).value);
        atNoLine();
        name("__doc__", Context::Store);
    }
    for (std::size_t i = documented ? 1 : 0; i < statements.size(); ++i)
        visit(*statements[i]);
}

void Codegen::functionBody(const Body& statements)
{
    const auto* text = docstring(statements);
    m_unit->constants.add(text != nullptr ? Const{std::get<std::string>(text->value)} : Const{});
    for (std::size_t i = text != nullptr ? 1 : 0; i < statements.size(); ++i)
        visit(*statements[i]);
}

void Codegen::operator()(const ExprStmt& node)
{
    if (constantOf(*node.value))
        return emit(Nop);
    visit(node.value);
    atNoLine();
    emit(PopTop);
}

void Codegen::operator()(const Pass&)
{
    emit(Nop);
}

void Codegen::operator()(const Delete& node)
{
    visit(node.targets);
}

void Codegen::operator()(const Assign& node)
{
    visit(node.value);
    for (std::size_t i = 0; i < node.targets.size(); ++i) {
        if (i + 1 < node.targets.size())
            emit(Copy, 1);
        visit(node.targets[i]);
    }
}

void Codegen::operator()(const AugAssign& node)
{
    const Span statement = m_unit->span;
    const Span target = node.target->span;
    const auto* attribute = std::get_if<Attribute>(&node.target->node);
    const auto* subscript = std::get_if<Subscript>(&node.target->node);
    const auto* simple = std::get_if<Name>(&node.target->node);
    at(target);
    if (attribute != nullptr) {
        visit(attribute->value);
        emit(Copy, 1);
        atAttribute(target, attribute->attr);
        emitName(LoadAttr, attribute->attr);
    } else if (subscript != nullptr) {
        visit(subscript->value);
        visit(subscript->slice);
        emit(Copy, 2);
        emit(Copy, 2);
        emit(BinarySubscr);
    } else if (simple != nullptr) {
        name(simple->id, Context::Load);
    }
    at(statement);
    visit(node.value);
    binary(node.op, inPlace);
    at(target);
    if (attribute != nullptr) {
        atAttribute(target, attribute->attr);
        emit(Swap, 2);
        emitName(StoreAttr, attribute->attr);
    } else if (subscript != nullptr) {
        emit(Swap, 3);
        emit(Swap, 2);
        emit(StoreSubscr);
    } else if (simple != nullptr) {
        name(simple->id, Context::Store);
    }
}

void Codegen::checkedAnnotation(const ExprPtr& expr)
{
    visit(expr);
    emit(PopTop);
}

void Codegen::operator()(const AnnAssign& node)
{
    if (node.value) {
        visit(node.value);
        visit(node.target);
    }
    const bool evaluated = !inFunction();
    if (const auto* target = std::get_if<Name>(&node.target->node)) {
        if (node.simple && evaluated) {
            annotation(node.annotation);
            emitName(LoadName, "__annotations__");
            loadConst(Const{mangle(m_unit->scope->privateName, target->id)});
            emit(StoreSubscr);
        }
    } else if (const auto* attribute = std::get_if<Attribute>(&node.target->node); attribute && !node.value) {
        checkedAnnotation(attribute->value);
    } else if (const auto* subscript = std::get_if<Subscript>(&node.target->node); subscript && !node.value) {
        checkedAnnotation(subscript->value);
        checkedAnnotation(subscript->slice);
    }
    if (!node.simple && evaluated && !m_options.lazyAnnotations)
        checkedAnnotation(node.annotation);
}

void Codegen::operator()(const Raise& node)
{
    std::uint32_t values = 0;
    for (const auto* part : {&node.exc, &node.cause})
        if (*part) {
            visit(*part);
            ++values;
        }
    emit(RaiseVarargs, values);
}

void Codegen::operator()(const Assert& node)
{
    const auto end = newBlock();
    jumpIf(*node.test, end, true);
    emit(LoadAssertionError);
    if (node.msg) {
        visit(node.msg);
        emit(Opcode::Call, 0);
    }
    emit(RaiseVarargs, 1);
    use(end);
}

void Codegen::operator()(const Import& node)
{
    for (const auto& alias : node.names) {
        loadConst(Const{std::int64_t{0}});
        loadNone();
        emitName(ImportName, alias.name);
        const auto dot = alias.name.find('.');
        if (!alias.asname) {
            name(alias.name.substr(0, dot), Context::Store);
            continue;
        }
        if (dot == std::string::npos) {
            name(*alias.asname, Context::Store);
            continue;
        }
        // import a.b.c as x: a is on the stack, x is its b's c.
        for (auto begin = dot; begin != std::string::npos;) {
            const auto end = alias.name.find('.', begin + 1);
            emitName(Opcode::ImportFrom,
                     alias.name.substr(begin + 1, end == std::string::npos ? end : end - begin - 1));
            if (end != std::string::npos) {
                emit(Swap, 2);
                emit(PopTop);
            }
            begin = end;
        }
        name(*alias.asname, Context::Store);
        emit(PopTop);
    }
}

void Codegen::operator()(const ast::ImportFrom& node)
{
    if (node.level > 0)
        return unsupported("@relative-import");
    ConstTuple names;
    for (const auto& alias : node.names)
        names.items.emplace_back(alias.name);
    loadConst(Const{std::int64_t{node.level}});
    loadConst(Const{std::move(names)});
    emitName(ImportName, node.module.value_or(""));
    for (const auto& alias : node.names) {
        if (alias.name == "*")
            return emit(ImportStar);
        emitName(Opcode::ImportFrom, alias.name);
        name(alias.asname.value_or(alias.name), Context::Store);
    }
    emit(PopTop);
}

void Codegen::operator()(const Match&)
{
    unsupported("@match");
}

} // namespace il::script::compiler
