// A program's code objects as text, in the form that listing.py gives CPython's.
#pragma once

#include "script/program.h"

#include <string>

namespace il::script {

std::string listing(const Program& program);

} // namespace il::script
