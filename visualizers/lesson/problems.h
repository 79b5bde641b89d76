// Collects what is wrong with a lesson: all of it, not only the first.
#pragma once

#include "script/diagnostic.h"
#include "script/source.h"

#include <string>
#include <utility>
#include <vector>

namespace il::lesson {

using Problems = std::vector<script::Diagnostic>;

/// About a whole file or folder.
inline script::Diagnostic aboutFile(std::string id, std::string file, std::vector<std::string> args = {})
{
    script::Diagnostic diagnostic;
    diagnostic.id = std::move(id);
    diagnostic.file = std::move(file);
    diagnostic.args = std::move(args);
    return diagnostic;
}

/// About a whole line (1-based) of a text.
inline script::Diagnostic aboutLine(const script::Source& source, int line, std::string id,
                                    std::vector<std::string> args = {})
{
    const auto length = static_cast<int>(source.line(line).size());
    return source.diagnostic(std::move(id), {line, 0, line, length}, std::move(args));
}

} // namespace il::lesson
