// Python's repr() of literal values.
#pragma once

#include "script/ast.h"

namespace il::script {

std::string reprString(std::string_view utf8);
std::string reprBytes(std::string_view bytes);
std::string reprFloat(double value);
std::string repr(const ast::Literal& value);

} // namespace il::script
