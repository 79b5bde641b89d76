#include "script/symbols_collect.h"

namespace il::script {

namespace {

using namespace ast;

class Collector {
public:
    Collector(const SymbolOptions& options, std::vector<Scope>& scopes,
              std::unordered_map<const void*, std::size_t>& indices)
        : m_options(options), m_scopes(scopes), m_indices(indices)
    {
    }

    std::optional<Fault> run(const Module& module)
    {
        m_scopes.emplace_back().name = "<module>";
        visit(module.body);
        return m_fault;
    }

    // One for each node of the tree; std::visit calls them.
    void operator()(const BoolOp& node) { visit(node.values); }
    void operator()(const NamedExpr& node);
    void operator()(const BinOp& node) { visit(node.left), visit(node.right); }
    void operator()(const UnaryOp& node) { visit(node.operand); }
    void operator()(const Lambda& node);
    void operator()(const IfExp& node) { visit(node.test), visit(node.body), visit(node.orelse); }
    void operator()(const Dict& node) { visit(node.keys), visit(node.values); }
    void operator()(const ast::Set& node) { visit(node.elts); }
    void operator()(const ListComp& node)
    {
        comprehension(&node, node.generators, "<listcomp>", {&node.elt});
    }
    void operator()(const SetComp& node) { comprehension(&node, node.generators, "<setcomp>", {&node.elt}); }
    void operator()(const DictComp& node)
    {
        comprehension(&node, node.generators, "<dictcomp>", {&node.key, &node.value});
    }
    void operator()(const GeneratorExp& node)
    {
        comprehension(&node, node.generators, "<genexpr>", {&node.elt});
    }
    void operator()(const Await& node) { visit(node.value); }
    void operator()(const Yield& node) { visit(node.value), yields(); }
    void operator()(const YieldFrom& node) { visit(node.value), yields(); }
    void operator()(const Compare& node) { visit(node.left), visit(node.comparators); }
    void operator()(const Call& node) { visit(node.func), visit(node.args), visit(node.keywords); }
    void operator()(const FormattedValue& node) { visit(node.value), visit(node.formatSpec); }
    void operator()(const JoinedStr& node) { visit(node.values); }
    void operator()(const Constant&) {}
    void operator()(const Attribute& node) { visit(node.value); }
    void operator()(const Subscript& node) { visit(node.value), visit(node.slice); }
    void operator()(const Starred& node) { visit(node.value); }
    void operator()(const Name& node);
    void operator()(const ast::List& node) { visit(node.elts); }
    void operator()(const ast::Tuple& node) { visit(node.elts); }
    void operator()(const Slice& node) { visit(node.lower), visit(node.upper), visit(node.step); }

    void operator()(const FunctionDef& node);
    void operator()(const ClassDef& node);
    void operator()(const Return& node) { visit(node.value); }
    void operator()(const Delete& node) { visit(node.targets); }
    void operator()(const Assign& node) { visit(node.targets), visit(node.value); }
    void operator()(const AugAssign& node) { visit(node.target), visit(node.value); }
    void operator()(const AnnAssign& node);
    void operator()(const For& node)
    {
        visit(node.target), visit(node.iter), visit(node.body), visit(node.orelse);
    }
    void operator()(const While& node) { visit(node.test), visit(node.body), visit(node.orelse); }
    void operator()(const If& node) { visit(node.test), visit(node.body), visit(node.orelse); }
    void operator()(const With& node);
    void operator()(const Match&) {} // refused by the code generator
    void operator()(const Raise& node) { visit(node.exc), visit(node.cause); }
    void operator()(const Try& node);
    void operator()(const Assert& node) { visit(node.test), visit(node.msg); }
    void operator()(const Import& node) { import(node.names); }
    void operator()(const ImportFrom& node) { import(node.names); }
    void operator()(const Global& node);
    void operator()(const Nonlocal& node);
    void operator()(const ExprStmt& node) { visit(node.value); }
    void operator()(const Pass&) {}
    void operator()(const Break&) {}
    void operator()(const Continue&) {}

private:
    Scope& current() { return m_scopes[m_current]; }
    void fail(std::string id, std::vector<std::string> args)
    {
        if (!m_fault)
            m_fault = Fault{std::move(id), std::move(args), m_span};
    }

