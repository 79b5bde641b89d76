// What is wrong with a script or a lesson, where, and what to do: input errors as values.
#pragma once

#include <string>
#include <vector>

namespace il::script {

/// Languages that core messages exist in. (Window texts are Qt Linguist's business.)
enum class Locale { English, Chinese };

/// One problem in an input file. `id` names the message (see messages.cpp), `args` fill its %1, %2, ...
struct Diagnostic {
    std::string id; ///< stable, e.g. "not-supported"
    std::string file;
    int line = 0;           ///< 1-based; 0 when the whole file is meant
    int column = 0;         ///< 1-based, in code points
    int endColumn = 0;      ///< one past the last marked column; <= column marks one character
    std::string sourceLine; ///< the text of that line, without its line end
    std::vector<std::string> args;
};

/// The message alone, in one sentence: what is wrong and what to do.
std::string message(const Diagnostic& diagnostic, Locale locale);

/// "file:line:column: error: message", the source line and a caret below it; ends with a newline.
/// The caret line counts East Asian wide characters as two columns.
std::string render(const Diagnostic& diagnostic, Locale locale);

} // namespace il::script
