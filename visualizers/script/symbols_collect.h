// First half of scope analysis: the scopes and how names occur in them.
#pragma once

#include "script/symbols.h"

namespace il::script {

/// Fills `scopes` (the module first) and `indices`, without bindings. The first fault in reading order, if
/// any.
std::optional<Fault> collectSymbols(const Module& module, const SymbolOptions& options,
                                    std::vector<Scope>& scopes,
                                    std::unordered_map<const void*, std::size_t>& indices);

} // namespace il::script
