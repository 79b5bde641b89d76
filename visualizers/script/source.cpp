#include "script/source.h"

#include "script/unicode.h"

#include <algorithm>

namespace il::script {

namespace {

/// Without byte order mark, with '\n' for "\r\n" and '\r', and ending with a newline.
std::string withPlainLineEnds(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, byteOrderMark.size()) == byteOrderMark)
        text.remove_prefix(byteOrderMark.size());
    std::string result;
    result.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            result += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            result += '\n';
    }
    if (!result.empty() && result.back() != '\n')
        result += '\n';
    return result;
}

std::vector<std::size_t> findLineStarts(std::string_view text)
{
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n')
            starts.push_back(i + 1);
    return starts;
}

/// Offset of the first byte that isn't UTF-8 or is NUL; npos when all is well.
std::size_t firstBadByte(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto [codePoint, length] = decodeUtf8(text, i);
        if (codePoint == invalidCodePoint || codePoint == 0)
            return i;
        i += length;
    }
    return std::string_view::npos;
}

} // namespace

std::string_view Source::line(int number) const
{
    if (number < 1 || static_cast<std::size_t>(number) > lineStarts.size())
        return {};
    const std::size_t begin = lineStarts[static_cast<std::size_t>(number - 1)];
    const std::size_t end = text.find('\n', begin);
    return std::string_view(text).substr(begin, end == std::string::npos ? end : end - begin);
}

Span Source::at(std::size_t begin, std::size_t end) const
{
    const auto position = [this](std::size_t offset) {
        const auto next = std::upper_bound(lineStarts.begin(), lineStarts.end(), offset);
        return std::pair(static_cast<int>(next - lineStarts.begin()), static_cast<int>(offset - *(next - 1)));
    };
    const auto [line, column] = position(begin);
    const auto [endLine, endColumn] = position(end);
    return {line, column, endLine, endColumn};
}

Diagnostic Source::diagnostic(std::string id, const Span& span, std::vector<std::string> args) const
{
    const std::string_view whole = line(span.line);
    const auto codePoints = [whole](int bytes) {
        return static_cast<int>(countCodePoints(whole.substr(0, static_cast<std::size_t>(bytes))));
    };
    const int end = span.endLine == span.line ? span.endColumn : static_cast<int>(whole.size());
    return {std::move(id),      file,           span.line, codePoints(span.column) + 1, codePoints(end) + 1,
            std::string(whole), std::move(args)};
}

tl::expected<Source, Diagnostic> makeSource(std::string_view text, const std::string& file,
                                            std::size_t maxBytes)
{
    if (text.size() > maxBytes)
        return tl::unexpected(Diagnostic{
            "source-too-large", file, 0, 0, 0, "", {std::to_string(text.size()), std::to_string(maxBytes)}});
    Source source{file, withPlainLineEnds(text), {}};
    source.lineStarts = findLineStarts(source.text);
    if (const std::size_t bad = firstBadByte(source.text); bad != std::string::npos) {
        const std::string id = source.text[bad] == '\0' ? "nul-byte" : "not-utf8";
        source.text.resize(bad); // only the sound part of the line can be shown
        return tl::unexpected(source.diagnostic(id, source.at(bad, bad)));
    }
    return source;
}

} // namespace il::script