    template <class Node>
    void visitNode(const Node& node)
    {
        if (m_fault)
            return;
        const Span outer = m_span;
        m_span = node.span;
        if (++m_depth > m_options.depth)
            fail("too-deeply-nested", {});
        else
            std::visit(*this, node.node);
        --m_depth;
        m_span = outer;
    }
    void visit(const ExprPtr& node)
    {
        if (node)
            visitNode(*node);
    }
    void visit(const Exprs& nodes)
    {
        for (const auto& node : nodes)
            visit(node);
    }
    void visit(const Body& body)
    {
        for (const auto& node : body)
            visitNode(*node);
    }
    void visit(const std::vector<Keyword>& keywords)
    {
        for (const auto& keyword : keywords)
            visit(keyword.value);
    }

    void enter(const void* node, ScopeKind kind, const std::string& name);
    void leave() { m_current = current().parent; }
    std::uint32_t flagsOf(const std::string& name);
    void add(const std::string& name, std::uint32_t flag) { add(m_current, name, flag); }
    void add(std::size_t scope, const std::string& name, std::uint32_t flag);
    void defaultsOf(const Arguments& args);
    void annotationsOf(const Arguments& args, const ExprPtr& returns);
    void annotation(const ExprPtr& node);
    void parameters(const Arguments& args);
    void comprehension(const void* node, const std::vector<Comprehension>& generators, const char* name,
                       std::initializer_list<const ExprPtr*> elements);
    void target(const ExprPtr& node);
    void yields();
    void import(const std::vector<Alias>& names);
    void extendOutOfComprehension(const std::string& name);

