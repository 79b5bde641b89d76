// Source text to Program, the one entry that everybody above this layer uses.
#pragma once

#include "script/parser.h"
#include "script/program.h"

namespace il::script {

/// Parses and compiles. What Python allows but the machine can't do yet is refused with id "not-supported".
tl::expected<Program, Diagnostic> compile(std::string_view source, const std::string& file);

} // namespace il::script
