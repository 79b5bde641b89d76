#include "lesson/lines.h"

#include "script/unicode.h"

namespace il::lesson {

namespace {

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool isWide(std::string_view text, std::size_t at)
{
    const script::Decoded decoded = script::decodeUtf8(text, at);
    return decoded.codePoint != script::invalidCodePoint && script::columns(decoded.codePoint) == 2;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\n";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

bool joinsWithoutSpace(std::string_view before, std::string_view after)
{
    if (before.empty() || after.empty())
        return false;
    std::size_t last = before.size() - 1;
    while (last > 0 && isContinuation(before[last]))
        --last;
    return isWide(before, last) && isWide(after, 0);
}

void appendLine(std::string& text, std::string_view more)
{
    if (!text.empty() && !more.empty() && !joinsWithoutSpace(text, more))
        text += ' ';
    text += more;
}

} // namespace il::lesson
