#include "machine/builtins/tables.h"
#include "machine/interpreter/library.h"
#include "machine/machine.h"
#include "machine/modules/modules.h"

#include <algorithm>
#include <string_view>

namespace il::machine {

namespace {

bool hasNative(const std::vector<NativeModule>& modules, std::string_view name)
{
    return std::any_of(modules.begin(), modules.end(),
                       [name](const NativeModule& module) { return name == module.name; });
}

/// A module or a package that one lies in: "concurrent" for "concurrent.futures".
bool hasLibrary(const std::string& name)
{
    const std::string package = name + '.';
    return std::any_of(libraryFiles, libraryFiles + libraryFileCount, [&](const LibraryFile& file) {
        const std::string_view module = file.module;
        return module == name || module.substr(0, package.size()) == package;
    });
}

bool inTry(const script::Code& code, std::size_t instruction)
{
    return std::any_of(code.handlers.begin(), code.handlers.end(), [&](const script::Handler& handler) {
        return handler.start <= instruction && instruction < handler.end;
    });
}

script::Diagnostic diagnosticAt(const script::Program& program, const script::Span& span,
                                const std::string& module)
{
    script::Diagnostic result;
    result.id = "no-module";
    result.file = program.file;
    result.line = span.line;
    result.column = span.column + 1;
    result.endColumn = span.line == span.endLine ? span.endColumn + 1 : span.column + 2;
    if (const auto index = static_cast<std::size_t>(span.line - 1); index < program.lines.size())
        result.sourceLine = program.lines[index];
    result.args = {module};
    return result;
}

} // namespace

std::vector<script::Diagnostic> unknownImports(const script::Program& program)
{
    const std::vector<NativeModule> kernel = kernelModules();
    std::vector<script::Diagnostic> result;
    for (const script::Code& code : program.codes)
        for (std::size_t i = 0; i < code.instructions.size(); ++i) {
            if (code.instructions[i].op != script::Opcode::ImportName)
                continue;
            const std::string& module = code.names[code.instructions[i].arg];
            if (!hasNative(kernel, module) && !hasNative(builtinModules(), module) && !hasLibrary(module) &&
                !inTry(code, i))
                result.push_back(diagnosticAt(program, code.positions[i], module));
        }
    return result;
}

} // namespace il::machine
