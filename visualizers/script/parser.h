// Python source text to syntax tree.
#pragma once

#include "script/ast.h"
#include "script/diagnostic.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace il::script {

/// Bounds that keep hostile text from costing more than it should.
struct ParseLimits {
    std::size_t bytes = 1 << 20; ///< source size
    int depth = 90;              ///< nesting of brackets, blocks and operators' operands
    int height = 400; ///< of an expression's tree, which chains like a+b+c or a.b.c deepen without nesting
};

/// The whole grammar of Python 3.11. Wrong text gives the first error in reading order; never throws or
/// hangs.
tl::expected<Module, Diagnostic> parse(std::string_view source, const std::string& file,
                                       ParseLimits limits = {});

/// Exactly what ast.dump(ast.parse(source), include_attributes=positions) is under CPython 3.11. One
/// difference: in an f-string over several lines the fields' expressions have their true positions.
std::string dump(const Module& module, bool positions = false);

} // namespace il::script
