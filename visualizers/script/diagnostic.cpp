#include "script/diagnostic.h"

#include "script/messages.h"
#include "script/unicode.h"

#include <algorithm>

namespace il::script {

namespace {

const MessageRow* findRow(std::string_view id)
{
    for (const auto rows : {messages(), lessonMessages()}) {
        const auto found = std::ranges::find(rows, id, &MessageRow::id);
        if (found != rows.end())
            return &*found;
    }
    return nullptr;
}

std::string_view text(const MessageRow& row, Locale locale)
{
    return locale == Locale::Chinese ? row.chinese : row.english;
}

std::string argument(const std::string& arg, Locale locale)
{
    const MessageRow* row = arg.substr(0, 1) == "@" ? findRow(arg) : nullptr;
    return row ? std::string(text(*row, locale)) : arg;
}

/// Spaces as wide as the text, with one caret per column from code point `first` to `last` (0-based,
/// exclusive).
std::string caretLine(std::string_view line, int first, int last)
{
    std::string result;
    int index = 0;
    for (std::size_t i = 0; i < line.size() && index < last; ++index) {
        const auto [codePoint, length] = decodeUtf8(line, i);
        if (index >= first)
            result.append(static_cast<std::size_t>(std::max(1, columns(codePoint))), '^');
        else if (codePoint == U'\t')
            result += '\t';
        else
            result.append(static_cast<std::size_t>(columns(codePoint)), ' ');
        i += length;
    }
    if (index <= first)
        result += '^'; // past the line's end
    return result;
}

} // namespace

std::string message(const Diagnostic& diagnostic, Locale locale)
{
    const MessageRow* row = findRow(diagnostic.id);
    const std::string_view pattern = row ? text(*row, locale) : std::string_view(diagnostic.id);
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!placeholder) {
            result += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[++i] - '1');
        if (index < diagnostic.args.size())
            result += argument(diagnostic.args[index], locale);
    }
    return result;
}

std::string render(const Diagnostic& diagnostic, Locale locale)
{
    const std::string severity = locale == Locale::Chinese ? "错误：" : "error: ";
    std::string result = diagnostic.file;
    if (diagnostic.line > 0)
        result += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
    result += ": " + severity + message(diagnostic, locale) + "\n";
    if (diagnostic.line == 0)
        return result;
    const int first = diagnostic.column - 1;
    const int last = std::max(diagnostic.endColumn - 1, first + 1);
    return result + diagnostic.sourceLine + "\n" + caretLine(diagnostic.sourceLine, first, last) + "\n";
}

} // namespace il::script
