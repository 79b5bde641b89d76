// Scope analysis: which names of a function, class or module are local, shared with inner functions, or
// global. Follows CPython's rules (Python/symtable.c describes them), private names mangled.
#pragma once

#include "script/ast.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace il::script {

/// What is wrong and where; compile() makes a Diagnostic of it.
struct Fault {
    std::string id;
    std::vector<std::string> args;
    Span span;
};

enum class Binding : std::uint8_t { None, Local, Cell, Free, GlobalExplicit, GlobalImplicit };

struct Symbol {
    std::uint32_t flags = 0; ///< how the name occurs, see the Occurs constants
    Binding binding = Binding::None;
    Span declared; ///< its global or nonlocal statement
};

namespace occurs {
inline constexpr std::uint32_t global = 1, local = 2, parameter = 4, nonlocal = 8, use = 16, freeInClass = 32,
                               import = 64, annotated = 128, comprehensionTarget = 256;
inline constexpr std::uint32_t bound = local | parameter | import;
} // namespace occurs

enum class ScopeKind : std::uint8_t { Module, Class, Function };

struct Scope {
    ScopeKind kind = ScopeKind::Module;
    std::string name;
    std::string privateName; ///< the class whose private names are mangled here; "" outside of classes
    std::size_t parent = 0;  ///< index; the module is its own
    std::vector<std::size_t> children;
    std::vector<std::string>
        parameters; ///< in the order of local variables: positional, keyword-only, *args, **kwargs
    std::map<std::string, Symbol> symbols;
    bool nested = false; ///< below a function
    bool generator = false;
    bool comprehension = false;
    bool needsClassCell = false; ///< a class some method of which uses __class__ or super()

    Binding bindingOf(const std::string& mangledName) const;
    std::vector<std::string> cells() const; ///< sorted
    std::vector<std::string> frees() const; ///< sorted
};

/// "__x" inside class C is "_C__x".
std::string mangle(const std::string& privateName, const std::string& name);

struct SymbolOptions {
    int depth = 400;              ///< deepest tree that is walked
    bool lazyAnnotations = false; ///< from __future__ import annotations
};

class SymbolTable {
public:
    static tl::expected<SymbolTable, Fault> of(const Module& module, const SymbolOptions& options);

    const Scope& module() const { return m_scopes.front(); }
    /// Scope of a FunctionDef, ClassDef, Lambda or comprehension node (the variant's alternative, by
    /// address).
    std::size_t indexOf(const void* node) const { return m_indices.at(node); }
    const Scope& at(std::size_t index) const { return m_scopes[index]; }

private:
    friend class SymbolAnalyzer;
    std::vector<Scope> m_scopes;
    std::unordered_map<const void*, std::size_t> m_indices; ///< only looked up, never iterated
};

} // namespace il::script