    const SymbolOptions& m_options;
    std::vector<Scope>& m_scopes;
    std::unordered_map<const void*, std::size_t>& m_indices;
    std::optional<Fault> m_fault;
    std::size_t m_current = 0;
    Span m_span;
    int m_depth = 0;
    int m_comprehensionIterables = 0; ///< nesting of comprehensions' `in` expressions around here
    int m_comprehensionTargets = 0;   ///< > 0 while a comprehension's target is visited
};

void Collector::enter(const void* node, ScopeKind kind, const std::string& name)
{
    const std::size_t index = m_scopes.size();
    Scope scope;
    scope.kind = kind;
    scope.name = name;
    scope.parent = m_current;
    scope.nested = current().nested || current().kind == ScopeKind::Function;
    scope.privateName = kind == ScopeKind::Class ? name : current().privateName;
    current().children.push_back(index);
    m_scopes.push_back(std::move(scope));
    m_indices[node] = index;
    m_current = index;
}

std::uint32_t Collector::flagsOf(const std::string& name)
{
    const auto found = current().symbols.find(mangle(current().privateName, name));
    return found == current().symbols.end() ? 0 : found->second.flags;
}

void Collector::add(std::size_t index, const std::string& name, std::uint32_t flag)
{
    Scope& scope = m_scopes[index];
    const auto mangled = mangle(scope.privateName, name);
    auto& symbol = scope.symbols[mangled];
    if ((flag & symbol.flags & occurs::parameter) != 0)
        fail("duplicate-argument", {name});
    if (m_comprehensionTargets > 0 && index == m_current && (flag & occurs::local) != 0) {
        if ((symbol.flags & (occurs::global | occurs::nonlocal)) != 0)
            fail("walrus-target-rebound", {name});
        flag |= occurs::comprehensionTarget;
    }
    if ((flag & (occurs::global | occurs::nonlocal)) != 0)
        symbol.declared = m_span;
    symbol.flags |= flag;
    // Python remembers in the module, too, that some function declared the name global.
    if ((flag & occurs::global) != 0 && index != 0)
        m_scopes.front().symbols[mangled].flags |= occurs::global;
    if ((flag & occurs::parameter) != 0)
        scope.parameters.push_back(mangled);
}

void Collector::operator()(const Name& node)
{
    add(node.id, node.ctx == Context::Load ? occurs::use : occurs::local);
    // A method that says super() needs the class it was defined in.
    if (node.ctx == Context::Load && current().kind == ScopeKind::Function && node.id == "super")
        add("__class__", occurs::use);
}

void Collector::operator()(const NamedExpr& node)
{
    const auto* name = std::get_if<Name>(&node.target->node);
    if (m_comprehensionIterables > 0)
        fail("walrus-in-comprehension-iterable", {});
    visit(node.value);
    if (name != nullptr && current().comprehension)
        extendOutOfComprehension(name->id);
    visit(node.target);
}

/// A walrus inside a comprehension binds the name in the function around it.
void Collector::extendOutOfComprehension(const std::string& name)
{
    std::size_t index = m_current;
    while (m_scopes[index].comprehension) {
        const auto found = m_scopes[index].symbols.find(mangle(m_scopes[index].privateName, name));
        if (found != m_scopes[index].symbols.end() &&
            (found->second.flags & occurs::comprehensionTarget) != 0)
            return fail("walrus-rebinds-iteration-variable", {name});
        index = m_scopes[index].parent;
    }
    const Scope& scope = m_scopes[index];
    if (scope.kind == ScopeKind::Class)
        return fail("walrus-in-class-comprehension", {});
    const auto found = scope.symbols.find(mangle(scope.privateName, name));
    const bool global = scope.kind == ScopeKind::Module ||
                        (found != scope.symbols.end() && (found->second.flags & occurs::global) != 0);
    add(m_current, name, global ? occurs::global : occurs::nonlocal);
    add(index, name, scope.kind == ScopeKind::Module ? occurs::global : occurs::local);
}

void Collector::defaultsOf(const Arguments& args)
{
    visit(args.defaults);
    visit(args.kwDefaults);
}

void Collector::annotation(const ExprPtr& node)
{
    if (node && !m_options.lazyAnnotations)
        visit(node);
}

void Collector::annotationsOf(const Arguments& args, const ExprPtr& returns)
{
    for (const auto* list : {&args.posonly, &args.args, &args.kwonly})
        for (const auto& arg : *list)
            annotation(arg.annotation);
    if (args.vararg)
        annotation(args.vararg->annotation);
    if (args.kwarg)
        annotation(args.kwarg->annotation);
    annotation(returns);
}

void Collector::parameters(const Arguments& args)
{
    const auto parameter = [&](const Arg& arg) {
        m_span = arg.span;
        add(arg.name, occurs::parameter);
    };
    const Span outer = m_span;
    for (const auto* list : {&args.posonly, &args.args, &args.kwonly})
        for (const auto& arg : *list)
            parameter(arg);
    if (args.vararg)
        parameter(*args.vararg);
    if (args.kwarg)
        parameter(*args.kwarg);
    m_span = outer;
}

void Collector::operator()(const Lambda& node)
{
    defaultsOf(*node.args);
    enter(&node, ScopeKind::Function, "<lambda>");
    parameters(*node.args);
    visit(node.body);
    leave();
}

void Collector::operator()(const FunctionDef& node)
{
    add(node.name, occurs::local);
    defaultsOf(*node.args);
    annotationsOf(*node.args, node.returns);
    visit(node.decorators);
    enter(&node, ScopeKind::Function, node.name);
    parameters(*node.args);
    visit(node.body);
    leave();
}

void Collector::operator()(const ClassDef& node)
{
    add(node.name, occurs::local);
    visit(node.bases);
    visit(node.keywords);
    visit(node.decorators);
    enter(&node, ScopeKind::Class, node.name);
    visit(node.body);
    leave();
}

void Collector::target(const ExprPtr& node)
{
    ++m_comprehensionTargets;
    visit(node);
    --m_comprehensionTargets;
}

void Collector::comprehension(const void* node, const std::vector<Comprehension>& generators,
                              const char* name, std::initializer_list<const ExprPtr*> elements)
{
    const auto iterable = [&](const ExprPtr& iter) {
        ++m_comprehensionIterables;
        visit(iter);
        --m_comprehensionIterables;
    };
    // The outermost iterable is evaluated outside, and handed in as an argument.
    iterable(generators.front().iter);
    enter(node, ScopeKind::Function, name);
    current().comprehension = true;
    current().generator = current().name == "<genexpr>";
    add(".0", occurs::parameter);
    for (std::size_t i = 0; i < generators.size(); ++i) {
        target(generators[i].target);
        if (i > 0)
            iterable(generators[i].iter);
        visit(generators[i].ifs);
    }
    for (const auto* element : elements)
        visit(*element);
    leave();
}

void Collector::yields()
{
    if (current().comprehension)
        return fail("yield-in-comprehension", {current().name == "<genexpr>"    ? "@generator-expression"
                                               : current().name == "<listcomp>" ? "@list-comprehension"
                                               : current().name == "<setcomp>"  ? "@set-comprehension"
                                                                                : "@dict-comprehension"});
    current().generator = true;
}

void Collector::operator()(const AnnAssign& node)
{
    if (const auto* name = std::get_if<Name>(&node.target->node)) {
        const auto flags = flagsOf(name->id);
        if (node.simple && m_current != 0 && (flags & (occurs::global | occurs::nonlocal)) != 0)
            fail("annotated-name", {name->id, (flags & occurs::global) != 0 ? "global" : "nonlocal"});
        if (node.simple)
            add(name->id, occurs::annotated | occurs::local);
        else if (node.value)
            add(name->id, occurs::local);
    } else {
        visit(node.target);
    }
    annotation(node.annotation);
    visit(node.value);
}

void Collector::operator()(const With& node)
{
    for (const auto& item : node.items) {
        visit(item.contextExpr);
        visit(item.optionalVars);
    }
    visit(node.body);
}

void Collector::operator()(const Try& node)
{
    visit(node.body);
    for (const auto& handler : node.handlers) {
        visit(handler.type);
        if (handler.name)
            add(*handler.name, occurs::local);
        visit(handler.body);
    }
    visit(node.orelse);
    visit(node.finalbody);
}

void Collector::import(const std::vector<Alias>& names)
{
    for (const auto& alias : names) {
        if (alias.name != "*")
            add(alias.asname ? *alias.asname : alias.name.substr(0, alias.name.find('.')), occurs::import);
        else if (current().kind != ScopeKind::Module)
            fail("import-star-in-function", {});
    }
}

void Collector::operator()(const Global& node)
{
    for (const auto& name : node.names) {
        const auto flags = flagsOf(name);
        if ((flags & occurs::parameter) != 0)
            return fail("parameter-and-declared", {name, "global"});
        if ((flags & occurs::use) != 0)
            return fail("used-before-declaration", {name, "global"});
        if ((flags & occurs::annotated) != 0)
            return fail("annotated-name", {name, "global"});
        if ((flags & occurs::local) != 0)
            return fail("assigned-before-declaration", {name, "global"});
        add(name, occurs::global);
    }
}

void Collector::operator()(const Nonlocal& node)
{
    for (const auto& name : node.names) {
        const auto flags = flagsOf(name);
        if ((flags & occurs::parameter) != 0)
            return fail("parameter-and-declared", {name, "nonlocal"});
        if ((flags & occurs::use) != 0)
            return fail("used-before-declaration", {name, "nonlocal"});
        if ((flags & occurs::annotated) != 0)
            return fail("annotated-name", {name, "nonlocal"});
        if ((flags & occurs::local) != 0)
            return fail("assigned-before-declaration", {name, "nonlocal"});
        add(name, occurs::nonlocal);
    }
}

} // namespace

std::optional<Fault> collectSymbols(const Module& module, const SymbolOptions& options,
                                    std::vector<Scope>& scopes,
                                    std::unordered_map<const void*, std::size_t>& indices)
{
    return Collector(options, scopes, indices).run(module);
}

} // namespace il::script
