#include "script/symbols.h"
#include "script/symbols_collect.h"

#include <set>

namespace il::script {

Binding Scope::bindingOf(const std::string& mangledName) const
{
    const auto found = symbols.find(mangledName);
    return found == symbols.end() ? Binding::None : found->second.binding;
}

std::vector<std::string> Scope::cells() const
{
    if (kind == ScopeKind::Class && needsClassCell)
        return {"__class__"};
    std::vector<std::string> names;
    for (const auto& [id, symbol] : symbols)
        if (symbol.binding == Binding::Cell)
            names.push_back(id);
    return names;
}

std::vector<std::string> Scope::frees() const
{
    std::vector<std::string> names;
    for (const auto& [id, symbol] : symbols)
        if (symbol.binding == Binding::Free || (symbol.flags & occurs::freeInClass) != 0)
            names.push_back(id);
    return names;
}

std::string mangle(const std::string& privateName, const std::string& name)
{
    if (privateName.empty() || name.size() < 2 || name.compare(0, 2, "__") != 0 || name.ends_with("__") ||
        name.find('.') != std::string::npos)
        return name;
    const auto start = privateName.find_first_not_of('_');
    return start == std::string::npos ? name : "_" + privateName.substr(start) + name;
}

using Names = std::set<std::string>;

/// Gives every symbol its binding, outermost scope first; free names travel back outwards.
class SymbolAnalyzer {
public:
    explicit SymbolAnalyzer(SymbolTable& table) : m_table(table) {}

    std::optional<Fault> run()
    {
        Names free;
        analyze(0, {}, free, {});
        return m_fault;
    }

private:
    Scope& scope(std::size_t index) { return m_table.m_scopes[index]; }
    void bind(Scope& scope, const std::string& name, Symbol& symbol, Names& bound, Names& local, Names& free,
              Names& global);
    void analyze(std::size_t index, Names bound, Names& free, Names global);
    void closeScope(Scope& scope, const Names& bound, Names& free);

    SymbolTable& m_table;
    std::optional<Fault> m_fault;
};

void SymbolAnalyzer::bind(Scope& scope, const std::string& name, Symbol& symbol, Names& bound, Names& local,
                          Names& free, Names& global)
{
    if ((symbol.flags & occurs::global) != 0) {
        if ((symbol.flags & occurs::nonlocal) != 0 && !m_fault)
            m_fault = Fault{"nonlocal-and-global", {name}, symbol.declared};
        symbol.binding = Binding::GlobalExplicit;
        global.insert(name);
        bound.erase(name);
    } else if ((symbol.flags & occurs::nonlocal) != 0) {
        if (!m_fault && scope.kind == ScopeKind::Module)
            m_fault = Fault{"nonlocal-at-module-level", {}, symbol.declared};
        else if (!m_fault && !bound.contains(name))
            m_fault = Fault{"no-binding-for-nonlocal", {name}, symbol.declared};
        symbol.binding = Binding::Free;
        free.insert(name);
    } else if ((symbol.flags & occurs::bound) != 0) {
        symbol.binding = Binding::Local;
        local.insert(name);
        global.erase(name);
    } else if (bound.contains(name)) {
        symbol.binding = Binding::Free;
        free.insert(name);
    } else {
        symbol.binding = Binding::GlobalImplicit;
    }
}

/// `free` gets the names that this scope and those inside it leave to outer functions.
void SymbolAnalyzer::analyze(std::size_t index, Names bound, Names& free, Names global)
{
    const auto kind = scope(index).kind;
    // What a class sees, its methods don't: they get what was bound outside of it.
    const Names outerBound = bound;
    const Names outerGlobal = global;
    Names local;
    Names newFree;
    for (auto& [name, symbol] : scope(index).symbols)
        bind(scope(index), name, symbol, bound, local, newFree, global);
    Names innerBound = kind == ScopeKind::Class ? outerBound : bound;
    if (kind == ScopeKind::Function)
        innerBound.insert(local.begin(), local.end());
    if (kind == ScopeKind::Class)
        innerBound.insert("__class__");
    Names childrenFree;
    for (const auto child : scope(index).children)
        analyze(child, innerBound, childrenFree, kind == ScopeKind::Class ? outerGlobal : global);
    newFree.insert(childrenFree.begin(), childrenFree.end());
    closeScope(scope(index), bound, newFree);
    free.insert(newFree.begin(), newFree.end());
}

void SymbolAnalyzer::closeScope(Scope& scope, const Names& bound, Names& free)
{
    if (scope.kind == ScopeKind::Function)
        for (auto& [name, symbol] : scope.symbols)
            if (symbol.binding == Binding::Local && free.erase(name) > 0)
                symbol.binding = Binding::Cell;
    if (scope.kind == ScopeKind::Class)
        scope.needsClassCell = free.erase("__class__") > 0;
    for (const auto& name : free) {
        const auto found = scope.symbols.find(name);
        if (found == scope.symbols.end()) {
            if (bound.contains(name))
                scope.symbols[name].binding = Binding::Free;
        } else if (scope.kind == ScopeKind::Class &&
                   (found->second.flags & (occurs::bound | occurs::global)) != 0) {
            found->second.flags |= occurs::freeInClass;
        }
    }
}

tl::expected<SymbolTable, Fault> SymbolTable::of(const Module& module, const SymbolOptions& options)
{
    SymbolTable table;
    if (auto fault = collectSymbols(module, options, table.m_scopes, table.m_indices))
        return tl::make_unexpected(*fault);
    if (auto fault = SymbolAnalyzer(table).run())
        return tl::make_unexpected(*fault);
    return table;
}

} // namespace il::script
