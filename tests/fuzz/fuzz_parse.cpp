// Any bytes: parsing, dumping and rendering neither crash nor hang, and a diagnostic points into the text.
#include "script/comments.h"
#include "script/parser.h"

#include <cstdint>
#include <cstdlib>

using namespace il::script;

namespace {

/// Small texts reach these bounds.
constexpr ParseLimits tight{4096, 5, 12};

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkDiagnostic(const Diagnostic& diagnostic)
{
    require(diagnostic.line >= 0 && diagnostic.column >= 0);
    require(diagnostic.line == 0 || diagnostic.column >= 1);
    require(message(diagnostic, Locale::English) != diagnostic.id); // every id has its text
    require(!render(diagnostic, Locale::English).empty() && !render(diagnostic, Locale::Chinese).empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string source(data, data + size);
    const auto module = parse(source, "fuzz.py");
    if (module)
        require(dump(*module, true).size() > dump(*module).size() || module->body.empty());
    else
        checkDiagnostic(module.error());
    comments(source);
    const auto bounded = parse(source, "fuzz.py", tight);
    require(bounded.has_value() <= module.has_value());
    if (!bounded)
        checkDiagnostic(bounded.error());
    return 0;
}
